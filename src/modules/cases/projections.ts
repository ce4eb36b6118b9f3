import { latLngToCell } from 'h3-js'
import type { Batch } from '#journal'
import { table } from '#platform/table'
import type { Assignment, Case, Publication } from './case.ts'
import { CIRCUIT_CASES, circuitRows } from './circuit-queries.ts'
import { DARK } from './clusters.ts'
import { becauseNow } from './dates.ts'
import type { CaseEvent, SignalData } from './events.ts'
import { officeKindOf } from './kinds.ts'
import { brokenOf, keptOf } from './milestones.ts'
import { MARKED, PROJECTION } from './projected.ts'
import { isSuspended } from './suspending.ts'
import { WRONGFUL_ROWS, wrongfulRows } from './wrongful-projection.ts'

/** About 350 m across. */
export const JOIN_RESOLUTION = 9

export function cellText(h3: string): string {
  return BigInt.asIntN(64, BigInt(`0x${h3}`)).toString()
}

type Own = { municipality: string; id: string }

const CASES = table<Own & ReturnType<typeof caseColumns>>({
  name: 'cases.cases',
  key: ['municipality', 'id'],
  columns: {
    municipality: 'text',
    id: 'uuid',
    number: 'text',
    version: 'int4',
    status: 'text',
    closed_as: 'text',
    closed_because: 'text',
    kind: 'text',
    forwarded_to: 'text',
    category: 'text',
    visibility: 'text',
    priority: 'text',
    lon: 'float8',
    lat: 'float8',
    cell: 'int8',
    areas: 'jsonb',
    asset_id: 'text',
    is_asset_uncertain: 'bool',
    is_history: 'bool',
    has_threat: 'bool',
    recurrence_of: 'uuid',
    signals: 'int4',
    desk: 'jsonb',
    is_at_desk: 'bool',
    owner_only: 'text',
    question: 'jsonb',
    contested: 'int4',
    duty: 'jsonb',
    opened_at: 'timestamptz',
    updated_at: 'timestamptz',
    reporter_by: 'timestamptz',
    made_safe_at: 'timestamptz',
    done_at: 'timestamptz',
    closed_at: 'timestamptz',
    to_release: 'jsonb',
    to_tell: 'jsonb',
    joined_into: 'uuid',
    needs_person: 'bool',
    segment: 'text',
    cabinet: 'text',
    switching_area: 'text',
    cluster_unit: 'text',
    cluster: 'jsonb',
    is_swallowed: 'bool',
    projection: 'int4',
    projected_version: 'int4',
  },
  onConflict: 'replace',
  replacedBy: MARKED,
})

function caseColumns(one: Case) {
  const { place } = one
  return {
    number: one.number,
    version: one.version,
    status: one.status,
    closed_as: one.closedAs,
    closed_because: one.closedBecause,
    kind: one.kind ?? 'fault',
    forwarded_to: one.forwardedTo,
    category: one.category,
    visibility: one.visibility,
    priority: one.priority,
    lon: place?.lon,
    lat: place?.lat,
    cell: place && cellText(latLngToCell(place.lat, place.lon, JOIN_RESOLUTION)),
    areas: one.areas,
    asset_id: one.asset?.id,
    is_asset_uncertain: one.isAssetUncertain,
    is_history: one.isHistory,
    has_threat: one.hasThreat === true,
    recurrence_of: one.recurrenceOf,
    signals: one.signals.length,
    desk: one.desk,
    is_at_desk: one.desk.length > 0,
    owner_only: one.ownerOnly,
    question: one.question,
    contested: one.contested,
    duty: one.duty,
    opened_at: one.opened_ms,
    updated_at: one.updated_ms,
    reporter_by: one.reporterBy_ms,
    made_safe_at: one.madeSafe_ms,
    done_at: one.done_ms,
    closed_at: one.closed_ms,
    to_release: one.toRelease,
    to_tell: one.toTell,
    joined_into: one.joinedInto,
    needs_person: needsPerson(one),
    ...circuitColumns(one),
    projection: PROJECTION,
    projected_version: one.version,
  }
}

/** A case counts toward what its objects hang from while it is open and has its own reports. */
function circuitColumns({ status, joinedInto, dark, cluster, isSwallowed }: Case) {
  const counts = status === 'open' && joinedInto === undefined
  const units = new Map<string, string>()
  if (counts)
    for (const of of DARK.of(dark).circuits)
      for (const { level, unit } of of) units.set(level, unit)
  return {
    segment: units.get('segment'),
    cabinet: units.get('cabinet'),
    switching_area: units.get('switching-area'),
    cluster_unit: cluster?.unit,
    cluster: cluster && {
      level: cluster.level,
      agreement: cluster.agreement,
      version: cluster.version,
      street: cluster.street,
      of: cluster.member?.type,
      from: cluster.from,
      withinMinutes: cluster.withinMinutes,
      // Of all that were ever part of it those that are dark now.
      dark: DARK.of(dark).assets.size,
      members: cluster.members,
      since: cluster.since_ms,
    },
    is_swallowed: isSwallowed === true,
  }
}

function needsPerson({ desk, toRelease, toTell }: Case): boolean {
  return desk.length + toRelease.length + toTell.length > 0
}

const ASSIGNMENTS = table<Own & ReturnType<typeof assignmentColumns>>({
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

function assignmentColumns(of: Case, one: Assignment) {
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
