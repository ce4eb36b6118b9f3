import { Category } from '#modules/categories'
import { Agreement, type AgreementVersion } from '../src/modules/agreements/agreement.ts'
import {
  type CompiledAgreements,
  compileAgreements,
} from '../src/modules/agreements/compile-agreements.ts'
import { decide, route } from '../src/modules/agreements/routing.ts'
import type { SignalFacts } from '../src/modules/agreements/routing-decision.ts'

export type Row = {
  what: string
  figure: number
  unit: string
  limit: number
  limitIs: 'at least' | 'at most'
  note?: string
}

type Asked = { compiled: CompiledAgreements; facts: SignalFacts }
type Pick = <T>(values: readonly T[]) => T

const RUNS = 5
const AGREEMENTS_A_TOWN = 50
const SIGNALS = 4096
const ORGANISATIONS = Array.from({ length: 12 }, (_, n) => `organisation-${n}`)
const ASSET_TYPES = ['lamp-post', 'drain', 'tree', 'bench']
const AT_MS = Date.parse('2026-05-20T12:00:00+02:00')
const DECIDES_AT_LEAST = 200_000
const ROUTES_AT_LEAST = 20_000
const OVERLAP_AT_MOST = 2

/** How many signals a second the routing rule decides, where the areas of the place are known. */
export async function benchRouting(run_ms = 1000): Promise<Row[]> {
  const rows: Row[] = []
  for (const total of [1_000, 10_000, 100_000]) {
    const asked = manyTowns(total)
    const what = `${total.toLocaleString('en')} agreements, ${total / AGREEMENTS_A_TOWN} towns`
    rows.push(
      perSecond(`decisions, ${what}`, DECIDES_AT_LEAST, await measure(asked, decide, run_ms)),
      perSecond(
        `with explanation, ${what}`,
        ROUTES_AT_LEAST,
        await measure(asked, explain, run_ms),
      ),
    )
  }
  const few = overlapping(1_000)
  const many = overlapping(10_000)
  const [decidesFew, decidesMany] = [
    await measure(few, decide, run_ms),
    await measure(many, decide, run_ms),
  ]
  const routesMany = await measure(many, explain, run_ms)
  rows.push(
    perSecond('decisions, 10,000 overlapping in one town', DECIDES_AT_LEAST, decidesMany),
    perSecond('with explanation, 10,000 overlapping in one town', ROUTES_AT_LEAST, routesMany),
    {
      what: 'a decision among 10,000 overlapping in one town, beside 1,000',
      figure: decidesFew / decidesMany,
      unit: 'times the cost',
      limit: OVERLAP_AT_MOST,
      limitIs: 'at most',
      note: '500 of 10,000 hold each place; half of them name managers, hours or priorities',
    },
  )
  return rows
}

function explain(compiled: CompiledAgreements, facts: SignalFacts): unknown {
  return route(compiled, facts, AT_MS)
}

function perSecond(what: string, limit: number, figure: number): Row {
  return { what, figure, unit: 'per second', limit, limitIs: 'at least' }
}

/** The median over RUNS runs of the decisions a second. */
async function measure(
  asked: readonly Asked[],
  rule: (compiled: CompiledAgreements, facts: SignalFacts) => unknown,
  run_ms: number,
): Promise<number> {
  // One round beforehand builds the index of each category, which is not what is measured.
  for (const { compiled, facts } of asked) rule(compiled, facts)
  const figures: number[] = []
  for (let run = 0; run < RUNS; run++) {
    await new Promise(setImmediate)
    const start_ms = performance.now()
    let decisions = 0
    while (performance.now() - start_ms < run_ms) {
      for (let n = 0; n < 256; n++) {
        const { compiled, facts } = asked[decisions++ % asked.length] as Asked
        rule(compiled, facts)
      }
    }
    figures.push((decisions / (performance.now() - start_ms)) * 1000)
  }
  return figures.toSorted((a, b) => a - b)[RUNS >> 1] as number
}

/**
 * Towns of 50 agreements over 31 categories, ten about each subtree of six; a place lies in 6
 * areas, and half of the signals know their asset.
 */
function manyTowns(total: number): Asked[] {
  const pick = pickFrom(total)
  const categories = tree(5, 5)
  const subtrees = categories.slice(1, 6)
  const areas = Array.from({ length: 40 }, (_, n) => `area-${n}`)
  const towns = Array.from({ length: total / AGREEMENTS_A_TOWN }, (_, town) => {
    const agreements = Array.from({ length: AGREEMENTS_A_TOWN }, (_, n) =>
      agreementOf(`${town}-${n}`, pick(subtrees).id, pick([[], [pick(areas)]]), pick),
    )
    return compile(`town-${town}`, categories, agreements, areas)
  })
  return Array.from({ length: SIGNALS }, () => ({
    compiled: pick(towns),
    facts: factsOf(pick(categories).id, several(6, areas, pick), pick),
  }))
}

