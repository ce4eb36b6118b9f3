import Flatbush from 'flatbush'
import { type Box, distance_m, type LonLat, M_PER_DEGREE } from '#kernel/geometry'
import {
  type CodedColumn,
  codedColumn,
  type RowFinder,
  rowFinder,
  type TextColumn,
  textColumn,
} from './column.ts'
import type { Asset } from './place.ts'

/** What the plane and the sphere may differ by where they should not. */
const ROUNDING_M = 0.001

export type NearbyAsset = { asset: Asset; distance_m: number }

export type NearestQuery = {
  /** None are found where the list is empty. */
  types: readonly string[]
  radius_m: number
  most: number
}

/** Every asset of one municipality by place, id and the number on it. Not altered once made. */
export type AssetIndex = {
  /** Nearest first, by great-circle distance; exact up to 50 km from the assets. */
  nearest(point: LonLat, query: NearestQuery): NearbyAsset[]
  /** The street of the nearest asset that names one, no farther than so many metres. */
  nearestStreet(point: LonLat, radius_m: number): string | undefined
  all(): Iterable<Asset>
  has(id: string): boolean
  /** How many there are; each has a row of its own, counted from 0. */
  readonly count: number
  placeOf(row: number): LonLat
  at(row: number): Asset
  numberAt(row: number): string | undefined
  streetAt(row: number): string | undefined
  /** The rows of those that lie in a box, its border with them. */
  rowsWithin(box: Box): number[]
  byId(id: string): Asset | undefined
  /** Every owner and every manager, each once. */
  holders: ReadonlySet<string>
  /**
   * By the number as people read it off the pole: case, blanks and the kind of dash are nothing.
   * Where more than one owner uses the number, the one nearest to `near`; undefined where that is
   * not given.
   */
  byPublicNumber(number: string, near?: LonLat): Asset | undefined
  /** All that carry the number, read in the same way. */
  allByPublicNumber(number: string): readonly Asset[]
}

/**
 * Throws where two assets have one id. What comes out is equal to what went in, and another object each time: a country
 * has millions of assets, and as objects they take five times the memory of columns.
 */
export function indexAssets(assets: readonly Asset[]): AssetIndex {
  const packed = pack(assets)
  for (const [row, { id }] of assets.entries())
    if (rowOf(packed, id) !== row) throw new Error(`two assets have one id: ${id}`)
  return indexOf(packed)
}

type Columns = {
  count: number
  lons: Float64Array
  lats: Float64Array
  id: TextColumn
  type: CodedColumn
  rest: Record<Rest, TextColumn> & Record<'owner' | 'manager', CodedColumn>
  byId: RowFinder
  byNumber: RowFinder
}
type Rest =
  | 'publicNumber'
  | 'street'
  | 'owner'
  | 'manager'
  | 'maintainer'
  | 'warrantyUntil'
  | 'parent'

/** Whoever adds a closure that outlives this function keeps every object alive that it was to replace. */
function pack(assets: readonly Asset[]): Columns {
  const count = assets.length
  const coded = (name: keyof Asset & ('type' | Rest)) =>
    codedColumn(count, (row) => assets[row]?.[name])
  return {
    count,
    lons: Float64Array.from(assets, ({ place }) => place[0]),
    lats: Float64Array.from(assets, ({ place }) => place[1]),
    id: textColumn(count, (row) => assets[row]?.id),
    type: coded('type'),
    rest: {
      publicNumber: textColumn(count, (row) => assets[row]?.publicNumber),
      street: coded('street'),
      owner: coded('owner'),
      manager: coded('manager'),
      maintainer: coded('maintainer'),
      warrantyUntil: coded('warrantyUntil'),
      parent: coded('parent'),
    },
    byId: rowFinder(count, (row) => assets[row]?.id),
    byNumber: rowFinder(count, (row) => {
      const number = assets[row]?.publicNumber
      return number === undefined ? undefined : normalNumber(number)
    }),
  }
}

function rowOf({ byId, id }: Columns, wanted: string): number | undefined {
  return byId.rowsLike(wanted).find((row) => id.at(row) === wanted)
}

function assetAt(columns: Columns, row: number): Asset {
  const { id, type, rest } = columns
  const asset: Asset = {
    id: id.at(row) as string,
    type: type.at(row) as string,
    place: placeAt(columns, row),
  }
  for (const name of Object.keys(rest) as Rest[]) {
    const text = rest[name].at(row)
    if (text !== undefined) asset[name] = text
  }
  return asset
}

function placeAt({ lons, lats }: Columns, row: number): LonLat {
  return [lons[row] as number, lats[row] as number]
}

function indexOf(columns: Columns): AssetIndex {
  function withNumber(number: string): Asset[] {
    const wanted = normalNumber(number)
    const numberAt = (row: number) => columns.rest.publicNumber.at(row) ?? ''
    const rows = columns.byNumber
      .rowsLike(wanted)
      .filter((row) => normalNumber(numberAt(row)) === wanted)
    return [...rows].map((row) => assetAt(columns, row))
  }
  const { plane, tree } = treeOf(columns)
  return {
    nearest: tree ? nearestOf(columns, plane, tree) : () => [],
    nearestStreet: (point, radius_m) =>
      tree && nearestStreetOf({ columns, plane, tree }, point, radius_m),
    count: columns.count,
    placeOf: (row) => placeAt(columns, row),
    at: (row) => assetAt(columns, row),
    numberAt: (row) => columns.rest.publicNumber.at(row),
    streetAt: (row) => columns.rest.street.at(row),
    rowsWithin([west, south, east, north]) {
      const slack = plane.rounding_m
      const found = tree?.search(
        plane.x(west) - slack,
        plane.y(south) - slack,
        plane.x(east) + slack,
        plane.y(north) + slack,
      )
      return (found ?? []).filter((row) => {
        const [lon, lat] = placeAt(columns, row)
        return lon >= west && lon <= east && lat >= south && lat <= north
      })
    },
    *all() {
      for (let row = 0; row < columns.count; row++) yield assetAt(columns, row)
    },
    has: (id) => rowOf(columns, id) !== undefined,
    holders: new Set([...columns.rest.owner.texts, ...columns.rest.manager.texts]),
    byId(id) {
      const row = rowOf(columns, id)
      return row === undefined ? undefined : assetAt(columns, row)
    },
    byPublicNumber: (number, near) => oneOf(withNumber(number), near),
    allByPublicNumber: withNumber,
  }
}

