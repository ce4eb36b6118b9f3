import { LOCALES, type Locale } from './port.ts'

/**
 * Picks from `Accept-Language` (RFC 9110, 12.5.4) the first of the languages with the highest
 * weight.
 */
export function localeOf(acceptLanguage: string | undefined): Locale {
  let best: Locale = 'nl'
  let bestWeight = 0
  for (const range of (acceptLanguage ?? '').slice(0, 500).split(',')) {
    const [tag = '', ...parameters] = range
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/)
    const locale = LOCALES.find((name) => tag === name || tag.startsWith(`${name}-`))
    const quality = parameters.find((parameter) => parameter.startsWith('q='))
    const weight = quality === undefined ? 1 : Number(quality.slice(2))
    if (locale !== undefined && weight > bestWeight) {
      best = locale
      bestWeight = weight
    }
  }
  return best
}
