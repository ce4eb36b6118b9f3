import sql from 'sql-template-tag'
import { toIso } from '#kernel/clock'
import type { Query } from '#platform/database'
import type { PollRow } from './foreign-request-queries.ts'

type Of = { municipality: string; assignment: string }

/** Notes before a request leaves that the server may have it: what is lost after this is looked up, not sent again. */
export async function markAsked(
  query: Query,
  { municipality, assignment, organisation }: Of & { organisation: string },
  now_ms: number,
): Promise<void> {
  await query(sql`
    insert into delivery.foreign_requests (municipality, assignment, organisation, asked_at)
    values (${municipality}, ${assignment}::uuid, ${organisation}, ${toIso(now_ms)})
    on conflict (municipality, assignment) do update
    set asked_at = coalesce(delivery.foreign_requests.asked_at, excluded.asked_at), organisation = excluded.organisation, is_asked_again = false`)
}

/** The server said no, or was not reached: it has nothing. */
export async function unmarkAsked(query: Query, { municipality, assignment }: Of): Promise<void> {
  await query(sql`
    update delivery.foreign_requests set asked_at = null
    where municipality = ${municipality} and assignment = ${assignment}::uuid and foreign_id is null`)
}

/** A person decides that it is sent again although the server may have it; false where that was no question. */
export async function askAgain(query: Query, { municipality, assignment }: Of): Promise<boolean> {
  const rows = await query(sql`
    update delivery.foreign_requests set is_asked_again = true
    where municipality = ${municipality} and assignment = ${assignment}::uuid
      and asked_at is not null and token is null and foreign_id is null
    returning assignment`)
  return rows.length > 0
}

export async function keepToken(
  query: Query,
  { municipality, assignment, token }: Of & { token: string },
): Promise<void> {
  await query(sql`
    update delivery.foreign_requests set token = ${token}
    where municipality = ${municipality} and assignment = ${assignment}::uuid`)
}

/** The server has it under this id; from now on it is followed. */
export async function keepForeignId(
  query: Query,
  given: Of & { organisation: string; foreignId: string; now_ms: number; poll_s: number },
): Promise<void> {
  const { municipality, assignment, organisation, foreignId, now_ms, poll_s } = given
  await query(sql`
    update delivery.foreign_requests
    set foreign_id = ${foreignId}, received_at = ${toIso(now_ms)}, is_followed = true
    where municipality = ${municipality} and assignment = ${assignment}::uuid and foreign_id is null`)
  await query(sql`
    insert into delivery.foreign_polls (municipality, organisation, next_at, updates_from)
    values (${municipality}, ${organisation}, ${toIso(now_ms + poll_s * 1000)}, ${toIso(now_ms)})
    on conflict (municipality, organisation) do nothing`)
}

/** Whether the server is asked about it from now on. */
export async function follow(
  query: Query,
  { municipality, assignment, isFollowed }: Of & { isFollowed: boolean },
): Promise<void> {
  await query(sql`
    update delivery.foreign_requests set is_followed = ${isFollowed}
    where municipality = ${municipality} and assignment = ${assignment}::uuid`)
}

/** What was seen of a request: its word there, what it was taken for, and which updates are dealt with. */
export type Seen = Of & {
  word: string | null
  word_at: number | null
  meaning: string | null
  refusal: string | null
  notes: string | null
  seen_updates: readonly string[]
  is_followed: boolean
}

export async function noteSeen(query: Query, one: Seen, now_ms: number): Promise<void> {
  await query(sql`
    update delivery.foreign_requests
    set word = ${one.word}, word_at = ${one.word_at === null ? null : toIso(one.word_at)},
      meaning = ${one.meaning}, refusal = ${one.refusal}, notes = ${one.notes},
      seen_updates = ${one.seen_updates}::text[], is_followed = ${one.is_followed},
      looked_at = ${toIso(now_ms)}
    where municipality = ${one.municipality} and assignment = ${one.assignment}::uuid`)
}

/** Gives a server back until it is asked again. */
export async function putPollBack(
  query: Query,
  poll: Pick<PollRow, 'municipality' | 'organisation' | 'failures' | 'updates_from'>,
  { next_ms, error }: { next_ms: number; error?: string },
): Promise<void> {
  await query(sql`
    update delivery.foreign_polls
    set next_at = ${toIso(next_ms)}, leased_until = null, failures = ${poll.failures},
      updates_from = ${toIso(poll.updates_from)}, last_error = ${error?.slice(0, 300) ?? null}
    where municipality = ${poll.municipality} and organisation = ${poll.organisation}`)
}
