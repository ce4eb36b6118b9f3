import sql, { empty, join, type Sql } from 'sql-template-tag'
import { toIso } from '#kernel/clock'
import type { Milestone } from '#modules/agreements'
import type { Query } from '#platform/database'
import type { AnswerKind } from './answers.ts'
import type { PartyTerm } from './events.ts'
import type { AssignmentStatus } from './lifecycle.ts'
import type { Because, SuspendedFor } from './term-events.ts'

export type AssignmentRow = {
  municipality: string
  id: string
  case_id: string
  number: number
  status: AssignmentStatus
  category: string
  organisation: string
  agreement: string
  agreement_version: number
  decision_id: string
  held: 'confirm' | 'paused' | null
  before: string | null
  waits_for: string[]
  informed: string[]
  revision: number
  party_by: PartyTerm[]
  offered_at: number | null
  delivered_at: number | null
  accepted_at: number | null
  planned_on: string | null
  started_at: number | null
  stopped_at: number | null
  made_safe_at: number | null
  on_site_at: number | null
  working_at: number | null
  because: Because | null
  suspension: (SuspendedFor & { since_ms: number }) | null
  ended_at: number | null
  opened_at: number
}

const COLUMNS = sql`
  municipality, id, case_id, number, status, category, organisation, agreement, agreement_version,
  decision_id, held, before, waits_for, informed, revision, party_by, offered_at, delivered_at,
  accepted_at, planned_on, started_at, stopped_at, made_safe_at,
  on_site_at, working_at, because, suspension, ended_at, opened_at`

export type AssignmentFilter = {
  /** A party reads its own, in every municipality; staff reads all of one; a link reads only the one that it is about. */
  of:
    | { municipality: string }
    | { organisation: string; municipality?: string }
    | { municipality: string; only: string }
  statuses?: readonly AssignmentStatus[]
  caseId?: string
  after?: { opened_ms: number; id: string }
  most: number
}

/** Assignments from the newest case to the oldest. What only waits for the desk is not the party's yet. */
export async function listAssignments(
  query: Query,
  filter: AssignmentFilter,
): Promise<AssignmentRow[]> {
  const { of, statuses, caseId, after } = filter
  const all = [
    ownedBy(of),
    statuses && sql`status = any(${statuses})`,
    caseId === undefined ? undefined : sql`case_id = ${caseId}::uuid`,
    after && sql`(opened_at, id) < (${toIso(after.opened_ms)}, ${after.id}::uuid)`,
  ]
  return query<AssignmentRow>(sql`
    select ${COLUMNS}
    from cases.assignments
    where ${join(
      all.filter((one) => one !== undefined),
      ' and ',
    )}
    order by opened_at desc, id desc
    limit ${filter.most}`)
}

/** One assignment, as its party or the staff of its municipality may see it. */
export async function findAssignment(
  query: Query,
  of: AssignmentFilter['of'],
  id: string,
): Promise<AssignmentRow | undefined> {
  const [row] = await query<AssignmentRow>(sql`
    select ${COLUMNS}
    from cases.assignments
    where id = ${id}::uuid and ${ownedBy(of)}`)
  return row
}

function ownedBy(of: AssignmentFilter['of']): Sql {
  if ('only' in of)
    return sql`municipality = ${of.municipality} and id = ${of.only}::uuid and offered_at is not null`
  if (!('organisation' in of)) return sql`municipality = ${of.municipality}`
  const { organisation, municipality } = of
  const within = municipality === undefined ? empty : sql`and municipality = ${municipality}`
  return sql`organisation = ${organisation} and offered_at is not null ${within}`
}

export type AnswerRow = {
  id: string
  assignment_id: string
  answer: AnswerKind
  answered_at: number
  answered_by: string
  details: Record<string, unknown>
}

