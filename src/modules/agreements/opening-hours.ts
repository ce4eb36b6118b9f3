import { type Hours, WEEKDAYS } from './agreement.ts'
import { DAY_MS, weekdayOf } from './local-time.ts'
import { timeOfDay_ms } from './time-of-day.ts'

/**
 * Opening hours ready for use. The days name the day on which a window opens. A window that ends at
 * or before its beginning runs past midnight (then `to_ms` is more than a day); one that ends at
 * its beginning lasts 24 hours.
 */
export type OpeningHours = { isOpenOn: readonly boolean[]; from_ms: number; to_ms: number }

export function openingHours(hours: Hours): OpeningHours {
  const from_ms = timeOfDay_ms(hours.from)
  const to_ms = timeOfDay_ms(hours.to)
  return {
    isOpenOn: WEEKDAYS.map((day) => hours.days.includes(day)),
    from_ms,
    to_ms: to_ms > from_ms ? to_ms : to_ms + DAY_MS,
  }
}

/**
 * Whether a wall time falls within `[from, to)` of a window that opened that day or the day before.
 * @param weekday which day of the week a day counts as; a calendar may count holidays as Sundays
 */
export function isOpenAt(hours: OpeningHours, wall_ms: number, weekday = weekdayOf): boolean {
  const day = Math.floor(wall_ms / DAY_MS)
  const time_ms = wall_ms - day * DAY_MS
  const { isOpenOn, from_ms, to_ms } = hours
  if (time_ms >= from_ms && time_ms < to_ms && isOpenOn[weekday(day)]) return true
  return time_ms < to_ms - DAY_MS && isOpenOn[weekday(day - 1)] === true
}
