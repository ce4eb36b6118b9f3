import { z } from '@hono/zod-openapi'
import { explainDecision } from '#modules/agreements'
import { CASE_PROBLEMS, CasePath, listDecisions, seeCase } from '#modules/cases'
import { townOperation } from '#modules/directory'
import type { Pool } from '#platform/database'
import { among } from '#platform/operation'
import { pageOf } from '#platform/page'
import { namesOf } from './names.ts'
import { createRulesAt, replayOne } from './replay.ts'
import type { Towns } from './town.ts'

const DecisionReplay = z
  .object({
    decision: z.uuid(),
    is: z.enum(['same', 'different', 'other-engine']).openapi({
      description:
        '`other-engine`: another version of the rule took it, which is not here to be asked.',
    }),
    stored: z.string().openapi({ description: 'What was decided, in one sentence.' }),
    now: z
      .string()
      .optional()
      .openapi({ description: 'What the rule says of the same, where that differs.' }),
  })
  .openapi('DecisionReplay')

type Needs = { pool: Pool; towns: Towns }

/** Takes the decisions of one case again, from what was known when they were taken. */
export const listCaseReplays = ({ pool, towns }: Needs) =>
  townOperation({
    method: 'get',
    path: '/cases/{case}/replays',
    operationId: 'listCaseReplays',
    tag: 'Cases',
    summary: 'The decisions of a case, taken again from the journal',
    description:
      'Each with the facts, the agreements and the areas that were known when it was taken. The same rule must give the same answer, to the last character.',
    parameters: { path: CasePath },
    success: { 200: 'One for each decision, the first first.' },
    answer: pageOf(DecisionReplay, 'DecisionReplays'),
    problems: among(CASE_PROBLEMS, 'case-not-found'),
    async handle({ caller, path, locale }, refuse) {
      const { municipality } = caller
      const townOf = (id: string) => towns.get(id)
      const seen = await seeCase({ pool, townOf }, caller, path.case)
      if (seen?.sight !== 'staff') return refuse('case-not-found')
      const town = await towns.get(municipality)
      const names = namesOf(town, locale)
      const rulesAt = createRulesAt({ pool }, town)
      const decisions = await pool.read({ tenant: municipality }, (query) =>
        listDecisions(query, municipality, seen.row.id),
      )
      const items: z.input<typeof DecisionReplay>[] = []
      for (const { id, body } of decisions) {
        const replayed = await replayOne(rulesAt, body)
        items.push({
          decision: id,
          is: replayed.is,
          stored: explainDecision(body, names, locale).sentence,
          ...(replayed.is === 'different'
            ? { now: explainDecision(replayed.now, names, locale).sentence }
            : {}),
        })
      }
      return { body: { items } }
    },
  })
