import { distance_m, type LonLat } from '#kernel/geometry'
import type { AreaIndex } from '../area-index.ts'
import type { AssetIndex } from '../asset-index.ts'
import { middleOfArea } from '../place-tiles.ts'

/** One street by name and neighbourhood: after a merger a municipality has several of one name. */
export type StreetPlace = { name: string; neighbourhood: string | undefined; place: LonLat }

/** Parts of one name that lie farther apart are looked at apart. */
const APART_M = 1_500
const PIECE = 20_000

type Part = { lon: number; lat: number; count: number; nearest: LonLat }

/** Every street that an area of kind `road` or an object names, and where it is. */
export async function findStreets(
  areas: AreaIndex,
  assets: AssetIndex,
  pause: () => Promise<void>,
): Promise<StreetPlace[]> {
  const byName = new Map<string, Part[]>()
  let done = 0
  for (const id of areas.sizes_m2.keys()) {
    const area = areas.area(id)
    if (area?.kind === 'road' && isStreetName(area.name))
      take(byName, area.name, middleOfArea(area))
    if (++done % PIECE === 0) await pause()
  }
  for (let row = 0; row < assets.count; row++) {
    const street = assets.streetAt(row)
    if (street !== undefined) take(byName, street, assets.placeOf(row))
    if (row % PIECE === PIECE - 1) await pause()
  }
  const found = new Map<string, StreetPlace>()
  for (const [name, parts] of byName) {
    for (const { nearest: place } of parts) {
      const neighbourhood = neighbourhoodAt(areas, place)
      const key = `${name}\n${neighbourhood ?? ''}`
      if (!found.has(key)) found.set(key, { name, neighbourhood, place })
    }
  }
  return [...found.values()]
}

/** Roads of a register without labels are called by what they are for. */
export const isStreetName = (name: string) => /^\p{Lu}|^'/u.test(name)

/** Keeps of each part the place that is nearest to its middle so far: a middle of a bend lies in nobody's street. */
function take(byName: Map<string, Part[]>, name: string, place: LonLat): void {
  const parts = byName.get(name)
  const [lon, lat] = place
  const part = parts?.find((one) => distance_m([one.lon, one.lat], place) < APART_M)
  if (!part) {
    const own = { lon, lat, count: 1, nearest: place }
    if (parts) parts.push(own)
    else byName.set(name, [own])
    return
  }
  part.count += 1
  part.lon += (lon - part.lon) / part.count
  part.lat += (lat - part.lat) / part.count
  const middle: LonLat = [part.lon, part.lat]
  if (distance_m(place, middle) < distance_m(part.nearest, middle)) part.nearest = place
}

export function neighbourhoodAt(areas: AreaIndex, place: LonLat): string | undefined {
  const around = areas.at(place).map((id) => areas.area(id))
  const kind = (['neighbourhood', 'district'] as const).find((one) =>
    around.some((area) => area?.kind === one),
  )
  return around.find((area) => area?.kind === kind && kind !== undefined)?.name
}
