import { table } from '#platform/table'
import type { Assignment, Case } from './case.ts'
import { becauseNow } from './dates.ts'
import { brokenOf, keptOf } from './milestones.ts'
import { isSuspended } from './suspending.ts'

type Own = { municipality: string; id: string }

export const ASSIGNMENTS = table<Own & ReturnType<typeof assignmentColumns>>({
  name: 'cases.assignments',
  key: ['municipality', 'id'],
  columns: {
    municipality: 'text',
    id: 'uuid',
    case_id: 'uuid',
    number: 'int4',
    status: 'text',
    category: 'text',
    organisation: 'text',
    agreement: 'text',
    agreement_version: 'int4',
    decision_id: 'uuid',
    held: 'text',
    before: 'uuid',
    waits_for: 'jsonb',
    informed: 'jsonb',
    revision: 'int4',
    party_by: 'jsonb',
    offered_at: 'timestamptz',
    delivered_at: 'timestamptz',
    accepted_at: 'timestamptz',
    planned_on: 'date',
    started_at: 'timestamptz',
    stopped_at: 'timestamptz',
    made_safe_at: 'timestamptz',
    on_site_at: 'timestamptz',
    working_at: 'timestamptz',
    because: 'jsonb',
    suspension: 'jsonb',
    terms_kept: 'jsonb',
    terms_broken: 'jsonb',
    ended_at: 'timestamptz',
    opened_at: 'timestamptz',
  },
  onConflict: 'replace',
})

/** An assignment as the lists read it, with what they show of its case. */
export function assignmentColumns(of: Case, one: Assignment) {
  return {
    case_id: of.id,
    number: one.number,
    status: one.status,
    category: one.category,
    organisation: one.party,
    agreement: one.agreement,
    agreement_version: one.version,
    decision_id: one.decisionId,
    held: one.held,
    before: one.before,
    waits_for: one.waitsFor,
    informed: one.informed,
    revision: one.revision,
    party_by: one.partyBy,
    offered_at: one.offered_ms,
    delivered_at: one.delivered_ms,
    accepted_at: one.accepted_ms,
    planned_on: one.plannedOn,
    started_at: one.started_ms,
    stopped_at: one.stopped_ms,
    made_safe_at: one.madeSafe_ms,
    on_site_at: one.onSite_ms,
    working_at: one.working_ms,
    because: becauseNow(one),
    suspension: isSuspended(one) ? one.suspension : undefined,
    terms_kept: keptOf(one),
    terms_broken: brokenOf(one),
    ended_at: one.ended_ms,
    opened_at: of.opened_ms,
  }
}