function oneOf([first, ...others]: readonly Asset[], near?: LonLat): Asset | undefined {
  if (!first || others.length === 0) return first
  if (!near) return undefined
  const far = ({ place }: Asset) => distance_m(near, place)
  return others.reduce((best, asset) => (far(asset) < far(best) ? asset : best), first)
}

/** As people read it off: case, blanks and the kind of dash are nothing. */
export function normalNumber(number: string): string {
  return number
    .replace(/\s+/g, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .toUpperCase()
}

type Near = { row: number; distance_m: number }

type Plane = ReturnType<typeof planeOf>

function treeOf(columns: Columns): { plane: Plane; tree: Flatbush | undefined } {
  const plane = planeOf(columns)
  if (columns.count === 0) return { plane, tree: undefined }
  const tree = new Flatbush(columns.count, 16, Float32Array)
  for (let row = 0; row < columns.count; row++) {
    const [lon, lat] = placeAt(columns, row)
    tree.add(plane.x(lon), plane.y(lat))
  }
  tree.finish()
  return { plane, tree }
}

function nearestOf(columns: Columns, plane: Plane, tree: Flatbush): AssetIndex['nearest'] {
  const { type } = columns
  const codes = new Map(type.texts.map((text, code) => [text, code]))
  // One mark a type, set for the time of a query: nothing is allocated for the assets that are
  // passed over.
  const isAsked = new Uint8Array(codes.size)
  const isWanted = (row: number) => isAsked[type.codeAt(row)] === 1

  function search(point: LonLat, radius_m: number, most: number): Near[] {
    const reach = radius_m * plane.stretch + plane.rounding_m
    return tree
      .neighbors(plane.x(point[0]), plane.y(point[1]), most, reach, isWanted)
      .map((row) => ({ row, distance_m: distance_m(point, placeAt(columns, row)) }))
  }

  return (point, { types, radius_m, most }) => {
    let isAny = false
    for (const one of types) {
      const code = codes.get(one)
      if (code !== undefined) isAny = true
      if (code !== undefined) isAsked[code] = 1
    }
    if (!isAny || most < 1) return []
    let found = search(point, radius_m, most)
    // The plane may put two that are as good as equally far in the wrong order: look once more, as
    // far as the last.
    if (found.length === most) {
      const last_m = Math.min(radius_m, Math.max(...found.map((near) => near.distance_m)))
      found = search(point, last_m, Infinity)
    }
    isAsked.fill(0)
    return found
      .filter((near) => near.distance_m <= radius_m)
      .sort((a, b) => a.distance_m - b.distance_m)
      .slice(0, most)
      .map((near) => ({ asset: assetAt(columns, near.row), distance_m: near.distance_m }))
  }
}

/** No asset is made for it: every row of a list asks. */
function nearestStreetOf(
  { columns, plane, tree }: { columns: Columns; plane: Plane; tree: Flatbush },
  point: LonLat,
  radius_m: number,
): string | undefined {
  const { street } = columns.rest
  const reach = radius_m * plane.stretch + plane.rounding_m
  const hasStreet = (row: number) => street.at(row) !== undefined
  const [row] = tree.neighbors(plane.x(point[0]), plane.y(point[1]), 1, reach, hasStreet)
  if (row === undefined || distance_m(point, placeAt(columns, row)) > radius_m) return undefined
  return street.at(row)
}

/**
 * Metres east and north of the middle of the assets, on an equirectangular plane that is true at their middle latitude.
 * `stretch` is how many times longer than true a distance on it may be, to a point half a degree (55 km) outside;
 * `rounding_m` what it is off by besides, as the tree keeps 24 bits of a coordinate.
 */
function planeOf(columns: Columns) {
  let [west, south, east, north] = [180, 90, -180, -90]
  for (let row = 0; row < columns.count; row++) {
    const [lon, lat] = placeAt(columns, row)
    west = Math.min(west, lon)
    east = Math.max(east, lon)
    south = Math.min(south, lat)
    north = Math.max(north, lat)
  }
  const cosine = (lat: number) => Math.cos((lat * Math.PI) / 180)
  const [middleLon, middleLat] = [(west + east) / 2, (south + north) / 2]
  const middle = cosine(middleLat)
  const widest_m = Math.max(east - west, north - south) * M_PER_DEGREE
  return {
    stretch: Math.max(cosine(south - 0.5) / middle, middle / cosine(north + 0.5)),
    rounding_m: ROUNDING_M + widest_m * 2 ** -23,
    x: (lon: number) => (lon - middleLon) * M_PER_DEGREE * middle,
    y: (lat: number) => (lat - middleLat) * M_PER_DEGREE,
  }
}
