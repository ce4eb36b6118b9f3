import { createHash, randomBytes } from 'node:crypto'
import sql from 'sql-template-tag'
import { type Clock, toIso } from '#kernel/clock'
import type { Pool } from '#platform/database'
import type { ApiKey, KeyKind } from './directory.ts'

const PREFIX = 'lk_'
const REMEMBER_MS = 10_000
const MOST_REMEMBERED = 10_000

function digestOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

/** Makes a key and gives its token, which is shown once and never kept. */
export async function createKey(
  pool: Pool,
  options: { key: ApiKey; now_ms: number; expires_ms?: number; token?: string; by?: string },
): Promise<string> {
  const { key, now_ms, expires_ms, by } = options
  const token = options.token ?? PREFIX + randomBytes(24).toString('base64url')
  await pool.write({}, (query) =>
    query(sql`
      insert into directory.api_keys
        (digest, id, kind, municipality, organisation, label, created_at, expires_at, actions,
        created_by)
      values (${digestOf(token)}, ${key.id}::uuid, ${key.kind},
        ${'municipality' in key ? key.municipality : null},
        ${'organisation' in key ? key.organisation : null},
        ${key.label}, ${toIso(now_ms)}, ${expires_ms === undefined ? null : toIso(expires_ms)},
        ${key.actions ?? null}, ${by ?? null})
      on conflict (digest) do nothing`),
  )
  return token
}

type KeyRow = {
  id: string
  kind: KeyKind
  municipality: string | null
  organisation: string | null
  label: string
  actions: string[] | null
}

function toApiKey(row: KeyRow): ApiKey | undefined {
  const { id, label, actions } = row
  const own = { id, label, ...(actions === null ? {} : { actions }) }
  if (row.kind === 'party')
    return row.organisation === null
      ? undefined
      : { ...own, kind: row.kind, organisation: row.organisation }
  return row.municipality === null
    ? undefined
    : { ...own, kind: row.kind, municipality: row.municipality }
}

/** Finds whose key a token is; an answer is remembered for 10 s, so a revoked key ends within that time. */
export function openKeyring(pool: Pool, clock: Clock) {
  return remembering(clock, async (token: string) => {
    const digest = digestOf(token)
    const [row] = await pool.read({}, (query) =>
      query<KeyRow>(sql`
        select id, kind, municipality, organisation, label, actions
        from directory.api_keys
        where digest = ${digest} and revoked_at is null
          and (expires_at is null or expires_at > ${toIso(clock())})`),
    )
    return row && toApiKey(row)
  })
}

/**
 * The key in force that has this id (a UUID), for those who were let in before, by it or by a broker. It proves
 * nothing of who asks. Remembered as `openKeyring` does.
 */
export function openKeyIndex(pool: Pool, clock: Clock) {
  return remembering(clock, async (id: string) => {
    const [row] = await pool.read({}, (query) =>
      query<KeyRow>(sql`
        select id, kind, municipality, organisation, label, actions
        from directory.api_keys
        where id = ${id}::uuid and revoked_at is null
          and (expires_at is null or expires_at > ${toIso(clock())})`),
    )
    return row && toApiKey(row)
  })
}

export type KeyTold = {
  id: string
  kind: KeyKind
  label: string
  actions: string[] | null
  created_at: number
  created_by: string | null
  expires_at: number | null
}

/** The keys of a municipality that are in force, by id; as the worker. What they are is never told again. */
export async function listKeys(
  worker: Pool,
  municipality: string,
  now_ms: number,
): Promise<KeyTold[]> {
  return worker.read({}, (query) =>
    query<KeyTold>(sql`
      select id, kind, label, actions, created_at, created_by, expires_at
      from directory.api_keys
      where municipality = ${municipality} and revoked_at is null
        and (expires_at is null or expires_at > ${toIso(now_ms)})
      order by id`),
  )
}

/** Ends a key of a municipality; false where there is none. As the worker. */
export async function revokeKey(
  worker: Pool,
  municipality: string,
  id: string,
  now_ms: number,
): Promise<boolean> {
  const rows = await worker.write({}, (query) =>
    query(sql`
      update directory.api_keys set revoked_at = ${toIso(now_ms)}
      where municipality = ${municipality} and id = ${id}::uuid and revoked_at is null
      returning id`),
  )
  return rows.length > 0
}

/** Whoever asks while it is being looked up gets the same answer, in the order in which they asked. */
function remembering(clock: Clock, find: (name: string) => Promise<ApiKey | undefined>) {
  const remembered = new Map<string, { key: Promise<ApiKey | undefined>; until_ms: number }>()
  return (name: string): Promise<ApiKey | undefined> => {
    // Not the token itself: what is remembered must be worth nothing to whoever sees it.
    const digest = digestOf(name).toString('base64')
    const known = remembered.get(digest)
    const now_ms = clock()
    if (known && known.until_ms > now_ms) return known.key
    const key = find(name)
    if (remembered.size > MOST_REMEMBERED) remembered.clear()
    remembered.set(digest, { key, until_ms: now_ms + REMEMBER_MS })
    key.catch(() => {
      if (remembered.get(digest)?.key === key) remembered.delete(digest)
    })
    return key
  }
}
