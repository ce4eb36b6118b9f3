import { z } from '@hono/zod-openapi'
import { ownOperation } from '#modules/directory'
import type { Pool } from '#platform/database'
import { among } from '#platform/operation'
import { ACTIVE_STATUSES } from '../lifecycle.ts'
import { CASE_PROBLEMS } from '../problems.ts'
import { AssignmentPath } from './case-path.ts'
import { seeAssignment } from './seen-assignment.ts'
import { agreementOf, type TownOf } from './town-view.ts'

/** Has a link mailed to the party of an assignment: to its own address, whoever asks. */
export type LayLinkMail = (
  municipality: string,
  assignment: { id: string; party: string },
) => Promise<void>

export const createLink = (needs: { pool: Pool; townOf: TownOf; layLinkMail: LayLinkMail }) =>
  ownOperation({
    method: 'post',
    path: '/assignments/{assignment}/links',
    operationId: 'createLink',
    tag: 'Assignments',
    summary: 'Mail a new link to the party of an assignment',
    description:
      'Of a party that its agreement reaches by mail. The link goes to the party’s own address and is in no answer; asked again within ten minutes it is the same mail. A link that has expired still asks for a new one.',
    parameters: { path: AssignmentPath },
    success: { 202: 'The mail is on its way.' },
    answer: z.object({ mailed: z.literal(true) }).openapi('LinkMailed'),
    problems: among(CASE_PROBLEMS, 'assignment-not-found', 'link-not-given'),
    async handle({ caller, path }, refuse) {
      const seen = await seeAssignment(needs, caller, path.assignment)
      if (!seen) return refuse('assignment-not-found')
      const { municipality, id, organisation: party, status, ...row } = seen.row
      const agreement = agreementOf(seen.town, row.agreement, row.agreement_version)
      if (agreement?.reach.channel !== 'email' || !ACTIVE_STATUSES.includes(status))
        return refuse('link-not-given')
      await needs.layLinkMail(municipality, { id, party })
      return { status: 202, body: { mailed: true as const } }
    },
  })
