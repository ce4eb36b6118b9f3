import type { Batch } from '#journal'
import { table } from '#platform/table'
import { ASSIGNMENTS, assignmentColumns } from './assignment-rows.ts'
import type { Case, Publication } from './case.ts'
import { CASES, caseColumns } from './case-rows.ts'
import { CIRCUIT_CASES, circuitRows } from './circuit-queries.ts'
import type { CaseEvent, SignalData } from './events.ts'
import { officeKindOf } from './kinds.ts'
import { WRONGFUL_ROWS, wrongfulRows } from './wrongful-projection.ts'

export { cellText, JOIN_RESOLUTION } from './case-rows.ts'

type Own = { municipality: string; id: string }

const SIGNALS = table<
  Own & {
    case_id: string
    source: string
    source_id: string
    received_at: number
    channel: string
    category: string
    person: string | undefined
    kind: string
    entered_by: string | undefined
    is_on_behalf: boolean
    may_publish: boolean | undefined
  }
>({
  name: 'cases.signals',
  key: ['municipality', 'id'],
  columns: {
    municipality: 'text',
    id: 'uuid',
    case_id: 'uuid',
    source: 'text',
    source_id: 'text',
    received_at: 'timestamptz',
    channel: 'text',
    category: 'text',
    person: 'text',
    kind: 'text',
    entered_by: 'text',
    is_on_behalf: 'bool',
    may_publish: 'bool',
  },
  onConflict: 'replace',
})

function signalColumns(signal: SignalData) {
  return {
    id: signal.signalId,
    source: signal.source,
    source_id: signal.sourceId,
    received_at: signal.received_ms,
    channel: signal.channel,
    category: signal.category,
    person: signal.person,
    // A fault is one whoever tells it; that a thing did stands in the channel.
    kind: officeKindOf(signal.kind) ?? 'fault',
    entered_by: signal.enteredBy,
    is_on_behalf: signal.isOnBehalf === true,
    may_publish: signal.mayPublish,
  }
}

const DECISIONS = table<
  Own & { case_id: string; routed_for: string; decided_at: number; body: unknown }
>({
  name: 'cases.decisions',
  key: ['municipality', 'id'],
  columns: {
    municipality: 'text',
    id: 'uuid',
    case_id: 'uuid',
    routed_for: 'text',
    decided_at: 'timestamptz',
    body: 'jsonb',
  },
  onConflict: 'fail',
})

const ANSWER_ROWS = table<
  Own & {
    case_id: string
    assignment_id: string
    answer: string
    answered_at: number
    answered_by: string
    details: unknown
  }
>({
  name: 'cases.answers',
  key: ['municipality', 'id'],
  columns: {
    municipality: 'text',
    id: 'uuid',
    case_id: 'uuid',
    assignment_id: 'uuid',
    answer: 'text',
    answered_at: 'timestamptz',
    answered_by: 'text',
    details: 'jsonb',
  },
  onConflict: 'fail',
})

const PUBLICATIONS = table<
  Own & {
    case_id: string
    publication_id: string
    has_text: boolean
    photos: unknown
    published_at: number
    is_withdrawn: boolean
  }
>({
  name: 'cases.publications',
  key: ['municipality', 'id'],
  columns: {
    municipality: 'text',
    id: 'uuid',
    case_id: 'uuid',
    publication_id: 'uuid',
    has_text: 'bool',
    photos: 'jsonb',
    published_at: 'timestamptz',
    is_withdrawn: 'bool',
  },
  onConflict: 'replace',
})

/** The read tables, in the order in which they may be emptied and made again. */
export const CASE_TABLES = [
  WRONGFUL_ROWS,
  PUBLICATIONS,
  ANSWER_ROWS,
  ASSIGNMENTS,
  DECISIONS,
  SIGNALS,
  CASES,
] as const
export const READ_TABLES = [...CASE_TABLES, CIRCUIT_CASES].map(({ name }) => name)

export type Changed = { before: Case | undefined; after: Case; events: readonly Occurrence[] }
export type Occurrence = { event: CaseEvent; occurred_ms: number }

/** Writes what changed: a row is a function of the case as it is now, or of the one event that it stands for. */
export function project(
  batch: Pick<Batch, 'municipality' | 'write'>,
  changed: readonly Changed[],
): void {
  const { municipality } = batch
  for (const { before, after, events } of changed) {
    batch.write(CASES, [{ municipality, id: after.id, ...caseColumns(after) }])
    batch.write(CIRCUIT_CASES, circuitRows(municipality, { before, after }))
    const known = new Set(before?.assignments)
    const assignments = after.assignments.filter((one) => !known.has(one))
    batch.write(
      ASSIGNMENTS,
      assignments.map((one) => ({ municipality, id: one.id, ...assignmentColumns(after, one) })),
    )
    const published = after.publications.filter((one) => !before?.publications.includes(one))
    batch.write(
      PUBLICATIONS,
      published.map((one) => publicationRow(municipality, after.id, one)),
    )
    if (assignments.length > 0)
      batch.write(
        WRONGFUL_ROWS,
        wrongfulRows(after).map((row) => ({ municipality, ...row })),
      )
    for (const occurrence of events) projectEvent(batch, after, occurrence)
  }
}

function publicationRow(municipality: string, case_id: string, one: Publication) {
  return {
    municipality,
    id: one.signalId,
    case_id,
    publication_id: one.publicationId,
    has_text: one.hasText,
    photos: one.photos,
    published_at: one.published_ms,
    is_withdrawn: one.isWithdrawn,
  }
}

function projectEvent(
  batch: Pick<Batch, 'municipality' | 'write'>,
  { id: case_id, signals }: Case,
  { event, occurred_ms }: Occurrence,
): void {
  const { municipality } = batch
  // A signal is written by the case that has it: another one may have had it before.
  const isSignal = event.type === 'SignalReceived' || event.type === 'SignalMovedIn'
  // From the end, where what is new stands.
  if (isSignal && signals.lastIndexOf(event.data.signal.signalId) >= 0) {
    batch.write(SIGNALS, [{ municipality, case_id, ...signalColumns(event.data.signal) }])
  }
  if (event.type === 'CaseRouted') {
    const { decisionId: id, for: routed_for, decision: body } = event.data
    const row = { case_id, routed_for, decided_at: body.decided_ms, body }
    batch.write(DECISIONS, [{ municipality, id, ...row }])
  }
  if (event.type === 'AssignmentAnswered') {
    const { answerId: id, assignmentId: assignment_id, answer, by, details } = event.data
    const row = { assignment_id, answer, answered_at: occurred_ms, answered_by: by, details }
    batch.write(ANSWER_ROWS, [{ municipality, id, case_id, ...row }])
  }
}
