import { randomUUID } from 'node:crypto'
import { z } from '@hono/zod-openapi'
import type { Committer } from '#journal'
import { toIso } from '#kernel/clock'
import { townOperation } from '#modules/directory'
import type { Pool } from '#platform/database'
import { among, hrefOf } from '#platform/operation'
import { IdCursor, pageById, pageOf, pageQuery } from '#platform/page'
import { readAccounts } from '../accounts.ts'
import { endRoles, giveRoles } from '../commands.ts'
import type { Identity } from '../door.ts'
import { ROLES } from '../permissions.ts'
import { IDENTITY_PROBLEMS } from '../problems.ts'
import { listGrants } from '../queries.ts'

export type RoleNeeds = {
  identity: Identity
  pool: Pool
  committer: Committer
  partiesOf: (municipality: string) => Promise<ReadonlySet<string>>
}

const Instant = z.iso.datetime({ offset: true })
const MOST_CENTS = 1_000_000_000_000

/** What a role is of, as it is asked for. */
export const roleFields = {
  role: z.enum(ROLES),
  organisation: z
    .string()
    .min(1)
    .max(100)
    .optional()
    .openapi({ description: 'Of a planner or crew: which party’s.' }),
  areas: z
    .array(z.string().min(1).max(100))
    .min(1)
    .max(100)
    .optional()
    .openapi({ description: 'In which areas; everywhere where it is absent.' }),
  upToCents: z
    .int()
    .min(1)
    .max(MOST_CENTS)
    .optional()
    .openapi({ description: 'Of an approver: up to which amount, in cents.' }),
  until: Instant.optional().openapi({ description: 'From then on not any more.' }),
}

const NewRole = z
  .strictObject({
    account: z.uuid(),
    ...roleFields,
    from: Instant.optional().openapi({ description: 'At once where it is absent.' }),
    deputyFor: z
      .uuid()
      .optional()
      .openapi({ description: 'The role of somebody else that this one stands in for.' }),
  })
  .openapi('NewRole')

const RoleView = z
  .object({
    id: z.uuid(),
    account: z.uuid(),
    name: z.string(),
    email: z.string().optional().openapi({ description: 'Tells people of one name apart.' }),
    role: z.enum(ROLES),
    organisation: z.string().optional(),
    areas: z.array(z.string()).optional(),
    upToCents: z.int().optional(),
    deputyFor: z.uuid().optional(),
    from: z.iso.datetime(),
    until: z.iso.datetime().optional(),
    grantedAt: z.iso.datetime(),
    grantedBy: z.string(),
    endedAt: z.iso.datetime().optional(),
  })
  .openapi('Role')

export const listRoles = ({ identity: { worker, vault }, pool }: RoleNeeds) =>
  townOperation({
    method: 'get',
    path: '/roles',
    operationId: 'listRoles',
    tag: 'Accounts',
    summary: 'Who has which role in this municipality, since when, and who gave it',
    parameters: { query: z.strictObject(pageQuery(IdCursor)) },
    success: { 200: 'Also those that ended, in the order of their ids.' },
    answer: pageOf(RoleView, 'Roles'),
    problems: {},
    async handle({ caller: { municipality }, query }) {
      const all = await pool.read({ tenant: municipality }, (run) => listGrants(run, municipality))
      const { rows, next } = pageById(all, query)
      const people = await readAccounts(
        worker,
        vault,
        rows.map(({ account }) => account),
      )
      const items = rows.map((row) => ({
        id: row.id,
        account: row.account,
        name: people.get(row.account)?.person.name ?? '',
        email: people.get(row.account)?.person.address,
        role: row.role,
        ...(row.organisation === null ? {} : { organisation: row.organisation }),
        ...(row.areas === null ? {} : { areas: row.areas }),
        ...(row.up_to_cents === null ? {} : { upToCents: row.up_to_cents }),
        ...(row.deputy_for === null ? {} : { deputyFor: row.deputy_for }),
        from: toIso(row.from_at),
        ...(row.until_at === null ? {} : { until: toIso(row.until_at) }),
        grantedAt: toIso(row.granted_at),
        grantedBy: row.granted_by,
        ...(row.ended_at === null ? {} : { endedAt: toIso(row.ended_at) }),
      }))
      return { body: { items, next } }
    },
  })

export const createRole = ({ identity, committer, partiesOf }: RoleNeeds) =>
  townOperation({
    method: 'post',
    path: '/roles',
    operationId: 'createRole',
    tag: 'Accounts',
    summary: 'Give somebody who has an account a role, or a deputy for a role',
    description:
      'A deputy has the role of whom they stand in for, until a date and no longer than that one has it.',
    body: NewRole,
    success: { 201: 'It was given.' },
    answer: z.object({ id: z.uuid() }).openapi('RoleGiven'),
    answerHeaders: { Location: 'Where the roles are.' },
    problems: among(
      IDENTITY_PROBLEMS,
      'account-not-found',
      'role-incomplete',
      'role-period-empty',
      'role-organisation-unknown',
      'role-deputy-impossible',
    ),
    async handle({ caller: { municipality, by }, body }, refuse) {
      const { worker, vault, clock } = identity
      const known = await readAccounts(worker, vault, [body.account])
      if (!known.has(body.account)) return refuse('account-not-found')
      const { from, until, organisation, areas, upToCents, deputyFor, account, role } = body
      const answer = await committer.submit(municipality, giveRoles, {
        wanted: {
          id: randomUUID(),
          account,
          role,
          from_ms: from === undefined ? clock() : Date.parse(from),
          ...(until === undefined ? {} : { until_ms: Date.parse(until) }),
          ...(organisation === undefined ? {} : { organisation }),
          ...(areas === undefined ? {} : { areas }),
          ...(upToCents === undefined ? {} : { upTo_cents: upToCents }),
          ...(deputyFor === undefined ? {} : { deputyFor }),
        },
        parties: await partiesOf(municipality),
        by,
      })
      if (typeof answer === 'string') return refuse(answer)
      const location = hrefOf(['roles'], { municipality })
      return { status: 201, headers: { location }, body: { id: answer.id } }
    },
  })

export const deleteRole = ({ committer }: RoleNeeds) =>
  townOperation({
    method: 'delete',
    path: '/roles/{role}',
    operationId: 'deleteRole',
    tag: 'Accounts',
    summary: 'End a role',
    description: 'At once, also for who has signed in. The last administrator stays.',
    parameters: { path: z.strictObject({ role: z.uuid() }) },
    success: { 200: 'It has ended.' },
    answer: z.object({ id: z.uuid() }).openapi('RoleEnded'),
    problems: among(IDENTITY_PROBLEMS, 'role-not-found', 'role-of-last-administrator'),
    async handle({ caller: { municipality, by }, path }, refuse) {
      const id = path.role
      const answer = await committer.submit(municipality, endRoles, { id, by })
      return answer === 'ended' ? { body: { id } } : refuse(answer)
    },
  })
