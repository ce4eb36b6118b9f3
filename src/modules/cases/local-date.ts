const LOCAL_DATE = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Amsterdam' })

/** The local date at a moment, as an ISO date. */
export const localDateOf = (at_ms: number): string => LOCAL_DATE.format(at_ms)

const DAY_MS = 86_400_000

/** So many calendar days after a date, whatever the clocks do in between. */
export function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10)
}
