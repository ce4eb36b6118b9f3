import { isLocale, type Locale } from './messages/languages.ts'
import { APPEARANCES, type Appearance } from './setting.ts'

const YEAR_S = 365 * 24 * 3600

/** How somebody wants to read, as far as they chose it. It says nothing of who they are. */
export type Preferences = { language?: Locale; appearance?: Appearance }

/** What is none of our choices counts for nothing. */
export function preferencesIn(values: { get(name: string): unknown }): Preferences {
  const language = values.get('language')
  const appearance = APPEARANCES.find((one) => one === values.get('appearance'))
  return { ...(isLocale(language) && { language }), ...(appearance && { appearance }) }
}

export function cookiesOfPreferences(preferences: Preferences, origin: string): string[] {
  const secure = origin.startsWith('https:') ? '; Secure' : ''
  return Object.entries(preferences).map(
    ([name, value]) =>
      `${name}=${value}; Path=/; Max-Age=${YEAR_S}; SameSite=Lax; HttpOnly${secure}`,
  )
}

export function cookiesOf(header: string | null): Map<string, string> {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim().split('='))
  return new Map(pairs.map(([name = '', value = '']) => [name, value]))
}
