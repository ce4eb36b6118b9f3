import type { Context } from 'hono'
import { shareSession } from './known-session.ts'

/** What says who a visitor is and whence they come; the program's doors decide by it, as they do for any caller. */
const PASSED = ['origin', 'sec-fetch-site', 'user-agent', 'x-forwarded-for'] as const

type Program = (request: Request, env: object) => Response | Promise<Response>

/**
 * Asks the program as the visitor of one page: with their key or their cookies, and with their own address, so that
 * limits count whoever asks and not this program. What sets a cookie on the way sets it for what is asked next, too.
 */
export function askAs(key: string | undefined, c: Context, { request }: { request: Program }) {
  const env = (c.env as object) ?? {}
  const jar = jarOf(c.req.header('cookie') ?? '')
  const given: string[] = []
  return {
    async fetch(asked: Request): Promise<Response> {
      for (const name of PASSED) {
        const value = c.req.header(name)
        if (value !== undefined) asked.headers.set(name, value)
      }
      // Whoever holds a link asks with that, whoever they are signed in as.
      const hasOwn = asked.headers.has('authorization')
      if (key !== undefined && !hasOwn) asked.headers.set('authorization', `Bearer ${key}`)
      if (jar.size > 0 && !hasOwn)
        asked.headers.set('cookie', [...jar].map((one) => one.join('=')).join('; '))
      if (!hasOwn && given.length === 0) shareSession(c.req.raw, asked)
      const response = await request(asked, env)
      for (const cookie of response.headers.getSetCookie()) {
        given.push(cookie)
        const [[name, value] = ['', '']] = jarOf(cookie.split(';', 1)[0] ?? '')
        jar.set(name, value)
      }
      return response
    },
    /** What the visitor's browser has to keep from now on. */
    cookies: (): readonly string[] => given,
  }
}

function jarOf(header: string): Map<string, string> {
  return new Map(
    header.split(';').flatMap((pair): [string, string][] => {
      const at = pair.indexOf('=')
      return at > 0 ? [[pair.slice(0, at).trim(), pair.slice(at + 1).trim()]] : []
    }),
  )
}
