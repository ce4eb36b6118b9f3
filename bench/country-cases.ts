import { cellToParent, latLngToCell } from 'h3-js'
import { boxOf } from '#kernel/geometry'
import type { App } from '../src/app.ts'
import { type CountryTown, openCountry } from './country/country.ts'
import { agreeTown, deskKey, importTown, openOwnProgram, serveTown } from './country/own-program.ts'
import { writePastCases } from './country/past-cases.ts'
import { quantile, type Row } from './row.ts'

const CASES = 1_000_000
const LAMPS_OF_TOWN = 40_000
const AT_MOST_MS = 100
const ROUNDS = 40
const DAY_MS = 86_400_000

type Question = { name: string; path: string; isDesk?: boolean }
type Timed = Question & { p50_ms: number; p95_ms: number }

/**
 * The list and the map over a million cases of one municipality, asked through the API: as the role that serves, under
 * row-level security, one question at a time.
 */
export async function benchCountryCases(count = CASES): Promise<Row[]> {
  const country = await openCountry()
  const far = (one: CountryTown) => Math.abs(one.lamps - LAMPS_OF_TOWN)
  const town = country.towns.reduce((best, one) => (far(one) < far(best) ? one : best))
  await using program = await openOwnProgram()
  const { app } = program
  await serveTown(app, town)
  await importTown(app, town)
  await agreeTown(app, town)
  const now_ms = Date.now()
  const from_ms = performance.now()
  await writePastCases(app.pool, town, { count, now_ms })
  const rate = Math.round((count * 1000) / (performance.now() - from_ms))
  await program.settle()
  const key = await deskKey(app, town.id)
  const lists = await timeAll(app, town, key, await listQuestions(app, town, now_ms))
  const maps = await timeAll(app, town, key, mapQuestions(town, await somePlace(app, town)))
  const made = `${count.toLocaleString('en')} cases of ${town.name}, written straight into the read tables at ${rate.toLocaleString('en')}/s`
  const isByArea = ({ path }: Question) => path.includes('area=')
  return [
    rowOf(
      'a page of the case list, slowest filter',
      lists.filter((one) => !isByArea(one)),
      made,
    ),
    rowOf('a page of the case list of an area, slowest', lists.filter(isByArea), made),
    rowOf('the map of cases, slowest view', maps, made),
  ]
}

function rowOf(what: string, timed: readonly Timed[], made: string): Row {
  const sorted = timed.toSorted((a, b) => b.p95_ms - a.p95_ms)
  const [slowest] = sorted
  if (!slowest) throw new Error('nothing was asked')
  const others = sorted.map(({ name, p95_ms }) => `${name} ${p95_ms.toFixed(1)}`).join(', ')
  return {
    what: `${what} (${slowest.name}), p95`,
    figure: slowest.p95_ms,
    unit: 'ms',
    limit: AT_MOST_MS,
    limitIs: 'at most',
    note: `${made}; p95 in ms: ${others}`,
  }
}

async function ask(app: App, town: CountryTown, key: string, { path, isDesk }: Question) {
  const separator = path.includes('?') ? '&' : '?'
  const headers: Record<string, string> = isDesk ? { authorization: `Bearer ${key}` } : {}
  const address = `/api/v1${path}${separator}municipality=${town.id}`
  const response = await app.http.request(address, { headers })
  const text = await response.text()
  if (response.status !== 200) throw new Error(`${address}: ${response.status} ${text}`)
  return JSON.parse(text)
}

async function timeAll(
  app: App,
  town: CountryTown,
  key: string,
  questions: readonly Question[],
): Promise<Timed[]> {
  const timed: Timed[] = []
  for (const question of questions) {
    const times: number[] = []
    // The first of them reads from disk what the others find in memory: it counts too.
    for (let round = 0; round < ROUNDS; round++) {
      const from_ms = performance.now()
      await ask(app, town, key, question)
      times.push(performance.now() - from_ms)
    }
    times.sort((a, b) => a - b)
    timed.push({ ...question, p50_ms: quantile(times, 0.5), p95_ms: quantile(times, 0.95) })
  }
  return timed
}

