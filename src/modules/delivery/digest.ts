import type { Assignment, Case, Rules } from '#modules/cases'
import { MESSAGE_TYPES } from './message-types.ts'

/**
 * What a party with a digest hears: waiting → in a digest → told. What presses is told at once, and what waited of the same
 * task is taken back: every message holds the whole present state.
 */
export const DIGEST_TYPES = {
  /** All that waited for this moment. */
  digest: 'nl.lantaarn.assignment.digest.v1',
  /** What became of a mail that the party sent in reply to one. */
  replied: 'nl.lantaarn.assignment.digest-replied.v1',
} as const

/** Until when a message may wait; undefined where it leaves at once. */
export function waitsUntil_ms(
  { priority, hasThreat }: Pick<Case, 'priority' | 'hasThreat'>,
  { agreement, version }: Pick<Assignment, 'agreement' | 'version'>,
  kind: string,
  rules: Pick<Rules, 'agreement' | 'digestAt'>,
  now_ms: number,
): number | undefined {
  if (rules.agreement(agreement, version)?.reach.channel !== 'email') return undefined
  // Danger and haste are told at once; so is it that a term is nearly over, and that somebody is threatened.
  if (priority !== 'normal' || hasThreat || kind === 'termNear') return undefined
  return rules.digestAt(agreement, now_ms)
}

export type DigestReason = 'offered' | 'reopened' | 'changed' | 'answered' | 'withdrawn'

/**
 * Under what one task is told, by the messages that waited and how it is by now; undefined where there is nothing left to
 * tell, as of what the party has ended itself.
 */
export function digestReason(
  types: readonly string[],
  task: { isAsked: boolean; isReceived: boolean },
): DigestReason | undefined {
  const has = (type: string) => types.includes(type)
  if (!task.isAsked) return has(MESSAGE_TYPES.withdrawn) ? 'withdrawn' : undefined
  const asks: readonly string[] = [
    MESSAGE_TYPES.offered,
    MESSAGE_TYPES.reopened,
    MESSAGE_TYPES.changed,
    MESSAGE_TYPES.members,
    MESSAGE_TYPES.answered,
  ]
  if (!types.some((type) => asks.includes(type))) return undefined
  if (has(MESSAGE_TYPES.offered) || !task.isReceived) return 'offered'
  if (has(MESSAGE_TYPES.reopened)) return 'reopened'
  return has(MESSAGE_TYPES.changed) || has(MESSAGE_TYPES.members) ? 'changed' : 'answered'
}
