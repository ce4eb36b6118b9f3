type Locale = 'nl' | 'en'

const ZONE = 'Europe/Amsterdam'
const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000

const writer = (tag: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(tag, { ...options, timeZone: ZONE })
const THIS_YEAR = { weekday: 'long', day: 'numeric', month: 'long' } as const
const ANY_YEAR = { ...THIS_YEAR, year: 'numeric' } as const
const DAYS = {
  nl: { near: writer('nl-NL', THIS_YEAR), far: writer('nl-NL', ANY_YEAR) },
  en: { near: writer('en-GB', THIS_YEAR), far: writer('en-GB', ANY_YEAR) },
}
const DATE = writer('sv-SE', { dateStyle: 'short' })
const TIME = writer('nl-NL', { hour: '2-digit', minute: '2-digit' })

const NEAR: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  nl: { '-1': 'gisteren', '0': 'vandaag', '1': 'morgen' },
  en: { '-1': 'yesterday', '0': 'today', '1': 'tomorrow' },
}

/**
 * By when something must be so, as people say it to whoever reads it now: "vandaag vóór 17:00", "dinsdag 9 juni vóór
 * 17:00", "uiterlijk vrijdag 12 juni". What ends with a day names no hour, and the year only where it is another one.
 */
export function termInWords(by_ms: number, locale: Locale, now_ms: number): string {
  const days = Math.round(
    (Date.parse(DATE.format(by_ms)) - Date.parse(DATE.format(now_ms))) / DAY_MS,
  )
  return inWords(by_ms, locale, NEAR[locale][String(days)] ?? dayOf(by_ms, locale, now_ms))
}

/** The same in what is kept and read later: it says no "today", which is another day by then. */
export function termInLetter(by_ms: number, locale: Locale, written_ms: number): string {
  return inWords(by_ms, locale, dayOf(by_ms, locale, written_ms))
}

function dayOf(by_ms: number, locale: Locale, now_ms: number): string {
  const isThisYear = DATE.format(by_ms).slice(0, 4) === DATE.format(now_ms).slice(0, 4)
  const written = DAYS[locale][isThisYear ? 'near' : 'far'].format(by_ms)
  return written.replace(',', '')
}

function inWords(by_ms: number, locale: Locale, day: string): string {
  const time = TIME.format(by_ms)
  if (time === '23:59') return locale === 'nl' ? `uiterlijk ${day}` : `by ${day}`
  // In autumn an hour comes twice: only the second of them is one hour after the same time.
  const isSecond = TIME.format(by_ms - HOUR_MS) === time
  const again = locale === 'nl' ? ' (wintertijd)' : ' (winter time)'
  return `${day} ${locale === 'nl' ? 'vóór' : 'before'} ${time}${isSecond ? again : ''}`
}
