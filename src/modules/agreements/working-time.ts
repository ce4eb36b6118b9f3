import type { Calendar } from './calendar.ts'
import { DAY_MS } from './local-time.ts'
import type { OpeningHours } from './opening-hours.ts'

/**
 * The stretches of time that count: one window a day at most, on the days that `isOn` names. A window may run past
 * midnight, and never into the next one.
 */
export type Windows = { isOn(day: number): boolean; from_ms: number; to_ms: number }

/** Within the opening hours of the party: a public holiday counts as a Sunday. */
export function withinOpeningHours(hours: OpeningHours, calendar: Calendar): Windows {
  const { isOpenOn, from_ms, to_ms } = hours
  return { isOn: (day) => isOpenOn[calendar.openingDayOf(day)] === true, from_ms, to_ms }
}

/** The same hours of each working day, on whatever weekdays the party is open. */
export function onWorkingDays(hours: OpeningHours, calendar: Calendar): Windows {
  return { isOn: calendar.isWorkingDay, from_ms: hours.from_ms, to_ms: hours.to_ms }
}

/** No agreement comes near: one that opens a single hour a week may ask for 104 of them. */
const LONGEST_DAYS = 4 * 366

type Stretch = { from_ms: number; to_ms: number }

/** The windows from a moment on, the first perhaps begun before it. */
function* windowsFrom(windows: Windows, at_ms: number, { clock }: Calendar): Generator<Stretch> {
  const first = Math.floor(clock.wall_ms(at_ms) / DAY_MS) - 1
  for (let day = first; day <= first + LONGEST_DAYS; day++) {
    if (!windows.isOn(day)) continue
    const to_ms = clock.at_ms(day * DAY_MS + windows.to_ms)
    if (to_ms > at_ms) yield { from_ms: clock.at_ms(day * DAY_MS + windows.from_ms), to_ms }
  }
}

/** The windows before a moment, the last first. */
function* windowsBefore(windows: Windows, at_ms: number, { clock }: Calendar): Generator<Stretch> {
  const last = Math.floor(clock.wall_ms(at_ms) / DAY_MS)
  for (let day = last; day >= last - LONGEST_DAYS; day--) {
    if (!windows.isOn(day)) continue
    const from_ms = clock.at_ms(day * DAY_MS + windows.from_ms)
    if (from_ms < at_ms) yield { from_ms, to_ms: clock.at_ms(day * DAY_MS + windows.to_ms) }
  }
}

/** How much of the time between two moments counts, in milliseconds that really pass: a night of spring is an hour shorter. */
export function workingTimeIn_ms(
  { from_ms, to_ms }: Stretch,
  windows: Windows,
  calendar: Calendar,
): number {
  let worked_ms = 0
  if (from_ms >= to_ms) return worked_ms
  for (const one of windowsFrom(windows, from_ms, calendar)) {
    if (one.from_ms >= to_ms) break
    const counted_ms = Math.min(one.to_ms, to_ms) - Math.max(one.from_ms, from_ms)
    worked_ms += Math.max(0, counted_ms)
  }
  return worked_ms
}

/** The first moment by which so much time has counted: what fills a day ends when that closes, not when the next one opens. */
export function afterWorkingTime_ms(
  at_ms: number,
  worked_ms: number,
  windows: Windows,
  calendar: Calendar,
): number {
  let left_ms = worked_ms
  if (left_ms <= 0) return at_ms
  for (const one of windowsFrom(windows, at_ms, calendar)) {
    const start_ms = Math.max(one.from_ms, at_ms)
    if (one.to_ms - start_ms >= left_ms) return start_ms + left_ms
    left_ms -= Math.max(0, one.to_ms - start_ms)
  }
  throw new Error(`${worked_ms} ms of working time do not fit in ${LONGEST_DAYS} days`)
}

/** The last moment from which so much time still counts until another. */
export function beforeWorkingTime_ms(
  at_ms: number,
  worked_ms: number,
  windows: Windows,
  calendar: Calendar,
): number {
  let left_ms = worked_ms
  if (left_ms <= 0) return at_ms
  for (const one of windowsBefore(windows, at_ms, calendar)) {
    const end_ms = Math.min(one.to_ms, at_ms)
    if (end_ms - one.from_ms >= left_ms) return end_ms - left_ms
    left_ms -= Math.max(0, end_ms - one.from_ms)
  }
  throw new Error(`${worked_ms} ms of working time do not fit in ${LONGEST_DAYS} days`)
}
