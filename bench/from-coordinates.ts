import { compileAgreements, decide } from '#modules/agreements'
import { indexAreas, indexAssets, snapToAsset } from '#modules/places'
import { makeSampleTown } from '../src/composition/sample-town/index.ts'
import type { Row } from './row.ts'

const RUNS = 5
const POINTS = 4_096

/**
 * Decisions from nothing but a point: the areas that hold it, the lamp nearest to it, and the rule, on the sample
 * town (86 areas, 4,900 objects, 25 agreements).
 */
export async function benchFromCoordinates(run_ms = 1_000): Promise<Row[]> {
  const [town] = makeSampleTown({ scale: 1, now_ms: Date.now() }).municipalities
  if (!town) throw new Error('the sample has a town')
  const areas = indexAreas(town.areas)
  const assets = indexAssets(town.assets)
  const compiled = compileAgreements({
    municipality: town.id,
    epoch: 1,
    categories: town.categories,
    agreements: town.agreements.map((agreement) => ({ agreement, version: 1, entered_ms: 0 })),
    areaSizes_m2: areas.sizes_m2,
    managementAreas: areas.managers,
    zone: 'Europe/Amsterdam',
  })
  const lamps = town.assets.filter(({ type }) => type === 'lamp-post')
  const points = Array.from({ length: POINTS }, (_, i) => {
    const [lon, lat] = lamps[(i * 7919) % lamps.length]?.place ?? [0, 0]
    // Up to some 10 m off, as a telephone is.
    return [lon + ((i % 17) - 8) * 0.000016, lat + ((i % 13) - 6) * 0.000013] as const
  })
  const at_ms = Date.now()
  const rates: number[] = []
  let parties = 0
  for (let run = 0; run < RUNS; run++) {
    const started_ms = performance.now()
    let decided = 0
    while (performance.now() - started_ms < run_ms) {
      for (const point of points) {
        const { asset } = snapToAsset(assets, point, { types: ['lamp-post'] })
        const outcome = decide(compiled, {
          category: 'lamp-kapot',
          areas: areas.at(point),
          ...(asset === undefined ? {} : { asset }),
          priority: 'normal',
          clusterLevel: 'single',
          at_ms,
          excluded: [],
        })
        if (outcome.kind === 'party') parties += 1
      }
      decided += POINTS
    }
    rates.push(decided / ((performance.now() - started_ms) / 1000))
  }
  if (parties === 0) throw new Error('nothing was routed to a party')
  const figure = rates.sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0
  return [
    { what: 'decisions from coordinates', figure, unit: '/s', limit: 40_000, limitIs: 'at least' },
  ]
}
