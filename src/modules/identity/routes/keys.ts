import { randomUUID } from 'node:crypto'
import { z } from '@hono/zod-openapi'
import { toIso } from '#kernel/clock'
import { createKey, KEY_KINDS, listKeys, revokeKey, townOperation } from '#modules/directory'
import { among, hrefOf } from '#platform/operation'
import { IdCursor, pageById, pageOf, pageQuery } from '#platform/page'
import { ACTIONS, may } from '../permissions.ts'
import { IDENTITY_PROBLEMS } from '../problems.ts'
import type { RoleNeeds } from './roles.ts'

/** A key of a party is its own, and is made by whoever runs the program. */
const KINDS = KEY_KINDS.filter((kind) => kind !== 'party')
const MOST_DAYS = 731
const DAY_MS = 86_400_000

const NewKey = z
  .strictObject({
    kind: z.enum(KINDS),
    label: z.string().trim().min(1).max(100),
    actions: z
      .array(z.enum(ACTIONS))
      .min(1)
      .optional()
      .openapi({ description: 'All that it is for; absent is all that its kind may.' }),
    expiresAt: z.iso.datetime({ offset: true }),
  })
  .superRefine(({ kind, actions = [] }, context) => {
    const beyond = actions.filter((action) => !may(kind, action))
    if (beyond.length > 0)
      context.addIssue({
        code: 'custom',
        path: ['actions'],
        message: `a key of this kind may not ${beyond.join(', ')}`,
      })
  })
  .openapi('NewKey')

const KeyView = z
  .object({
    id: z.uuid(),
    kind: z.enum(KEY_KINDS),
    label: z.string(),
    actions: z.array(z.string()).optional(),
    createdAt: z.iso.datetime(),
    createdBy: z.string().optional(),
    expiresAt: z.iso.datetime().optional(),
  })
  .openapi('Key')

export const listMunicipalKeys = ({ identity: { worker, clock } }: RoleNeeds) =>
  townOperation({
    method: 'get',
    path: '/keys',
    operationId: 'listKeys',
    tag: 'Accounts',
    summary: 'The API keys of this municipality',
    parameters: { query: z.strictObject(pageQuery(IdCursor)) },
    success: { 200: 'Those in force, in the order of their ids; what they are is never told.' },
    answer: pageOf(KeyView, 'Keys'),
    problems: {},
    async handle({ caller: { municipality }, query }) {
      const { rows, next } = pageById(await listKeys(worker, municipality, clock()), query)
      const items = rows.map(({ id, kind, label, ...row }) => ({
        id,
        kind,
        label,
        ...(row.actions === null ? {} : { actions: row.actions }),
        createdAt: toIso(row.created_at),
        ...(row.created_by === null ? {} : { createdBy: row.created_by }),
        ...(row.expires_at === null ? {} : { expiresAt: toIso(row.expires_at) }),
      }))
      return { body: { items, next } }
    },
  })

export const createMunicipalKey = ({ identity: { worker, clock } }: RoleNeeds) =>
  townOperation({
    method: 'post',
    path: '/keys',
    operationId: 'createKey',
    tag: 'Accounts',
    summary: 'Make an API key',
    description: 'It ends by itself within two years. The key is in this answer and nowhere else.',
    body: NewKey,
    success: { 201: 'It works from now on.' },
    answer: z.object({ id: z.uuid(), key: z.string() }).openapi('KeyMade'),
    answerHeaders: { Location: 'Where the keys are.' },
    problems: among(IDENTITY_PROBLEMS, 'key-period-wrong'),
    async handle({ caller: { municipality, by }, body }, refuse) {
      const now_ms = clock()
      const expires_ms = Date.parse(body.expiresAt)
      if (expires_ms <= now_ms || expires_ms > now_ms + MOST_DAYS * DAY_MS)
        return refuse('key-period-wrong')
      const { kind, label, actions } = body
      const id = randomUUID()
      const own = { id, kind, label, municipality, ...(actions ? { actions } : {}) }
      const key = await createKey(worker, { key: own, now_ms, expires_ms, by })
      const location = hrefOf(['keys'], { municipality })
      return { status: 201, headers: { location }, body: { id, key } }
    },
  })

export const deleteMunicipalKey = ({ identity: { worker, clock } }: RoleNeeds) =>
  townOperation({
    method: 'delete',
    path: '/keys/{key}',
    operationId: 'deleteKey',
    tag: 'Accounts',
    summary: 'End an API key',
    parameters: { path: z.strictObject({ key: z.uuid() }) },
    success: { 200: 'It ends within ten seconds.' },
    answer: z.object({ id: z.uuid() }).openapi('KeyEnded'),
    problems: among(IDENTITY_PROBLEMS, 'key-not-found'),
    async handle({ caller: { municipality }, path: { key: id } }, refuse) {
      const isEnded = await revokeKey(worker, municipality, id, clock())
      return isEnded ? { body: { id } } : refuse('key-not-found')
    },
  })
