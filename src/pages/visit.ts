import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { localeOf } from '#platform/mount-operation'
import type { Locale } from '#platform/operation'
import { type ApiClient, createApiClient, type InProcess } from './api-client.ts'
import { en } from './words/en.ts'
import { nl, type Words } from './words/nl.ts'

const WORDS: Record<Locale, Words> = { nl, en }

export type Municipality = { id: string; name: string }

/** One look at one page: whose language, at what moment, and what they may see. */
export type Visit = {
  locale: Locale
  words: Words
  /** Of the page itself, without its query. */
  path: string
  now_ms: number
  /** An address of ours that keeps the language which was chosen. */
  link(path: string, query?: Readonly<Record<string, string | undefined>>): string
  /** This very page in the other language. */
  inOtherLanguage: string
  /** The API for this visitor, in one municipality. */
  apiOf(municipality: string, key?: string): ApiClient
}

export function visitOf(c: Context, { request, now_ms }: { request: InProcess; now_ms: number }) {
  const url = new URL(c.req.url)
  const asked = url.searchParams.get('lang')
  const chosen = asked === 'nl' || asked === 'en' ? asked : undefined
  const kept = getCookie(c, 'language')
  const locale =
    chosen ??
    (kept === 'nl' || kept === 'en' ? kept : undefined) ??
    localeOf(c.req.header('accept-language'))
  const other = new URLSearchParams(url.searchParams)
  other.set('lang', locale === 'nl' ? 'en' : 'nl')
  const visit: Visit = {
    locale,
    words: WORDS[locale],
    path: url.pathname,
    now_ms,
    inOtherLanguage: `${url.pathname}?${other}`,
    link(path, query = {}) {
      const search = new URLSearchParams(chosen === undefined ? {} : { lang: chosen })
      for (const [name, value] of Object.entries(query))
        if (value !== undefined) search.set(name, value)
      return search.size === 0 ? path : `${path}?${search}`
    },
    apiOf: (municipality, key) =>
      // With the visitor's own address, so that limits count whoever asks and not this program.
      createApiClient(request, { municipality, locale, key, env: (c.env as object) ?? {} }),
  }
  return visit
}
