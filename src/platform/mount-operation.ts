import { type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { clientAddressOf } from './client-address.ts'
import { type Locale, type Operation, type Refuse, type Result, refuseWith } from './operation.ts'
import { type Catalogue, HTTP_PROBLEMS, type InputFault, problemOf } from './problem.ts'
import { canBeKept, readJson, readJsonWithPhotos, UNKEPT } from './read-json.ts'
import type { SentPhoto, UploadFinding } from './uploads.ts'

/** Says who calls and whether they may; a response is the refusal. */
export type Admit<Caller> = (
  c: Context,
  operation: Operation<Caller>,
) => Promise<Response | Admitted<Caller>>

/** Who was let in. */
type Admitted<Caller> = {
  caller: Caller
  query: Record<string, string | string[]>
  /** Does something before and after the work; what it throws is answered in its place. */
  around?: Around | undefined
}

export type Around = <T>(work: () => Promise<T>) => Promise<T>

/** Mounts one operation: who may, then what is asked, with all faults at once, and only then the work. */
export function mountOperation<Caller>(
  router: OpenAPIHono,
  operation: Operation<Caller>,
  admit: Admit<Caller>,
): void {
  const path = operation.path.replaceAll(/\{(\w+)\}/g, ':$1')
  const refuse = refuseWith(operation.problems)
  router.on(operation.method, path, async (c) => {
    const admitted = await admit(c, operation)
    if (admitted instanceof Response) return admitted
    const input = await readInput(c, operation, admitted.query)
    if ('refused' in input) return refuseUpload(refuse, input.refused)
    if ('faults' in input) return invalidInput(input.faults)
    const locale = localeOf(c.req.header('accept-language'))
    const { caller, around = (work) => work() } = admitted
    const call = { ...input, caller, locale, clientAddress: clientAddressOf(c) }
    const result = await around(() => operation.handle(call, refuse))
    if (!(result instanceof Response)) return answerWith(c, operation, result, locale)
    // Nobody reads the body of a HEAD: a stream would stay open for ever.
    if (c.req.raw.method === 'HEAD') await result.body?.cancel()
    return result
  })
}

export function invalidInput(faults: readonly InputFault[]): Response {
  const [first] = faults
  return problemOf(HTTP_PROBLEMS, 'input-invalid', {
    detail: first ? `${first.path || first.in}: ${first.message}` : 'The request is not valid.',
    faults,
  })
}

type Input = {
  path: unknown
  query: unknown
  headers: unknown
  body: unknown
  bytes: Uint8Array
  stream: ReadableStream<Uint8Array> | null
  photos: readonly SentPhoto[]
}

const NOTHING = new Uint8Array()

async function readInput<Caller>(
  c: Context,
  { parameters, body, media, isStreamed, withPhotos }: Operation<Caller>,
  query: Record<string, string | string[]>,
): Promise<Input | { faults: InputFault[] } | { refused: UploadFinding }> {
  const faults: InputFault[] = []
  const check = (where: string, schema: z.ZodType, value: unknown) => {
    const unkept = where === 'body' ? [] : Object.entries(value as object)
    for (const [name, text] of unkept)
      if (![text].flat().every((one) => canBeKept(String(one))))
        faults.push({ in: where, path: name, message: UNKEPT })
    const parsed = schema.safeParse(value)
    if (parsed.success) return parsed.data
    faults.push(...parsed.error.issues.flatMap((issue) => faultsOf(where, issue)))
    return undefined
  }
  const input: Input = {
    path: check('path', parameters.path, c.req.param()),
    query: check('query', parameters.query, asLists(parameters.query, query)),
    headers: check('header', parameters.headers, c.req.header()),
    body: undefined,
    bytes: media && !body && !isStreamed ? new Uint8Array(await c.req.arrayBuffer()) : NOTHING,
    stream: isStreamed ? c.req.raw.body : null,
    photos: [],
  }
  if (body) {
    const json = withPhotos ? await readJsonWithPhotos(c, withPhotos) : await readJson(c)
    if ('refused' in json) return json
    if (json.ok && json.photos) input.photos = json.photos
    if (json.ok) input.body = check('body', body, json.value)
    else faults.push({ in: 'body', path: '', message: json.message })
  }
  return faults.length > 0 ? { faults } : input
}

/** With the name of the field in which the photo was, or the limit that it met. */
function refuseUpload(refuse: Refuse<Catalogue>, { fault, about }: UploadFinding): Response {
  return refuse(fault, {
    about,
    ...(fault === 'uploads-busy' ? { headers: { 'retry-after': '5' } } : {}),
  })
}

function faultsOf(where: string, issue: z.core.$ZodIssue): InputFault[] {
  const path = issue.path.map(String)
  if (issue.code !== 'unrecognized_keys')
    return [{ in: where, path: path.join('.'), message: issue.message }]
  return issue.keys.map((key) => ({
    in: where,
    path: [...path, key].join('.'),
    message: where === 'query' ? 'there is no such parameter' : 'there is no such field',
  }))
}

/** A parameter that may be repeated is a list, also when it is given once. */
function asLists(schema: z.ZodObject, query: Record<string, string | string[]>) {
  return Object.fromEntries(
    Object.entries(query).map(([name, value]) => {
      const field = schema.shape[name]
      const inner = field instanceof z.ZodOptional ? field.unwrap() : field
      return [name, inner instanceof z.ZodArray ? [value].flat() : value]
    }),
  )
}

function answerWith<Caller>(
  c: Context,
  operation: Operation<Caller>,
  { status = 200, body, headers = {} }: Result<unknown>,
  locale: Locale,
): Response {
  // Read through its schema an answer has the fields in their order, and no other.
  const told = operation.answer.safeParse(body)
  const answer = c.json((told.success ? told.data : body) as object, status)
  answer.headers.set('content-language', locale)
  answer.headers.set('vary', 'Accept-Language, Authorization, Cookie, X-Api-Key')
  for (const [name, value] of Object.entries(headers)) answer.headers.set(name, value)
  const next = operation.method === 'get' && (body as { next?: unknown }).next
  if (typeof next === 'string') {
    const url = new URL(c.req.url)
    url.searchParams.set('cursor', next)
    answer.headers.set('link', `<${url.pathname}${url.search}>; rel="next"`)
  }
  return answer
}

/** The first of our languages with the highest weight (RFC 9110, 12.5.4); Dutch where none is asked for. */
export function localeOf(acceptLanguage = ''): Locale {
  let best: { locale: Locale; weight: number } = { locale: 'nl', weight: 0 }
  for (const range of acceptLanguage.slice(0, 500).split(',')) {
    const [tag = '', ...parameters] = range
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/)
    const locale = (['nl', 'en'] as const).find((one) => tag === one || tag.startsWith(`${one}-`))
    const quality = parameters.find((one) => one.startsWith('q='))
    const weight = quality === undefined ? 1 : Number(quality.slice(2))
    if (locale && weight > best.weight) best = { locale, weight }
  }
  return best.locale
}
