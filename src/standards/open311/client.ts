import type { CallOutside, OutsideReading } from '#platform/outgoing'
import {
  type Item,
  isItem,
  itemIn,
  itemsIn,
  readAnswer,
  type Tree,
  textIn,
} from './read-document.ts'
import { formatW3cDatetime, parseW3cDatetime } from './w3c-datetime.ts'

/** A server of another make, and what it wants to be told. */
export type ForeignServer = {
  /** Before `/requests.json`. */
  url: string
  format: 'json' | 'xml'
  jurisdiction_id?: string
  api_key?: string
}

/**
 * What came of a call. `isRefused`: the server read it and said no, and so has not done it; `isSent` is false only when
 * nothing can have arrived. Of anything else nobody knows whether it was done.
 */
export type ForeignResult<T> = { status: number; text: string; reading: OutsideReading } & (
  | { ok: true; value: T }
  | { ok: false; error: string; isSent: boolean; isRefused: boolean }
)

export type ForeignRequest = {
  service_request_id: string
  status: string | undefined
  status_notes: string | undefined
  service_code: string | undefined
  description: string | undefined
  updated_ms: number | undefined
  expected_ms: number | undefined
}
export type ForeignUpdate = {
  update_id: string
  service_request_id: string
  status: string | undefined
  description: string | undefined
  updated_ms: number | undefined
}
export type ForeignReceipt = {
  service_request_id: string | undefined
  token: string | undefined
  service_notice: string | undefined
}
export type ForeignAttribute = { code: string; isRequired: boolean }

/** So that ids may be asked for in one list, and are one part of a path. */
const FOREIGN_ID = /^[\w.:~-]{1,100}$/
const TOLD_OF_ANSWER = 300

/** Speaks GeoReport v2 to servers of other makes; what goes wrong is in the result, and nothing throws. */
export function createOpen311Client(call: CallOutside) {
  async function ask<T>(
    server: ForeignServer,
    path: string,
    options: { query?: Fields; form?: Fields; headers?: Record<string, string> },
    read: (tree: Tree) => T | undefined,
  ): Promise<ForeignResult<T>> {
    const { query = {}, form, headers } = options
    const base = server.url.replace(/\/+$/, '')
    const own = { jurisdiction_id: server.jurisdiction_id, api_key: server.api_key }
    // The key stands in an address only where the standard knows no other place for it.
    const asked = encode(form ? {} : { ...query, ...own })
    const url = `${base}/${path}.${server.format}${asked === '' ? '' : `?${asked}`}`
    const reading = await call(url, {
      method: form ? 'POST' : 'GET',
      headers: {
        accept: server.format === 'json' ? 'application/json' : 'text/xml',
        ...(form ? { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' } : {}),
        ...headers,
      },
      ...(form ? { body: encode({ ...form, ...own }) } : {}),
    })
    return resultOf(reading, server.api_key, read)
  }

  return {
    discovery: (server: ForeignServer) => ask(server, 'discovery', {}, (tree) => tree),
    services: (server: ForeignServer) =>
      ask(server, 'services', {}, (tree) =>
        itemsIn(tree, 'services', 'service').flatMap((one) => textIn(one, 'service_code') ?? []),
      ),
    definition: (server: ForeignServer, code: string) =>
      ask(server, `services/${encodeURIComponent(code)}`, {}, attributesIn),
    post: (server: ForeignServer, form: Fields, idempotencyKey: string) =>
      ask(server, 'requests', { form, headers: { 'idempotency-key': idempotencyKey } }, receiptIn),
    token: (server: ForeignServer, token: string) =>
      ask(server, `tokens/${encodeURIComponent(token)}`, {}, receiptOfToken),
    requests: (server: ForeignServer, query: { ids: readonly string[] } | Range) =>
      ask(server, 'requests', { query: queryOf(query) }, requestsIn),
    request: (server: ForeignServer, id: string) =>
      ask(server, `requests/${encodeURIComponent(id)}`, {}, requestsIn),
    updates: (server: ForeignServer, range: Range) =>
      ask(server, 'servicerequestupdates', { query: queryOf(range) }, updatesIn),
    postUpdate: (server: ForeignServer, form: Fields) =>
      ask(server, 'servicerequestupdates', { form }, () => true),
  }
}
export type Open311Client = ReturnType<typeof createOpen311Client>

/** A parameter with more than one value is given more than once. */
export type Fields = { readonly [name: string]: string | readonly string[] | undefined }
type Range = { start_ms: number; end_ms: number; service_code?: string }

function queryOf(query: { ids: readonly string[] } | Range): Fields {
  if ('ids' in query) return { service_request_id: query.ids.join(',') }
  return {
    service_code: query.service_code,
    start_date: formatW3cDatetime(query.start_ms),
    end_date: formatW3cDatetime(query.end_ms),
  }
}

function encode(fields: Fields): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(fields))
    for (const one of [value].flat()) if (one !== undefined && one !== '') search.append(name, one)
  return search.toString()
}

