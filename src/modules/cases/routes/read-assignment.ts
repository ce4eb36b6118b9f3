import { ownOperation } from '#modules/directory'
import type { Pool } from '#platform/database'
import { among } from '#platform/operation'
import type { Vault } from '#platform/vault'
import { CASE_PROBLEMS } from '../problems.ts'
import { AssignmentView, etagOf } from './assignment-view.ts'
import { AssignmentPath } from './case-path.ts'
import type { NamesOf } from './names-of.ts'
import { assignmentInFull, seeAssignment } from './seen-assignment.ts'
import type { TownOf } from './town-view.ts'

export const readAssignment = (needs: {
  pool: Pool
  vault: Vault
  townOf: TownOf
  namesOf: NamesOf
}) =>
  ownOperation({
    method: 'get',
    path: '/assignments/{assignment}',
    operationId: 'readAssignment',
    tag: 'Assignments',
    summary: 'One assignment, with the revision that an answer has to name',
    parameters: { path: AssignmentPath },
    success: { 200: 'The assignment.' },
    answer: AssignmentView,
    answerHeaders: { ETag: 'Its revision in quotes: hand it back as If-Match.' },
    problems: among(CASE_PROBLEMS, 'assignment-not-found'),
    async handle({ caller, path }, refuse) {
      const seen = await seeAssignment(needs, caller, path.assignment)
      if (!seen) return refuse('assignment-not-found')
      return {
        body: await assignmentInFull(needs, seen, caller.isStaff),
        headers: { etag: etagOf(seen.row.revision) },
      }
    },
  })
