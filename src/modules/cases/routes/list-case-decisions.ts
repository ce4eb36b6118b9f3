import { townOperation } from '#modules/directory'
import type { Pool } from '#platform/database'
import { among } from '#platform/operation'
import { pageOf } from '#platform/page'
import { listDecisions } from '../case-queries.ts'
import { CASE_PROBLEMS } from '../problems.ts'
import { CasePath } from './case-path.ts'
import { seeCase } from './case-sight.ts'
import { isShown } from './case-view.ts'
import { DecisionView, decisionView } from './decision-view.ts'
import type { NamesOf } from './names-of.ts'
import type { TownOf } from './town-view.ts'

export const listCaseDecisions = (needs: { pool: Pool; townOf: TownOf; namesOf: NamesOf }) =>
  townOperation({
    method: 'get',
    path: '/cases/{case}/decisions',
    operationId: 'listCaseDecisions',
    tag: 'Cases',
    summary: 'Why it went where it went',
    description:
      'Each routing decision with its facts, its outcome and the alternatives, and in plain words. Of a case that shows only its status there are none to be read: each would tell where it is.',
    parameters: { path: CasePath },
    success: { 200: 'The decisions, the first first.' },
    answer: pageOf(DecisionView, 'RoutingDecisions'),
    problems: among(CASE_PROBLEMS, 'case-not-found'),
    async handle({ caller, path }, refuse) {
      const { municipality } = caller
      const seen = await seeCase(needs, caller, path.case)
      if (!seen) return refuse('case-not-found')
      const { row, sight, town } = seen
      if (sight === 'status') return { body: { items: [] } }
      const decisions = await needs.pool.read({ tenant: municipality }, (query) =>
        listDecisions(query, municipality, row.id),
      )
      const shown = decisions.filter(({ body }) => isShown(body.facts, town, sight))
      const names = {
        nl: await needs.namesOf(municipality, 'nl'),
        en: await needs.namesOf(municipality, 'en'),
      }
      return { body: { items: shown.map((one) => decisionView(municipality, one, town, names)) } }
    },
  })
