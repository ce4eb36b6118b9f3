import { z } from '@hono/zod-openapi'
import { toIso } from '#kernel/clock'
import { townOperation } from '#modules/directory'
import type { Pool } from '#platform/database'
import { among, hrefOf } from '#platform/operation'
import { IdCursor, pageById, pageOf, pageQuery } from '#platform/page'
import type { EnterAgreementsAnswer } from '../commands.ts'
import { AGREEMENT_PROBLEMS } from '../problems.ts'
import { listRoleVersions } from '../queries.ts'
import { type RoleVersion, StatedRole } from '../roles.ts'

/** States a role against the names that the municipality knows, and lets its rules be made anew. */
export type EnterRole = (
  municipality: string,
  role: StatedRole,
  enteredBy: string,
) => Promise<EnterAgreementsAnswer>

const Body = StatedRole.openapi('StatedRole')

const Version = z
  .object({ id: z.string(), version: z.int(), enteredAt: z.iso.datetime(), role: Body })
  .openapi('StatedRoleVersion')

const Query = z.strictObject({
  knownAt: z.iso.datetime({ offset: true }).optional().openapi({
    description: 'As the register was at this moment; absent: as it is now.',
  }),
  ...pageQuery(IdCursor),
})

export const listStatedRoles = ({ pool }: { pool: Pool }) =>
  townOperation({
    method: 'get',
    path: '/stated-roles',
    operationId: 'listStatedRoles',
    tag: 'Agreements',
    summary: 'What the municipality enforces or leaves: the latest version of each stated role',
    parameters: { query: Query },
    success: { 200: 'Stated roles in the order of their ids.' },
    answer: pageOf(Version, 'StatedRoles'),
    problems: {},
    async handle({ caller: { municipality }, query }) {
      const versions = await pool.read({ tenant: municipality }, (run) =>
        listRoleVersions(run, municipality),
      )
      const known_ms = query.knownAt === undefined ? Infinity : Date.parse(query.knownAt)
      const latest = new Map<string, RoleVersion & { id: string }>()
      for (const one of versions)
        if (one.entered_ms <= known_ms) latest.set(one.role.id, { ...one, id: one.role.id })
      const { rows, next } = pageById([...latest.values()], query)
      const items = rows.map(({ id, version, entered_ms, role }) => {
        return { id, version, enteredAt: toIso(entered_ms), role }
      })
      return { body: { items, next } }
    },
  })

const Entered = z
  .object({ id: z.string(), version: z.int().optional() })
  .openapi('StatedRoleEntered')

export const createStatedRole = ({ enterRole }: { enterRole: EnterRole }) =>
  townOperation({
    method: 'post',
    path: '/stated-roles',
    operationId: 'createStatedRole',
    tag: 'Agreements',
    summary: 'State what the municipality enforces or leaves, or a new version of that',
    description:
      'It counts where no agreement gives anybody the work. What is left ends there, and whoever reported it reads why; what is enforced goes to the desk.',
    body: Body,
    success: {
      201: 'It is a new version and known from now on.',
      200: 'It is the same as the latest version: nothing changed.',
    },
    answer: Entered,
    answerHeaders: { Location: 'Where the stated roles are.' },
    problems: among(AGREEMENT_PROBLEMS, 'agreement-names-unknown'),
    async handle({ caller: { municipality, by }, body }, refuse) {
      const answer = await enterRole(municipality, body, by)
      if (!answer.accepted) {
        const unknown = answer.unknown.map(({ path, name }) => ({ path, name }))
        const named = unknown.map(({ path, name }) => `${path}: ${name}`).join(', ')
        return refuse(answer.reason, { detail: `Not known here: ${named}.`, unknown })
      }
      const [entered] = answer.roles
      return {
        status: entered ? 201 : 200,
        headers: { location: hrefOf(['stated-roles'], { municipality }) },
        body: { id: body.id, version: entered?.version },
      }
    },
  })
