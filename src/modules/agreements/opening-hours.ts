import { type Hours, WEEKDAYS } from './agreement.ts'
import { DAY_MS, MINUTE_MS, weekdayOf } from './local-time.ts'

/**
 * Opening hours ready for use. The days name the day on which a window opens. A window that ends at or before its
 * beginning runs past midnight; one that ends at its beginning lasts 24 hours.
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

/** Whether a wall time falls within `[from, to)` of a window that opened that day or the day before. */
export function isOpenAt(hours: OpeningHours, wall_ms: number): boolean {
  const day = Math.floor(wall_ms / DAY_MS)
  const time_ms = wall_ms - day * DAY_MS
  if (hours.isOpenOn[weekdayOf(day)] && time_ms >= hours.from_ms && time_ms < hours.to_ms)
    return true
  return time_ms < hours.to_ms - DAY_MS && hours.isOpenOn[weekdayOf(day - 1)] === true
}

function timeOfDay_ms(time: string): number {
  return (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) * MINUTE_MS
}