/** The answers on a case, the first first; of one assignment where it is named. */
export async function listAnswers(
  query: Query,
  municipality: string,
  caseId: string,
  assignmentId?: string,
): Promise<AnswerRow[]> {
  return query<AnswerRow>(sql`
    select id, assignment_id, answer, answered_at, answered_by, details
    from cases.answers
    where municipality = ${municipality} and case_id = ${caseId}::uuid
      ${assignmentId === undefined ? empty : sql`and assignment_id = ${assignmentId}::uuid`}
    order by answered_at, id`)
}

export type Figures = {
  signals: number
  cases: number
  handed_over: number
  received: number
  made_safe: number
  done: number
  confirmed: number
  unchallenged: number
  contested: number
  at_desk: number
  answers: Partial<Record<AnswerKind, number>>
  /** Of the assignments under each version of an agreement, whose basis tells terms from expectations. */
  terms: {
    agreement: string
    version: number
    milestone: Milestone
    kept: number
    broken: number
  }[]
}

/**
 * What happened to what came in within a period: separate facts, never added together. The categories that are
 * left out count in none of them, and neither does what is no fault; without staff, no confidential case does.
 */
export async function readFigures(
  query: Query,
  municipality: string,
  period: {
    from_ms: number
    to_ms: number
    isStaff: boolean
    confidential: readonly string[]
  },
): Promise<Figures> {
  const from = toIso(period.from_ms)
  const to = toIso(period.to_ms)
  const isCounted = period.isStaff
    ? sql`c.kind = 'fault'`
    : sql`c.kind = 'fault' and c.visibility <> 'confidential' and not (c.category = any(${period.confidential}))`
  const [[cases], [signals], answers, terms] = await Promise.all([
    query<Omit<Figures, 'signals' | 'answers' | 'terms'>>(sql`
      with counted as (
        select * from cases.cases c
        where c.municipality = ${municipality} and c.opened_at >= ${from} and c.opened_at < ${to}
          and ${isCounted}),
      a as (
        select a.* from cases.assignments a join counted c on c.id = a.case_id
        where a.municipality = ${municipality})
      select count(*) as cases,
        (select count(*) from a where offered_at is not null) as handed_over,
        (select count(*) from a where delivered_at is not null) as received,
        count(*) filter (where made_safe_at is not null) as made_safe,
        count(*) filter (where done_at is not null) as done,
        count(*) filter (where closed_as = 'confirmed') as confirmed,
        count(*) filter (where closed_as = 'unchallenged') as unchallenged,
        count(*) filter (where contested > 0) as contested,
        count(*) filter (where is_at_desk) as at_desk
      from counted`),
    query<{ signals: number }>(sql`
      select count(*) as signals
      from cases.signals s
      join cases.cases c on c.municipality = ${municipality} and c.id = s.case_id
      where s.municipality = ${municipality} and s.received_at >= ${from} and s.received_at < ${to}
        and ${isCounted}`),
    query<{ answer: AnswerKind; n: number }>(sql`
      select a.answer, count(*) as n
      from cases.answers a
      join cases.cases c on c.municipality = ${municipality} and c.id = a.case_id
      where a.municipality = ${municipality} and a.answered_at >= ${from} and a.answered_at < ${to}
        and ${isCounted}
      group by a.answer order by a.answer`),
    query<Figures['terms'][number]>(sql`
      select a.agreement, a.agreement_version as version, t.milestone,
        count(*) filter (where t.is_kept) as kept, count(*) filter (where not t.is_kept) as broken
      from cases.assignments a
      join cases.cases c on c.municipality = ${municipality} and c.id = a.case_id
      cross join lateral (
        select m as milestone, true as is_kept from jsonb_array_elements_text(a.terms_kept) m
        union all
        select m, false from jsonb_array_elements_text(a.terms_broken) m) t
      where a.municipality = ${municipality} and c.opened_at >= ${from} and c.opened_at < ${to}
        and ${isCounted}
      group by 1, 2, 3 order by 1, 2, 3`),
  ])
  if (!cases || !signals) throw new Error('an aggregate always has a row')
  const counts = Object.fromEntries(answers.map(({ answer, n }) => [answer, n]))
  return { ...cases, ...signals, answers: counts, terms }
}
