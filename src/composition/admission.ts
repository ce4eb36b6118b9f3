import type { Context } from 'hono'
import {
  type Actor,
  type ApiKey,
  type CallerLink,
  DIRECTORY_PROBLEMS,
  LINK_KINDS,
  type OwnCaller,
  type TownCaller,
} from '#modules/directory'
import type { Action, Session } from '#modules/identity'
import { LINK_PREFIX, type LinkReading } from '#platform/link'
import type { Admit } from '#platform/mount-operation'
import { HTTP_PROBLEMS, problemOf } from '#platform/problem'
import { ACCESS, ACTION_OF, LINK_RULES } from './access.ts'
import { type AdmitSession, type FindMunicipality, single } from './admit-session.ts'
import { sessionOnce } from './known-session.ts'
import type { LogSights } from './log-sights.ts'

export type KeyOf = (token: string) => Promise<ApiKey | undefined>

/** What came as a key: one that is known, a link that is ours, or nothing that we ever gave. */
type Bearer =
  | { is: 'nothing' | 'wrong' }
  | { is: 'key'; key: ApiKey }
  | { is: 'link'; link: CallerLink; municipality: string }
  | { is: 'session'; session: Session }

export type SessionOf = (cookie: string) => Promise<Session | undefined>
export type BearerOf = (c: Context) => Promise<Bearer>

export function createBearerOf(options: {
  keyOf: KeyOf
  readLink: (token: string) => LinkReading
  /** Of a `Cookie` header. */
  sessionOf: SessionOf
}): BearerOf {
  const { keyOf, readLink } = options
  const sessionOf = (c: Context, cookie: string) =>
    sessionOnce(c.req.raw, () => options.sessionOf(cookie))
  return async (c) => {
    const token = tokenOf(c)
    if (token === undefined) {
      const cookie = c.req.header('cookie')
      const session = cookie === undefined ? undefined : await sessionOf(c, cookie)
      // The cookie of a session that ended is that of nobody: a browser keeps it for a while.
      return session ? { is: 'session', session } : { is: 'nothing' }
    }
    if (!token.startsWith(LINK_PREFIX)) {
      const key = await keyOf(token)
      return key ? { is: 'key', key } : { is: 'wrong' }
    }
    const reading = readLink(token)
    if (reading.state === 'forged') return { is: 'wrong' }
    const { tenant: municipality, subject, revision, ...rest } = reading.link
    const kind = LINK_KINDS.find((one) => one === rest.kind)
    if (kind === undefined) return { is: 'wrong' }
    const link = { kind, subject, revision, isExpired: reading.state === 'expired' }
    return { is: 'link', link, municipality }
  }
}

/** The one place where a caller is let in or turned away. */
export function createAdmission(options: {
  bearerOf: BearerOf
  findMunicipality: FindMunicipality
  admitSession: AdmitSession
  logSights: LogSights
}): Admit<TownCaller & OwnCaller> {
  const { bearerOf, findMunicipality, admitSession, logSights } = options
  return async (c, operation) => {
    const bearer = await bearerOf(c)
    if (bearer.is === 'wrong') return unauthorized('key-wrong')
    if (bearer.is === 'session') return admitSession(c, operation, bearer.session)
    const actor = actorOf(bearer)
    if (bearer.is === 'key' && !isInScope(bearer.key, ACTION_OF[operation.operationId]))
      return problemOf(HTTP_PROBLEMS, 'not-allowed', { detail: 'This key is not for this.' })
    if (!ACCESS[operation.operationId]?.[actor])
      return bearer.is === 'nothing'
        ? unauthorized('key-missing')
        : problemOf(HTTP_PROBLEMS, 'not-allowed')
    const refusal = bearer.is === 'link' && refusalOfLink(bearer.link, operation.operationId, c)
    if (refusal) return refusal
    const { municipality: named, ...query } = c.req.queries()
    const wanted = named?.length === 1 ? named[0]?.toUpperCase() : undefined
    if (named && wanted === undefined) return problemOf(DIRECTORY_PROBLEMS, 'municipality-missing')
    const own = municipalityOf(bearer)
    if (own !== undefined && wanted !== undefined && wanted !== own)
      return problemOf(HTTP_PROBLEMS, 'not-allowed', {
        detail: 'This key is of another municipality.',
      })
    const municipality = own ?? wanted
    if (municipality === undefined && operation.isOfOneTenant)
      return problemOf(DIRECTORY_PROBLEMS, 'municipality-missing')
    if (municipality !== undefined && !findMunicipality(municipality))
      return problemOf(DIRECTORY_PROBLEMS, 'municipality-unknown')
    const caller = callerOf(bearer, municipality)
    return { caller, query: single(query), around: logSights(operation.operationId, caller) }
  }
}

