import type { AgreementVersion } from './agreement.ts'
import { type Calendar, DUTCH_CALENDAR } from './calendar.ts'
import type { Digest } from './digest.ts'
import { DAY_MS, startOfLocalDate_ms } from './local-time.ts'
import { timeOfDay_ms } from './time-of-day.ts'

/** Easter and a weekend are four days; whatever the calendar, there is a working day within this. */
const WITHIN_DAYS = 31

/**
 * The first moment after another at which a digest goes. A time that does not exist, in the night of spring, is the moment
 * at which the clock moves; of one that comes twice it is the first.
 */
export function nextDigest_ms(
  { at, workingDays }: Digest,
  after_ms: number,
  calendar: Calendar = DUTCH_CALENDAR,
): number {
  const { clock, isWorkingDay } = calendar
  const times_ms = at.map(timeOfDay_ms).sort((a, b) => a - b)
  const today = Math.floor(clock.wall_ms(after_ms) / DAY_MS)
  for (let day = today; day <= today + WITHIN_DAYS; day++) {
    if (workingDays && !isWorkingDay(day)) continue
    for (const time_ms of times_ms) {
      const moment_ms = clock.at_ms(day * DAY_MS + time_ms)
      if (moment_ms > after_ms) return moment_ms
    }
  }
  throw new Error(`no working day within ${WITHIN_DAYS} days`)
}

/**
 * What holds now for the work of an agreement, also where that was given under an earlier version: how a party wants to
 * hear is what was agreed last.
 * @param versions of one agreement, in any order
 */
export function digestInForce(
  versions: readonly AgreementVersion[],
  now_ms: number,
): Digest | undefined {
  const begun = versions
    .toSorted((a, b) => b.version - a.version)
    .find(({ agreement }) => startOfLocalDate_ms(agreement.validity.from) <= now_ms)
  return begun?.agreement.reach.digest
}

/**
 * From when what waits for a digest need not wait any more: the newest version has none, and one before it had. Undefined
 * where it goes on, or never was.
 * @param versions of one agreement, the newest last
 */
export function digestEnd_ms(
  versions: readonly AgreementVersion[],
  now_ms: number,
): number | undefined {
  const last = versions.at(-1)
  if (!last || last.agreement.reach.digest) return undefined
  if (!versions.some(({ agreement }) => agreement.reach.digest)) return undefined
  return Math.max(now_ms, startOfLocalDate_ms(last.agreement.validity.from))
}
