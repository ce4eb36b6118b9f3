import type { Agreement, AgreementVersion } from './agreement.ts'
import { SPECIFICITY, type SpecificityStep } from './routing-decision.ts'

/**
 * How closely an agreement fits, one number for each step of SPECIFICITY; the higher, the closer.
 */
export type Closeness = readonly number[]

/** The steps before `zone-size` hang on the agreement and the category alone, not on the place. */
export const STEPS_BEFORE_ZONE = SPECIFICITY.indexOf('zone-size')

type Measure = (agreement: Agreement, depth: number, zone_m2: number) => number

/** What each step looks at. Naming both a priority and hours is closer than naming one of them. */
const MEASURES: Record<SpecificityStep, Measure> = {
  asset: ({ scope }) => Math.sign(scope.assets.length),
  'cluster-level': ({ scope }) => Math.sign(scope.clusterLevels.length),
  'warranty-or-works': ({ basis }) => (basis === 'warranty' || basis === 'works' ? 1 : 0),
  manager: ({ scope }) => Math.sign(scope.managers.length),
  'priority-and-hour': ({ scope }) => Math.sign(scope.priorities.length) + (scope.hours ? 1 : 0),
  'category-depth': (_, depth) => depth,
  'zone-size': (_, __, zone_m2) => -zone_m2,
  rank: ({ rank }) => rank,
}

/**
 * How closely an agreement fits a category and a place: `depth` is that of its scope's deepest
 * category above the signal's, `zone_m2` the size of the smallest of its areas that holds the place
 * (no areas: Infinity).
 */
export function closenessOf(agreement: Agreement, depth: number, zone_m2: number): Closeness {
  return SPECIFICITY.map((step) => MEASURES[step](agreement, depth, zone_m2))
}

/**
 * How closely whoever repaired it before stands to its recurrence. It is weighed at the step of warranty and works,
 * before those that hold for a place: only this very asset and the cluster level come before it.
 */
export function closenessOfWarrantor(agreement: Agreement, isThisAsset: boolean): Closeness {
  const measured: Partial<Record<SpecificityStep, number>> = {
    asset: isThisAsset ? 1 : 0,
    'cluster-level': MEASURES['cluster-level'](agreement, 0, Infinity),
    'warranty-or-works': 2,
  }
  return SPECIFICITY.map((step) => measured[step] ?? 0)
}

/** The first step at which two differ; undefined when they are equal to the last. */
export function decisiveStep(a: Closeness, b: Closeness): SpecificityStep | undefined {
  return SPECIFICITY.find((_, step) => a[step] !== b[step])
}

/** For sorting: the closest first. */
export function compareCloseness(a: Closeness, b: Closeness): number {
  for (let step = 0; step < a.length; step++) {
    const [x, y] = [a[step] as number, b[step] as number]
    if (x !== y) return x > y ? -1 : 1
  }
  return 0
}

/**
 * For sorting equals: the latest first day, then the latest entered; the id only to leave nothing
 * to chance.
 */
export function compareNewest(a: AgreementVersion, b: AgreementVersion): number {
  return (
    compareText(b.agreement.validity.from, a.agreement.validity.from) ||
    b.entered_ms - a.entered_ms ||
    compareText(a.agreement.id, b.agreement.id) ||
    b.version - a.version
  )
}

function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
