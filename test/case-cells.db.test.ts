import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { cellToParent, latLngToCell } from 'h3-js'
import sql from 'sql-template-tag'
import { type ApiTown, type Caller, openApiTown } from './api-town.ts'
import { NOORDDIJK, ZUIDDIJK } from './town.ts'

type Told = { cell: string; cases: number }

const LITTER = { lon: 5.012, lat: 52.011 }
const FAR = { lon: 5.036, lat: 52.004 }
const EVERYBODY: readonly Caller[] = ['public', 'integrator', 'party', 'stranger']

describe('the map of cases', () => {
  let api: ApiTown
  before(async () => {
    api = await openApiTown()
    for (const lamp of [1, 2, 3]) await api.town.report({ category: 'lamp-out', asset: `L${lamp}` })
    await api.town.report({ category: 'litter', place: LITTER })
    await api.town.report({ category: 'tree', place: FAR })
    await api.town.report({ category: 'rough-sleeper', place: FAR })
    await api.town.report({ category: 'nuisance', place: FAR })
  })
  after(() => api[Symbol.asyncDispose]())

  async function map(query: string, as: Caller = 'public') {
    const isBound = as === 'desk' || as === 'administrator' || as === 'integrator'
    const own = isBound ? '' : `municipality=${NOORDDIJK}&`
    const { status, json } = await api.get(`/case-cells?${own}${query}`, { as })
    assert.equal(status, 200, JSON.stringify(json))
    return json as { resolution: number; total: number; cells: Told[]; cases?: { id: string }[] }
  }

  it('counts by cell, at each resolution the same cases', async () => {
    for (let resolution = 4; resolution <= 12; resolution++) {
      const told = await map(`resolution=${resolution}`)
      assert.deepEqual([told.resolution, told.total], [resolution, 5])
      assert.equal(
        told.cells.reduce((sum, { cases }) => sum + cases, 0),
        5,
      )
      assert.equal(told.cases?.length, 5)
      const cell = latLngToCell(LITTER.lat, LITTER.lon, Math.max(resolution, 9))
      const asked = resolution < 9 ? cellToParent(cell, resolution) : cell
      assert(
        told.cells.some((one) => one.cell === asked),
        String(resolution),
      )
    }
  })

  it('shows what touches a box, and what lies under a cell', async () => {
    const [west, south] = [LITTER.lon - 0.0005, LITTER.lat - 0.0005]
    const box = `bbox=${west},${south},${west + 0.001},${south + 0.001}`
    const boxed = await map(`${box}&resolution=11`)
    assert.deepEqual(boxed.cells, [{ cell: latLngToCell(LITTER.lat, LITTER.lon, 11), cases: 1 }])
    const nothing = await map('bbox=4,52,4.1,52.1')
    assert.deepEqual([nothing.total, nothing.cells, nothing.cases], [0, [], []])
    const parent = latLngToCell(FAR.lat, FAR.lon, 9)
    for (const resolution of [9, 10, 12]) {
      const under = await map(`parent=${parent}&resolution=${resolution}&category=tree`)
      assert.equal(under.total, 1)
    }
  })

  it('filters by status and by category', async () => {
    assert.equal((await map('category=litter&category=tree')).total, 2)
    assert.equal((await map('status=closed&status=done')).total, 0)
    assert.equal((await map('status=open&category=lamp-out')).total, 3)
  })

  it('has nothing for the public of what shows only its status, nor of what is confidential', async () => {
    for (const as of EVERYBODY) {
      for (const category of ['rough-sleeper', 'nuisance']) {
        const told = await map(`category=${category}&resolution=12`, as)
        assert.deepEqual([told.total, told.cells, told.cases], [0, [], []], `${category} to ${as}`)
      }
    }
    const desk = await map('category=rough-sleeper', 'desk')
    assert.equal(desk.total, 1)
    assert.equal(desk.cases?.length, 1)
    const sealed = await map('category=nuisance', 'desk')
    assert.equal(sealed.total, 0, 'its place is sealed')
  })

  it('shows one municipality nothing of another', async () => {
    const { json } = await api.get('/case-cells', { as: 'zuiddijkDesk' })
    assert.equal(json.total, 0)
    const named = await api.get(`/case-cells?municipality=${NOORDDIJK}`, { as: 'zuiddijkDesk' })
    assert.equal(named.status, 403)
    assert.equal((await api.get(`/case-cells?municipality=${ZUIDDIJK}`)).json.total, 0)
  })

  it('refuses what is no box, no cell, or both', async () => {
    const parent = latLngToCell(52, 5, 7)
    const wrong = [
      'bbox=5,52,5.1',
      'bbox=5,52,5.1,52.1,1',
      'bbox=5.1,52,5,52.1',
      'bbox=,52,5.1,52.1',
      'bbox=-180,-90,180,90',
      'bbox=5,52,nan,53',
      'parent=x',
      `parent=${'f'.repeat(15)}`,
      `parent=${latLngToCell(52, 5, 10)}`,
      `parent=${parent}&resolution=6`,
      `parent=${parent}&bbox=5,52,5.1,52.1`,
      'resolution=3',
      'resolution=13',
      'resolution=8.5',
      'status=lost',
    ]
    for (const query of wrong) {
      const { status, json } = await api.get(`/case-cells?municipality=${NOORDDIJK}&${query}`)
      assert.deepEqual([status, json.type], [400, '/problems/input-invalid'], query)
    }
  })

  it('follows a category that became less than public, and does not show what was', async () => {
    await api.app.pool.write({ tenant: NOORDDIJK }, (query) =>
      query(sql`update categories.categories set body = jsonb_set(body, '{visibility}', '"status-only"')
        where municipality = ${NOORDDIJK} and id = 'tree'`),
    )
    api.app.towns.touch(NOORDDIJK)
    assert.equal((await map('category=tree')).total, 0)
    assert.equal((await map('category=tree', 'desk')).total, 1)
    const numbers = async (query: string, as: Caller) => {
      const own = as === 'desk' ? '' : `municipality=${NOORDDIJK}&`
      const { json } = await api.get(`/cases?${own}category=tree${query}`, { as })
      return json.items.map(({ number }: { number: string }) => number)
    }
    const trees = await numbers('', 'desk')
    assert.equal(trees.length, 1)
    // It is listed without a place, and so not to whoever asks for one.
    assert.deepEqual(await numbers('', 'public'), trees)
    const [row] = await api.app.pool.read({ tenant: NOORDDIJK }, (query) =>
      query<{ areas: string[] }>(sql`select areas from cases.cases where number = ${trees[0]}`),
    )
    assert(row && row.areas.length > 0)
    for (const area of row.areas) {
      assert.deepEqual(await numbers(`&area=${area}`, 'desk'), trees)
      assert.deepEqual(await numbers(`&area=${area}`, 'public'), [])
    }
  })
})
