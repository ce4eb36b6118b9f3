import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Clock } from '#kernel/clock'

/** What a server of another make may do that the standard did not mean; each is switched on by itself. */
export type Oddity =
  | 'token' // a token first, the id at the second question
  | 'answer-lost' // it takes the first request and hangs up
  | 'xml-malformed'
  | 'html-error' // 502 with a web page
  | 'errors-with-200'
  | 'wrong-charset' // it says utf-8 and sends latin-1
  | 'fractional-seconds'
  | 'missing-elements'
  | 'single-no-array' // one request for itself, not in a list
  | 'wrapped' // {service_requests: {request: …}} in JSON
  | 'numbers-as-ids'
  | 'redirects'
  | 'hangs'
  | 'too-long'
  | 'repeats-refused' // an update that it knows is a 400
  | 'ids-not-listed' // a list of ids is refused: one at a time
  | 'ids-ignored' // a list of ids gives everything
  | 'no-descriptions' // what was posted is shown without its description
  | 'key-refused'

type Kept = {
  id: string
  token: string
  asked: number
  service_code: string
  form: URLSearchParams
  status: string
  status_notes: string
  at_ms: number
  updated_ms: number
  expected_ms?: number
}
type KeptUpdate = {
  update_id: string
  service_request_id: string
  status: string
  description: string
  at_ms: number
}

const SERVICES: Record<string, readonly { code: string; required: boolean }[]> = {
  LAMP: [
    { code: 'POLE', required: true },
    { code: 'SOURCE', required: false },
  ],
  OTHER: [],
}

