import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { boxOf, type Polygonal } from '#kernel/geometry'
import { type MunicipalityBoundary, parseMunicipalityBoundaries } from '#modules/places'
import { seededRandom } from '../../src/composition/sample-town/random.ts'

export const MUNICIPALITIES = 342

/** A municipality before anything stands in it. */
export type Seat = MunicipalityBoundary & {
  /** As the registers code it. */
  province: string
  inhabitants: number
}

const DATA = path.join(import.meta.dirname, '../../../shared/data/cbs-gebieden')

/**
 * The boundaries of Statistics Netherlands where that file stands beside the checkout, else a country of rectangles.
 * `isReal` tells which it was.
 */
export async function readSeats(): Promise<{ seats: Seat[]; isReal: boolean }> {
  const file = path.join(DATA, 'gemeenten_2015.geojson')
  const text = await readFile(file, 'utf8').catch(() => undefined)
  if (text === undefined) return { seats: makeSeats(), isReal: false }
  const table = await readFile(path.join(DATA, 'gemeenten_2015_kerncijfers.csv'), 'utf8')
  const inhabitants = inhabitantsIn(table)
  const provinces = provincesIn(text)
  const seats = parseMunicipalityBoundaries(file, text).map((one) => ({
    ...one,
    province: provinces.get(one.id) ?? 'P0000',
    inhabitants: inhabitants.get(one.id) ?? 0,
  }))
  return { seats: merged(seats), isReal: true }
}

function inhabitantsIn(table: string): Map<string, number> {
  const [head = '', ...lines] = table.trim().split(/\r?\n/)
  const columns = head.split(',')
  const [code, count] = [columns.indexOf('gemeentecode'), columns.indexOf('aantal_inwoners')]
  return new Map(
    lines.map((line) => {
      const cells = line.split(',')
      return [cells[code] ?? '', Number(cells[count])]
    }),
  )
}

function provincesIn(text: string): Map<string, string> {
  const { features } = JSON.parse(text) as {
    features: { properties: { statcode: string; provincie: string } }[]
  }
  return new Map(
    features.map(({ properties: { statcode, provincie } }) => [
      statcode,
      `P00${provincie.slice(-2)}`,
    ]),
  )
}

/** As they did merge since: the smallest one joins the nearest of its province, until there are as many as now. */
function merged(seats: readonly Seat[]): Seat[] {
  const left = seats.toSorted((a, b) => a.inhabitants - b.inhabitants)
  while (left.length > MUNICIPALITIES) {
    const small = left.shift() as Seat
    const near = nearestTo(small, left)
    const at = left.indexOf(near)
    left[at] = {
      ...near,
      inhabitants: near.inhabitants + small.inhabitants,
      geometry: {
        type: 'MultiPolygon',
        coordinates: [...polygonsOf(near.geometry), ...polygonsOf(small.geometry)],
      },
    }
  }
  return left.toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

function polygonsOf(shape: Polygonal): number[][][][] {
  return shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates
}

function nearestTo(small: Seat, others: readonly Seat[]): Seat {
  const own = others.filter(({ province }) => province === small.province)
  const far = (one: Seat) => {
    const [ax, ay] = middleOf(one.geometry)
    const [bx, by] = middleOf(small.geometry)
    return Math.hypot((ax - bx) * 0.61, ay - by)
  }
  return own.reduce((best, one) => (far(one) < far(best) ? one : best))
}

function middleOf(shape: Polygonal): [number, number] {
  const [west, south, east, north] = boxOf(shape)
  return [(west + east) / 2, (south + north) / 2]
}

const COLUMNS = 18
const PROVINCES = 12
const [WIDTH, HEIGHT] = [0.18, 0.12]

/** Rectangles in rows over the Netherlands, few of them with most of the people. */
function makeSeats(): Seat[] {
  const random = seededRandom(MUNICIPALITIES)
  return Array.from({ length: MUNICIPALITIES }, (_, n) => {
    const west = 3.6 + (n % COLUMNS) * WIDTH
    const south = 51 + Math.floor(n / COLUMNS) * HEIGHT
    const [east, north] = [west + WIDTH, south + HEIGHT]
    const ring = [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ]
    return {
      id: `GM${String(n + 1).padStart(4, '0')}`,
      name: `Gemeente ${n + 1}`,
      geometry: { type: 'Polygon', coordinates: [ring] },
      province: `P00${20 + (n % PROVINCES)}`,
      inhabitants: Math.round(12_000 * Math.exp(random.between(0, 1) ** 2 * 4)),
    }
  })
}
