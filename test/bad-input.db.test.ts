import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import sql from 'sql-template-tag'
import { v7 as newId } from 'uuid'
import type { App } from '../src/app.ts'
import { importAgreementsText } from '../src/composition/import-into-town.ts'
import { loadSampleTown } from '../src/composition/load-sample-town.ts'
import { sampleKeys } from '../src/composition/sample-keys.ts'
import { openTestApp, TEST_SECRET } from './test-app.ts'

const TOWN = 'GM9901'

describe('bad input gets one clear error and changes nothing', () => {
  const stack = new AsyncDisposableStack()
  let app: App
  let place: { lat: string; long: string }
  let neighbour: { lat: string; long: string }
  let before_: string

  before(async () => {
    app = stack.use(await openTestApp({ roles: ['serve'] }))
    const silent = { say: () => {}, newId: () => newId(), now_ms: Date.now() }
    await loadSampleTown(app, { scale: 0.1, secretKey: TEST_SECRET, ...silent })
    const lampIn = async (municipality: string) => {
      const town = await app.towns.get(municipality)
      const lamp = [...town.assets.all()].find(({ type }) => type === 'lamp-post')
      assert.ok(lamp)
      return { lat: String(lamp.place[1]), long: String(lamp.place[0]) }
    }
    place = await lampIn(TOWN)
    neighbour = await lampIn('GM9902')
    before_ = await state()
  })
  after(async () => {
    await stack.disposeAsync()
  })

  /** All that could change: where the journal stands, and how many rows of anything there are. */
  async function state(): Promise<string> {
    const rows = await app.pool.read({ tenant: TOWN }, (query) =>
      query(sql`
        select position, epoch, numbers, encode(digest, 'hex') as digest,
          (select count(*) from vault.boxes) as boxes, (select count(*) from vault_keys.keys) as keys,
          (select count(*) from cases.signals) as signals, (select count(*) from platform.outbox) as outbox
        from journal.heads where municipality = ${TOWN}`),
    )
    return JSON.stringify(rows)
  }

  async function post(
    body: string | Uint8Array<ArrayBuffer>,
    headers: Record<string, string> = {},
  ) {
    const type = { 'content-type': 'application/x-www-form-urlencoded', 'accept-language': 'en' }
    const answer = await app.http.request(`/open311/v2/${TOWN}/requests.json`, {
      method: 'POST',
      body,
      headers: { ...type, ...headers },
    })
    return { status: answer.status, text: await answer.text() }
  }

  async function refuses(
    body: string | Uint8Array<ArrayBuffer>,
    status: number,
    words: RegExp,
    headers = {},
  ) {
    const answer = await post(body, headers)
    assert.equal(answer.status, status, answer.text)
    assert.match(answer.text, words)
    assert.equal(await state(), before_, 'nothing was changed')
  }

  const form = (fields: Record<string, string>) =>
    new URLSearchParams({ service_code: 'lamp-kapot', ...fields }).toString()

  it('a point at 0,0', () => refuses(form({ lat: '0', long: '0' }), 400, /place-at-zero/))

  it('a point in the neighbouring municipality, which is named', () =>
    refuses(form(neighbour), 400, /place-outside-municipality.*Oeverdam/))

  it('a point far away', () => refuses(form({ lat: '48.85', long: '2.35' }), 400, /Netherlands/))

  it('coordinates that were exchanged, which is said', () =>
    refuses(form({ lat: place.long, long: place.lat }), 400, /place-swapped/))

  it('a point that is no number', () => refuses(form({ lat: 'x', long: '5' }), 400, /coordinate/))

  it('half a point', () => refuses(form({ lat: place.lat }), 400, /lat-long-incomplete/))

  it('no place at all', () => refuses(form({}), 400, /location-missing/))

  it('an unknown category', () =>
    refuses(form({ ...place, service_code: 'ufo' }), 404, /service-code-not-found/))

  it('a task that only a party may ask for', () =>
    refuses(form({ ...place, service_code: 'kabel-afkoppelen' }), 404, /service-code-not-found/))

  it('an unknown asset', () => refuses(form({ address_id: 'nowhere-1' }), 400, /asset-unknown/))

  it('a moment in the future', () =>
    refuses(form({ ...place, requested_datetime: '2099-01-01T00:00:00Z' }), 400, /future/))

  it('text that is not UTF-8', () =>
    refuses(Buffer.from(`${form(place)}&description=caf\xe9`, 'latin1'), 400, /UTF-8/))

  it('text that is not UTF-8, escaped', () =>
    refuses(`${form(place)}&description=caf%E9`, 400, /UTF-8/))

  it('a NUL byte', () => refuses(`${form(place)}&description=a%00b`, 400, /nul-byte/i))

  it('a description of more than 4,000 characters', () =>
    refuses(form({ ...place, description: 'a'.repeat(4001) }), 400, /4000|4,000|4001/))

  it('a body of 50 MB', () => refuses(`a=${'b'.repeat(50 * 1024 * 1024)}`, 413, /at most/))

  it('another kind of body', () =>
    refuses('{}', 400, /content-type/i, { 'content-type': 'application/json' }))

  it('an unknown key', () => refuses(form({ ...place, api_key: 'lk_none' }), 403, /api-key/))

  it('a municipality that is not served here', async () => {
    const answer = await app.http.request('/open311/v2/GM0001/services.json')
    assert.equal(answer.status, 404)
  })

  const agreement = (change: string) => `
municipality: ${TOWN}
agreements:
  - id: test
    title: Test
    basis: contract
    party: lichtwerk-onderhoud
    validity: { from: 2026-01-01 }
    scope: { categories: [straatverlichting] }
    terms:
      reporter: { amount: 5, unit: working-days }
      party: { startsAt: receipt, milestones: [{ name: done, within: { amount: 5, unit: working-days } }] }
    ${change}
`
  async function refusesAgreement(text: string, words: RegExp) {
    const answer = await importAgreementsText(app, text, 'test')
    assert.equal(answer.ok, false)
    assert.match(JSON.stringify(answer), words)
    assert.equal(await state(), before_, 'nothing was changed')
  }

  it('an agreement that ends before it starts', () =>
    refusesAgreement(
      agreement('').replace('from: 2026-01-01', 'from: 2026-01-01, to: 2025-12-31'),
      /ends before it starts/,
    ))

  it('an agreement with a field that does not exist, with its line', () =>
    refusesAgreement(agreement('colour: blue'), /"line":13/))

  it('an agreement that names an unknown category, area, party', () =>
    refusesAgreement(
      agreement('')
        .replace('straatverlichting]', 'niets], areas: [nergens]')
        .replace('lichtwerk-onderhoud', 'niemand'),
      /niets.*nergens|niemand/,
    ))

  it('a NUL byte or half a character at the REST API, in path, query and body', async () => {
    const administrator = sampleKeys(TEST_SECRET).find(({ key }) => key.kind === 'administrator')
    const json = {
      authorization: `Bearer ${administrator?.token}`,
      'content-type': 'application/json',
    }
    const bodies = [Buffer.from('{"id":"\\u0000"}'), Buffer.from('{"id":"\\ud800"}')]
    const answers = await Promise.all([
      app.http.request(`/api/v1/cases/%00?municipality=${TOWN}`),
      app.http.request(`/api/v1/cases?municipality=${TOWN}&category=%00`),
      ...[...bodies, Buffer.from('{"id":"\xe9"}', 'latin1')].map((body) =>
        app.http.request('/api/v1/agreements', { method: 'POST', body, headers: json }),
      ),
    ])
    for (const answer of answers) {
      assert.equal(answer.status, 400)
      assert.match(await answer.text(), /NUL byte or half a character|not UTF-8/)
    }
    assert.equal(await state(), before_, 'nothing was changed')
  })

  it('an agreements file that is no YAML', () => refusesAgreement('a: [', /problems/))
})