async function listQuestions(app: App, town: CountryTown, now_ms: number): Promise<Question[]> {
  const day = (ago: number) => new Date(now_ms - ago * DAY_MS).toISOString()
  const half = await ask(app, town, '', { name: '', path: `/cases?limit=1&openedTo=${day(1_800)}` })
  const [last] = half.items
  const cursor = Buffer.from(JSON.stringify([Date.parse(last.openedAt), last.id])).toString(
    'base64url',
  )
  const asset = (
    await ask(app, town, '', { name: '', path: '/cases?category=lamp-kapot&limit=200' })
  ).items.find((one: { asset?: { id: string } }) => one.asset).asset.id
  const fifty = town.categories
    .slice(0, 50)
    .map(({ id }) => `category=${id}`)
    .join('&')
  const nowhere = Array.from({ length: 50 }, (_, n) => `category=nothing-${n}`).join('&')
  const filters: Question[] = [
    { name: 'none', path: '/cases' },
    { name: '200', path: '/cases?limit=200' },
    { name: 'half way', path: `/cases?cursor=${cursor}` },
    { name: 'open', path: '/cases?status=open' },
    { name: 'open half way', path: `/cases?status=open&cursor=${cursor}` },
    { name: 'done', path: '/cases?status=done' },
    { name: 'open or done', path: '/cases?status=open&status=done' },
    { name: 'open or done half way', path: `/cases?status=open&status=done&cursor=${cursor}` },
    { name: 'category', path: '/cases?category=lamp-kapot' },
    { name: 'rare category', path: '/cases?category=dumping-gevaarlijk' },
    {
      name: 'three categories',
      path: '/cases?category=dumping-gevaarlijk&category=graffiti&category=onkruid',
    },
    { name: 'no such category', path: '/cases?category=nothing' },
    { name: 'open of a category', path: `/cases?status=open&category=graffiti&cursor=${cursor}` },
    { name: 'area', path: '/cases?area=wijk-001' },
    { name: 'no such area', path: '/cases?area=nowhere' },
    { name: 'done of an area', path: '/cases?area=wijk-002&status=done' },
    { name: 'area half way', path: `/cases?area=wijk-001&cursor=${cursor}` },
    { name: 'all areas, 200', path: '/cases?area=gemeente&limit=200' },
    { name: 'category of an area', path: '/cases?area=wijk-001&category=dumping-gevaarlijk' },
    { name: 'open of an area', path: '/cases?area=wijk-001&status=open' },
    { name: 'closed of an area', path: `/cases?area=wijk-001&status=closed&cursor=${cursor}` },
    {
      name: 'a month of an area',
      path: `/cases?area=wijk-001&openedFrom=${day(1_030)}&openedTo=${day(1_000)}`,
    },
    { name: 'fifty categories, 200', path: `/cases?limit=200&${fifty}` },
    { name: 'fifty categories that are not there', path: `/cases?${nowhere}` },
    { name: 'asset', path: `/cases?asset=${asset}` },
    { name: 'a month', path: `/cases?openedFrom=${day(1_030)}&openedTo=${day(1_000)}` },
    {
      name: 'open of a month',
      path: `/cases?status=open&openedFrom=${day(1_030)}&openedTo=${day(1_000)}`,
    },
  ]
  return [
    ...filters,
    { name: 'at the desk', path: '/cases?atDesk=true', isDesk: true },
    { name: 'desk, open', path: '/cases?status=open', isDesk: true },
    { name: 'desk, questions', path: '/cases?kind=question', isDesk: true },
    {
      name: 'desk, claims of an area',
      path: '/cases?kind=damage-claim&area=wijk-001',
      isDesk: true,
    },
    { name: 'desk, area', path: '/cases?area=wijk-001', isDesk: true },
  ]
}

async function somePlace(app: App, town: CountryTown): Promise<{ lon: number; lat: number }> {
  const { items } = await ask(app, town, '', { name: '', path: '/cases?category=lamp-kapot' })
  return items[0].place
}

function mapQuestions(town: CountryTown, { lon, lat }: { lon: number; lat: number }): Question[] {
  const around = (degrees: number) =>
    `bbox=${lon - degrees},${lat - degrees / 2},${lon + degrees},${lat + degrees / 2}`
  const [west, south, east, north] = boxOf(town.geometry)
  const parent = cellToParent(latLngToCell(lat, lon, 9), 7)
  return [
    ...[5, 7, 8, 9].map((at) => ({ name: `town at ${at}`, path: `/case-cells?resolution=${at}` })),
    {
      name: 'box of the town at 9',
      path: `/case-cells?resolution=9&bbox=${west},${south},${east},${north}`,
    },
    { name: 'desk, town at 9', path: '/case-cells?resolution=9', isDesk: true },
    { name: 'open in town', path: '/case-cells?resolution=9&status=open' },
    { name: 'category in town', path: '/case-cells?resolution=9&category=lamp-kapot' },
    { name: 'quarter at 9', path: `/case-cells?resolution=9&${around(0.02)}` },
    { name: 'quarter at 11', path: `/case-cells?resolution=11&${around(0.02)}` },
    {
      name: 'open in quarter at 11',
      path: `/case-cells?resolution=11&status=open&${around(0.02)}`,
    },
    { name: 'street at 12', path: `/case-cells?resolution=12&${around(0.002)}` },
    {
      name: 'open in street at 12',
      path: `/case-cells?resolution=12&status=open&${around(0.002)}`,
    },
    { name: 'parent at 9', path: `/case-cells?resolution=9&parent=${parent}` },
    { name: 'parent at 10', path: `/case-cells?resolution=10&parent=${parent}` },
  ]
}
