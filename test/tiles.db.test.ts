import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { importBase, importPlaces } from '#modules/places'
import { type ApiTown, type Caller, openApiTown } from './api-town.ts'
import { readTile, type ToldFeature } from './read-tile.ts'
import { NOORDDIJK } from './town.ts'

const LITTER = { lon: 5.012, lat: 52.011 }
const FAR = { lon: 5.036, lat: 52.004 }
const ZOOMS = Array.from({ length: 17 }, (_, z) => z)

/** The tile that holds a place, by the formula of the web map (EPSG:3857). */
function tileAt({ lon, lat }: { lon: number; lat: number }, z: number): string {
  const x = Math.floor(((lon + 180) / 360) * 2 ** z)
  const radians = (lat * Math.PI) / 180
  const y = Math.floor(((1 - Math.asinh(Math.tan(radians)) / Math.PI) / 2) * 2 ** z)
  return `${z}/${x}/${y}`
}

/** Every tile over Noorddijk at a zoom. */
function tilesOver(z: number): string[] {
  const [, west = 0, south = 0] = tileAt({ lon: 5, lat: 52 }, z).split('/').map(Number)
  const [, east = 0, north = 0] = tileAt({ lon: 5.04, lat: 52.02 }, z).split('/').map(Number)
  const tiles: string[] = []
  for (let x = west; x <= east; x++)
    for (let y = north; y <= south; y++) tiles.push(`${z}/${x}/${y}`)
  return tiles
}

