import { type Context, Hono } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { type Clock, systemClock } from '#kernel/clock'
import type { Uploads } from '#platform/uploads'
import { type Document, FORMATS, type Format, MEDIA_TYPES, writeDocument } from './document.ts'
import { type Failure, finding, inWords, statusOf } from './errors.ts'
import { type FieldsResult, readUrlEncoded } from './fields.ts'
import { localeOf } from './locale.ts'
import { type Answer, isJurisdiction, type Operation } from './operation.ts'
import type { Locale, Open311Port } from './port.ts'
import { discovery } from './routes/discovery.ts'
import { getRequest, getRequests } from './routes/get-requests.ts'
import { getToken } from './routes/get-token.ts'
import { getUpdates } from './routes/get-updates.ts'
import { postRequest } from './routes/post-request.ts'
import { postUpdate } from './routes/post-update.ts'
import { serviceDefinition } from './routes/service-definition.ts'
import { serviceList } from './routes/service-list.ts'

/**
 * The methods of the standard and of mySociety's extension for updates, as `METHOD collection` or `METHOD collection/` with an id after it.
 */
const OPERATIONS: ReadonlyMap<string, Operation> = new Map([
  ['GET discovery', discovery],
  ['GET services', serviceList],
  ['GET services/', serviceDefinition],
  ['POST requests', postRequest],
  ['GET requests', getRequests],
  ['GET requests/', getRequest],
  ['GET tokens/', getToken],
  ['GET servicerequestupdates', getUpdates],
  ['POST servicerequestupdates', postUpdate],
])

export type Open311Options = {
  /** Takes in the photos of a form. */
  uploads: Uploads
  /**
   * Origin that clients know us by, such as `https://meldingen.example.nl`; else that of the call.
   */
  publicOrigin?: () => string
  endpointType?: 'production' | 'test'
  /** The address that a call came from, as the platform trusts it. */
  clientAddress?: (context: Context) => string
  /** Counts one more POST with this `api_key`, and gives how many seconds it has to wait, if at all. */
  waitOf?: (context: Context, apiKey: string | undefined) => Promise<number | undefined>
  clock?: Clock
  /**
   * Told of a fault before the client gets a 500 in the standard's form; without it the fault goes
   * up.
   */
  onFault?: (fault: Error) => void
}

/**
 * Open311 GeoReport v2, to be mounted where the path names the municipality:
 * `app.route('/open311/v2/:municipality', createOpen311Routes(port))`.
 * Source: https://wiki.open311.org/GeoReport_v2/
 */
export function createOpen311Routes(port: Open311Port, options: Open311Options): Hono {
  const routes = new Hono()
  const clock = options.clock ?? systemClock
  const started_ms = clock()
  const { onFault } = options
  routes.all('/:collection', (c) => respond(c, c.req.param('collection'), ''))
  routes.all('/:collection/:id', (c) =>
    respond(c, `${c.req.param('collection')}/`, c.req.param('id')),
  )
  routes.all('*', (c) => refuse(c, 'xml', finding('format-not-found', c.req.path)))
  if (onFault !== undefined) {
    routes.onError((fault, c) => {
      onFault(fault)
      const format = splitFormat(c.req.path).format ?? 'xml'
      return refuse(c, format, finding('service-failure'))
    })
  }
  return routes

  async function respond(c: Context, collection: string, member: string): Promise<Response> {
    const { stem, format } = splitFormat(member === '' ? collection : member)
    if (format === undefined) return refuse(c, 'xml', finding('format-not-found', c.req.path))
    const method = c.req.method === 'HEAD' ? 'GET' : c.req.method
    const operation = OPERATIONS.get(`${method} ${member === '' ? stem : collection}`)
    if (operation === undefined) return refuse(c, format, finding('not-found', c.req.path))
    if (!isDecodable(c.req.url)) return refuse(c, format, finding('not-utf-8', 'URL'))
    const municipality = port.municipality(c.req.param('municipality') ?? '')
    if (municipality === undefined) {
      const segment = c.req.param('municipality') ?? ''
      return refuse(c, format, finding('municipality-not-found', segment))
    }
    const { fields: query, findings } = readQuery(c.req.url)
    const jurisdictions = query.get('jurisdiction_id') ?? []
    const foreign = jurisdictions.find((id) => !isJurisdiction(municipality, id))
    if (foreign !== undefined) {
      return refuse(c, format, ...findings, finding('jurisdiction-not-found', foreign))
    }
    if (findings.length > 0) return refuse(c, format, ...findings)
    const locale = localeOf(c.req.header('accept-language'))
    const answer = await operation({
      port,
      municipality,
      locale,
      id: member === '' ? '' : stem,
      query,
      request: c.req,
      clientAddress: options.clientAddress?.(c) ?? '',
      endpoint: () => endpointOf(c, options.publicOrigin),
      endpointType: options.endpointType ?? 'production',
      started_ms,
      clock,
      uploads: options.uploads,
      waitOf: async (apiKey) => options.waitOf?.(c, apiKey),
    })
    return write(c, answer, format, locale)
  }
}

function write(c: Context, answer: Answer, format: Format, locale: Locale): Response {
  if ('document' in answer) return send(c, answer.document, 200, format, locale)
  const failures: readonly Failure[] =
    'problems' in answer ? answer.problems : answer.findings.map((f) => inWords(f, locale))
  const value = failures.map(({ code, description }) => ({ code, description }))
  const told = send(c, { root: 'errors', value }, statusOf(failures), format, locale)
  const limit = 'findings' in answer && answer.findings.find(({ code }) => code === 'rate-exceeded')
  if (limit) told.headers.set('retry-after', limit.about)
  return told
}

function refuse(c: Context, format: Format, ...findings: ReturnType<typeof finding>[]): Response {
  return write(c, { findings }, format, localeOf(c.req.header('accept-language')))
}

function send(
  c: Context,
  document: Document,
  status: ContentfulStatusCode,
  format: Format,
  locale: Locale,
): Response {
  return c.body(writeDocument(document, format), status, {
    'Content-Type': `${MEDIA_TYPES[format]}; charset=utf-8`,
    'Content-Language': locale,
    Vary: 'Accept-Language',
  })
}

function splitFormat(name: string): { stem: string; format: Format | undefined } {
  const dot = name.lastIndexOf('.')
  const extension = name.slice(dot + 1)
  const format = dot > 0 ? FORMATS.find((known) => known === extension) : undefined
  return { stem: dot > 0 ? name.slice(0, dot) : name, format }
}

function readQuery(url: string): FieldsResult {
  const mark = url.indexOf('?')
  return readUrlEncoded(mark === -1 ? '' : url.slice(mark + 1))
}

/** Whether the path is escaped UTF-8; the router leaves alone what it cannot decode. */
function isDecodable(url: string): boolean {
  if (!url.includes('%')) return true
  try {
    decodeURIComponent(url.split('?', 1)[0] ?? '')
    return true
  } catch {
    return false
  }
}

function endpointOf(c: Context, publicOrigin: (() => string) | undefined): string {
  const origin = publicOrigin?.() ?? new URL(c.req.url).origin
  return `${origin}${c.req.path.slice(0, c.req.path.lastIndexOf('/'))}`
}
