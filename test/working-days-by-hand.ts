const DAY_MS = 86_400_000
/** Of spring 2026, from the calendar of the government: Easter Monday, King's Day, Ascension, Whit Monday. */
const HOLIDAYS = ['2026-04-06', '2026-04-27', '2026-05-14', '2026-05-25']

const LOCAL_DATE = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Amsterdam' })

/**
 * The closing time of the nth working day after the local date of an instant, counted day by day and knowing nothing
 * of the rule that is tested. Only for spring 2026, after the clocks went forward on 29 March.
 */
export function closingTimeAfter(at_ms: number, days: number, closes: string): string {
  let day_ms = Date.parse(`${LOCAL_DATE.format(at_ms)}T12:00:00Z`)
  for (let left = days; left > 0; ) {
    day_ms += DAY_MS
    const date = new Date(day_ms)
    const isWeekend = date.getUTCDay() === 0 || date.getUTCDay() === 6
    if (!isWeekend && !HOLIDAYS.includes(date.toISOString().slice(0, 10))) left -= 1
  }
  const date = new Date(day_ms).toISOString().slice(0, 10)
  return new Date(`${date}T${closes}:00+02:00`).toISOString()
}
