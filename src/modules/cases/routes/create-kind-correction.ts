import { z } from '@hono/zod-openapi'
import { OFFICE_KINDS, townOperation } from '#modules/directory'
import { among } from '#platform/operation'
import { CASE_PROBLEMS } from '../problems.ts'
import { CasePath } from './case-path.ts'
import { seeCase } from './case-sight.ts'
import { CaseView } from './case-view.ts'
import { type DirectingNeeds, directedCase } from './directed-case.ts'
import { refuseAs } from './rejection.ts'

const KindCorrection = z.strictObject({ kind: z.enum(OFFICE_KINDS) }).openapi('KindCorrection')

const PROBLEMS = among(
  CASE_PROBLEMS,
  'case-not-found',
  'case-not-open',
  'case-is-no-fault',
  'case-reported-again',
  'case-joined',
  'make-safe-first',
  'work-has-begun',
)

export const createKindCorrection = (needs: DirectingNeeds) =>
  townOperation({
    method: 'post',
    path: '/cases/{case}/kind-corrections',
    operationId: 'createKindCorrection',
    tag: 'Directing',
    summary: 'What came as a fault is none: it goes to the office that answers it',
    description:
      'What has not begun is withdrawn. From then on it is in no public list, and counts in no figure.',
    parameters: { path: CasePath },
    body: KindCorrection,
    success: { 201: 'It is recorded; the case as it is now.' },
    answer: CaseView,
    answerHeaders: { Location: 'Where the case is.' },
    problems: PROBLEMS,
    async handle({ caller, path, body, locale }, refuse) {
      const seen = await seeCase(needs, caller, path.case)
      if (!seen) return refuse('case-not-found')
      const { row, sight } = seen
      const { municipality, by } = caller
      const command = { type: 'CorrectKind', caseId: row.id, kind: body.kind, by } as const
      const answer = await needs.cases(municipality, command)
      if (answer.status === 'rejected') return refuseAs(refuse, PROBLEMS, answer.reason)
      return directedCase(needs, caller, row.id, { sight, locale })
    },
  })
