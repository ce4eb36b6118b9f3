import { Temporal } from 'temporal-polyfill'

const ZONE = 'Europe/Amsterdam'

/** The moment at which a day of a form begins, `after` days later; nothing where it is no day. */
export function beginOf(day: string, after = 0): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined
  try {
    const date = Temporal.PlainDate.from(day, { overflow: 'reject' }).add({ days: after })
    return new Date(date.toZonedDateTime(ZONE).epochMilliseconds).toISOString()
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}
