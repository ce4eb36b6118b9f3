import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { startOfLocalDate_ms } from '#modules/agreements'
import { importPlaces } from '#modules/places'
import { replayDecisions } from '../src/composition/replay.ts'
import { type ApiTown, openApiTown } from './api-town.ts'
import { changeCategory, moveBorder } from './moving-town.ts'
import { AREAS, agreementOf } from './small-town.ts'
import { NOORDDIJK, ZUIDDIJK } from './town.ts'

const day = startOfLocalDate_ms
const LAND = { lon: 5.035, lat: 52.01 }

/** The land at 5.035 goes from Noorddijk to Zuiddijk: told in June, to happen at midnight of 1 September. */
describe('a border between two municipalities that moves', () => {
  let api: ApiTown
  before(async () => {
    api = await openApiTown()
    const { town } = api
    await town.enter(
      [agreementOf({ id: 'zuid-litter', party: 'groenwerk', categories: ['litter'] })],
      ZUIDDIJK,
    )
    town.at('2026-06-20T10:00:00+02:00')
    assert.equal(await moveBorder(town, 5.03, day('2026-09-01')), true)
    assert.equal(await moveBorder(town, 5.03, day('2026-09-01')), false, 'the same changes nothing')
  })
  after(() => api[Symbol.asyncDispose]())

  const report = (municipality: string, place = LAND) =>
    api.app.reportSignal(municipality, {
      channel: 'rest',
      source: 'public',
      category: 'litter',
      place,
      words: { description: `at ${api.town.clock()}` },
      contact: {},
      clientAddress: '192.0.2.1',
    })

  async function isOf(municipality: string, at: string, knownAt?: string): Promise<boolean> {
    const query = new URLSearchParams({ category: 'litter', lon: '5.035', lat: '52.01', at })
    if (knownAt !== undefined) query.set('knownAt', knownAt)
    const as = municipality === NOORDDIJK ? 'desk' : 'zuiddijkDesk'
    const { status, json, text } = await api.get(`/routing?${query}`, { as })
    if (status === 200) {
      assert.equal(json.chosen.party.id, municipality === NOORDDIJK ? 'wijkteam' : 'groenwerk')
      return true
    }
    assert.equal(json.type, '/problems/place-outside-municipality', text)
    return false
  }

  async function assertHolder(holder: string, at: string, knownAt?: string): Promise<void> {
    for (const id of [NOORDDIJK, ZUIDDIJK])
      assert.equal(await isOf(id, at, knownAt), id === holder, `${id} at ${at}, as of ${knownAt}`)
  }

  it('that was entered before its date moves at local midnight', async () => {
    const [last, first] = ['2026-08-31T21:59:59.999Z', '2026-08-31T22:00:00.000Z']
    await assertHolder(NOORDDIJK, last)
    await assertHolder(ZUIDDIJK, first)
    await assertHolder(NOORDDIJK, first, '2026-06-19T12:00:00Z')
    await assertHolder(ZUIDDIJK, first, '2026-06-21T12:00:00Z')
  })

  it('lets no restart and no other process see it earlier or later', async () => {
    const other = await api.town.open()
    try {
      for (const [moment, holder] of [
        ['2026-08-31T23:59:59.999+02:00', NOORDDIJK],
        ['2026-09-01T00:00:00+02:00', ZUIDDIJK],
      ] as const) {
        api.town.at(moment)
        for (const app of [api.app, other])
          for (const id of [NOORDDIJK, ZUIDDIJK]) {
            const answer = await app.reportSignal(id, {
              channel: 'rest',
              source: 'public',
              category: 'litter',
              place: LAND,
              words: {},
              contact: {},
              clientAddress: '192.0.2.1',
            })
            assert.equal(answer.ok, id === holder, `${id} at ${moment}`)
          }
      }
    } finally {
      await other[Symbol.asyncDispose]()
    }
  })

  it('sends a report to the municipality that has the land now, and tells so at every door', async () => {
    api.town.at('2026-09-02T09:00:00+02:00')
    const taken = await report(ZUIDDIJK)
    assert(taken.ok && !taken.isRepeat)
    assert.deepEqual(
      taken.case.assignments.map(({ party }) => party),
      ['groenwerk'],
    )
    const refused = await report(NOORDDIJK)
    assert(!refused.ok)
    assert.equal(refused.refusal.reason, 'place-outside-municipality')
    assert.match(refused.refusal.detail.nl, /sinds 1 september 2026 in de gemeente Zuiddijk/)
    assert.match(refused.refusal.detail.en, /Since 1 September 2026 .* of Zuiddijk/)
    const body = { category: 'litter', place: LAND }
    const rest = await api.post(`/signals?municipality=${NOORDDIJK}`, {
      body,
      headers: { 'accept-language': 'en' },
    })
    assert.deepEqual([rest.status, rest.json.type], [400, '/problems/place-outside-municipality'])
    assert.match(rest.json.detail, /Zuiddijk. Report it there/)
    const form = new URLSearchParams({ service_code: 'litter', lat: '52.01', long: '5.035' })
    const open311 = await api.app.http.request(`/open311/v2/${NOORDDIJK}/requests.json`, {
      method: 'POST',
      body: form,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
    assert.equal(open311.status, 400)
    assert.match(await open311.text(), /Zuiddijk/)
  })

  it('that was entered after its date is right for the past, and was not known then', async () => {
    api.town.at('2026-11-05T10:00:00+01:00')
    await moveBorder(api.town, 5.0375, day('2026-10-01'))
    const [before, since] = ['2026-09-30T12:00:00Z', '2026-10-15T12:00:00Z']
    await assertHolder(ZUIDDIJK, before)
    await assertHolder(NOORDDIJK, since)
    await assertHolder(ZUIDDIJK, since, '2026-11-04T12:00:00Z')
    await assertHolder(NOORDDIJK, since, '2026-11-06T12:00:00Z')
    assert((await report(NOORDDIJK)).ok)
  })

  it('leaves open cases where they are, and shows the desk which, and why', async () => {
    const before = await api.get('/moved-cases', { as: 'desk' })
    assert.deepEqual([before.status, before.json.items], [200, []])
    const own = await report(NOORDDIJK)
    assert(own.ok)
    await moveBorder(api.town, 5.03, day('2026-12-01'))
    api.town.at('2026-12-02T10:00:00+01:00')
    const told = await api.get('/moved-cases', {
      as: 'desk',
      headers: { 'accept-language': 'en' },
    })
    assert.equal(told.status, 200, told.text)
    const moved = told.json.items.find(({ number }: { number: string }) => number === own.number)
    assert.deepEqual(moved.nowIn, { municipality: ZUIDDIJK, name: 'Zuiddijk' })
    assert.equal(moved.since, '2026-11-30T23:00:00.000Z')
    assert.match(moved.reason, /Since 1 December 2026 .* Zuiddijk. The case stays here/)
    const { json } = await api.get(`/cases/${own.number}`, { as: 'desk' })
    assert.equal(json.status, 'open')
    assert.deepEqual(
      json.parties.map(({ id }: { id: string }) => id),
      ['wijkteam'],
    )
    assert.deepEqual((await api.get('/moved-cases', { as: 'zuiddijkDesk' })).json.items, [])
    for (const as of ['public', 'integrator', 'party'] as const) {
      const { status } = await api.get(`/moved-cases?municipality=${NOORDDIJK}`, { as })
      assert.ok(status === 401 || status === 403, `${as}: ${status}`)
    }
    const page = await api.get('/moved-cases?limit=1', { as: 'desk' })
    assert.equal(page.json.items.length, 1)
  })

  it('lets an object stay with the municipality in whose register it stands', async () => {
    await moveBorder(api.town, 5.01, day('2027-01-01'))
    api.town.at('2027-01-02T10:00:00+01:00')
    const lamp = await api.town.report({ category: 'lamp-out', asset: 'L12' })
    assert(!lamp.isRepeat)
    assert.deepEqual(
      lamp.case.assignments.map(({ party }) => party),
      ['lichtwerk'],
    )
  })

  it('leaves every decision to be taken again exactly, also after categories and areas changed', async () => {
    const { town, app } = api
    const [centrum] = AREAS
    assert(centrum)
    // Under lighting the tree has no agreement: by today's categories the decisions of before would be others.
    const moved = await changeCategory(town, 'litter', { parent: 'lighting' })
    assert.deepEqual(moved, { accepted: true, changed: 1 })
    const { pool, committer } = app
    await importPlaces(
      { pool, committer, municipality: NOORDDIJK, now_ms: town.clock() },
      { areas: [{ ...centrum, kind: 'contract-zone' }], assets: [], source: 'zones' },
    )
    app.towns.touchAll()
    await town.report({ category: 'litter', place: { lon: 5.005, lat: 52.01 } })
    for (const id of [NOORDDIJK, ZUIDDIJK]) {
      const { decisions, same, different } = await replayDecisions(app, id)
      assert.deepEqual(different, [])
      assert.equal(same, decisions)
      assert.ok(decisions >= 1, `${id}: ${decisions} decisions`)
    }
  })
})

describe('a category that changes on a moment', () => {
  let api: ApiTown
  before(async () => {
    api = await openApiTown()
  })
  after(() => api[Symbol.asyncDispose]())

  const isListed = async (id: string) => {
    const { json } = await api.get(`/categories?municipality=${NOORDDIJK}&limit=200`)
    return json.items.find((one: { id: string }) => one.id === id)?.visibility
  }
  const routed = async (category: string, at: string, knownAt?: string) => {
    const known = knownAt === undefined ? '' : `&knownAt=${knownAt}`
    const query = `category=${category}&lon=5.005&lat=52.01&at=${at}${known}`
    const { status, json, text } = await api.get(`/routing?${query}`, { as: 'desk' })
    assert.equal(status, 200, text)
    return json.chosen?.party.id
  }

  it('is confidential from the minute on that was said, and not before', async () => {
    const { town } = api
    await changeCategory(town, 'litter', { visibility: 'confidential' }, day('2026-07-01'))
    const visibilityAt = async (moment: string, lon: number) => {
      town.at(moment)
      const { caseId } = await town.report({ category: 'litter', place: { lon, lat: 52.01 } })
      return [await isListed('litter'), (await town.case(caseId)).visibility]
    }
    assert.deepEqual(await visibilityAt('2026-06-30T23:59:59.999+02:00', 5.005), [
      'public',
      'public',
    ])
    assert.deepEqual(await visibilityAt('2026-07-01T00:00:00+02:00', 5.015), [
      'confidential',
      'confidential',
    ])
    const hidden = await api.get(`/routing?municipality=${NOORDDIJK}&category=litter&lon=5&lat=52`)
    assert.equal(hidden.json.type, '/problems/category-unknown')
  })

  it('has the priority of each moment, as known at each moment', async () => {
    const { town } = api
    town.at('2026-08-01T10:00:00+02:00')
    await town.enter([
      agreementOf({
        id: 'urgent-trees',
        party: 'straatwerk',
        categories: ['tree'],
        scope: { priorities: ['urgent'] },
      }),
    ])
    const plain = await routed('tree', '2026-08-01T09:00:00Z')
    assert.notEqual(plain, 'straatwerk')
    // Without a date: from now on.
    town.at('2026-08-10T10:00:00+02:00')
    await changeCategory(town, 'tree', { priority: 'urgent' })
    assert.equal(await routed('tree', '2026-08-10T07:59:00Z'), plain)
    assert.equal(await routed('tree', '2026-08-10T08:00:00Z'), 'straatwerk')
    assert.equal(await routed('tree', '2026-08-12T08:00:00Z', '2026-08-09T08:00:00Z'), plain)
    // In October it is found that it was to be so since 5 August, and no longer since September.
    town.at('2026-10-01T10:00:00+02:00')
    await changeCategory(town, 'tree', { priority: 'urgent' }, day('2026-08-05'))
    await changeCategory(town, 'tree', { priority: 'normal' }, day('2026-09-01'))
    assert.equal(await routed('tree', '2026-08-06T08:00:00Z'), 'straatwerk')
    assert.equal(await routed('tree', '2026-08-06T08:00:00Z', '2026-09-30T08:00:00Z'), plain)
    assert.equal(await routed('tree', '2026-09-02T08:00:00Z'), plain)
    assert.equal(await routed('tree', '2026-09-02T08:00:00Z', '2026-09-30T08:00:00Z'), 'straatwerk')
  })

  it('is not entered where the tree would break on a later day', async () => {
    const { app, clock } = api.town
    await changeCategory(api.town, 'graffiti', { parent: 'bench' }, clock() + 1_000_000)
    const answer = await changeCategory(api.town, 'bench', { parent: 'graffiti' })
    assert.deepEqual(answer.accepted, false)
    assert(!answer.accepted && answer.faults.some(({ fault }) => fault === 'circle'))
    assert.equal((await app.towns.get(NOORDDIJK)).categories.get('bench')?.parent, undefined)
  })
})
