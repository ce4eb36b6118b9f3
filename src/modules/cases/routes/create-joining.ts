import { z } from '@hono/zod-openapi'
import { townOperation } from '#modules/directory'
import { among } from '#platform/operation'
import { CASE_PROBLEMS } from '../problems.ts'
import { CasePath } from './case-path.ts'
import { seeCase } from './case-sight.ts'
import { CaseView } from './case-view.ts'
import { type DirectingNeeds, directedCase } from './directed-case.ts'
import { refuseAs } from './rejection.ts'

const Joining = z
  .strictObject({
    into: z.string().min(1).max(40).openapi({
      description: 'The number or id of the case that goes on with the reports of both.',
    }),
  })
  .openapi('Joining')

const PROBLEMS = among(
  CASE_PROBLEMS,
  'case-not-found',
  'same-case',
  'case-joined',
  'case-not-open',
  'case-is-no-fault',
  'cases-differ',
)

export const createJoining = (needs: DirectingNeeds) =>
  townOperation({
    method: 'post',
    path: '/cases/{case}/joinings',
    operationId: 'createJoining',
    tag: 'Directing',
    summary: 'The desk makes one case of two',
    description:
      'The reports and reporters of this case go to the other. What was not begun for this one is withdrawn and it is closed as joined; what was begun goes on here, and it is closed when that ends. Its reporters are told once. `POST /cases/{case}/splits` undoes it.',
    parameters: { path: CasePath },
    body: Joining,
    success: { 201: 'They are one; the case that goes on, as it is now.' },
    answer: CaseView,
    answerHeaders: { Location: 'Where the case that goes on is.' },
    problems: PROBLEMS,
    async handle({ caller, path, body, locale }, refuse) {
      const { municipality, by } = caller
      const seen = await seeCase(needs, caller, path.case)
      const into = await seeCase(needs, caller, body.into)
      if (!seen || !into) return refuse('case-not-found')
      const answer = await needs.cases(municipality, {
        type: 'JoinCases',
        caseId: seen.row.id,
        into: into.row.id,
        by,
      })
      if (answer.status === 'rejected') return refuseAs(refuse, PROBLEMS, answer.reason)
      return directedCase(needs, caller, into.row.id, { sight: into.sight, locale })
    },
  })
