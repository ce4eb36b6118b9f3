import sql from 'sql-template-tag'
import { toIso } from '#kernel/clock'
import type { Pool, Query } from '#platform/database'
import { readPlacesVersion } from './queries.ts'

/** An import that makes ready a version of the places. */
export type PreparedImport = { id: string; source: string; version: number; now_ms: number }

export type ImportRow = {
  id: string
  source: string
  version: number
  staged: number
  started_at: number
  finished_at: number | null
}

export class ImportUnderWay extends Error {}

/**
 * Runs one import of a municipality at a time. The lock is the connection's own, so that it ends with a process that was
 * killed. Throws ImportUnderWay where another one runs.
 */
export async function withImportLock<T>(
  pool: Pool,
  municipality: string,
  work: () => Promise<T>,
): Promise<T> {
  const client = await pool.connect()
  const name = `places.import/${municipality}`
  let fault: Error | undefined
  try {
    const { rows } = await client.query(
      'select pg_try_advisory_lock(hashtextextended($1, 0)) as is_ours',
      [name],
    )
    if (rows[0]?.is_ours !== true)
      throw new ImportUnderWay(`another import of ${municipality} is under way`)
    try {
      return await work()
    } finally {
      await client
        .query('select pg_advisory_unlock(hashtextextended($1, 0))', [name])
        .catch((error) => {
          fault = error as Error // with the connection the lock goes too
        })
    }
  } finally {
    client.release(fault)
  }
}

/** The imports of a municipality, the newest first. */
export async function listImports(query: Query, municipality: string): Promise<ImportRow[]> {
  return query<ImportRow>(sql`
    select id, source, version, staged, started_at, finished_at
    from places.imports
    where municipality = ${municipality}
    order by started_at desc, id`)
}

/**
 * How many rows of this import are staged already: those of an attempt that was killed, where it prepared the same
 * version. All else that is staged is cleared away.
 */
export async function beginImport(
  pool: Pool,
  municipality: string,
  { id, source, version, now_ms }: PreparedImport,
  all: number,
): Promise<number> {
  const before = await pool.read({ tenant: municipality }, (query) =>
    listImports(query, municipality),
  )
  const same = before.find((one) => one.id === id && one.finished_at === null)
  const isOther = before.some((one) => one.id !== id && one.finished_at === null)
  if (same && same.version === version && !isOther && same.staged <= all) return same.staged
  await clearStaged(pool, municipality, version - 1)
  await pool.write({ tenant: municipality }, (query) =>
    query(sql`
      insert into places.imports (municipality, id, source, version, staged, started_at)
      values (${municipality}, ${id}, ${source}, ${version}, 0, ${toIso(now_ms)})
      on conflict (municipality, id) do update
      set version = excluded.version, staged = 0, started_at = excluded.started_at,
        finished_at = null`),
  )
  return 0
}

export async function noteStaged(
  query: Query,
  municipality: string,
  id: string,
  staged: number,
): Promise<void> {
  await query(sql`
    update places.imports set staged = ${staged}
    where municipality = ${municipality} and id = ${id}`)
}

/** Notes that all of it is seen by everybody since this version. */
export async function finishImport(
  pool: Pool,
  municipality: string,
  { id, source, version, now_ms }: PreparedImport,
): Promise<void> {
  await pool.write({ tenant: municipality }, (query) =>
    query(sql`
      insert into places.imports
        (municipality, id, source, version, staged, started_at, finished_at)
      values (${municipality}, ${id}, ${source}, ${version}, 0, ${toIso(now_ms)}, ${toIso(now_ms)})
      on conflict (municipality, id) do update
      set version = excluded.version, finished_at = excluded.finished_at`),
  )
}

/** Takes away what is staged beyond a version, with the note of the imports that did not finish. */
export async function clearStaged(pool: Pool, municipality: string, seen: number): Promise<void> {
  await pool.write({ tenant: municipality }, async (query) => {
    await query(sql`
      delete from places.areas where municipality = ${municipality} and since_version > ${seen}`)
    await query(sql`
      delete from places.assets where municipality = ${municipality} and since_version > ${seen}`)
    await query(sql`
      update places.areas set until_version = null
      where municipality = ${municipality} and until_version > ${seen}`)
    await query(sql`
      update places.assets set until_version = null
      where municipality = ${municipality} and until_version > ${seen}`)
    await query(sql`
      delete from places.imports where municipality = ${municipality} and finished_at is null`)
  })
}

/** Drops an import that was begun and not finished; gives how many there were. */
export function dropUnfinished(pool: Pool, municipality: string): Promise<number> {
  return withImportLock(pool, municipality, async () => {
    const { seen, unfinished } = await pool.read({ tenant: municipality }, async (query) => ({
      seen: await readPlacesVersion(query, municipality),
      unfinished: (await listImports(query, municipality)).filter(
        (one) => one.finished_at === null,
      ),
    }))
    await clearStaged(pool, municipality, seen)
    return unfinished.length
  })
}
