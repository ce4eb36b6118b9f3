import sql from 'sql-template-tag'
import { type Clock, toIso } from '#kernel/clock'
import type { Pool } from '#platform/database'

/** Left alone for so long, a session ends. */
export const IDLE_MS = 60 * 60_000
/** The last use is written down no more often than this. */
const TOUCH_MS = 60_000
const MOST_AGENT = 200

export type SessionRow = {
  id: string
  account: string
  user_agent: string | null
  created_at: number
  updated_at: number
  expires_at: number
  is_strong: boolean
}

/** The session of this id, if it has neither ended nor been left alone too long; its use is written down. */
export async function touchSession(
  worker: Pool,
  clock: Clock,
  id: string,
): Promise<{ id: string; account: string; isStrong: boolean } | undefined> {
  const now_ms = clock()
  const [row] = await worker.read({}, (query) =>
    query<SessionRow>(sql`
      select s.id, s.account, s.user_agent, s.created_at, s.updated_at, s.expires_at,
        s.is_strong or a.has_second_factor is true as is_strong
      from identity.sessions s
      join identity.accounts a on a.id = s.account
      where s.id = ${id}::uuid`),
  )
  if (!row) return undefined
  if (row.expires_at <= now_ms || row.updated_at + IDLE_MS <= now_ms) {
    await endSessions(worker, { account: row.account, id })
    return undefined
  }
  if (row.updated_at + TOUCH_MS <= now_ms)
    await worker.writeLightly(
      {},
      sql`update identity.sessions set updated_at = ${toIso(now_ms)} where id = ${id}::uuid`,
    )
  return { id, account: row.account, isStrong: row.is_strong }
}

/** Of a session that was begun, or confirmed, by two factors at once. */
export async function strengthenSession(worker: Pool, id: string): Promise<void> {
  await worker.write({}, (query) =>
    query(sql`update identity.sessions set is_strong = true where id = ${id}::uuid`),
  )
}

/** Of an account whose last passkey was taken away: what is left of two factors is what the account itself has. */
export async function weakenSessions(worker: Pool, account: string): Promise<void> {
  await worker.write({}, (query) =>
    query(sql`update identity.sessions set is_strong = false where account = ${account}::uuid`),
  )
}

/** The sessions of one account that are in force, the one last used first. */
export async function listSessions(
  worker: Pool,
  clock: Clock,
  account: string,
): Promise<SessionRow[]> {
  const now_ms = clock()
  const rows = await worker.read({}, (query) =>
    query<SessionRow>(sql`
      select id, account, left(user_agent, ${MOST_AGENT}) as user_agent, created_at, updated_at, expires_at,
        is_strong
      from identity.sessions
      where account = ${account}::uuid and expires_at > ${toIso(now_ms)}
        and updated_at > ${toIso(now_ms - IDLE_MS)}
      order by updated_at desc, id
      limit 100`),
  )
  return rows
}

/** Ends one session of an account, or all of them, or all but one. Says how many. */
export async function endSessions(
  worker: Pool,
  which: { account: string; id?: string; exceptId?: string },
): Promise<number> {
  const { account, id = null, exceptId = null } = which
  const rows = await worker.write({}, (query) =>
    query(sql`
      delete from identity.sessions
      where account = ${account}::uuid
        and (${id}::uuid is null or id = ${id}::uuid)
        and (${exceptId}::uuid is null or id <> ${exceptId}::uuid)
      returning id`),
  )
  return rows.length
}

/** Takes away the sessions that nobody ended and nobody can use any more. */
export async function sweepSessions(worker: Pool, clock: Clock): Promise<void> {
  const now_ms = clock()
  await worker.writeLightly(
    {},
    sql`
      delete from identity.sessions
      where expires_at <= ${toIso(now_ms)} or updated_at <= ${toIso(now_ms - IDLE_MS)}`,
  )
}
