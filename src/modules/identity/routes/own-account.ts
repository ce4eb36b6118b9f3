import { z } from '@hono/zod-openapi'
import { toIso } from '#kernel/clock'
import { type OwnCaller, ownOperation } from '#modules/directory'
import { among } from '#platform/operation'
import { readAccounts } from '../accounts.ts'
import type { Identity } from '../door.ts'
import { heldBy } from '../grant.ts'
import { ACTIONS, actionsOf, ROLES } from '../permissions.ts'
import { IDENTITY_PROBLEMS } from '../problems.ts'
import { listGrantsOf } from '../queries.ts'
import { endSessions, IDLE_MS, listSessions } from '../sessions.ts'

const Instant = z.iso.datetime()

const HeldRole = z
  .object({
    id: z.uuid(),
    municipality: z.string(),
    role: z.enum(ROLES),
    organisation: z.string().optional(),
    areas: z.array(z.string()).optional(),
    upToCents: z.int().optional(),
    deputyFor: z.uuid().optional(),
    until: Instant.optional(),
  })
  .openapi('HeldRole')

const Me = z
  .object({
    account: z.uuid(),
    name: z.string(),
    address: z.string(),
    secondFactor: z.boolean(),
    lacksSecondFactor: z.boolean().openapi({
      description: 'A role needs one: until it is set up, none of the roles counts.',
    }),
    roles: z.array(HeldRole),
    allowed: z
      .array(z.object({ municipality: z.string(), actions: z.array(z.enum(ACTIONS)) }))
      .openapi({
        description: 'What a screen may offer, by municipality. The API decides itself.',
      }),
  })
  .openapi('Me')

const SessionView = z
  .object({
    id: z.uuid(),
    device: z.string().openapi({ description: 'What the browser calls itself.' }),
    begunAt: Instant,
    lastUsedAt: Instant,
    endsAt: Instant.openapi({ description: 'Also when it is used until then.' }),
    isThisOne: z.boolean(),
  })
  .openapi('Session')

const PROBLEMS = among(IDENTITY_PROBLEMS, 'session-missing')

export const readMe = (identity: Identity) =>
  ownOperation({
    method: 'get',
    path: '/me',
    operationId: 'readMe',
    tag: 'Accounts',
    summary: 'Who I am, what my roles are, and what they allow',
    success: { 200: 'Of whoever has signed in.' },
    answer: Me,
    problems: PROBLEMS,
    async handle({ caller: { account } }, refuse) {
      const { worker, vault, clock } = identity
      const own = account && (await readAccounts(worker, vault, [account.id])).get(account.id)
      if (!own || !account) return refuse('session-missing')
      const grants = await worker.read({}, (query) => listGrantsOf(query, own.id))
      const held = heldBy(own.id, grants, clock())
      const towns = Map.groupBy(held, ({ municipality }) => municipality)
      return {
        body: {
          account: own.id,
          ...own.person,
          secondFactor: own.hasSecondFactor,
          lacksSecondFactor: account.lacksSecondFactor,
          roles: held.map(({ areas, until_ms, upTo_cents, ...one }) => ({
            ...one,
            ...(upTo_cents === undefined ? {} : { upToCents: upTo_cents }),
            ...(areas ? { areas: [...areas] } : {}),
            ...(until_ms === undefined ? {} : { until: toIso(until_ms) }),
          })),
          allowed: [...towns].map(([municipality, roles]) => ({
            municipality,
            actions: actionsOf(account.lacksSecondFactor ? [] : roles.map(({ role }) => role)),
          })),
        },
      }
    },
  })

export const listOwnSessions = ({ worker, wallClock }: Identity) =>
  ownOperation({
    method: 'get',
    path: '/sessions',
    operationId: 'listSessions',
    tag: 'Accounts',
    summary: 'Where I have signed in',
    success: { 200: 'The one last used first.' },
    answer: z.object({ items: z.array(SessionView) }).openapi('Sessions'),
    problems: PROBLEMS,
    async handle({ caller: { account } }, refuse) {
      if (!account) return refuse('session-missing')
      const rows = await listSessions(worker, wallClock, account.id)
      const items = rows.map(({ id, user_agent, created_at, updated_at, expires_at }) => ({
        id,
        device: user_agent ?? '',
        begunAt: toIso(created_at),
        lastUsedAt: toIso(updated_at),
        endsAt: toIso(Math.min(expires_at, updated_at + IDLE_MS)),
        isThisOne: id === account.session,
      }))
      return { body: { items } }
    },
  })

const Ended = z.object({ ended: z.int() }).openapi('SessionsEnded')

export const deleteSession = ({ worker }: Identity) =>
  ownOperation({
    method: 'delete',
    path: '/sessions/{session}',
    operationId: 'deleteSession',
    tag: 'Accounts',
    summary: 'End one of my sessions',
    parameters: { path: z.strictObject({ session: z.uuid() }) },
    success: { 200: 'It has ended.' },
    answer: Ended,
    problems: among(IDENTITY_PROBLEMS, 'session-missing', 'session-not-found'),
    async handle({ caller: { account }, path }, refuse) {
      if (!account) return refuse('session-missing')
      const ended = await endSessions(worker, { account: account.id, id: path.session })
      return ended === 0 ? refuse('session-not-found') : { body: { ended } }
    },
  })

export const deleteSessions = ({ worker }: Identity) =>
  ownOperation({
    method: 'delete',
    path: '/sessions',
    operationId: 'deleteSessions',
    tag: 'Accounts',
    summary: 'End all my sessions, or all but this one',
    parameters: { query: z.strictObject({ keep: z.literal('this').optional() }) },
    success: { 200: 'They have ended.' },
    answer: Ended,
    problems: PROBLEMS,
    async handle({ caller: { account }, query }, refuse) {
      if (!account) return refuse('session-missing')
      return { body: { ended: await endSessions(worker, whichOf(account, query.keep)) } }
    },
  })

function whichOf({ id, session }: NonNullable<OwnCaller['account']>, keep: 'this' | undefined) {
  return keep ? { account: id, exceptId: session } : { account: id }
}