/** An Open311 server of another make, written from GeoReport v2 and mySociety's extension, with its oddities. */
export async function openOpen311Party(
  clock: Clock,
  { format, api_key = 'their-key' }: { format: 'json' | 'xml'; api_key?: string },
) {
  const odd = new Set<Oddity>()
  const requests: Kept[] = []
  const updates: KeptUpdate[] = []
  const calls: string[] = []
  const hanging = new Set<ServerResponse>()
  let losses = 0

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://party')
    calls.push(`${request.method} ${url.pathname}`)
    const form = new URLSearchParams(await bodyOf(request))
    const reply = (status: number, root: string, member: string, items: readonly object[]) =>
      write(response, status, root, member, items)
    if (odd.has('hangs')) return void hanging.add(response)
    if (odd.has('redirects'))
      return response.writeHead(302, { location: 'http://elsewhere.example/' }).end()
    if (odd.has('html-error'))
      return response
        .writeHead(502, { 'content-type': 'text/html' })
        .end('<!DOCTYPE html><html><body><h1>Bad gateway</h1><br></body></html>')
    if (odd.has('too-long')) return response.writeHead(200).end('['.padEnd(10_000_000, ' '))
    if (odd.has('xml-malformed'))
      return response
        .writeHead(200, { 'content-type': 'text/xml' })
        .end('<?xml version="1.0"?><service_requests><request><service_request_id>1</request>')
    const key = form.get('api_key') ?? url.searchParams.get('api_key')
    const error = (status: number, description: string) =>
      reply(odd.has('errors-with-200') ? 200 : status, 'errors', 'error', [
        { code: String(status), description },
      ])
    if (odd.has('errors-with-200')) return error(400, 'the form was not understood')
    if (odd.has('key-refused') || key !== api_key) return error(403, 'the api_key is wrong')
    const path = url.pathname.replace(`.${format}`, '')
    if (request.method === 'POST' && path === '/requests') return take(form)
    if (request.method === 'POST' && path === '/servicerequestupdates') return takeUpdate(form)
    if (path === '/discovery') return reply(200, 'discovery', '', [{ changeset: '2026-01-01' }])
    if (path === '/services')
      return reply(
        200,
        'services',
        'service',
        Object.keys(SERVICES).map((service_code) => ({
          service_code,
          service_name: service_code,
          description: 'a service',
          metadata: true,
          type: 'realtime',
        })),
      )
    if (path.startsWith('/services/')) return define(path.slice('/services/'.length))
    if (path.startsWith('/tokens/')) return ofToken(path.slice('/tokens/'.length))
    if (path === '/requests') return list(url.searchParams)
    if (path.startsWith('/requests/')) {
      const found = requests.filter(({ id }) => id === path.slice('/requests/'.length))
      return found.length === 0
        ? error(404, 'there is no such request')
        : reply(200, 'service_requests', 'request', found.map(shown))
    }
    if (path === '/servicerequestupdates') {
      const from_ms = Date.parse(url.searchParams.get('start_date') ?? '')
      const found = updates.filter(({ at_ms }) => at_ms >= from_ms)
      return reply(
        200,
        'service_request_updates',
        'request_update',
        found.map(({ at_ms, ...one }) => ({
          ...one,
          updated_datetime: moment(at_ms),
          media_url: '',
        })),
      )
    }
    return error(404, 'there is nothing here')

    function take(given: URLSearchParams) {
      const attributes = SERVICES[given.get('service_code') ?? '']
      if (!attributes) return error(404, 'service_code not found')
      const lacks = attributes.find(
        ({ code, required }) => required && !given.get(`attribute[${code}]`),
      )
      if (lacks) return error(400, `${lacks.code} is required`)
      const kept: Kept = {
        id: odd.has('numbers-as-ids') ? String(7000 + requests.length) : `P-${requests.length + 1}`,
        token: randomBytes(6).toString('hex'),
        asked: 0,
        service_code: given.get('service_code') ?? '',
        form: given,
        status: 'open',
        status_notes: '',
        at_ms: clock(),
        updated_ms: clock(),
      }
      requests.push(kept)
      if (odd.has('answer-lost') && losses++ === 0) return request.socket.destroy()
      const { id, token } = kept
      const own = odd.has('token')
        ? { token }
        : { service_request_id: odd.has('numbers-as-ids') ? Number(id) : id }
      return reply(201, 'service_requests', 'request', [
        odd.has('missing-elements') ? own : { ...own, service_notice: 'Dank u', account_id: '' },
      ])
    }

    function takeUpdate(given: URLSearchParams) {
      const update_id = given.get('update_id') ?? ''
      if (odd.has('repeats-refused') && updates.some((one) => one.update_id === update_id))
        return error(400, 'This update already exists')
      const service_request_id = given.get('service_request_id') ?? ''
      if (!requests.some(({ id }) => id === service_request_id))
        return error(400, 'no such request')
      const status = given.get('status') ?? ''
      const description = given.get('description') ?? ''
      updates.push({ update_id, service_request_id, status, description, at_ms: clock() })
      return reply(200, 'service_request_updates', 'request_update', [{ update_id }])
    }

    function define(code: string) {
      const attributes = SERVICES[code]
      if (!attributes) return error(404, 'no such service')
      const all = attributes.map((one) => ({
        variable: true,
        datatype: 'string',
        order: 1,
        description: one.code,
        ...one,
      }))
      if (format === 'json')
        return send(
          response,
          200,
          'application/json',
          JSON.stringify([{ service_code: code, attributes: all }]),
        )
      return send(
        response,
        200,
        'text/xml',
        `<?xml version="1.0" encoding="utf-8"?><service_definition><service_code>${code}</service_code><attributes>${all.map((one) => `<attribute>${elements(one)}</attribute>`).join('')}</attributes></service_definition>`,
      )
    }

    function ofToken(token: string) {
      const kept = requests.find((one) => one.token === token)
      if (!kept) return error(404, 'token not found')
      kept.asked += 1
      const own = kept.asked > 1 ? { service_request_id: kept.id, token } : { token }
      return reply(200, 'service_requests', 'request', [own])
    }

    function list(query: URLSearchParams) {
      const ids = query.get('service_request_id')?.split(',')
      if (ids && ids.length > 1 && odd.has('ids-not-listed')) return error(400, 'one id at a time')
      const isAll = !ids || odd.has('ids-ignored')
      const found = requests.filter(({ id }) => isAll || ids.includes(id))
      return reply(200, 'service_requests', 'request', found.map(shown))
    }
  })

  const moment = (at_ms: number) =>
    odd.has('fractional-seconds')
      ? new Date(at_ms).toISOString().replace('Z', '+00:00')
      : `${new Date(at_ms).toISOString().slice(0, 19)}Z`

  function shown(kept: Kept): object {
    const { id, status, status_notes, service_code, form, at_ms, updated_ms, expected_ms } = kept
    const own = { service_request_id: odd.has('numbers-as-ids') ? Number(id) : id, status }
    if (odd.has('missing-elements')) return own
    return {
      ...own,
      status_notes,
      service_code,
      service_name: service_code,
      description: odd.has('no-descriptions') ? '' : (form.get('description') ?? ''),
      requested_datetime: moment(at_ms),
      updated_datetime: moment(updated_ms),
      expected_datetime: expected_ms === undefined ? '' : moment(expected_ms),
      lat: form.get('lat'),
      long: form.get('long'),
      agency_responsible: 'Straße & Café',
    }
  }

  function write(
    response: ServerResponse,
    status: number,
    root: string,
    member: string,
    items: readonly object[],
  ) {
    if (format === 'json') {
      const [only] = items
      const body =
        odd.has('single-no-array') && items.length === 1
          ? only
          : odd.has('wrapped') && root === 'service_requests'
            ? { service_requests: { request: items } }
            : items
      return send(response, status, 'application/json', JSON.stringify(body))
    }
    const inner = items
      .map((one) => (member === '' ? elements(one) : `<${member}>${elements(one)}</${member}>`))
      .join('')
    send(
      response,
      status,
      'text/xml',
      `<?xml version="1.0" encoding="utf-8"?>\n<${root}>${inner}</${root}>`,
    )
  }

  function send(response: ServerResponse, status: number, type: string, text: string) {
    const charset = odd.has('wrong-charset') ? 'latin1' : 'utf8'
    response.writeHead(status, { 'content-type': `${type}; charset=utf-8` })
    response.end(Buffer.from(text, charset))
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    host: `127.0.0.1:${port}`,
    api_key,
    odd,
    requests,
    updates,
    calls,
    /** The party says something of a request in its status, as its list shows it. */
    setStatus(id: string, status: string, own: { notes?: string; expected_ms?: number } = {}) {
      const kept = requests.find((one) => one.id === id)
      if (!kept) throw new Error(`the party has no request ${id}`)
      kept.status = status
      kept.status_notes = own.notes ?? ''
      kept.updated_ms = clock()
      if (own.expected_ms !== undefined) kept.expected_ms = own.expected_ms
    },
    /** The party writes an update of its own. */
    update(service_request_id: string, status: string, description = '') {
      const update_id = `U${updates.length + 1}`
      updates.push({ update_id, service_request_id, status, description, at_ms: clock() })
    },
    async [Symbol.asyncDispose]() {
      for (const one of hanging) one.destroy()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
export type Open311Party = Awaited<ReturnType<typeof openOpen311Party>>

async function bodyOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(piece as Buffer)
  return Buffer.concat(pieces).toString()
}

function elements(item: object): string {
  return Object.entries(item)
    .map(([name, value]) => `<${name}>${escaped(value === null ? '' : String(value))}</${name}>`)
    .join('')
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
