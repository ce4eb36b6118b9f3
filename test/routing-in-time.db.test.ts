import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { importPlaces } from '#modules/places'
import { type ApiTown, openApiTown } from './api-town.ts'
import { AREAS, agreementOf } from './small-town.ts'
import { NOORDDIJK } from './town.ts'

/** Three facts that came at their own time: each moment has its party, and so has what was known of it then. */
describe('who is responsible, at any moment, as known at any moment', () => {
  let api: ApiTown
  before(async () => {
    api = await openApiTown()
    const { town, app } = api
    // In June: the litter of the town goes from the team to Groenwerk on 1 September.
    town.at('2026-06-10T10:00:00+02:00')
    const litter = { categories: ['litter'], rank: 5 }
    await town.enter([
      agreementOf({
        id: 'litter-2',
        party: 'groenwerk',
        ...litter,
        validity: { from: '2026-09-01' },
      }),
    ])
    // In July: the harbour has an agreement of its own, and grows to the west.
    town.at('2026-07-10T10:00:00+02:00')
    await town.enter([
      agreementOf({
        id: 'haven',
        party: 'straatwerk',
        categories: ['litter'],
        rank: 5,
        scope: { areas: ['haven'] },
        validity: { from: '2026-08-01' },
      }),
    ])
    town.at('2026-07-20T10:00:00+02:00')
    const [centrum, haven] = AREAS
    assert(centrum && haven)
    const ring = [
      [5.01, 52],
      [5.04, 52],
      [5.04, 52.02],
      [5.01, 52.02],
      [5.01, 52],
    ]
    const areas = [{ ...haven, geometry: { type: 'Polygon' as const, coordinates: [ring] } }]
    const { pool, committer } = app
    const source = 'a border that moved'
    await importPlaces({ pool, committer, municipality: NOORDDIJK }, { areas, assets: [], source })
    app.towns.touch(NOORDDIJK)
    // In October it is found that since 15 August it was to be the neighbours' group.
    town.at('2026-10-05T10:00:00+02:00')
    await town.enter([
      agreementOf({
        id: 'haven',
        party: 'buurtgroep',
        categories: ['litter'],
        rank: 5,
        scope: { areas: ['haven'] },
        validity: { from: '2026-08-15' },
      }),
    ])
    town.at('2026-10-10T10:00:00+02:00')
  })
  after(() => api[Symbol.asyncDispose]())

  const WEST = { lon: 5.005, lat: 52.01 }
  const MOVED = { lon: 5.015, lat: 52.01 }
  const HARBOUR = { lon: 5.03, lat: 52.01 }

  async function partyAt(place: { lon: number; lat: number }, at: string, knownAt?: string) {
    const query = new URLSearchParams({
      category: 'litter',
      lon: `${place.lon}`,
      lat: `${place.lat}`,
    })
    query.set('at', `${at}T12:00:00Z`)
    if (knownAt !== undefined) query.set('knownAt', `${knownAt}T12:00:00Z`)
    const told = await api.get(`/routing?${query}`, { as: 'desk' })
    assert.equal(told.status, 200, told.text)
    return told.json.chosen?.party.id
  }

  it('follows a contract that changes on a date', async () => {
    assert.equal(await partyAt(WEST, '2026-08-31'), 'wijkteam')
    assert.equal(await partyAt(WEST, '2026-09-01'), 'groenwerk')
    // Before it was entered nobody knew of it.
    assert.equal(await partyAt(WEST, '2026-09-01', '2026-06-09'), 'wijkteam')
    assert.equal(await partyAt(WEST, '2026-09-01', '2026-06-11'), 'groenwerk')
  })

  it('follows a border that moved, from when that was known', async () => {
    assert.equal(await partyAt(MOVED, '2026-08-05', '2026-07-15'), 'wijkteam')
    assert.equal(await partyAt(MOVED, '2026-08-05', '2026-07-25'), 'straatwerk')
    assert.equal(await partyAt(HARBOUR, '2026-08-05', '2026-07-15'), 'straatwerk')
  })

  it('tells of a correction that came too late both what is right and what was known', async () => {
    assert.equal(await partyAt(HARBOUR, '2026-08-20', '2026-09-30'), 'straatwerk')
    assert.equal(await partyAt(HARBOUR, '2026-08-20', '2026-10-06'), 'buurtgroep')
    assert.equal(await partyAt(HARBOUR, '2026-08-20'), 'buurtgroep')
    // The version that came later begins later: before that day the earlier one holds.
    assert.equal(await partyAt(HARBOUR, '2026-08-10'), 'straatwerk')
    assert.equal(await partyAt(HARBOUR, '2026-07-31'), 'wijkteam')
  })

  it('knew nothing before the first entry', async () => {
    const known = '2020-01-01T00:00:00Z'
    const query = `category=litter&lon=5.03&lat=52.01&knownAt=${known}`
    const told = await api.get(`/routing?${query}`, { as: 'desk' })
    assert.deepEqual([told.status, told.json.type], [400, '/problems/category-unknown'])
  })

  it('tells everybody who is responsible now, and of the confidential nothing', async () => {
    const own = `municipality=${NOORDDIJK}`
    const now = await api.get(`/routing?${own}&category=lamp-out&asset=L1`, {
      headers: { 'accept-language': 'en' },
    })
    assert.equal(now.status, 200, now.text)
    assert.deepEqual(now.json.chosen.party, { id: 'lichtwerk', name: 'Lichtwerk B.V.' })
    assert.match(now.json.sentence, /Lichtwerk/)
    const asked = async (query: string) => {
      const { status, json } = await api.get(`/routing?${own}&${query}`)
      return [status, json.type]
    }
    const at = 'at=2026-09-01T00:00:00Z'
    const place = 'lon=5.01&lat=52.01'
    assert.deepEqual(await asked(`category=litter&${place}&${at}`), [
      403,
      '/problems/routing-past-for-staff',
    ])
    assert.deepEqual(await asked(`category=nuisance&${place}`), [400, '/problems/category-unknown'])
    assert.deepEqual(await asked('category=litter'), [400, '/problems/place-missing'])
    assert.deepEqual(await asked('category=litter&asset=L999'), [400, '/problems/asset-unknown'])
    assert.deepEqual(await asked('category=litter&lon=5.06&lat=52.01'), [
      400,
      '/problems/place-outside-municipality',
    ])
    const staff = await api.get(`/routing?category=nuisance&${place}`, { as: 'desk' })
    assert.equal(staff.json.chosen.party.id, 'wijkteam')
  })
})
