import type { Locale } from './messages/languages.ts'
import { unbroken } from './moments.ts'

const ZONE = 'Europe/Amsterdam'
const DAY_MS = 86_400_000

const writer = (tag: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(tag, { ...options, timeZone: ZONE })
const DATE = writer('sv-SE', { dateStyle: 'short' })
const TIME = writer('nl-NL', { hour: '2-digit', minute: '2-digit' })
const THIS_YEAR = { weekday: 'long', day: 'numeric', month: 'long' } as const
const ANOTHER_YEAR = { ...THIS_YEAR, year: 'numeric' } as const
const daysOf = (tag: string) => ({
  thisYear: writer(tag, THIS_YEAR),
  anotherYear: writer(tag, ANOTHER_YEAR),
})
const WORDS = {
  nl: {
    days: daysOf('nl-NL'),
    near: { '-1': 'gisteren', '0': 'vandaag', '1': 'morgen' },
    before: 'vóór',
    by: 'uiterlijk',
  },
  en: {
    days: daysOf('en-GB'),
    near: { '-1': 'yesterday', '0': 'today', '1': 'tomorrow' },
    before: 'before',
    by: 'by',
  },
} as const satisfies Record<Locale, unknown>

/** By when something must be so, as people say it now: "vandaag vóór 17:00", "uiterlijk vrijdag 12 juni". */
export function termIn(by: string, locale: Locale, now_ms: number): string {
  const words = WORDS[locale]
  const by_ms = Date.parse(by)
  const [date, today] = [DATE.format(by_ms), DATE.format(now_ms)]
  const days = Math.round((Date.parse(date) - Date.parse(today)) / DAY_MS)
  const near: Readonly<Record<string, string>> = words.near
  const isThisYear = date.slice(0, 4) === today.slice(0, 4)
  const inFull = isThisYear ? words.days.thisYear : words.days.anotherYear
  const day = near[String(days)] ?? inFull.format(by_ms).replace(',', '')
  const time = TIME.format(by_ms)
  // What ends with a day names no hour.
  return unbroken(time === '23:59' ? `${words.by} ${day}` : `${day} ${words.before} ${time}`)
}
