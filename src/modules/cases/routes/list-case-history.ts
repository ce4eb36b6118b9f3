import { z } from '@hono/zod-openapi'
import { readStreams } from '#journal'
import { toIso } from '#kernel/clock'
import { townOperation } from '#modules/directory'
import type { Pool } from '#platform/database'
import { among } from '#platform/operation'
import { pageOf } from '#platform/page'
import { historyOf } from '../case-history.ts'
import { CASE_PROBLEMS } from '../problems.ts'
import { CasePath } from './case-path.ts'
import { seeCase } from './case-sight.ts'
import { Instant } from './case-view.ts'
import type { TownOf } from './town-view.ts'

const HistoryFact = z
  .object({
    version: z.int().openapi({ description: 'Its place among all that happened to the case.' }),
    type: z.string().openapi({ description: 'As the journal has it.' }),
    at: Instant,
    text: z.string(),
    by: z.string().optional().openapi({
      description: 'Which key or account did it, or `rule` where it followed by itself.',
    }),
  })
  .openapi('HistoryFact')

export const listCaseHistory = ({ pool, townOf }: { pool: Pool; townOf: TownOf }) =>
  townOperation({
    method: 'get',
    path: '/cases/{case}/history',
    operationId: 'listCaseHistory',
    tag: 'Directing',
    summary: 'All that happened to a case, as the journal has it, in words',
    parameters: { path: CasePath },
    success: { 200: 'Every fact, the first first.' },
    answer: pageOf(HistoryFact, 'CaseHistory'),
    problems: among(CASE_PROBLEMS, 'case-not-found'),
    async handle({ caller, path, locale }, refuse) {
      const { municipality } = caller
      const seen = await seeCase({ pool, townOf }, caller, path.case)
      if (!seen) return refuse('case-not-found')
      const { id } = seen.row
      const events = await pool.read({ tenant: municipality }, (query) =>
        readStreams(query, municipality, [`case/${id}`]),
      )
      const items = historyOf(id, events, seen.town).map(({ occurred_ms, text, ...fact }) => ({
        ...fact,
        at: toIso(occurred_ms),
        text: text[locale],
      }))
      return { body: { items } }
    },
  })
