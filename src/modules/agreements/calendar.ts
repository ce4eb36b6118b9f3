import Holidays from 'date-holidays'
import { DAY_MS, dayOf, type WallClock, wallClockOf, weekdayOf } from './local-time.ts'

const SATURDAY = 5
const SUNDAY = 6

/** The days as people count them; a day is its number since 1970-01-01 (`dayOf`). */
export type Calendar = {
  clock: WallClock
  isWorkingDay(day: number): boolean
  /** Monday = 0 … Sunday = 6; a public holiday counts as a Sunday (zon- en feestdagen). */
  openingDayOf(day: number): number
}

/**
 * The Netherlands: Monday to Friday, save the public holidays that `date-holidays` knows for NL.
 */
export const DUTCH_CALENDAR: Calendar = createCalendar('NL', 'Europe/Amsterdam')

export function createCalendar(country: string, zone: string): Calendar {
  const holidaysOf = new Map<number, ReadonlySet<number>>()
  let source: Holidays | undefined

  function isHoliday(day: number): boolean {
    const year = new Date(day * DAY_MS).getUTCFullYear()
    let holidays = holidaysOf.get(year)
    if (!holidays) {
      source ??= new Holidays(country, { types: ['public'] })
      holidays = new Set(source.getHolidays(year).map(({ date }) => dayOf(date.slice(0, 10))))
      holidaysOf.set(year, holidays)
    }
    return holidays.has(day)
  }

  return {
    clock: wallClockOf(zone),
    isWorkingDay: (day) => weekdayOf(day) < SATURDAY && !isHoliday(day),
    openingDayOf: (day) => (isHoliday(day) ? SUNDAY : weekdayOf(day)),
  }
}
