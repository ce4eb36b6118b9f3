import sql, { join, type Sql } from 'sql-template-tag'
import type { Query } from '#platform/database'
import type { AttemptRow, Outcome } from './attempt-log.ts'

export type AttemptFilter = {
  /** A party reads its own, in every municipality or in one; staff reads all of theirs. */
  of: { municipality: string } | { organisation: string; municipality?: string }
  organisation?: string | undefined
  assignment?: string | undefined
  message?: string | undefined
  outcomes?: readonly Outcome[] | undefined
  before?: string | undefined
  most: number
}

/** Attempts to deliver, the newest first. */
export async function listAttempts(query: Query, filter: AttemptFilter): Promise<AttemptRow[]> {
  const { of, organisation, assignment, message, outcomes, before, most } = filter
  const all = [
    of.municipality === undefined ? undefined : sql`municipality = ${of.municipality}`,
    'organisation' in of ? sql`organisation = ${of.organisation}` : undefined,
    organisation === undefined ? undefined : sql`organisation = ${organisation}`,
    assignment === undefined ? undefined : isAbout(assignment),
    message === undefined ? undefined : sql`message = ${message}::uuid`,
    outcomes && sql`outcome = any(${outcomes})`,
    before === undefined ? undefined : sql`id < ${before}::uuid`,
  ]
  return query<AttemptRow>(sql`
    select municipality, id, at, message, assignment, organisation, kind, host, type, attempt, took_ms, outcome, status,
      answer, error, next_at
    from delivery.attempts
    where ${join(
      all.filter((one) => one !== undefined),
      ' and ',
    )}
    order by id desc
    limit ${most}`)
}

/** By itself, or as one of several in a mail. */
function isAbout(assignment: string): Sql {
  return sql`(assignment = ${assignment}::uuid or message in (
    select digest from delivery.digest_lines
    where digest_lines.assignment = ${assignment}::uuid
      and digest_lines.municipality = attempts.municipality and is_listed))`
}

export type RestRow = { destination: string; failures: number; since: number; until: number }

/** What is left alone for a while because it failed. */
export function listRests(query: Query, destinations: readonly string[]): Promise<RestRow[]> {
  return query<RestRow>(sql`
    select destination, failures, since, until from delivery.rests
    where destination = any(${destinations})`)
}

export type PollTold = {
  organisation: string
  failures: number
  next_at: number
  last_error: string | null
}

/** How the Open311 servers of parties are asked what became of their tasks. */
export function listPolls(query: Query, municipality: string): Promise<PollTold[]> {
  return query<PollTold>(sql`
    select organisation, failures, next_at, last_error from delivery.foreign_polls
    where municipality = ${municipality}`)
}
