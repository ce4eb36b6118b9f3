import type { Context } from 'hono'
import type { z } from 'zod'
import { clientAddressOf } from '#platform/client-address'
import { invalidInput } from '#platform/mount-operation'
import { problemOf } from '#platform/problem'
import { readJson } from '#platform/read-json'
import type { Answered, FromBrowser } from '../authentication.ts'
import type { Identity, Session } from '../door.ts'
import { isFromOwnSite } from '../own-site.ts'
import { IDENTITY_PROBLEMS } from '../problems.ts'

const MOST_AGENT = 300

export type IdentityProblem = keyof typeof IDENTITY_PROBLEMS

export function refusal(name: IdentityProblem, detail?: string): Response {
  return problemOf(IDENTITY_PROBLEMS, name, detail === undefined ? {} : { detail })
}

export function tooOften(wait_s: number): Response {
  const answer = refusal('sign-in-too-often', `Try again in ${wait_s} s.`)
  answer.headers.set('retry-after', String(wait_s))
  return answer
}

/** What of a request the library is shown. */
export function fromBrowser(c: Context): FromBrowser {
  return {
    cookie: c.req.header('cookie') ?? '',
    userAgent: (c.req.header('user-agent') ?? '').slice(0, MOST_AGENT),
  }
}

/** The body through its schema, or every fault in it. */
export async function bodyOf<T>(c: Context, schema: z.ZodType<T>): Promise<T | Response> {
  const json = await readJson(c)
  if (!json.ok) return invalidInput([{ in: 'body', path: '', message: json.message }])
  const parsed = schema.safeParse(json.value)
  if (parsed.success) return parsed.data
  return invalidInput(
    parsed.error.issues.map(({ path, message }) => ({
      in: 'body',
      path: path.map(String).join('.'),
      message,
    })),
  )
}

/** Whoever is signed in; a cookie of a session that ended is that of nobody. */
export function signedIn(identity: Identity, c: Context): Promise<Session | undefined> {
  return identity.sessionOf(c.req.header('cookie') ?? '')
}

/** Nothing that changes is taken from another site, also where nobody is signed in: that would sign somebody in. */
export function refuseOtherSites(identity: Identity, c: Context): Response | undefined {
  const isRead = c.req.method === 'GET' || c.req.method === 'HEAD'
  if (isRead || isFromOwnSite((name) => c.req.header(name), identity.origin())) return undefined
  return refusal('cross-site')
}

/** Our answer with the cookies that the library sets. */
export function withCookies(body: object, { cookies }: Pick<Answered, 'cookies'>): Response {
  const answer = Response.json(body)
  for (const cookie of cookies) answer.headers.append('set-cookie', cookie)
  return answer
}

/** Of what the library sets as a cookie: what a browser sends back. */
export const pairOf = (cookie: string) => cookie.split(';', 1)[0] as string

/** So that one address cannot go on guessing, whatever names it tries. */
export const addressOf = (c: Context): string => clientAddressOf(c) || 'unknown'
