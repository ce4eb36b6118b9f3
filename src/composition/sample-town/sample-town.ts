import type { Polygonal } from '#kernel/geometry'
import type { Agreement } from '#modules/agreements'
import type { Category } from '#modules/categories'
import type { KindAddress, Organisation } from '#modules/directory'
import { DutyRoster } from '#modules/duty'
import type { Area, Asset, BaseFeature } from '#modules/places'
import { agreementsOf } from './agreements/agreements.ts'
import { baseOf } from './base-map.ts'
import { defaultCategories } from './categories/default-categories.ts'
import { dutyRosterOf } from './duty-roster.ts'
import { areasOf, polygon } from './ground-areas.ts'
import { makeHistory, type PastReport } from './history/history.ts'
import { lightTown } from './lighting.ts'
import { officesOf } from './offices.ts'
import { SHARED_PARTIES } from './parties.ts'
import { planTown, type TownPlan } from './plan/town-plan.ts'
import { seededRandom } from './random.ts'
import { furnishTown } from './street-furniture.ts'

export type SampleMunicipality = {
  id: string
  name: string
  /** The municipality itself as an organisation. */
  organisation: string
  boundary: Polygonal
  neighbours: { id: string; name: string; boundary: Polygonal }[]
  organisations: Organisation[]
  areas: Area[]
  assets: Asset[]
  categories: Category[]
  /** Who is called when it is dangerous. */
  dutyRoster: DutyRoster
  /** Who answers what is no fault. */
  offices: KindAddress[]
  agreements: Agreement[]
  history: PastReport[]
  /** Ground, water, roads and houses: only to be drawn. */
  base: BaseFeature[]
}

/** The main town comes first. */
export type SampleTown = { municipalities: SampleMunicipality[] }

export type SampleTownOptions = {
  /** 1: about 2,400 lamp posts, 70 streets, 8 neighbourhoods and 3,000 past reports. */
  scale: number
  now_ms: number
}

const MAIN = { id: 'GM9901', name: 'Lichtendam', organisation: 'G9901', seed: 9901, isSmall: false }
const SMALL = { id: 'GM9902', name: 'Oeverdam', organisation: 'G9902', seed: 9902, isSmall: true }
type Town = typeof MAIN

const NEIGHBOUR_SHARE = 1 / 8
const PAST_REPORTS = 3000
/**
 * Two towns on a lake that do not exist, side by side, with all that a director needs to try out:
 * the same towns for the same scale and moment.
 */
export function makeSampleTown({ scale, now_ms }: SampleTownOptions): SampleTown {
  const road = 'N9917'
  const main = planTown({
    seed: MAIN.seed,
    scale,
    origin: [-300, 400],
    tilt: -0.16,
    firstStreet: 1,
    road,
  })
  const small = planTown({
    seed: SMALL.seed,
    scale: scale * NEIGHBOUR_SHARE,
    tilt: -0.06,
    firstStreet: 9001,
    road,
    west: main.ground.east,
  })
  const plans: [Town, TownPlan, number][] = [
    [MAIN, main, scale],
    [SMALL, small, scale * NEIGHBOUR_SHARE],
  ]
  const outlines = plans.map(([{ id, name }, { ground }]) => {
    return { id, name, boundary: polygon([ground.boundary]) }
  })
  const municipalities = plans.map(([town, plan, share]) => ({
    ...settle(town, plan, share, now_ms),
    neighbours: outlines.filter(({ id }) => id !== town.id),
  }))
  return { municipalities }
}

function settle(
  town: Town,
  plan: TownPlan,
  scale: number,
  now_ms: number,
): Omit<SampleMunicipality, 'neighbours'> {
  const { id, name, organisation, seed } = town
  const assets = [
    ...lightTown(plan, town, seededRandom(seed + 1)),
    ...furnishTown(plan, town, seededRandom(seed + 2)),
  ]
  const categories = structuredClone(defaultCategories)
  return {
    id,
    name,
    organisation,
    boundary: polygon([plan.ground.boundary]),
    organisations: [
      { id: organisation, name: `Gemeente ${name}`, kind: 'municipality' },
      ...SHARED_PARTIES,
    ],
    areas: areasOf(plan, town),
    assets,
    categories,
    dutyRoster: DutyRoster.parse(dutyRosterOf(town)),
    offices: officesOf(town),
    agreements: agreementsOf(plan, town, assets, now_ms),
    history: makeHistory({
      reports: Math.round(PAST_REPORTS * scale),
      now_ms,
      assets,
      categories,
      random: seededRandom(seed + 3),
    }),
    base: baseOf(plan, seededRandom(seed + 4)),
  }
}
