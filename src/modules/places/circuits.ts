import { distance_m } from '#kernel/geometry'
import type { AssetIndex } from './asset-index.ts'
import type { Asset } from './place.ts'

export type CircuitType = 'segment' | 'cabinet' | 'switching-area'

/** The types of asset that others hang from: registers tell the cabinets of street lights from others. */
const CIRCUIT_TYPES: ReadonlyMap<string, CircuitType> = new Map([
  ['segment', 'segment'],
  ['cabinet', 'cabinet'],
  ['lighting-cabinet', 'cabinet'],
  ['switching-area', 'switching-area'],
])

/** More steps than a circuit has; whoever enters a ring of parents gets no endless walk. */
const MOST_STEPS = 8
/** Lamps of one street farther apart than this are of two streets of the same name. */
export const ROW_APART_M = 500
/** As many as stand within that of one lamp, where streets lie close. */
const MOST_NEAR = 256

/** What assets hang from, and which stand next to each other in a street. */
export type Circuits = {
  /** The segment, cabinet and switching area above an asset, as far as they are known. */
  above(asset: Asset): ReadonlyMap<CircuitType, Asset>
  /** A name of the row that an asset stands in: its street, and the first asset of it; undefined without a street. */
  rowOf(asset: Asset): string | undefined
  /** The assets beside one in its row, no farther than so many metres: none stands between them. */
  nextTo(asset: Asset, gap_m: number): readonly string[]
}

const made = new WeakMap<AssetIndex, Circuits>()

/** What is found of one index is kept as long as the index is. */
export function circuitsOf(assets: AssetIndex): Circuits {
  const known = made.get(assets)
  if (known) return known
  const circuits = findCircuits(assets)
  made.set(assets, circuits)
  return circuits
}

function findCircuits(assets: AssetIndex): Circuits {
  const rows = new Map<string, string>()
  const beside = new Map<string, readonly { id: string; apart_m: number }[]>()

  /** Of the same kind and street, the nearest first. */
  function around({ id, type, street, place }: Asset) {
    return assets
      .nearest(place, { types: [type], radius_m: ROW_APART_M, most: MOST_NEAR })
      .filter(({ asset }) => asset.street === street && asset.id !== id)
  }

  function besideOf(one: Asset) {
    const known = beside.get(one.id)
    if (known) return known
    const near = around(one)
    const found = near.filter(({ asset, distance_m: apart_m }) =>
      near.every(
        (third) =>
          third.asset === asset ||
          Math.max(third.distance_m, distance_m(third.asset.place, asset.place)) >= apart_m,
      ),
    )
    const told = found.map(({ asset, distance_m: apart_m }) => ({ id: asset.id, apart_m }))
    beside.set(one.id, told)
    return told
  }

  function rowOf(asset: Asset): string | undefined {
    if (asset.street === undefined) return undefined
    const known = rows.get(asset.id)
    if (known !== undefined) return known
    const row = [asset]
    const seen = new Set([asset.id])
    for (const one of row)
      for (const { asset: next } of around(one)) {
        if (seen.has(next.id)) continue
        seen.add(next.id)
        row.push(next)
      }
    const [first = asset.id] = [...seen].sort()
    for (const id of seen) rows.set(id, first)
    return first
  }

  return {
    above(asset) {
      const found = new Map<CircuitType, Asset>()
      let at: Asset | undefined = asset
      for (let step = 0; step < MOST_STEPS && at?.parent !== undefined; step++) {
        at = assets.byId(at.parent)
        const type = at && CIRCUIT_TYPES.get(at.type)
        if (at && type && !found.has(type)) found.set(type, at)
      }
      return found
    },
    rowOf,
    nextTo: (asset, gap_m) =>
      besideOf(asset).flatMap(({ id, apart_m }) => (apart_m <= gap_m ? [id] : [])),
  }
}
