import sql from 'sql-template-tag'
import { toIso } from '#kernel/clock'
import type { Query } from '#platform/database'

/** A task as it is known at a party whose own server speaks Open311. */
export type ForeignRequestRow = {
  municipality: string
  assignment: string
  organisation: string
  /** From when on the server may have it. */
  asked_at: number | null
  is_asked_again: boolean
  token: string | null
  foreign_id: string | null
  received_at: number | null
  is_followed: boolean
  /** The status there, as it was written. */
  word: string | null
  word_at: number | null
  /** What it was taken for; null while nobody said what the word means. */
  meaning: string | null
  /** Why what it means was not taken as an answer. */
  refusal: string | null
  notes: string | null
  seen_updates: string[]
  looked_at: number | null
}

const COLUMNS = sql`
  municipality, assignment, organisation, asked_at, is_asked_again, token, foreign_id, received_at, is_followed,
  word, word_at, meaning, refusal, notes, seen_updates, looked_at`

export async function findForeignRequest(
  query: Query,
  municipality: string,
  assignment: string,
): Promise<ForeignRequestRow | undefined> {
  const [row] = await query<ForeignRequestRow>(sql`
    select ${COLUMNS} from delivery.foreign_requests
    where municipality = ${municipality} and assignment = ${assignment}::uuid`)
  return row
}

/** The same as its party sees it, whatever the municipality. */
export async function findOwnForeignRequest(
  query: Query,
  organisation: string,
  assignment: string,
): Promise<ForeignRequestRow | undefined> {
  const [row] = await query<ForeignRequestRow>(sql`
    select ${COLUMNS} from delivery.foreign_requests
    where organisation = ${organisation} and assignment = ${assignment}::uuid`)
  return row
}

/** Those that the party is still at work on, whatever was longest not looked at first. */
export async function listFollowed(
  query: Query,
  {
    municipality,
    organisation,
    most,
  }: { municipality: string; organisation: string; most: number },
): Promise<ForeignRequestRow[]> {
  return query<ForeignRequestRow>(sql`
    select ${COLUMNS} from delivery.foreign_requests
    where municipality = ${municipality} and organisation = ${organisation}
      and is_followed and foreign_id is not null
    order by looked_at nulls first
    limit ${most}`)
}

/** A server that is asked what became of what it has, for one municipality. */
export type PollRow = {
  municipality: string
  organisation: string
  failures: number
  updates_from: number
}

const LEASE_MS = 120_000

/** Takes the servers that are to be asked now, each by one process. */
export function claimPolls(now_ms: number, most: number) {
  const now = toIso(now_ms)
  return sql`
    with due as materialized (
      select p.municipality, p.organisation from delivery.foreign_polls p
      where p.next_at <= ${now}::timestamptz
        and (p.leased_until is null or p.leased_until < ${now}::timestamptz)
        and exists (
          select from delivery.foreign_requests r
          where r.municipality = p.municipality and r.organisation = p.organisation
            and r.is_followed and r.foreign_id is not null)
      order by p.next_at
      limit ${most}
      for update of p skip locked)
    update delivery.foreign_polls p
    set leased_until = ${toIso(now_ms + LEASE_MS)}::timestamptz
    from due
    where p.municipality = due.municipality and p.organisation = due.organisation
    returning p.municipality, p.organisation, p.failures, p.updates_from`
}

/**
 * After the clock was set back: leases that end later than any given now are let go, and a server that was asked at a moment
 * which is still to come is asked now, and from then on in its own interval.
 */
export function letGoPolls(now_ms: number) {
  const ahead = toIso(now_ms + 2 * LEASE_MS)
  return sql`
    update delivery.foreign_polls p
    set leased_until = null, next_at = least(p.next_at, ${toIso(now_ms)}::timestamptz),
      updates_from = least(p.updates_from, ${toIso(now_ms)}::timestamptz)
    where p.leased_until > ${ahead}::timestamptz
      or exists (
        select from delivery.foreign_requests r
        where r.municipality = p.municipality and r.organisation = p.organisation
          and r.is_followed and r.looked_at > ${ahead}::timestamptz)`
}