/** A key may be for less than its kind. */
function isInScope({ actions }: ApiKey, action: Action | undefined): boolean {
  return actions === undefined || (action !== undefined && actions.includes(action))
}

/** For a door that is for one thing: a key that is not for it is not known there. */
export function keysFor(keyOf: KeyOf, action: Action): KeyOf {
  return async (name) => {
    const key = await keyOf(name)
    return key && isInScope(key, action) ? key : undefined
  }
}

/** Whoever holds a link may reach what it is about, and nothing beside it. */
function refusalOfLink(link: CallerLink, operationId: string, c: Context): Response | undefined {
  const rule = LINK_RULES[operationId]
  const subject = rule?.subjectIn ? rule.subjectIn(c.req.param())?.toLowerCase() : link.subject
  if (!rule || rule.kind !== link.kind || subject !== link.subject)
    return problemOf(HTTP_PROBLEMS, 'not-allowed', { detail: 'This link is about something else.' })
  if (!link.isExpired || rule.takesExpired) return undefined
  return asUnauthorized(problemOf(DIRECTORY_PROBLEMS, 'link-expired'))
}

/** A wrong key is refused on every address, also where none is needed. */
export async function hasWrongKey(c: Context, bearerOf: BearerOf): Promise<boolean> {
  return (await bearerOf(c)).is === 'wrong'
}

export function unauthorized(name: 'key-wrong' | 'key-missing'): Response {
  return asUnauthorized(problemOf(HTTP_PROBLEMS, name))
}

function asUnauthorized(refusal: Response): Response {
  refusal.headers.set('www-authenticate', 'Bearer')
  return refusal
}

/** Undefined without a key; a scheme that is not ours is an empty key, which nobody has. */
function tokenOf(c: Context): string | undefined {
  const authorization = c.req.header('authorization')
  if (authorization === undefined) return c.req.header('x-api-key')
  return /^Bearer +(\S+)$/i.exec(authorization)?.[1] ?? ''
}

function actorOf(bearer: Exclude<Bearer, { is: 'session' }>): Actor {
  if (bearer.is === 'key') return bearer.key.kind
  return bearer.is === 'link' ? 'link' : 'public'
}

function municipalityOf(bearer: Bearer): string | undefined {
  if (bearer.is === 'link') return bearer.municipality
  return bearer.is === 'key' && 'municipality' in bearer.key ? bearer.key.municipality : undefined
}

function callerOf(
  bearer: Exclude<Bearer, { is: 'session' }>,
  municipality: string | undefined,
): TownCaller & OwnCaller {
  const actor = actorOf(bearer)
  const town = municipality ?? ''
  const anyone = {
    actor,
    municipality: town,
    isStaff: false,
    by: 'public',
    of: { municipality: town },
  }
  if (bearer.is === 'link') {
    const { link } = bearer
    const of = { municipality: town, only: link.subject }
    return { ...anyone, by: `link/${link.kind}`, link, of }
  }
  if (bearer.is !== 'key') return anyone
  const by = `key/${bearer.key.id}`
  const isStaff = actor === 'desk' || actor === 'administrator'
  if (bearer.key.kind !== 'party') return { ...anyone, by, isStaff }
  const { organisation } = bearer.key
  const of = { organisation, ...(municipality === undefined ? {} : { municipality }) }
  return { ...anyone, by, organisation, of }
}
