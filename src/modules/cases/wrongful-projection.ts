import { table } from '#platform/table'
import type { Case } from './case.ts'
import { wrongfulFactsOf } from './wrongful-reports.ts'

/** What a party ended as not its own, whatever that costs: the price is the agreement's, and is asked of it. */
export const WRONGFUL_ROWS = table<WrongfulRow>({
  name: 'cases.wrongful_reports',
  key: ['municipality', 'id'],
  columns: {
    municipality: 'text',
    id: 'uuid',
    case_id: 'uuid',
    organisation: 'text',
    agreement: 'text',
    agreement_version: 'int4',
    category: 'text',
    answer: 'text',
    reason: 'text',
    known_at: 'timestamptz',
    counts_from: 'date',
    stage: 'text',
    stage_at: 'timestamptz',
    contrary: 'jsonb',
    contrary_at: 'timestamptz',
    steps: 'jsonb',
  },
  onConflict: 'replace',
})

type WrongfulRow = { municipality: string } & ReturnType<typeof wrongfulRows>[number]

/** One row for each such assignment, by its id. */
export function wrongfulRows(of: Case) {
  return of.assignments.flatMap((one) => {
    const facts = wrongfulFactsOf(of, one)
    const { refused } = one
    if (!facts || !refused) return []
    return [
      {
        id: one.id,
        case_id: of.id,
        organisation: one.party,
        agreement: one.agreement,
        agreement_version: one.version,
        category: one.category,
        answer: refused.answer,
        reason: refused.reason,
        known_at: facts.known_ms,
        counts_from: facts.countsFrom,
        stage: facts.stage,
        stage_at: facts.stage_ms,
        contrary: facts.contrary,
        contrary_at: facts.contrary?.at_ms,
        steps: one.wrongful ?? [],
      },
    ]
  })
}
