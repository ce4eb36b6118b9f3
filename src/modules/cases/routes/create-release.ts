import { ownOperation } from '#modules/directory'
import type { Pool } from '#platform/database'
import { among } from '#platform/operation'
import type { Vault } from '#platform/vault'
import type { CaseDoor } from '../door.ts'
import { CASE_PROBLEMS } from '../problems.ts'
import { AssignmentView, etagOf } from './assignment-view.ts'
import { AssignmentPath } from './case-path.ts'
import type { NamesOf } from './names-of.ts'
import { refuseAs } from './rejection.ts'
import { assignmentInFull, seeAssignment } from './seen-assignment.ts'
import type { TownOf } from './town-view.ts'

const PROBLEMS = among(CASE_PROBLEMS, 'assignment-not-found', 'assignment-not-held')

export const createRelease = (needs: {
  pool: Pool
  vault: Vault
  townOf: TownOf
  cases: CaseDoor
  namesOf: NamesOf
}) =>
  ownOperation({
    method: 'post',
    path: '/assignments/{assignment}/releases',
    operationId: 'createRelease',
    tag: 'Directing',
    summary: 'The desk lets go what waits for it',
    description: 'Under an agreement that asks for confirmation, or that is paused.',
    parameters: { path: AssignmentPath },
    success: { 201: 'It is on its way to the party.' },
    answer: AssignmentView,
    answerHeaders: { ETag: 'Its revision in quotes.', Location: 'Where the assignment is.' },
    problems: PROBLEMS,
    async handle({ caller, path }, refuse) {
      const seen = await seeAssignment(needs, caller, path.assignment)
      if (!seen) return refuse('assignment-not-found')
      const answer = await needs.cases(seen.row.municipality, {
        type: 'ReleaseAssignment',
        assignmentId: seen.row.id,
        by: caller.by,
      })
      if (answer.status === 'rejected') return refuseAs(refuse, PROBLEMS, answer.reason)
      const now = (await seeAssignment(needs, caller, path.assignment)) ?? seen
      const body = await assignmentInFull(needs, now, true)
      return {
        status: 201,
        body,
        headers: { etag: etagOf(now.row.revision), location: body.href },
      }
    },
  })
