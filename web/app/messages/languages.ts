import type { Words } from './nl.ts'

type Language = {
  /** As those who speak it call it. */
  name: string
  /** How dates and numbers are written. */
  tag: string
  load: () => Promise<Words>
}

/** A language is one file and one line here. */
export const LANGUAGES = {
  nl: { name: 'Nederlands', tag: 'nl-NL', load: async () => (await import('./nl.ts')).nl },
  en: { name: 'English', tag: 'en-GB', load: async () => (await import('./en.ts')).en },
} as const satisfies Record<string, Language>

export type Locale = keyof typeof LANGUAGES
export const LOCALES = Object.keys(LANGUAGES) as Locale[]
const FIRST: Locale = 'nl'

export const isLocale = (text: unknown): text is Locale => LOCALES.includes(text as Locale)

/** The language of ours that somebody wants most, by RFC 9110 section 12.5.4; without a wish, Dutch. */
export function localeOf(acceptLanguage: string | null): Locale {
  const wishes = (acceptLanguage ?? '')
    .split(',')
    .map((wish) => {
      const [tag = '', ...rest] = wish.trim().split(';')
      const q = rest.map((one) => /^\s*q=([\d.]+)/.exec(one)?.[1]).find(Boolean)
      return { language: tag.toLowerCase().split('-')[0], weight: q === undefined ? 1 : Number(q) }
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
  return wishes.map(({ language }) => language).find(isLocale) ?? FIRST
}
