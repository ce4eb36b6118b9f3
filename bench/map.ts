import { loadavg } from 'node:os'
import { boxOf, type LonLat } from '#kernel/geometry'
import { onWorld } from '#languages/vector-tile'
import type { App } from '../src/app.ts'
import { type Country, type CountryTown, openCountry } from './country/country.ts'
import { agreeTown, deskKey, importTown, openOwnProgram, serveTown } from './country/own-program.ts'
import { writePastCases } from './country/past-cases.ts'
import { quantile, type Row } from './row.ts'

const CASES = 1_000_000
const LAMPS_OF_TOWN = 40_000
/** A pan: every tile that a screen of 1280 by 800 shows, asked for at once. */
const SCREEN = { width: 1280, height: 800 }
const TILE_PIXELS = 512
const VIEW_AT_MOST_MS = 200
const SEARCH_AT_MOST_MS = 50
const ROUNDS = 20
const ZOOMS = [8, 10, 11, 12, 13, 14, 15, 16, 17]

type View = { name: string; tiles: string[]; isDesk?: boolean }
type Timed = { name: string; tiles: number; p50_ms: number; p95_ms: number; bytes: number }

/** The map and the search over a million cases of one municipality, asked through the API as the role that serves. */
export async function benchMap(count = CASES): Promise<Row[]> {
  const country = await openCountry()
  const far = (one: CountryTown) => Math.abs(one.lamps - LAMPS_OF_TOWN)
  const town = country.towns.reduce((best, one) => (far(one) < far(best) ? one : best))
  await using program = await openOwnProgram()
  const { app } = program
  await serveTown(app, town)
  await importTown(app, town)
  await agreeTown(app, town)
  await writePastCases(app.pool, town, { count, now_ms: Date.now() })
  await program.settle()
  const key = await deskKey(app, town.id)
  const middle = await someplace(app, town)
  const made = `${count.toLocaleString('en')} cases of ${town.name}, ${town.lamps.toLocaleString('en')} lamps`
  const first_ms = await timeOne(app, town, `assets/${tileAt(middle, 12)}`)
  const layers = ['cases', 'assets', 'areas'] as const
  const rows: Row[] = []
  for (const layer of layers)
    rows.push(rowOf(layer, await timeAll(app, town, key, viewsOf(layer, middle, town)), made))
  const all = ZOOMS.map((z) => ({
    name: `zoom ${z}`,
    tiles: layers.flatMap((layer) => tilesOf(layer, middle, z)),
  }))
  rows.push(rowOf('all three together', await timeAll(app, town, key, all), made))
  rows.push(...(await searchRows(app, town, made)))
  rows.push(...(await countryRows(app, { country, town, key, all })))
  rows.push({
    what: 'the first tile of objects after a start, which counts them',
    figure: first_ms,
    unit: 'ms',
    limit: 1_000,
    limitIs: 'at most',
    note: made,
  })
  return rows
}

async function someplace(app: App, town: CountryTown): Promise<LonLat> {
  const response = await app.http.request(
    `/api/v1/cases?municipality=${town.id}&category=lamp-kapot&limit=1`,
  )
  const { items } = (await response.json()) as { items: { place: { lon: number; lat: number } }[] }
  const [item] = items
  if (!item) throw new Error('there is no case to look at')
  return [item.place.lon, item.place.lat]
}

function tileAt(place: LonLat, z: number): string {
  const [u, v] = onWorld(place)
  return `${z}/${Math.floor(u * 2 ** z)}/${Math.floor(v * 2 ** z)}`
}

/** The tiles of one layer that a screen about a place shows. */
function tilesOf(layer: string, place: LonLat, z: number): string[] {
  const [u, v] = onWorld(place)
  const [x, y] = [u * 2 ** z, v * 2 ** z]
  const [aside, up] = [SCREEN.width / TILE_PIXELS / 2, SCREEN.height / TILE_PIXELS / 2]
  const tiles: string[] = []
  for (let column = Math.floor(x - aside); column <= Math.floor(x + aside); column++)
    for (let row = Math.floor(y - up); row <= Math.floor(y + up); row++)
      tiles.push(`${layer}/${z}/${column}/${row}`)
  return tiles
}

function viewsOf(layer: string, middle: LonLat, town: CountryTown): View[] {
  const views = ZOOMS.map((z): View => ({ name: `zoom ${z}`, tiles: tilesOf(layer, middle, z) }))
  if (layer !== 'cases') return views
  const centre = middleOf(town)
  return [
    ...views,
    { name: 'desk, zoom 12', tiles: tilesOf(layer, middle, 12), isDesk: true },
    { name: 'closed too, zoom 10', tiles: allStatuses(tilesOf(layer, centre, 10)) },
    { name: 'closed too, zoom 12', tiles: allStatuses(tilesOf(layer, middle, 12)) },
    { name: 'closed too, zoom 14', tiles: allStatuses(tilesOf(layer, middle, 14)) },
    { name: 'closed too, zoom 16', tiles: allStatuses(tilesOf(layer, middle, 16)) },
  ]
}

const allStatuses = (tiles: readonly string[]) =>
  tiles.map((tile) => `${tile}?status=open&status=done&status=closed`)

async function ask(app: App, town: CountryTown, key: string | undefined, tile: string) {
  const address = `/api/v1/tiles/${tile}${tile.includes('?') ? '&' : '?'}municipality=${town.id}`
  const headers: Record<string, string> = key ? { authorization: `Bearer ${key}` } : {}
  const response = await app.http.request(address, { headers })
  if (response.status !== 200 && response.status !== 204)
    throw new Error(`${address}: ${response.status} ${await response.text()}`)
  return (await response.arrayBuffer()).byteLength
}

