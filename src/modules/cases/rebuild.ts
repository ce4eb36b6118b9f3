import sql, { raw } from 'sql-template-tag'
import { readStreamsOf } from '#journal'
import type { Query } from '#platform/database'
import { gatherRows } from '#platform/gathered-rows'
import { project, READ_TABLES } from './projections.ts'
import { replay } from './replay-rows.ts'

const PIECE = 1_000

export type Compared = { table: string; rows: number; isSame: boolean }

/**
 * Makes the read tables of a municipality again from the events of its cases, in the transaction of `query`, and compares
 * them with what stood there. The caller decides whether the transaction is kept.
 */
export async function rebuildCases(query: Query, municipality: string): Promise<Compared[]> {
  const before = await fingerprints(query, municipality)
  for (const name of READ_TABLES)
    await query(sql`delete from ${raw(name)} where municipality = ${municipality}`)
  const rows = gatherRows()
  const flush = async () => {
    for (const statement of rows.take()) await query(statement)
  }
  let gathered = 0
  for await (const changed of replay(readStreamsOf(query, municipality, 'case/'))) {
    project({ municipality, write: rows.add }, [changed])
    gathered += 1
    if (gathered % PIECE === 0) await flush()
  }
  await flush()
  const after = await fingerprints(query, municipality)
  return after.map(({ table, rows, digest }, i) => ({
    table,
    rows,
    isSame: before[i]?.digest === digest,
  }))
}

/** Whatever its rows are, and in whatever order they were written: how many, and a sum of their hashes. */
export async function fingerprints(query: Query, municipality: string) {
  const found: { table: string; rows: number; digest: string }[] = []
  for (const table of READ_TABLES) {
    const [row] = await query<{ rows: number; digest: string }>(sql`
      select count(*) as rows, coalesce(sum(hashtextextended(t::text, 0)), 0)::text as digest
      from ${raw(table)} t
      where municipality = ${municipality}`)
    if (row) found.push({ table, ...row })
  }
  return found
}
