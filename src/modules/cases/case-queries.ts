import sql, { empty } from 'sql-template-tag'
import type { GatheringLevel, RoutingDecision } from '#modules/agreements'
import type { Pool, Query } from '#platform/database'
import type { Duty, Question } from './case-state.ts'
import type { ClosingReason } from './closing-reasons.ts'
import type { PartyTerm } from './events.ts'
import type { SignalKind } from './kinds.ts'
import type { AssignmentStatus, CaseStatus, CloseReason, DeskReason } from './lifecycle.ts'
import type { ToTell } from './told-by-hand.ts'

/** A case as its read table has it; every instant in milliseconds. */
export type CaseRow = {
  id: string
  number: string
  status: CaseStatus
  closed_as: CloseReason | null
  closed_because: ClosingReason | null
  kind: SignalKind
  /** The office that has what is no fault. */
  forwarded_to: string | null
  category: string
  visibility: 'public' | 'status-only' | 'confidential'
  priority: 'normal' | 'urgent' | 'danger'
  lon: number | null
  lat: number | null
  areas: string[]
  asset_id: string | null
  is_asset_uncertain: boolean
  is_history: boolean
  has_threat: boolean
  recurrence_of: string | null
  /** The case that it is a recurrence of. */
  earlier: { number: string; category: string; visibility: CaseRow['visibility'] } | null
  question: Question | null
  signals: number
  desk: DeskReason[]
  owner_only: string | null
  contested: number
  duty: Duty | null
  opened_at: number
  updated_at: number
  reporter_by: number | null
  made_safe_at: number | null
  done_at: number | null
  closed_at: number | null
  /** Signals that nobody has looked at yet before everybody may see them. */
  to_release: string[]
  to_tell: ToTell[]
  /** The case that has its signals now. */
  /** Of several objects: what they hang from is told by its level alone. */
  cluster: ClusterRow | null
  is_swallowed: boolean
  joined: { number: string; category: string; visibility: CaseRow['visibility'] } | null
  assignments: AssignmentBrief[]
}

export type ClusterRow = {
  level: GatheringLevel
  agreement: string
  version: number
  street?: string
  /** The kind of object. */
  of?: string
  from: number
  withinMinutes: number
  /** How many of them nobody said of that they work again. */
  dark: number
  members: number
  since: number
}

export type AssignmentBrief = {
  id: string
  number: number
  status: AssignmentStatus
  organisation: string
  category: string
  planned_on: string | null
  /** False while it only waits for the desk, and for what was taken back before it was ever offered. */
  is_offered: boolean
  /** Empty until the party's clock has started. */
  party_by: PartyTerm[]
  /** Whether the party has it: in milliseconds since 1970, or null. */
  delivered_ms: number | null
}

const BRIEFS = sql`
  coalesce((
    select jsonb_agg(jsonb_build_object('id', a.id, 'number', a.number, 'status', a.status,
      'organisation', a.organisation, 'category', a.category, 'planned_on', a.planned_on,
      'is_offered', a.offered_at is not null, 'party_by', a.party_by,
      'delivered_ms', round(extract(epoch from a.delivered_at) * 1000)) order by a.number)
    from cases.assignments a
    where a.municipality = c.municipality and a.case_id = c.id), '[]') as assignments`

const EARLIER = sql`
  (select jsonb_build_object('number', e.number, 'category', e.category, 'visibility', e.visibility)
    from cases.cases e
    where e.municipality = c.municipality and e.id = c.recurrence_of) as earlier`

const JOINED = sql`
  (select jsonb_build_object('number', j.number, 'category', j.category, 'visibility', j.visibility)
    from cases.cases j
    where j.municipality = c.municipality and j.id = c.joined_into) as joined`