async function timeOne(app: App, town: CountryTown, tile: string): Promise<number> {
  const from_ms = performance.now()
  await ask(app, town, undefined, tile)
  return performance.now() - from_ms
}

async function timeAll(
  app: App,
  town: CountryTown,
  key: string,
  views: readonly View[],
): Promise<Timed[]> {
  const timed: Timed[] = []
  for (const { name, tiles, isDesk } of views) {
    const times: number[] = []
    let bytes = 0
    for (let round = 0; round < ROUNDS; round++) {
      const from_ms = performance.now()
      const sizes = await Promise.all(
        tiles.map((tile) => ask(app, town, isDesk ? key : undefined, tile)),
      )
      times.push(performance.now() - from_ms)
      bytes = sizes.reduce((sum, one) => sum + one, 0)
    }
    times.sort((a, b) => a - b)
    const [p50_ms, p95_ms] = [quantile(times, 0.5), quantile(times, 0.95)]
    timed.push({ name, tiles: tiles.length, p50_ms, p95_ms, bytes })
  }
  return timed
}

function rowOf(what: string, timed: readonly Timed[], made: string): Row {
  const sorted = timed.toSorted((a, b) => b.p95_ms - a.p95_ms)
  const [slowest] = sorted
  if (!slowest) throw new Error('nothing was asked')
  const kib = (bytes: number) => `${Math.round(bytes / 1024)} KiB`
  const told = sorted.map(
    ({ name, tiles, p50_ms, p95_ms, bytes }) =>
      `${name} ${p50_ms.toFixed(0)}/${p95_ms.toFixed(0)} (${tiles} tiles, ${kib(bytes)})`,
  )
  return {
    what: `a pan, ${what} (${slowest.name}), p95`,
    figure: slowest.p95_ms,
    unit: 'ms',
    limit: VIEW_AT_MOST_MS,
    limitIs: 'at most',
    note: `${made}; load ${loadavg()[0]?.toFixed(1)} on this machine; p50/p95 of each: ${told.join(', ')}`,
  }
}

/** The same with all the other towns of the country in the same process and database, and a pan in each of them. */
async function countryRows(
  app: App,
  own: { country: Country; town: CountryTown; key: string; all: readonly View[] },
): Promise<Row[]> {
  let lamps = 0
  const others: [CountryTown, string][] = []
  const from_ms = performance.now()
  for (const town of own.country.towns) {
    lamps += town.lamps
    if (town === own.town) continue
    await serveTown(app, town)
    await importTown(app, town)
    others.push([town, `assets/${tileAt(middleOf(town), 12)}`])
    if (others.length % 50 === 0) console.error(`${others.length} towns, ${lamps} lamps …`)
  }
  const took_s = (performance.now() - from_ms) / 1000
  for (const [town, tile] of others) await ask(app, town, undefined, tile)
  const times: number[] = []
  for (const [town] of others)
    for (const z of [10, 12, 14, 16]) {
      const view = { name: `zoom ${z}`, tiles: tilesOf('assets', middleOf(town), z) }
      const pan_ms = performance.now()
      await Promise.all(view.tiles.map((tile) => ask(app, town, undefined, tile)))
      times.push(performance.now() - pan_ms)
    }
  times.sort((a, b) => a - b)
  const made = `${lamps.toLocaleString('en')} lamps of ${own.country.towns.length} towns in one process, brought in within ${took_s.toFixed(0)} s; ${Math.round(process.memoryUsage().rss / 1024 ** 2)} MiB resident`
  return [
    rowOf('all three together', await timeAll(app, own.town, own.key, own.all), made),
    {
      what: 'a pan over the objects of any town of the country, p95',
      figure: quantile(times, 0.95),
      unit: 'ms',
      limit: VIEW_AT_MOST_MS,
      limitIs: 'at most',
      note: `${made}; p50 ${quantile(times, 0.5).toFixed(0)}, slowest ${times.at(-1)?.toFixed(0)} of ${times.length}`,
    },
  ]
}

function middleOf({ geometry }: CountryTown): LonLat {
  const [west, south, east, north] = boxOf(geometry)
  return [(west + east) / 2, (south + north) / 2]
}

async function searchRows(app: App, town: CountryTown, made: string): Promise<Row[]> {
  const typed = ['a', 'st', 'straat 12', 'dorpstrat', 'L1', '12', 'onbekend', 'lantaarnpaal 123']
  const search = (q: string) =>
    app.http.request(`/api/v1/places/search?municipality=${town.id}&q=${encodeURIComponent(q)}`)
  const from_ms = performance.now()
  await search('a')
  const first_ms = performance.now() - from_ms
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    for (const q of typed) {
      const asked_ms = performance.now()
      const response = await search(q)
      if (response.status !== 200) throw new Error(`${q}: ${response.status}`)
      await response.text()
      times.push(performance.now() - asked_ms)
    }
  }
  times.sort((a, b) => a - b)
  return [
    {
      what: 'a search of places, p95',
      figure: quantile(times, 0.95),
      unit: 'ms',
      limit: SEARCH_AT_MOST_MS,
      limitIs: 'at most',
      note: `${made}; the first after a start ${first_ms.toFixed(0)} ms`,
    },
  ]
}
