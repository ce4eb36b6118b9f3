import {
  type AgreementVersion,
  compileAgreements,
  createSimulation,
  type SignalFacts,
  withEntered,
} from '#modules/agreements'
import { indexAreas } from '#modules/places'
import { makeSampleTown } from '../src/composition/sample-town/index.ts'
import { addAll } from '../src/composition/simulate.ts'
import type { Row } from './row.ts'

const CASES = 1_000_000
const PIECE = 2_000
const LASTS_AT_MOST_S = 20
const SEED = 228
const YEAR_MS = 365 * 86_400_000

/**
 * A million recorded cases of the sample town against a draft that gives every second agreement to another party with
 * half the time. Their facts are made from a seed while it runs; `simulation-of-town.ts` reads them from the database.
 */
export async function benchSimulation(cases = CASES): Promise<Row[]> {
  const now_ms = Date.now()
  const [town] = makeSampleTown({ scale: 1, now_ms }).municipalities
  if (!town) throw new Error('the sample has a town')
  const areas = indexAreas(town.areas)
  const present = town.agreements.map((agreement) => ({ agreement, version: 1, entered_ms: 0 }))
  const parties = [...new Set(town.agreements.map(({ party }) => party))]
  const drafted = town.agreements
    .filter((_, n) => n % 2 === 0)
    .map((one, n) => ({
      ...one,
      party: parties[n % parties.length] as string,
      terms: { ...one.terms, reporter: { amount: 5, unit: 'working-days' as const } },
    }))
  const compile = (agreements: readonly AgreementVersion[]) =>
    compileAgreements({
      municipality: town.id,
      epoch: 1,
      categories: town.categories,
      agreements,
      areaSizes_m2: areas.sizes_m2,
      managementAreas: areas.managers,
      zone: 'Europe/Amsterdam',
    })
  const simulation = createSimulation({
    before: compile(present),
    after: compile(withEntered(present, drafted, now_ms)),
    validAt_ms: now_ms,
    notOurs: [],
  })
  const random = randomFrom(SEED)
  const pick = <T>(values: readonly T[]) => values[Math.floor(random() * values.length)] as T
  const placed = town.assets.map(({ place, ...asset }) => ({ asset, areas: areas.at(place) }))
  const factsOf = (): SignalFacts => {
    const { asset, areas: held } = pick(placed)
    const { id: category, priority } = pick(town.categories)
    const { id, type, owner, manager } = asset
    const known = { id, type, ...(owner && { owner }), ...(manager && { manager }) }
    const at_ms = now_ms - Math.floor(random() * YEAR_MS)
    const own = { category, areas: held, priority, clusterLevel: 'single' as const, at_ms }
    return { ...own, excluded: [], ...(random() < 0.7 && { asset: known }) }
  }
  let spent_ms = 0
  for (let done = 0; done < cases; done += PIECE) {
    const piece = Array.from({ length: PIECE }, (_, n) => {
      return { id: `${done + n}`, case_id: `${done + n}`, facts: factsOf() }
    })
    await new Promise(setImmediate)
    const begin_ms = performance.now()
    await addAll(simulation, piece)
    spent_ms += performance.now() - begin_ms
  }
  const { cases: counted, different } = simulation.figures()
  if (counted !== cases) throw new Error(`${counted} of ${cases} cases were counted`)
  return [
    {
      what: 'a million cases against a draft, by the rule alone',
      figure: (spent_ms / 1000) * (CASES / cases),
      unit: 's',
      limit: LASTS_AT_MOST_S,
      limitIs: 'at most',
      note: `${present.length} agreements; ${Math.round((100 * different) / cases)} % differ`,
    },
  ]
}

/** The same numbers for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

if (import.meta.main) console.table(await benchSimulation(Number(process.argv[2]) || CASES))