/**
 * One town, all agreements on one category; 1,000 areas that overlap so that each place lies in 50
 * of them: of 10,000 agreements, 500 are about each place.
 */
function overlapping(total: number): Asked[] {
  const pick = pickFrom(total)
  const categories = tree(1, 1)
  const category = categories[1]?.id as string
  const areas = Array.from({ length: 1000 }, (_, n) => `area-${n}`)
  const agreements = Array.from({ length: total }, (_, n) =>
    agreementOf(`${n}`, category, [pick(areas)], pick),
  )
  const compiled = compile('one-town', categories, agreements, areas)
  return Array.from({ length: SIGNALS }, () => ({
    compiled,
    facts: factsOf(category, several(50, areas, pick), pick),
  }))
}

function agreementOf(id: string, category: string, areas: string[], pick: Pick): AgreementVersion {
  const rest = [
    {},
    {},
    {},
    { managers: [pick(ORGANISATIONS)] },
    { hours: { days: ['sat', 'sun'], from: '17:00', to: '08:00' } },
    { priorities: ['danger'] },
  ]
  const agreement = Agreement.parse({
    id,
    title: id,
    basis: pick(['contract', 'contract', 'contract', 'statutory-manager', 'grid-operator']),
    mode: pick(['automatic', 'automatic', 'automatic', 'shadow', 'confirm', 'off']),
    party: pick(ORGANISATIONS),
    validity: { from: pick(['2024-01-01', '2025-01-01', '2026-01-01', '2026-07-01']) },
    scope: {
      categories: [category],
      areas,
      assetTypes: pick([[], ASSET_TYPES.slice(0, 2)]),
      ...pick(rest),
    },
    terms: {
      reporter: { amount: 10, unit: 'working-days' },
      party: {
        startsAt: 'receipt',
        milestones: [{ name: 'done', within: { amount: 10, unit: 'working-days' } }],
      },
    },
  })
  return { agreement, version: 1, entered_ms: AT_MS }
}

function factsOf(category: string, areas: string[], pick: Pick): SignalFacts {
  const asset = pick([
    undefined,
    { id: 'asset', type: pick(ASSET_TYPES), owner: pick(ORGANISATIONS) },
  ])
  return {
    category,
    areas,
    ...(asset && { asset }),
    priority: pick(['normal', 'normal', 'normal', 'urgent', 'danger']),
    clusterLevel: 'single',
    at_ms: AT_MS + pick([0, 1, 2, 3, 4, 5, 6]) * 27 * 3_600_000,
    excluded: pick([[], [], [], [pick(ORGANISATIONS)]]),
  }
}

function compile(
  municipality: string,
  categories: readonly Category[],
  agreements: readonly AgreementVersion[],
  areas: readonly string[],
): CompiledAgreements {
  return compileAgreements({
    municipality,
    epoch: 1,
    categories,
    agreements,
    areaSizes_m2: new Map(areas.map((area, n) => [area, 10_000 + n * 100])),
    managementAreas: new Map([[areas[0] as string, ORGANISATIONS[0] as string]]),
    zone: 'Europe/Amsterdam',
  })
}

/** A root with `branches` children of `leaves` children each. */
function tree(branches: number, leaves: number): Category[] {
  const node = (id: string, parent?: string) => {
    const text = { nl: id, en: id }
    return Category.parse({ id, ...(parent && { parent }), name: text, description: text })
  }
  const below = (parent: string, count: number) =>
    Array.from({ length: count }, (_, n) => node(`${parent}-${n}`, parent))
  const middle = below('root', branches)
  return [node('root'), ...middle, ...middle.flatMap(({ id }) => below(id, leaves))]
}

function several<T>(count: number, values: readonly T[], pick: Pick): T[] {
  return [...new Set(Array.from({ length: count }, () => pick(values)))]
}

/** The same picks for the same seed (mulberry32), so that two runs measure the same work. */
function pickFrom(seed: number): Pick {
  let state = seed
  return (values) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    const share = ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
    return values[Math.floor(share * values.length)] as (typeof values)[number]
  }
}

if (import.meta.main) console.table(await benchRouting(Number(process.argv[2]) || 1000))
