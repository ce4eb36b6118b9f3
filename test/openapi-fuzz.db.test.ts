import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import fc from 'fast-check'
import {
  type ApiTown,
  BODIES,
  type Caller,
  type DocumentedOperation,
  filled,
  KEYS,
  openApiTown,
  operationsIn,
} from './api-town.ts'
import { NOORDDIJK } from './town.ts'

const RUNS = Number(process.env.FUZZ_RUNS ?? 60)
/** Requests of one operation that are under way at once: they meet one another as those of strangers do. */
const AT_ONCE = 6

const CALLERS: readonly Caller[] = ['public', ...(Object.keys(KEYS) as (keyof typeof KEYS)[])]
const AWKWARD = [
  '',
  ' ',
  '0',
  '-1',
  '1e400',
  'NaN',
  'null',
  '\u0000',
  '\ud800',
  '../../etc/passwd',
  '%00',
  '%E0%A4%A',
  "' or 1=1 --",
  '{"$ne":1}',
  '__proto__',
  'constructor',
  'GM9801-26-000001',
  '00000000-0000-0000-0000-000000000000',
  '2026-02-30',
  '9999999999999999999999',
  '🏮'.repeat(300),
  'a'.repeat(5_000),
] as const

const awkward = fc.oneof(fc.constantFrom(...AWKWARD), fc.string({ unit: 'binary', maxLength: 40 }))
const anything = fc.oneof(
  { weight: 2, arbitrary: awkward },
  fc.constantFrom<unknown>(null, true, -0, 1e308, 2 ** 53, -1, 0.1, [], {}, [[]], ['', '']),
  fc.jsonValue({ maxDepth: 3 }),
)

/** A body that is right but for one place, or nothing like it. */
function bodyOf(right: unknown): fc.Arbitrary<unknown> {
  const changed =
    right !== null && typeof right === 'object'
      ? fc
          .tuple(fc.constantFrom(...Object.keys(right), 'unknown', '__proto__'), anything)
          .map(([name, value]) =>
            JSON.parse(
              JSON.stringify(right)
                .replace(/}$/, '')
                .concat(
                  JSON.stringify(right) === '{}' ? '' : ',',
                  JSON.stringify(name),
                  ':',
                  JSON.stringify(value) ?? 'null',
                  '}',
                ),
            ),
          )
      : anything
  return fc.oneof(
    { weight: 4, arbitrary: changed },
    { weight: 1, arbitrary: fc.constant(right) },
    anything,
  )
}

type Shot = {
  as: Caller
  isReal: boolean
  name: string
  query: [string, string][]
  headers: [string, string][]
  body: unknown
  text: string | undefined
  type: string
}

function shotAt(operationId: string, operation: DocumentedOperation): fc.Arbitrary<Shot> {
  const named = (where: string) =>
    (operation.parameters ?? []).filter((one) => one.in === where).map(({ name }) => name)
  const pairs = (names: readonly string[], value: fc.Arbitrary<string>) =>
    fc.array(fc.tuple(fc.constantFrom(...names), value), { maxLength: 3 })
  const header = fc.constantFrom(
    '',
    '"1"',
    '*',
    'W/"1"',
    '"',
    '1',
    'x'.repeat(300),
    '"99999999999"',
  )
  return fc.record({
    as: fc.constantFrom(...CALLERS),
    isReal: fc.boolean(),
    name: awkward,
    query: pairs([...named('query'), 'unknown', 'municipality'], awkward),
    headers: pairs([...named('header'), 'accept-language', 'if-match', 'last-event-id'], header),
    body: bodyOf(BODIES[operationId]),
    text: fc.option(fc.constantFrom('{', '[', '"', '{"a":', `${'['.repeat(4_000)}`, '\u0000', ''), {
      nil: undefined,
      freq: 4,
    }),
    type: fc.constantFrom(
      'application/json',
      'application/json',
      'application/json',
      'application/json; charset=utf-16',
      'application/cloudevents+json',
      'application/cloudevents-batch+json',
      'multipart/form-data',
      'multipart/form-data; boundary=x',
      'application/x-www-form-urlencoded',
      'text/plain',
      'x',
    ),
  })
}

describe('every operation of the document, given anything at all', () => {
  let api: ApiTown
  let operations: ReturnType<typeof operationsIn>
  let names: Record<string, string>
  before(async () => {
    api = await openApiTown()
    operations = operationsIn(await api.document())
    const { caseId, number } = await api.town.report({ category: 'lamp-out', asset: 'L1' })
    const { id } = await api.assignmentOf(caseId)
    names = {
      case: number,
      assignment: id,
      agreement: 'lighting',
      draft: 'next-year',
      area: 'centrum',
      asset: 'lamp-1',
    }
  })
  after(() => api[Symbol.asyncDispose]())

  async function fire(path: string, method: string, shot: Shot): Promise<Response> {
    const inPath = Object.fromEntries(
      [...path.matchAll(/\{(\w+)\}/g)].map(([, one = '']) => [
        one,
        (shot.isReal && names[one]) || shot.name.toWellFormed() || 'x',
      ]),
    )
    const search = new URLSearchParams(shot.query)
    if (shot.isReal) search.set('municipality', NOORDDIJK)
    const headers = new Headers(shot.headers)
    if (shot.as !== 'public') headers.set('authorization', `Bearer lk_of_${shot.as}`)
    const hasBody = method !== 'get'
    if (hasBody) headers.set('content-type', shot.type)
    return api.app.http.request(`/api/v1${filled(path, inPath)}?${search}`, {
      method: method.toUpperCase(),
      headers,
      ...(hasBody ? { body: shot.text ?? JSON.stringify(shot.body) ?? '' } : {}),
    })
  }

  it('answers with a status that it declares, errors as problems, and never with a fault', async () => {
    for (const { path, method, operation } of operations) {
      const { operationId, responses } = operation
      let pending: Promise<unknown>[] = []
      await fc.assert(
        fc.asyncProperty(shotAt(operationId, operation), async (shot) => {
          const work = fire(path, method, shot).then(async (answer) => {
            const type = answer.headers.get('content-type') ?? ''
            if (type.startsWith('text/event-stream')) await answer.body?.cancel()
            else await answer.text()
            const told = `${operationId}: ${answer.status} ${JSON.stringify(shot).slice(0, 600)}`
            // What is not a path at all, such as one with a slash in a name, leads nowhere.
            const isDeclared = String(answer.status) in responses || answer.status === 404
            assert(isDeclared && answer.status < 500, told)
            if (answer.status >= 400) assert.equal(type, 'application/problem+json', told)
          })
          pending.push(work)
          if (pending.length < AT_ONCE) return
          const all = pending
          pending = []
          await Promise.all(all)
        }),
        { numRuns: RUNS, endOnFailure: true },
      )
      await Promise.all(pending)
    }
  })

  it('and the towns are still whole: every case has an owner, and the doors answer', async () => {
    const { number } = await api.town.report({ category: 'lamp-out', asset: 'L2' })
    assert.equal((await api.get(`/cases/${number}`, { as: 'desk' })).status, 200)
    const cases = await api.get('/cases?status=open&limit=200', { as: 'desk' })
    for (const one of cases.json.items)
      assert(one.parties.length > 0 || one.atDesk.length > 0, JSON.stringify(one))
  })
})
