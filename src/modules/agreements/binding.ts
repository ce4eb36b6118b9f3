import type { BASES } from './agreement.ts'

/**
 * What a date is, by the ground on which a party is responsible. A *term* was agreed and can be broken; an
 * *expectation* tells what may be expected of a party that promised nothing.
 */
const DATES_ARE: Readonly<Record<(typeof BASES)[number], 'term' | 'expectation'>> = {
  contract: 'term',
  'service-arrangement': 'term',
  // What was repaired or laid under a contract is answered for under it.
  warranty: 'term',
  works: 'term',
  'statutory-manager': 'expectation',
  'grid-operator': 'expectation',
  'self-management': 'expectation',
  'owner-only': 'expectation',
}

/** Whether the dates of an agreement on this basis are only expected. */
export function isExpectation(basis: (typeof BASES)[number]): boolean {
  return DATES_ARE[basis] === 'expectation'
}
