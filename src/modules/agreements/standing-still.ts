import { type Agreement, type Duration, OFFICE_HOURS } from './agreement.ts'
import { DUTCH_CALENDAR } from './calendar.ts'
import { openingHours } from './opening-hours.ts'
import { endOf, type MilestoneTerm, windowsOf } from './terms.ts'
import { afterWorkingTime_ms, beforeWorkingTime_ms, workingTimeIn_ms } from './working-time.ts'

/** From when until when a clock stood still. */
export type Stood = { from_ms: number; to_ms: number }

/**
 * A party's dates after its clock stood still: what is counted in working days or working hours moves by exactly the
 * working time that it took, everything else by the time itself.
 */
export function movedBy<Term extends Pick<MilestoneTerm, 'by_ms' | 'counted' | 'warn_ms'>>(
  stood: readonly Stood[],
  partyBy: readonly Term[],
  terms: Pick<Agreement['terms'], 'openingHours'> | undefined,
): Term[] {
  const hours = openingHours(terms?.openingHours ?? OFFICE_HOURS)
  const moved = (at_ms: number, counted: MilestoneTerm['counted']) => {
    if (counted === undefined)
      return stood.reduce((later_ms, { from_ms, to_ms }) => later_ms + to_ms - from_ms, at_ms)
    const windows = windowsOf(counted, hours, DUTCH_CALENDAR)
    const worked_ms = stood.reduce(
      (sum_ms, one) => sum_ms + workingTimeIn_ms(one, windows, DUTCH_CALENDAR),
      0,
    )
    return afterWorkingTime_ms(at_ms, worked_ms, windows, DUTCH_CALENDAR)
  }
  return partyBy.map((term) => ({
    ...term,
    by_ms: moved(term.by_ms, term.counted),
    ...(term.warn_ms === undefined ? {} : { warn_ms: moved(term.warn_ms, term.counted) }),
  }))
}

/**
 * Until when a clock may stand still for one reason from now on, given how long it did before: at or before now where
 * nothing is left of the limit.
 */
export function limitEnd_ms(
  limit: Duration,
  now_ms: number,
  before: readonly Stood[],
  terms: Pick<Agreement['terms'], 'openingHours'>,
): number {
  const hours = openingHours(terms.openingHours ?? OFFICE_HOURS)
  const end_ms = endOf(limit, now_ms, hours, DUTCH_CALENDAR)
  if (limit.unit === 'hours' || limit.unit === 'calendar-days')
    return before.reduce((left_ms, { from_ms, to_ms }) => left_ms - (to_ms - from_ms), end_ms)
  const windows = windowsOf(limit.unit, hours, DUTCH_CALENDAR)
  const used_ms = before.reduce(
    (sum_ms, one) => sum_ms + workingTimeIn_ms(one, windows, DUTCH_CALENDAR),
    0,
  )
  return beforeWorkingTime_ms(end_ms, used_ms, windows, DUTCH_CALENDAR)
}
