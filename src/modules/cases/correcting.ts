import type { SignalFacts } from '#modules/agreements'
import { type Category, PRIORITIES, VISIBILITIES } from '#modules/categories'
import type { Answer } from './answers.ts'
import type { Assignment, Case } from './case.ts'
import type { CaseEvent } from './events.ts'
import { NOT_BEGUN } from './lifecycle.ts'
import { askRule, sizeOf, warrantyFor } from './recording.ts'
import type { Rules } from './rules.ts'

/** Where the corrected facts say that it is, resolved by the server. */
export type Located = {
  place?: { lon: number; lat: number }
  areas: readonly string[]
  asset?: NonNullable<SignalFacts['asset']>
}

export type Correction = {
  facts: Omit<Extract<CaseEvent, { type: 'FactsCorrected' }>['data'], 'by'>
  /** The category of the assignment that is to be given out anew; absent where it stays with its party. */
  movesAs?: string
}

/**
 * What a correction makes of the facts, and whether the assignment goes to another party by it. Whoever has begun
 * keeps it. A correction may make a case more pressing or less public, never the other way round.
 */
export function correctionOf(
  answer: Extract<Answer, { answer: 'facts-corrected' }>,
  located: Located | undefined,
  assignment: Assignment,
  known: Case,
  rules: Rules,
  now_ms: number,
): Correction {
  const { category = known.category } = answer
  const raised = raisedBy(rules.category(category), known)
  const { place, ...found } = located ?? placeOf(known)
  const isConfidential = (raised.visibility ?? known.visibility) === 'confidential'
  const facts = {
    category,
    ...found,
    ...(place === undefined || isConfidential ? {} : { place }),
    ...raised,
  }
  if (!NOT_BEGUN.includes(assignment.status)) return { facts }
  const own = assignment.category === known.category ? category : assignment.category
  const { outcome } = askRule(
    {
      category: own,
      areas: found.areas,
      priority: raised.priority ?? known.priority,
      ...sizeOf(found.asset?.id === known.asset?.id ? known : { ...sized(known), ...found }),
      at_ms: known.opened_ms,
      excluded: known.excluded,
      ...(found.asset?.id === known.asset?.id && category === known.category
        ? warrantyFor(known, own)
        : {}),
    },
    rules,
    now_ms,
  )
  const isSame =
    outcome.kind === 'party' &&
    outcome.party === assignment.party &&
    outcome.agreement === assignment.agreement
  return isSame && own === assignment.category ? { facts } : { facts, movesAs: own }
}

/** Corrected to another object, a case of several is asked by that one. */
function sized({ cluster, dark }: Case): Pick<Case, 'cluster' | 'dark'> {
  if (!cluster) return { dark }
  const { member: _, ...own } = cluster
  return { cluster: own, dark }
}

function placeOf({ areas, place, asset }: Case): Located {
  return {
    areas,
    ...(place === undefined ? {} : { place }),
    ...(asset === undefined ? {} : { asset }),
  }
}

function raisedBy(category: Category | undefined, known: Case) {
  const { visibility = 'public', priority = 'normal' } = category ?? {}
  const isMorePressing = PRIORITIES.indexOf(priority) > PRIORITIES.indexOf(known.priority)
  const isLessPublic = VISIBILITIES.indexOf(visibility) > VISIBILITIES.indexOf(known.visibility)
  return {
    ...(isLessPublic && visibility !== 'public' ? { visibility } : {}),
    ...(isMorePressing ? { priority } : {}),
  }
}
