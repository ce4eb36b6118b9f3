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
  const years = new Map<number, Year>()
  let source: Holidays | undefined
  let last: Year = { from_day: 0, to_day: 0, holidays: new Set() }

  // Terms ask day after day: the year of the one before is nearly always the same.
  function isHoliday(day: number): boolean {
    if (day < last.from_day || day >= last.to_day) last = yearOf(day)
    return last.holidays.has(day)
  }

  function yearOf(day: number): Year {
    const number = new Date(day * DAY_MS).getUTCFullYear()
    let year = years.get(number)
    if (!year) {
      source ??= new Holidays(country, { types: ['public'] })
      const dates = source.getHolidays(number).map(({ date }) => dayOf(date.slice(0, 10)))
      const [from_day, to_day] = [dayOf(`${number}-01-01`), dayOf(`${number + 1}-01-01`)]
      year = { from_day, to_day, holidays: new Set(dates) }
      years.set(number, year)
    }
    return year
  }

  return {
    clock: wallClockOf(zone),
    isWorkingDay: (day) => weekdayOf(day) < SATURDAY && !isHoliday(day),
    openingDayOf: (day) => (isHoliday(day) ? SUNDAY : weekdayOf(day)),
  }
}

/** Days `[from, to)` of one year, and which of them are holidays. */
type Year = { from_day: number; to_day: number; holidays: ReadonlySet<number> }