/** Of `CaseRow`, where the case is `c`. */
export const CASE_COLUMNS = sql`
  c.id, c.number, c.status, c.closed_as, c.closed_because, c.kind, c.forwarded_to, c.category, c.visibility, c.priority, c.lon, c.lat,
  c.areas, c.asset_id, c.is_asset_uncertain, c.is_history, c.has_threat, c.recurrence_of, c.signals, c.desk,
  c.owner_only, c.contested, c.duty, c.opened_at, c.updated_at, c.reporter_by, c.made_safe_at, c.done_at,
  c.closed_at, c.question, c.to_release, c.to_tell, c.cluster, c.is_swallowed, ${EARLIER}, ${JOINED}, ${BRIEFS}`

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** One case, by its number or its id. */
export async function findCase(
  query: Query,
  municipality: string,
  name: string,
  isStaff: boolean,
): Promise<CaseRow | undefined> {
  const [row] = await query<CaseRow>(sql`
    select ${CASE_COLUMNS}
    from cases.cases c
    where c.municipality = ${municipality}
      and ${UUID.test(name) ? sql`c.id = ${name}::uuid` : sql`c.number = ${name}`}
      ${isStaff ? empty : sql`and c.visibility <> 'confidential'`}`)
  return row
}

export type DecisionRow = {
  id: string
  case_id: string
  routed_for: string
  decided_at: number
  body: RoutingDecision
}

/** Every routing decision of a case, the first first. */
export async function listDecisions(
  query: Query,
  municipality: string,
  caseId: string,
): Promise<DecisionRow[]> {
  return query<DecisionRow>(sql`
    select id, case_id, routed_for, decided_at, body
    from cases.decisions
    where municipality = ${municipality} and case_id = ${caseId}::uuid
    order by decided_at, id`)
}

/** The cases that a case of several took in, the first first, as far as everybody may see them unless staff asks. */
export async function listSwallowed(
  query: Query,
  municipality: string,
  of: { caseId: string; isStaff: boolean; most: number },
): Promise<{ number: string; asset_id: string | null; status: CaseStatus }[]> {
  const { caseId, isStaff, most } = of
  return query(sql`
    select number, asset_id, status
    from cases.cases
    where municipality = ${municipality} and joined_into = ${caseId}::uuid and is_swallowed
      ${isStaff ? empty : sql`and visibility = 'public'`}
    order by opened_at, id
    limit ${most}`)
}

export type SignalRow = {
  id: string
  received_at: number
  channel: string
  category: string
  kind: SignalKind
  entered_by: string | null
  is_on_behalf: boolean
  may_publish: boolean | null
}

export async function listSignals(
  query: Query,
  municipality: string,
  caseId: string,
): Promise<SignalRow[]> {
  return query<SignalRow>(sql`
    select id, received_at, channel, category, kind, entered_by, is_on_behalf, may_publish
    from cases.signals
    where municipality = ${municipality} and case_id = ${caseId}::uuid
    order by received_at, id`)
}

/** The signals of a case by its number, also of one that was joined into another; none where there is no such case. */
export async function findSignalsOfNumber(
  query: Query,
  municipality: string,
  number: string,
): Promise<{ id: string }[]> {
  return query<{ id: string }>(sql`
    with recursive had as (
      select id, joined_into from cases.cases
      where municipality = ${municipality} and number = ${number}
      union
      select c.id, c.joined_into from had h
      join cases.cases c on c.municipality = ${municipality} and c.id = h.joined_into
    )
    select s.id
    from had
    join cases.signals s on s.municipality = ${municipality} and s.case_id = had.id`)
}

const PIECE = 1_000

/** Every routing decision of a municipality, read in pieces by id. */
export async function* listAllDecisions(
  pool: Pool,
  municipality: string,
): AsyncGenerator<DecisionRow> {
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const rows = await pool.read({ tenant: municipality }, (query) =>
      query<DecisionRow>(sql`
        select id, case_id, routed_for, decided_at, body
        from cases.decisions
        where municipality = ${municipality} and id > ${after}::uuid
        order by id
        limit ${PIECE}`),
    )
    yield* rows
    const last = rows.at(-1)
    if (!last) return
    after = last.id
  }
}

/** How many cases were brought in as history. */
export async function countHistory(query: Query, municipality: string): Promise<number> {
  const [row] = await query<{ n: number }>(sql`
    select count(*) as n from cases.cases where municipality = ${municipality} and is_history`)
  return row?.n ?? 0
}

/**
 * The highest of the sender's own ids of a source that numbers what it sends, such as the lines of a file; 0 before the
 * first.
 */
export async function lastNumberOf(
  query: Query,
  municipality: string,
  source: string,
): Promise<number> {
  const [row] = await query<{ last: number | null }>(sql`
    select max(source_id::bigint) as last from cases.signals
    where municipality = ${municipality} and source = ${source}`)
  return row?.last ?? 0
}
