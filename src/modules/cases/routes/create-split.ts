import { z } from '@hono/zod-openapi'
import { townOperation } from '#modules/directory'
import { among } from '#platform/operation'
import { CASE_PROBLEMS } from '../problems.ts'
import { CasePath } from './case-path.ts'
import { seeCase } from './case-sight.ts'
import { CaseView } from './case-view.ts'
import { type DirectingNeeds, directedCase } from './directed-case.ts'
import { refuseAs } from './rejection.ts'

const Split = z
  .union([
    z.strictObject({
      signal: z.uuid().openapi({ description: 'It gets a case of its own, and a new number.' }),
    }),
    z.strictObject({
      case: z.string().min(1).max(40).openapi({
        description: 'A case that was joined into this one gets its reports back.',
      }),
    }),
  ])
  .openapi('Split')

const PROBLEMS = among(
  CASE_PROBLEMS,
  'case-not-found',
  'signal-not-found',
  'only-signal',
  'case-not-open',
  'case-is-no-fault',
  'case-not-joined',
  'cases-differ',
)

type Needs = DirectingNeeds & { newId: () => string }

export const createSplit = (needs: Needs) =>
  townOperation({
    method: 'post',
    path: '/cases/{case}/splits',
    operationId: 'createSplit',
    tag: 'Directing',
    summary: 'The desk splits a report off, or undoes a joining',
    description:
      'What was split off is routed anew, by what was reported in it. Its reporters are told once.',
    parameters: { path: CasePath },
    body: Split,
    success: { 201: 'It is split off; the case that was made of it, or opened again.' },
    answer: CaseView,
    answerHeaders: { Location: 'Where that case is.' },
    problems: PROBLEMS,
    async handle({ caller, path, body, locale }, refuse) {
      const { municipality, by } = caller
      const seen = await seeCase(needs, caller, path.case)
      if (!seen) return refuse('case-not-found')
      const { id: caseId } = seen.row
      const joined = 'case' in body ? await seeCase(needs, caller, body.case) : undefined
      if ('case' in body && !joined) return refuse('case-not-found')
      const newCaseId = needs.newId()
      const answer = await needs.cases(
        municipality,
        'signal' in body
          ? { type: 'SplitSignal', caseId, signalId: body.signal, newCaseId, by }
          : { type: 'GiveBackCase', caseId, joined: joined?.row.id ?? '', by },
      )
      if (answer.status === 'rejected') return refuseAs(refuse, PROBLEMS, answer.reason)
      return directedCase(needs, caller, joined?.row.id ?? newCaseId, { sight: 'staff', locale })
    },
  })
