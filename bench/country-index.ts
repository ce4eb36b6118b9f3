import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { LonLat } from '#kernel/geometry'
import { type Asset, type AssetIndex, indexAssets } from '#modules/places'
import { openCountry } from './country/country.ts'
import { quantile } from './row.ts'
import { doTask } from './task.ts'

export type IndexTask = { lamps: number }
export type IndexFigures = {
  towns: number
  assets: number
  isReal: boolean
  bytes_per_asset: number
  built_s: number
  made_s: number
  worst_ms: number
  rss_mib: number
  nearest_p95_ms: number
  nearest_p999_ms: number
  found: number
}

const LOOK_UPS = 200_000
const POINTS_A_TOWN = 64

await doTask<IndexTask, IndexFigures>(async ({ lamps }) => {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const country = await openCountry({ lamps })
  collect()
  const before = memory_bytes()
  const indexes: AssetIndex[] = []
  const points: LonLat[][] = []
  let [assets, made_ms, built_ms, worst_ms] = [0, 0, 0, 0]
  for (const town of country.towns) {
    const from_ms = performance.now()
    const all: Asset[] = [...town.assets()].flat()
    const made = performance.now()
    indexes.push(indexAssets(all))
    const took_ms = performance.now() - made
    assets += all.length
    made_ms += made - from_ms
    built_ms += took_ms
    worst_ms = Math.max(worst_ms, took_ms)
    // As a telephone gives them: some ten metres off.
    const stride = Math.max(1, Math.floor(all.length / POINTS_A_TOWN))
    points.push(
      all
        .filter((_, n) => n % stride === 0)
        .map(({ place: [lon, lat] }, n) => {
          return [lon + ((n % 17) - 8) * 1.6e-5, lat + ((n % 13) - 6) * 1.3e-5]
        }),
    )
  }
  collect()
  const bytes = memory_bytes() - before
  const times: number[] = []
  let found = 0
  const query = { types: ['lamp-post'], radius_m: 30, most: 1 }
  for (let turn = 0; turn < LOOK_UPS; turn++) {
    const at = (turn * 7919) % indexes.length
    const own = points[at] ?? []
    const point = own[turn % own.length] as LonLat
    const from_ms = performance.now()
    found += indexes[at]?.nearest(point, query).length ?? 0
    times.push(performance.now() - from_ms)
  }
  times.sort((a, b) => a - b)
  return {
    towns: indexes.length,
    assets,
    isReal: country.isReal,
    bytes_per_asset: bytes / assets,
    made_s: made_ms / 1000,
    built_s: built_ms / 1000,
    worst_ms,
    rss_mib: process.memoryUsage().rss / 1024 ** 2,
    nearest_p95_ms: quantile(times, 0.95),
    nearest_p999_ms: quantile(times, 0.999),
    found: found / LOOK_UPS,
  }
})

function memory_bytes(): number {
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}
