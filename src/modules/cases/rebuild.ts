import sql, { raw } from 'sql-template-tag'
import type { RecordedEvent } from '#journal'
import type { Query } from '#platform/database'
import { insertRows, type Table } from '#platform/table'
import { type Case, evolve } from './case.ts'
import { caseEventOf } from './events.ts'
import { type Changed, type Occurrence, project, READ_TABLES } from './projections.ts'

const PIECE = 1_000

export type Compared = { table: string; rows: number; isSame: boolean }

/**
 * Makes the read tables of a municipality again from its events, in the transaction of `query`, and compares
 * them with what stood there. The caller decides whether the transaction is kept.
 */
export async function rebuildCases(
  query: Query,
  municipality: string,
  events: AsyncIterable<RecordedEvent>,
): Promise<Compared[]> {
  const before = await fingerprints(query, municipality)
  for (const name of READ_TABLES)
    await query(sql`delete from ${raw(name)} where municipality = ${municipality}`)
  const { states, occurrences } = await replay(events)
  const pending = new Map<Table<never>, unknown[]>()
  const flush = async () => {
    for (const [target, rows] of pending) {
      if (rows.length > 0) await query(insertRows(target, rows as never[]))
    }
    pending.clear()
  }
  let gathered = 0
  for (const [id, after] of states) {
    const changed: Changed = { before: undefined, after, events: occurrences.get(id) ?? [] }
    project(
      {
        municipality,
        write(target, rows) {
          const known = pending.get(target as unknown as Table<never>) ?? []
          pending.set(target as unknown as Table<never>, known)
          known.push(...rows)
        },
      },
      [changed],
    )
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

async function replay(events: AsyncIterable<RecordedEvent>) {
  const states = new Map<string, Case>()
  const occurrences = new Map<string, Occurrence[]>()
  for await (const event of events) {
    if (!event.stream.startsWith('case/')) continue
    const id = event.stream.slice('case/'.length)
    const told = caseEventOf(event)
    states.set(id, evolve(states.get(id), told, event, id))
    const known = occurrences.get(id) ?? []
    occurrences.set(id, known)
    known.push({ event: told, occurred_ms: event.occurred_ms })
  }
  return { states, occurrences }
}

async function fingerprints(query: Query, municipality: string) {
  const found: { table: string; rows: number; digest: string }[] = []
  for (const table of READ_TABLES) {
    const [row] = await query<{ rows: number; digest: string }>(sql`
      select count(*) as rows, coalesce(md5(string_agg(t::text, '' order by t.id)), '') as digest
      from ${raw(table)} t
      where municipality = ${municipality}`)
    if (row) found.push({ table, ...row })
  }
  return found
}
