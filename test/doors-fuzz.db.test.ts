import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import fc from 'fast-check'
import { openTown, type SmallTown } from './town.ts'

const RUNS = Number(process.env.FUZZ_RUNS ?? 400)

const AWKWARD = [
  '',
  '-1',
  'NaN',
  '1e999',
  '\u0000',
  '🏮'.repeat(200),
  '../..',
  '%',
  '%zz',
  "';--",
  '<script>alert(1)</script>',
  '2026-02-30T25:00:00Z',
  'GM9801-26-000001',
  'lamp-out',
  '5.01',
  '52.01',
  'a'.repeat(10_000),
]
const awkward = fc.oneof(fc.constantFrom(...AWKWARD), fc.string({ maxLength: 30 }))

const FIELDS = [
  'service_code',
  'lat',
  'long',
  'address_string',
  'address_id',
  'description',
  'email',
  'media_url',
  'api_key',
  'jurisdiction_id',
  'attribute[x]',
  'attribute[x][]',
  'attribute[__proto__]',
  'service_request_id',
  'update_id',
  'updated_datetime',
  'status',
  'start_date',
  'end_date',
  'extensions',
  'requested_datetime',
  'unknown',
]
const form = fc
  .array(fc.tuple(fc.constantFrom(...FIELDS), awkward), { maxLength: 8 })
  .map((pairs) => new URLSearchParams(pairs).toString())

const OPEN311 = [
  'discovery',
  'services',
  'services/lamp-out',
  'requests',
  'requests/GM9801-26-000001',
  'tokens/x',
  'servicerequestupdates',
  'nowhere',
]
const TYPES = [
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'multipart/form-data; boundary=x',
  'application/json',
  'text/xml',
  '',
]

describe('doors without a document, given anything at all', () => {
  let town: SmallTown
  before(async () => {
    town = await openTown()
    await town.report({ category: 'lamp-out', asset: 'L1' })
  })
  after(() => town[Symbol.asyncDispose]())

  it('Open311 answers in its own form, and never with a fault', async () => {
    let good = 0
    const shot = fc.record({
      path: fc.constantFrom(...OPEN311),
      format: fc.constantFrom('.json', '.xml', ''),
      method: fc.constantFrom('GET', 'POST', 'HEAD', 'PUT'),
      query: form,
      body: fc.oneof(form, awkward),
      type: fc.constantFrom(...TYPES),
    })
    await fc.assert(
      fc.asyncProperty(shot, async ({ path, format, method, query, body, type }) => {
        const hasBody = method === 'POST' || method === 'PUT'
        const answer = await town.app.http.request(`/open311/v2/GM9801/${path}${format}?${query}`, {
          method,
          ...(hasBody ? { body, headers: { 'content-type': type } } : {}),
        })
        const text = await answer.text()
        assert(answer.status < 500, `${method} ${path}${format}: ${answer.status} ${text}`)
        if (answer.ok) good += 1
        if (format === '.json' && method !== 'HEAD' && text !== '') JSON.parse(text)
        if (format === '.xml' && method !== 'HEAD' && answer.status !== 405)
          assert.match(text, /^<\?xml version="1.0" encoding="(?:UTF|utf)-8"\?>/)
      }),
      { numRuns: RUNS },
    )
    assert(good > 0, 'some of them are right')
  })

  it('a page is a page whatever is asked, and never a fault', async () => {
    const part = fc.oneof(
      fc.constantFrom('cases', 'desk', 'duty', 'answer', 'GM9801-26-000001', 'feed.atom', 'x'),
      awkward,
    )
    const shot = fc.record({
      town: fc.constantFrom('GM9801', 'gm9801', 'GM0000', 'x'),
      parts: fc.array(part, { maxLength: 4 }),
      method: fc.constantFrom('GET', 'POST', 'HEAD'),
      query: form,
      body: form,
      cookie: fc.constantFrom('', 'lantaarn-desk-GM9801=x', 'a=b; c'),
    })
    await fc.assert(
      fc.asyncProperty(shot, async ({ town: id, parts, method, query, body, cookie }) => {
        const path = [id, ...parts.map(encodeURIComponent)].join('/')
        const type = 'application/x-www-form-urlencoded'
        const answer = await town.app.http.request(`/${path}?${query}`, {
          method,
          headers: { cookie, ...(method === 'POST' ? { 'content-type': type } : {}) },
          ...(method === 'POST' ? { body } : {}),
        })
        const text = await answer.text()
        assert(answer.status < 500, `${method} /${path}: ${answer.status} ${text.slice(0, 300)}`)
        assert.doesNotMatch(text, /<script>alert/)
      }),
      { numRuns: RUNS },
    )
  })
})
