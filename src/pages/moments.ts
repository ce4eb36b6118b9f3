import type { Locale } from '#platform/operation'

const ZONE = 'Europe/Amsterdam'
const TAGS = { nl: 'nl-NL', en: 'en-GB' } as const

function writer(options: Intl.DateTimeFormatOptions) {
  const of = (locale: Locale) =>
    new Intl.DateTimeFormat(TAGS[locale], { ...options, timeZone: ZONE })
  return { nl: of('nl'), en: of('en') }
}

const DAY = writer({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
const MOMENT = writer({
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})

/** A day in full, as the people of the municipality call it. */
export const dayIn = (iso: string, locale: Locale): string => DAY[locale].format(Date.parse(iso))
export const momentIn = (iso: string, locale: Locale): string =>
  MOMENT[locale].format(Date.parse(iso))