describe('vector tiles', () => {
  let api: ApiTown
  let numberOfTree: string
  before(async () => {
    api = await openApiTown()
    for (const lamp of [1, 2, 3]) await api.town.report({ category: 'lamp-out', asset: `L${lamp}` })
    await api.town.report({ category: 'litter', place: LITTER })
    const tree = await api.town.report({ category: 'tree', place: FAR })
    numberOfTree = tree.number
    await api.town.report({ category: 'rough-sleeper', place: FAR })
    await api.town.report({ category: 'nuisance', place: FAR })
  })
  after(() => api[Symbol.asyncDispose]())

  async function ask(path: string, as: Caller = 'public', headers: Record<string, string> = {}) {
    const isBound = as === 'desk' || as === 'administrator' || as === 'integrator'
    const separator = path.includes('?') ? '&' : '?'
    const own = isBound ? '' : `${separator}municipality=${NOORDDIJK}`
    return api.request('GET', `/tiles/${path}${own}`, { as, headers })
  }
  async function layer(path: string, name: string, as?: Caller): Promise<ToldFeature[]> {
    const response = await ask(path, as)
    if (response.status === 204) return []
    assert.equal(response.status, 200, path)
    assert.equal(response.headers.get('content-type'), 'application/vnd.mapbox-vector-tile')
    return readTile(new Uint8Array(await response.arrayBuffer()))[name] ?? []
  }
  const casesIn = async (z: number, as?: Caller, query = '') =>
    (
      await Promise.all(tilesOver(z).map((tile) => layer(`cases/${tile}${query}`, 'cases', as)))
    ).flat()
  const count = (features: readonly ToldFeature[], by: string) =>
    features.reduce((sum, one) => sum + Number(one[by] ?? 1), 0)

  it('count the same cases at every zoom, each once', async () => {
    for (const z of ZOOMS) assert.equal(count(await casesIn(z), 'cases'), 5, `zoom ${z}`)
  })

  it('tell of a case that stands alone what it is, at its own place', async () => {
    for (const z of [14, 15, 17, 18]) {
      const [tree, ...others] = await layer(`cases/${tileAt(FAR, z)}?category=tree`, 'cases')
      assert.deepEqual(others, [])
      assert.deepEqual(
        { ...tree, at: undefined },
        { number: numberOfTree, category: 'tree', status: 'open', at: undefined },
      )
    }
    const lamps = await casesIn(17, 'public', '?category=lamp-out')
    assert.deepEqual(lamps.map(({ asset }) => asset).sort(), ['lamp-1', 'lamp-2', 'lamp-3'])
  })

  it('show nobody but the staff what shows only its status, and nobody what is confidential', async () => {
    const everybody: readonly Caller[] = ['public', 'integrator', 'party', 'stranger']
    for (const z of [0, 8, 12, 15]) {
      for (const as of everybody) {
        assert.equal(count(await casesIn(z, as), 'cases'), 5, `${as} at ${z}`)
        for (const category of ['rough-sleeper', 'nuisance'])
          assert.deepEqual(await casesIn(z, as, `?category=${category}`), [], `${as} at ${z}`)
      }
      assert.equal(count(await casesIn(z, 'desk', '?category=rough-sleeper'), 'cases'), 1)
      assert.deepEqual(await casesIn(z, 'desk', '?category=nuisance'), [], 'its place is sealed')
    }
  })

  it('leave out what is closed unless it is asked for', async () => {
    assert.equal(count(await casesIn(12, 'public', '?status=closed'), 'cases'), 0)
    assert.equal(count(await casesIn(12, 'public', '?status=open&status=done'), 'cases'), 5)
  })

  it('count the objects of a town below the zoom at which they are read, and show each from there', async () => {
    for (const z of [0, 8, 12, 14, 15, 16]) {
      const all = (
        await Promise.all(tilesOver(z).map((tile) => layer(`assets/${tile}`, 'assets')))
      ).flat()
      assert.equal(count(all, 'assets'), 21, `zoom ${z}`)
      assert.equal(
        all.every((one) => 'assets' in one),
        z < 15,
      )
    }
    const own = await layer(`assets/${tileAt({ lon: 5.002, lat: 52.005 }, 18)}`, 'assets')
    assert.deepEqual(
      { ...own[0], at: undefined },
      { id: 'lamp-1', type: 'lamp-post', publicNumber: 'L1', at: undefined },
    )
  })

  it('show areas with their names once, of the kinds that are asked for', async () => {
    const tiles = tilesOver(15)
    const names = (
      await Promise.all(tiles.map((tile) => layer(`areas/${tile}`, 'area-names')))
    ).flat()
    assert.deepEqual(names.map(({ name }) => name).sort(), ['Centrum', 'Dijkweg', 'Haven'])
    const tile = tileAt({ lon: 5.03, lat: 52.01 }, 14)
    const shapes = await layer(`areas/${tile}?kind=neighbourhood`, 'areas')
    assert(shapes.some(({ id, kind }) => id === 'haven' && kind === 'neighbourhood'))
    assert(!shapes.some(({ kind }) => kind === 'management-area'))
  })

  it('answer 204 where there is nothing, 304 where the caller has it, and say how long it keeps', async () => {
    for (const name of ['cases', 'assets', 'areas', 'base']) {
      const nothing = await ask(`${name}/12/0/0`)
      assert.deepEqual([nothing.status, await nothing.text()], [204, ''], name)
    }
    const path = `assets/${tileAt(LITTER, 15)}`
    const first = await ask(path)
    const etag = first.headers.get('etag') ?? ''
    assert.match(first.headers.get('cache-control') ?? '', /^public, max-age=\d+$/)
    assert.match(first.headers.get('vary') ?? '', /Authorization/)
    const again = await ask(path, 'public', { 'if-none-match': `"other", W/${etag}` })
    assert.deepEqual([again.status, await again.text()], [304, ''])
    const cases = `cases/${tileAt(LITTER, 15)}`
    const own = await ask(cases, 'desk')
    assert.match(own.headers.get('cache-control') ?? '', /^private, /)
    const before = (await ask(cases)).headers.get('etag')
    await api.town.report({ category: 'tree', place: LITTER })
    assert.notEqual((await ask(cases)).headers.get('etag'), before)
  })

  it('refuse what is no tile', async () => {
    const wrong = ['19/0/0', '-1/0/0', '3/8/0', '3/0/8', 'a/0/0', '3/1.5/0', '3/0/0x', '1e9/0/0']
    for (const name of ['cases', 'assets', 'areas', 'base'])
      for (const tile of wrong) assert.equal((await ask(`${name}/${tile}`)).status, 400, tile)
    assert.equal((await ask('areas/3/0/0?kind=nothing')).status, 400)
    assert.equal((await ask('cases/3/0/0?nothing=1')).status, 400)
  })

  it('show one municipality nothing of another', async () => {
    for (const name of ['cases', 'assets', 'areas', 'base']) {
      const tile = tileAt(LITTER, 12)
      const own = await api.request('GET', `/tiles/${name}/${tile}`, { as: 'zuiddijkDesk' })
      assert.equal(own.status, 204, name)
      const other = await api.request('GET', `/tiles/${name}/${tile}?municipality=${NOORDDIJK}`, {
        as: 'zuiddijkDesk',
      })
      assert.equal(other.status, 403)
    }
  })

  it('follow an import', async () => {
    const { pool, committer, towns } = api.app
    const path = `assets/${tileAt(FAR, 16)}`
    assert.deepEqual(await layer(path, 'assets'), [])
    const bench = { id: 'bench-1', type: 'bench', place: [FAR.lon, FAR.lat] as const }
    await importPlaces(
      { pool, committer, municipality: NOORDDIJK },
      { areas: [], assets: [bench], source: 'test' },
    )
    towns.touch(NOORDDIJK)
    assert.equal((await layer(path, 'assets'))[0]?.id, 'bench-1')
  })

  it('show a base as a whole, and in its place the one that is imported after it', async () => {
    const { pool } = api.app
    const now_ms = api.town.clock()
    const square = (side: number) => {
      const [west, south] = [LITTER.lon - side / 2, LITTER.lat - side / 2]
      const ring = [
        [west, south],
        [west + side, south],
        [west + side, south + side],
        [west, south + side],
        [west, south],
      ]
      return { type: 'Polygon' as const, coordinates: [ring] }
    }
    const tile = `base/${tileAt(LITTER, 15)}`
    const pond = { layer: 'water', kind: 'water', geometry: square(0.01) } as const
    const house = { layer: 'building', kind: 'building', geometry: square(0.0005) } as const
    const map = async () => (await api.get(`/map?municipality=${NOORDDIJK}`)).json
    assert.equal((await map()).base.zooms, undefined)
    const first = await importBase(pool, NOORDDIJK, { features: [pond], source: 'test', now_ms })
    assert.equal(first.version, 1)
    assert.equal((await layer(tile, 'water')).length, 1)
    const { bounds, base } = await map()
    assert.deepEqual(bounds, [5, 52, 5.04, 52.02])
    assert.deepEqual(base, { zooms: { from: 8, to: 15 }, version: 1, source: 'test' })
    await importBase(pool, NOORDDIJK, { features: [house], source: 'test', now_ms })
    assert.deepEqual(await layer(tile, 'water'), [])
    assert.equal((await layer(tile, 'building'))[0]?.kind, 'building')
    assert.deepEqual(await layer(`base/${tileAt(LITTER, 12)}`, 'building'), [], 'too small to see')
  })

  it('leave the base as it is where an import of one fails half way', async () => {
    const { pool } = api.app
    const now_ms = api.town.clock()
    const line = [
      [LITTER.lon, LITTER.lat],
      [LITTER.lon + 0.001, LITTER.lat],
    ]
    const road = {
      layer: 'road',
      kind: 'main',
      geometry: { type: 'LineString' as const, coordinates: line },
    } as const
    const tile = `base/${tileAt(LITTER, 15)}`
    const failing = importBase(
      pool,
      NOORDDIJK,
      { features: [road], source: 'test', now_ms },
      () => {
        throw new Error('the power went')
      },
    )
    await assert.rejects(failing, /the power went/)
    assert.deepEqual(await layer(tile, 'road'), [])
    assert.equal((await layer(tile, 'building')).length, 1)
    const { tiles } = await importBase(pool, NOORDDIJK, {
      features: [road],
      source: 'test',
      now_ms,
    })
    const kept = await pool.read({ tenant: NOORDDIJK }, (query) =>
      query<{ version: number }>({
        text: 'select version from places.base_tiles',
        values: [],
      } as never),
    )
    assert.equal(kept.length, tiles, 'none is left of the one that failed')
  })
})
