import type { Agreement, AgreementVersion } from './agreement.ts'
import { startOfLocalDate_ms } from './local-time.ts'

/**
 * An agreement: holds → ended, or holds on under a later version. One that hands over gives away what was not begun at
 * the moment that it ends; one that finishes keeps all of it.
 */

type Stretch = { from_ms: number; to_ms: number; onEnd: Agreement['onEnd'] }

/** How it stands with the end of an agreement at one moment. */
export type AgreementEnd = {
  /** It holds no more, and what was not begun goes to others. */
  isGivenAway: boolean
  /** When it is next so: a moment that has passed where it is so already. Absent: as far as is known never. */
  due_ms?: number
}

/** The times in which an agreement holds: a version takes over from its own first day, and ends the earlier one. */
function stretchesOf(versions: readonly AgreementVersion[]): Stretch[] {
  const stretches: Stretch[] = []
  let limit_ms = Infinity
  for (const { agreement } of versions.toSorted((a, b) => b.version - a.version)) {
    const { validity, onEnd } = agreement
    const from_ms = startOfLocalDate_ms(validity.from)
    if (from_ms >= limit_ms) continue
    const end_ms = validity.to === undefined ? Infinity : startOfLocalDate_ms(validity.to)
    stretches.unshift({ from_ms, to_ms: Math.min(end_ms, limit_ms), onEnd })
    limit_ms = from_ms
  }
  return stretches
}

/**
 * @param versions of one agreement, in any order
 */
export function endOfAgreement(
  versions: readonly AgreementVersion[],
  now_ms: number,
): AgreementEnd {
  const stretches = stretchesOf(versions)
  const ends = stretches.filter(
    ({ to_ms, onEnd }, i) =>
      onEnd === 'hand-over' && to_ms !== Infinity && stretches[i + 1]?.from_ms !== to_ms,
  )
  const last = stretches.findLast(({ from_ms }) => from_ms <= now_ms)
  if (last && last.to_ms <= now_ms && ends.includes(last))
    return { isGivenAway: true, due_ms: last.to_ms }
  const next = ends.find(({ to_ms }) => to_ms > now_ms)
  return { isGivenAway: false, ...(next === undefined ? {} : { due_ms: next.to_ms }) }
}
