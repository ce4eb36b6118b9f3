import type { LonLat } from '#kernel/geometry'
import { type Area, type Asset, indexAreas, indexAssets } from '#modules/places'

export type Row = {
  what: string
  figure: number
  unit: string
  limit: number
  limitIs: 'at least' | 'at most'
  note?: string
}

const CENTER: LonLat = [5.23, 52.53]
const ROWS = 20
const VERTICES_A_SIDE = 30
const ASSETS = 50_000
const LOOK_UPS = 200_000
/** Degrees from the middle to the edge: a town of about 16 km. */
const HALF = 0.12

/**
 * From coordinates to area ids and the nearest lamp post, in a town of 403 areas and 50,000 assets.
 */
export async function benchPlaces(): Promise<Row[]> {
  const random = seeded(403)
  const areas = indexAreas(makeAreas())
  const all = makeAssets(random)
  const points = Array.from({ length: 4096 }, (_, at) => near(all[at * 7] as Asset, random))
  const start_ms = performance.now()
  const assets = indexAssets(all)
  const built_ms = performance.now() - start_ms

  const query = { types: ['lamp-post'], radius_m: 30, most: 1 }
  let [inAreas, nearAssets] = [0, 0]
  const lookUp = (count: number) => {
    for (let turn = 0; turn < count; turn++) {
      const point = points[turn % points.length] as LonLat
      inAreas += areas.at(point).length
      nearAssets += assets.nearest(point, query).length
    }
  }
  lookUp(LOOK_UPS / 10)
  const from_ms = performance.now()
  lookUp(LOOK_UPS)
  const perSecond = Math.round((LOOK_UPS * 1000) / (performance.now() - from_ms))
  const perPoint = (count: number) => (count / (LOOK_UPS * 1.1)).toFixed(2)

  return [
    {
      what: 'coordinates to area ids and nearest lamp post',
      figure: perSecond,
      unit: 'look-ups/s',
      limit: 40_000,
      limitIs: 'at least',
      note: `403 areas of ${4 * VERTICES_A_SIDE}+ vertices, ${ASSETS} assets; ${perPoint(inAreas)} areas and ${perPoint(nearAssets)} lamp posts a point`,
    },
    {
      what: 'index of 50,000 assets made',
      figure: Math.round(built_ms),
      unit: 'ms',
      limit: 1000,
      limitIs: 'at most',
    },
  ]
}

/**
 * Neighbourhoods in rows that tile the town with wavy borders, under two zones and the town itself.
 */
function makeAreas(): Area[] {
  const areas = [
    area('town', 'municipality', 0, 0, ROWS, ROWS),
    area('zone-west', 'contract-zone', 0, 0, ROWS / 2, ROWS),
    area('zone-east', 'contract-zone', ROWS / 2, 0, ROWS, ROWS),
  ]
  for (let column = 0; column < ROWS; column++) {
    for (let row = 0; row < ROWS; row++) {
      areas.push(area(`n-${column}-${row}`, 'neighbourhood', column, row, column + 1, row + 1))
    }
  }
  return areas
}

function area(
  id: string,
  kind: Area['kind'],
  west: number,
  south: number,
  east: number,
  north: number,
): Area {
  const corners = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ] as const
  const ring = corners.flatMap(([ax, ay], at) => {
    const [bx, by] = corners[(at + 1) % corners.length] as readonly [number, number]
    const steps = VERTICES_A_SIDE * Math.max(Math.abs(bx - ax), Math.abs(by - ay))
    return Array.from({ length: steps }, (_, step) =>
      wavy(ax + ((bx - ax) * step) / steps, ay + ((by - ay) * step) / steps),
    )
  })
  const geometry = { type: 'Polygon' as const, coordinates: [[...ring, ring[0] as number[]]] }
  return { id, kind, name: id, geometry }
}

function wavy(column: number, row: number): number[] {
  const x = column + 0.08 * Math.sin(9 * row + column)
  const y = row + 0.08 * Math.sin(9 * column - row)
  return [CENTER[0] + HALF * ((2 * x) / ROWS - 1), CENTER[1] + HALF * ((2 * y) / ROWS - 1)]
}

function makeAssets(random: () => number): Asset[] {
  return Array.from({ length: ASSETS }, (_, at) => ({
    id: `asset-${at}`,
    type: at % 3 === 0 ? 'tree' : 'lamp-post',
    publicNumber: `${1000 + (at % 997)}-${at}`,
    place: somewhere(random),
    owner: at % 20 === 0 ? 'P9990' : 'G9901',
  }))
}

function somewhere(random: () => number): LonLat {
  return [CENTER[0] + HALF * (2 * random() - 1), CENTER[1] + HALF * (2 * random() - 1)]
}

/** A point as a telephone gives it: some ten metres off. */
function near({ place }: Asset, random: () => number): LonLat {
  const tenMetres = 0.0001
  return [place[0] + tenMetres * (random() - 0.5), place[1] + tenMetres * (random() - 0.5)]
}

/** Numerical Recipes' linear congruential generator: the same town at every run. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
