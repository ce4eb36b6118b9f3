import { LANGUAGES, type Locale } from './messages/languages.ts'

const ZONE = 'Europe/Amsterdam'

/** A day and its month, or a moment and the word before it, where a line ends between them. */
const BROKEN = /(?<=\b\d{1,2}) (?=\p{L}{3})|(?<=\p{L}) (?=\d{1,2}:\d\d|20\d\d\b)/gu

/** The same words, in which no line ends within a day or before its hour. */
export const unbroken = (text: string): string => text.replaceAll(BROKEN, '\u00a0')

function writer(options: Intl.DateTimeFormatOptions) {
  const made = new Map<Locale, Intl.DateTimeFormat>()
  return (iso: string, locale: Locale): string => {
    let format = made.get(locale)
    if (format === undefined) {
      format = new Intl.DateTimeFormat(LANGUAGES[locale].tag, { ...options, timeZone: ZONE })
      made.set(locale, format)
    }
    return unbroken(format.format(Date.parse(iso)))
  }
}

/** A day as the people of the municipality call it, such as `9 jun 2026`. */
export const shortDayIn = writer({ day: 'numeric', month: 'short', year: 'numeric' })

const numbers = new Map<Locale, Intl.NumberFormat>()

export function numberIn(value: number, locale: Locale): string {
  let format = numbers.get(locale)
  if (format === undefined) {
    format = new Intl.NumberFormat(LANGUAGES[locale].tag)
    numbers.set(locale, format)
  }
  return format.format(value)
}

/** An amount of money, such as `€ 125,00`. */
export const eurosIn = (cents: number, locale: Locale): string =>
  new Intl.NumberFormat(LANGUAGES[locale].tag, { style: 'currency', currency: 'EUR' }).format(
    cents / 100,
  )

/** A day in full, such as `dinsdag 9 juni 2026`. */
export const dayIn = writer({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })

export const momentIn = writer({
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})

/** The time of a day, such as `14:05`. */
export const timeIn = writer({ hour: '2-digit', minute: '2-digit' })

const minuteIn = writer({ dateStyle: 'long', timeStyle: 'short' })

/** When a mail was sent; a date that cannot be read stands as it is. */
export const sentIn = (date: string, locale: Locale): string =>
  Number.isNaN(Date.parse(date)) ? date : minuteIn(date, locale)
