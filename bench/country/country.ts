import { boxOf } from '#kernel/geometry'
import { Agreement } from '#modules/agreements'
import type { Category } from '#modules/categories'
import type { Organisation } from '#modules/directory'
import type { Area, Asset } from '#modules/places'
import { defaultCategories } from '../../src/composition/sample-town/index.ts'
import { seededRandom } from '../../src/composition/sample-town/random.ts'
import { CONTRACTORS, draftsOf, GRID_OPERATORS, type Side } from './agreements.ts'
import { readSeats, type Seat } from './boundaries.ts'
import { assetsAlongStreets, holderOf, waterBoardOf } from './streets.ts'

export const LAMPS = 4_000_000

/** One municipality of the country. All of it is made when it is asked for, and is the same every time. */
export type CountryTown = Seat & {
  lamps: number
  organisation: string
  /** Parties of it; the contractors and grid operators work in many others too. */
  organisations: readonly Organisation[]
  categories: readonly Category[]
  /** The boundary, and districts that tile its box. */
  areas(): Area[]
  /** Lamps, segments and cabinets, in pieces of this many. */
  assets(piece?: number): Generator<Asset[]>
  /** What is in force, or another set that somebody considers. */
  agreements(side: Side): Agreement[]
}

export type Country = {
  isReal: boolean
  towns: readonly CountryTown[]
  town(id: string): CountryTown
}

/** A country of 342 municipalities with so many lamps in all, shared by the people that live there. */
export async function openCountry(
  options: { lamps?: number; seed?: number } = {},
): Promise<Country> {
  const { lamps = LAMPS, seed = 1 } = options
  const { seats, isReal } = await readSeats()
  const inhabitants = seats.reduce((sum, one) => sum + one.inhabitants, 0)
  // Whole lamps, and the country has all of them: each takes what the ones before left over.
  let [people, given] = [0, 0]
  const towns = seats.map((seat) => {
    people += seat.inhabitants
    const upTo = Math.round((lamps * people) / inhabitants)
    const own = upTo - given
    given = upTo
    return townOf(seat, own, seed)
  })
  const byId = new Map(towns.map((town) => [town.id, town]))
  return {
    isReal,
    towns,
    town(id) {
      const town = byId.get(id)
      if (!town) throw new Error(`there is no municipality ${id} in this country`)
      return town
    },
  }
}

function townOf(seat: Seat, lamps: number, seed: number): CountryTown {
  const own = seed * 1_000_003 + Number(seat.id.slice(2)) * 104_729
  const organisation = holderOf(seat.id)
  const others: Organisation[] = [
    { id: seat.province, name: `Provincie ${seat.province}`, kind: 'province' },
    { id: waterBoardOf(seat.province), name: `Waterschap ${seat.province}`, kind: 'water-board' },
    ...GRID_OPERATORS,
    ...CONTRACTORS,
  ]
  return {
    ...seat,
    lamps,
    organisation,
    organisations: [
      { id: organisation, name: `Gemeente ${seat.name}`, kind: 'municipality' },
      ...others,
    ],
    categories: defaultCategories,
    areas: () => areasOf(seat, lamps),
    assets: (piece = 500) => inPieces(assetsAlongStreets(seat, lamps, own), piece),
    agreements: (side) =>
      draftsOf(seat, side, seededRandom(own + 1)).map((draft) => Agreement.parse(draft)),
  }
}

/** Held to the order of what comes in, and no more than one piece at a time. */
export function* inPieces<T>(all: Iterable<T>, size: number): Generator<T[]> {
  let piece: T[] = []
  for (const one of all) {
    piece.push(one)
    if (piece.length < size) continue
    yield piece
    piece = []
  }
  if (piece.length > 0) yield piece
}

const LAMPS_A_DISTRICT = 1_200
const MOST_ACROSS = 12

function areasOf(seat: Seat, lamps: number): Area[] {
  const [west, south, east, north] = boxOf(seat.geometry)
  const across = Math.min(MOST_ACROSS, Math.max(2, Math.round(Math.sqrt(lamps / LAMPS_A_DISTRICT))))
  const districts = Array.from({ length: across * across }, (_, n): Area => {
    const [column, row] = [n % across, Math.floor(n / across)]
    const x = (at: number) => west + ((east - west) * at) / across
    const y = (at: number) => south + ((north - south) * at) / across
    const ring = [
      [x(column), y(row)],
      [x(column + 1), y(row)],
      [x(column + 1), y(row + 1)],
      [x(column), y(row + 1)],
      [x(column), y(row)],
    ]
    const id = `wijk-${String(n + 1).padStart(3, '0')}`
    return {
      id,
      kind: 'district',
      name: `Wijk ${n + 1}`,
      geometry: { type: 'Polygon', coordinates: [ring] },
    }
  })
  return [
    { id: 'gemeente', kind: 'municipality', name: seat.name, geometry: seat.geometry },
    ...districts,
  ]
}
