import type { Context } from 'hono'
import {
  type AnyOperation,
  DIRECTORY_PROBLEMS,
  type OwnCaller,
  type TownCaller,
} from '#modules/directory'
import {
  type Held,
  IDENTITY_PROBLEMS,
  isFromOwnSite,
  isPartyRole,
  may,
  OWN_ACTIONS,
  type Session,
} from '#modules/identity'
import type { Around } from '#platform/mount-operation'
import { HTTP_PROBLEMS, problemOf } from '#platform/problem'
import { ACCESS, ACTION_OF } from './access.ts'
import type { LogSights } from './log-sights.ts'

type AnyCaller = TownCaller & OwnCaller

export type FindMunicipality = (id: string) => { id: string } | undefined

export type AdmitSession = (
  c: Context,
  operation: AnyOperation,
  session: Session,
) => Promise<
  | Response
  | { caller: AnyCaller; query: Record<string, string | string[]>; around?: Around | undefined }
>

/** Whether what the path names lies outside all of these areas of a municipality. */
export type IsOutside = (
  municipality: string,
  path: Readonly<Record<string, string>>,
  areas: readonly string[],
) => Promise<boolean>

/** Lets in whoever has signed in, by the roles that they hold in the municipality that it is about. */
export function createAdmitSession(options: {
  findMunicipality: FindMunicipality
  origin: () => string
  isOutside: IsOutside
  logSights: LogSights
}): AdmitSession {
  const { findMunicipality, origin, isOutside, logSights } = options
  return async (c, operation, session) => {
    const isRead = operation.method === 'get'
    if (!isRead && !isFromOwnSite((name) => c.req.header(name), origin()))
      return problemOf(IDENTITY_PROBLEMS, 'cross-site')
    const { municipality: named, ...query } = c.req.queries()
    const municipality = named ? onlyOf(named) : usualOf(session.held)
    if (named && municipality === undefined)
      return problemOf(DIRECTORY_PROBLEMS, 'municipality-missing')
    const action = ACTION_OF[operation.operationId]
    if (action === undefined) return problemOf(HTTP_PROBLEMS, 'not-allowed')
    const isOwn = OWN_ACTIONS.includes(action)
    const isPublic = ACCESS[operation.operationId]?.public === true
    const isOfNone = isPublic && !operation.isOfOneTenant
    if (municipality === undefined && !isOwn && !isOfNone)
      return problemOf(DIRECTORY_PROBLEMS, 'municipality-missing')
    if (municipality !== undefined && !findMunicipality(municipality))
      return problemOf(DIRECTORY_PROBLEMS, 'municipality-unknown')
    const { lacksSecondFactor } = session
    const held = lacksSecondFactor ? [] : session.held
    const there = held.filter((one) => one.municipality === municipality)
    const allowing = there.filter(({ role }) => may(role, action))
    if (allowing.length === 0 && !isPublic && !isOwn && lacksSecondFactor)
      return problemOf(IDENTITY_PROBLEMS, 'second-factor-needed')
    if (allowing.length === 0 && !isPublic && !isOwn)
      return problemOf(HTTP_PROBLEMS, 'not-allowed', { detail: 'None of your roles allows this.' })
    // Anybody may report from anywhere, and who only looks leaves nothing behind.
    const isSeeing = isRead || action.startsWith('see-')
    const areas = isSeeing || isPublic ? undefined : areasOf(allowing)
    if (areas && (await isOutside(municipality ?? '', c.req.param(), areas)))
      return problemOf(HTTP_PROBLEMS, 'not-allowed', { detail: 'This is outside your areas.' })
    const caller = callerOf(session, municipality ?? '', there, allowing)
    return { caller, query: single(query), around: logSights(operation.operationId, caller) }
  }
}

function onlyOf(named: readonly string[]): string | undefined {
  return named.length === 1 ? named[0]?.toUpperCase() : undefined
}

/** Whoever has roles in one municipality alone need not name it. */
function usualOf(held: readonly Held[]): string | undefined {
  const all = new Set(held.map(({ municipality }) => municipality))
  return all.size === 1 ? [...all][0] : undefined
}

/** The areas in which it is allowed; nothing where one role allows it everywhere. */
function areasOf(allowing: readonly Held[]): readonly string[] | undefined {
  if (allowing.length === 0 || allowing.some(({ areas }) => areas === undefined)) return undefined
  return allowing.flatMap(({ areas = [] }) => areas)
}

/** Of who is both, staff comes first: a party's planner sees less. */
function callerOf(
  { id, account, lacksSecondFactor }: Session,
  municipality: string,
  there: readonly Held[],
  allowing: readonly Held[],
): AnyCaller {
  const anyone = {
    actor: 'public',
    municipality,
    by: `account/${account}`,
    isStaff: false,
    account: { id: account, session: id, lacksSecondFactor },
    of: { municipality },
  } as const
  const staff = allowing.filter(({ role }) => !isPartyRole(role))
  if (staff.length > 0) {
    const isAdministrator = staff.some(({ role }) => role === 'administrator')
    const isStaff = there.some(({ role }) => may(role, 'see-personal'))
    const actor = isAdministrator ? 'administrator' : 'desk'
    return { ...anyone, actor, isStaff, ...amountOf(staff) }
  }
  const organisation = allowing.find((one) => one.organisation !== undefined)?.organisation
  if (organisation === undefined) return anyone
  return { ...anyone, actor: 'party', organisation, of: { organisation, municipality } }
}

/** An amount limits only whoever may do something by no other role. */
function amountOf(allowing: readonly Held[]): { upTo_cents?: number } {
  const amounts = allowing.map(({ upTo_cents = Number.POSITIVE_INFINITY }) => upTo_cents)
  const most = Math.max(...amounts)
  return Number.isFinite(most) ? { upTo_cents: most } : {}
}

/** Of what is asked once the value, of what may be repeated all. */
export function single(query: Record<string, string[]>): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(query).map(([name, values]) => [
      name,
      values.length === 1 ? (values[0] as string) : values,
    ]),
  )
}
