import { townOperation } from '#modules/directory'
import type { Pool } from '#platform/database'
import { among } from '#platform/operation'
import { pageOf } from '#platform/page'
import { CASE_PROBLEMS } from '../problems.ts'
import { StepView, stepView } from './assignment-view.ts'
import { CasePath } from './case-path.ts'
import { seeCase } from './case-sight.ts'
import { isShown } from './case-view.ts'
import { stepsOf } from './read-case.ts'
import type { TownOf } from './town-view.ts'

export const listCaseAssignments = (needs: { pool: Pool; townOf: TownOf }) =>
  townOperation({
    method: 'get',
    path: '/cases/{case}/assignments',
    operationId: 'listCaseAssignments',
    tag: 'Cases',
    summary: 'The chain of what was asked of whom for one case',
    parameters: { path: CasePath },
    success: { 200: 'The chain, the first first.' },
    answer: pageOf(StepView, 'Steps'),
    problems: among(CASE_PROBLEMS, 'case-not-found'),
    async handle({ caller, path }, refuse) {
      const seen = await seeCase(needs, caller, path.case)
      if (!seen) return refuse('case-not-found')
      const { row, sight, town } = seen
      const all = await stepsOf(needs, caller.municipality, row.id)
      const shown = all.filter(
        (one) => sight === 'staff' || (one.offered_at !== null && isShown(one, town, sight)),
      )
      return { body: { items: shown.map((one) => stepView(one, town, sight !== 'status')) } }
    },
  })