function resultOf<T>(
  reading: OutsideReading,
  key: string | undefined,
  read: (tree: Tree) => T | undefined,
): ForeignResult<T> {
  const { status, body, contentType, error, isSent, location } = reading
  const text = withoutKey(body.subarray(0, 4 * TOLD_OF_ANSWER).toString(), key).slice(
    0,
    TOLD_OF_ANSWER,
  )
  const no = (words: string, isRefused = false): ForeignResult<T> => {
    const said = withoutKey(words, key)
    return { ok: false, error: said, isSent, isRefused, status, text, reading }
  }
  if (error !== undefined) return no(error)
  if (status >= 300 && status < 400) {
    const host = URL.parse(location ?? '')?.host
    return no(`answered ${status}, a redirect${host ? ` to ${host}` : ''}, which is not followed`)
  }
  const document = readAnswer(body, contentType)
  const isSuccess = status >= 200 && status < 300
  if (!document.ok) {
    // An update may be answered with nothing at all.
    const nothing = isSuccess && body.length === 0 ? read(null) : undefined
    if (nothing !== undefined) return { ok: true, value: nothing, status, text, reading }
    return no(`answered ${status}: ${document.fault}`)
  }
  const errors = errorsIn(document.tree)
  if (!isSuccess || errors.length > 0) {
    const said = errors.join('; ') || 'without saying why'
    return no(`answered ${status}: ${said}`, status < 500 && errors.length > 0)
  }
  const value = read(document.tree)
  if (value === undefined) return no(`answered ${status}: what the standard asks for is missing`)
  return { ok: true, value, status, text, reading }
}

/** Some servers repeat the key that they refuse; what is told of an answer is kept, and read by people. */
function withoutKey(words: string, key: string | undefined): string {
  return key === undefined || key.length < 4 ? words : words.replaceAll(key, '█████')
}

/** What an answer says that is wrong, whatever its status: some servers answer 200 with a list of errors. */
function errorsIn(tree: Tree): string[] {
  const items = itemsIn(tree, 'errors', 'error')
  const isMarked = isItem(tree) && ('errors' in tree || 'error' in tree)
  const isOfErrors = items.length > 0 && items.every((one) => 'code' in one && 'description' in one)
  if (!isMarked && !isOfErrors) return []
  const said = items.flatMap((one) => {
    const words = ['code', 'description', 'error'].flatMap((name) => textIn(one, name) ?? [])
    return words.length === 0 ? [] : [words.join(' ')]
  })
  return said.length === 0 ? ['errors that it does not name'] : said
}

function receiptIn(tree: Tree): ForeignReceipt | undefined {
  for (const one of itemsIn(tree, 'service_requests', 'request')) {
    const id = textIn(one, 'service_request_id')
    const token = textIn(one, 'token')
    const service_request_id = id !== undefined && FOREIGN_ID.test(id) ? id : undefined
    if (service_request_id === undefined && (token === undefined || token.length > 500)) continue
    return { service_request_id, token, service_notice: textIn(one, 'service_notice') }
  }
  return undefined
}

/** Of a token that has no id yet the element is missing or empty, and that is an answer. */
function receiptOfToken(tree: Tree): ForeignReceipt | undefined {
  const none = { service_request_id: undefined, token: undefined, service_notice: undefined }
  return receiptIn(tree) ?? none
}

function requestsIn(tree: Tree): ForeignRequest[] {
  return itemsIn(tree, 'service_requests', 'request').flatMap((one) => {
    const service_request_id = textIn(one, 'service_request_id')
    if (service_request_id === undefined) return []
    return [
      {
        service_request_id,
        status: textIn(one, 'status'),
        status_notes: textIn(one, 'status_notes'),
        service_code: textIn(one, 'service_code'),
        description: textIn(one, 'description'),
        updated_ms: momentIn(one, 'updated_datetime'),
        expected_ms: momentIn(one, 'expected_datetime'),
      },
    ]
  })
}

function updatesIn(tree: Tree): ForeignUpdate[] {
  return itemsIn(tree, 'service_request_updates', 'request_update').flatMap((one) => {
    const service_request_id = textIn(one, 'service_request_id')
    const update_id = textIn(one, 'update_id')
    if (service_request_id === undefined || update_id === undefined) return []
    return [
      {
        update_id: update_id.slice(0, 200),
        service_request_id,
        status: textIn(one, 'status'),
        description: textIn(one, 'description'),
        updated_ms: momentIn(one, 'updated_datetime'),
      },
    ]
  })
}

function attributesIn(tree: Tree): ForeignAttribute[] {
  const [top] = itemsIn(tree, 'service_definition', 'service_definition')
  const list = top && (itemIn(top, 'attributes') ?? top.attributes)
  if (list === undefined || list === null || typeof list !== 'object') return []
  return itemsIn(list, 'attributes', 'attribute').flatMap((one) => {
    const code = textIn(one, 'code')
    const isVariable = textIn(one, 'variable') !== 'false'
    if (code === undefined) return []
    return [{ code, isRequired: isVariable && textIn(one, 'required') === 'true' }]
  })
}

const momentIn = (item: Item, name: string) => parseW3cDatetime(textIn(item, name) ?? '')
