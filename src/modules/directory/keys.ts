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
  options: { key: ApiKey; now_ms: number; expires_ms?: number; token?: string },
): Promise<string> {
  const { key, now_ms, expires_ms } = options
  const token = options.token ?? PREFIX + randomBytes(24).toString('base64url')
  await pool.write({}, (query) =>
    query(sql`
      insert into directory.api_keys
        (digest, id, kind, municipality, organisation, label, created_at, expires_at)
      values (${digestOf(token)}, ${key.id}::uuid, ${key.kind},
        ${'municipality' in key ? key.municipality : null},
        ${'organisation' in key ? key.organisation : null},
        ${key.label}, ${toIso(now_ms)}, ${expires_ms === undefined ? null : toIso(expires_ms)})
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
}

function toApiKey(row: KeyRow): ApiKey | undefined {
  const { id, label } = row
  if (row.kind === 'party')
    return row.organisation === null
      ? undefined
      : { id, kind: row.kind, organisation: row.organisation, label }
  return row.municipality === null
    ? undefined
    : { id, kind: row.kind, municipality: row.municipality, label }
}

/** Finds whose key a token is; an answer is remembered for 10 s, so a revoked key ends within that time. */
export function openKeyring(pool: Pool, clock: Clock) {
  return remembering(clock, async (token: string) => {
    const digest = digestOf(token)
    const [row] = await pool.read({}, (query) =>
      query<KeyRow>(sql`
        select id, kind, municipality, organisation, label
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
        select id, kind, municipality, organisation, label
        from directory.api_keys
        where id = ${id}::uuid and revoked_at is null
          and (expires_at is null or expires_at > ${toIso(clock())})`),
    )
    return row && toApiKey(row)
  })
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
