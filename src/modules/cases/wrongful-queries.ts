import sql, { empty, join, type Sql } from 'sql-template-tag'
import { toIso } from '#kernel/clock'
import type { WrongfulTerms } from '#modules/agreements'
import type { Query } from '#platform/database'
import type { AssignmentFilter } from './assignment-queries.ts'
import type { Contrary, Refused, WrongfulState, WrongfulStep } from './wrongful-reports.ts'

export type WrongfulRow = {
  municipality: string
  id: string
  case_id: string
  organisation: string
  agreement: string
  agreement_version: number
  category: string
  answer: Refused['answer']
  reason: string
  known_at: number
  counts_from: string
  stage_at: number | null
  contrary: Contrary | null
  steps: WrongfulStep[]
  state: WrongfulState
}

/** What a version of an agreement asks for a wrongful report. */
export type PricedVersion = WrongfulTerms & {
  municipality: string
  agreement: string
  version: number
}

export type WrongfulFilter = {
  /** A party reads its own, in every municipality; staff reads all of one. */
  of: AssignmentFilter['of']
  /** Under any other version nothing is billed. */
  priced: readonly PricedVersion[]
  /** The local date on which it is asked how each stands. */
  today: string
  party?: string | undefined
  agreement?: string | undefined
  states?: readonly WrongfulState[] | undefined
  /** When it became known, `[from, to)`. */
  from_ms?: number | undefined
  to_ms?: number | undefined
  id?: string
}

/** In which municipalities a party ever ended something as not its own. */
export async function listTownsOfRefusals(query: Query, organisation: string): Promise<string[]> {
  const rows = await query<{ municipality: string }>(sql`
    select distinct municipality from cases.wrongful_reports where organisation = ${organisation}`)
  return rows.map(({ municipality }) => municipality)
}

/** Wrongful reports from the newest to the oldest, as they stand on that day. */
export async function listWrongfulReports(
  query: Query,
  filter: WrongfulFilter,
  { after, most }: { after?: { known_ms: number; id: string } | undefined; most: number },
): Promise<WrongfulRow[]> {
  const beyond = after
    ? sql`where (known_at, id) < (${toIso(after.known_ms)}, ${after.id}::uuid)`
    : empty
  return query<WrongfulRow>(sql`
    with ${standing(filter)}
    select municipality, id, case_id, organisation, agreement, agreement_version, category, answer,
      reason, known_at, counts_from, stage_at, contrary, steps, state
    from standing ${beyond}
    order by known_at desc, id desc
    limit ${most}`)
}

export type WrongfulSum = {
  municipality: string
  organisation: string
  state: WrongfulState
  reports: number
  cents: number
}

/** Of the same: how many, and what they come to, for each party and state. */
export async function sumWrongfulReports(
  query: Query,
  filter: WrongfulFilter,
): Promise<WrongfulSum[]> {
  return query<WrongfulSum>(sql`
    with ${standing(filter)}
    select municipality, organisation, state, count(*) as reports, sum(cents)::bigint as cents
    from standing
    group by municipality, organisation, state
    order by municipality, organisation, state`)
}

/** How each stands: the same as wrongfulStateOn, for the rows of a list. */
function standing(filter: WrongfulFilter): Sql {
  const { states } = filter
  return sql`
    priced as (
      select * from jsonb_to_recordset(${JSON.stringify(filter.priced)}::jsonb) as p(
        municipality text, agreement text, version int, cents int, findings jsonb,
        "disputeWithin_days" int)),
    stated as (
      select w.*, p.cents,
        case
          when w.stage in ('dropped', 'decided-owed', 'decided-not-owed') then w.stage
          when w.contrary_at is not null
            and not (w.stage = 'upheld' and w.stage_at >= w.contrary_at) then 'refuted-by-facts'
          when w.stage <> 'open' then w.stage
          when w.counts_from + p."disputeWithin_days" < ${filter.today}::date
            then 'accepted-by-silence'
          else 'open'
        end as state
      from cases.wrongful_reports w
      join priced p on p.municipality = w.municipality and p.agreement = w.agreement
        and p.version = w.agreement_version
        and (w.answer = 'not-ours' or jsonb_exists(p.findings, w.reason))
      where ${wanted(filter)}),
    standing as (
      select * from stated ${states ? sql`where state = any(${states})` : empty})`
}

function wanted({ of, party, agreement, from_ms, to_ms, id }: WrongfulFilter): Sql {
  const all = [
    'organisation' in of
      ? sql`w.organisation = ${of.organisation}`
      : sql`w.municipality = ${of.municipality}`,
    'organisation' in of && of.municipality !== undefined
      ? sql`w.municipality = ${of.municipality}`
      : undefined,
    party === undefined ? undefined : sql`w.organisation = ${party}`,
    agreement === undefined ? undefined : sql`w.agreement = ${agreement}`,
    from_ms === undefined ? undefined : sql`w.known_at >= ${toIso(from_ms)}`,
    to_ms === undefined ? undefined : sql`w.known_at < ${toIso(to_ms)}`,
    id === undefined ? undefined : sql`w.id = ${id}::uuid`,
  ]
  return join(
    all.filter((one) => one !== undefined),
    ' and ',
  )
}
