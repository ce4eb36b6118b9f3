import sql, { raw } from 'sql-template-tag'
import { type RecordedEvent, readStreamsOf } from '#journal'
import type { Query } from '#platform/database'
import { insertRows, type Table } from '#platform/table'
import { type Case, evolve } from './case.ts'
import { type Changed, type Occurrence, project, READ_TABLES } from './projections.ts'
import { caseEventOf } from './recorded-event.ts'

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
  const pending = new Map<Table<never>, Map<string, unknown>>()
  const flush = async () => {
    for (const [target, rows] of pending) {
      if (rows.size > 0) await query(insertRows(target, [...rows.values()] as never[]))
    }
    pending.clear()
  }
  let gathered = 0
  for await (const changed of replay(readStreamsOf(query, municipality, 'case/'))) {
    project(
      {
        municipality,
        write(target, rows) {
          const known = pending.get(target as unknown as Table<never>) ?? new Map<string, unknown>()
          pending.set(target as unknown as Table<never>, known)
          // Of a report that came back to its case there is one row.
          for (const row of rows) known.set(keyOf(target, row, known.size), row)
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

function keyOf<Row>({ onConflict, key }: Table<Row>, row: Row, count: number): string {
  if (onConflict !== 'replace') return `#${count}`
  return key.map((column) => String(row[column])).join('\u0000')
}

/** Case by case: the events of one case follow each other, so that no more than one is held. */
async function* replay(events: AsyncIterable<RecordedEvent>): AsyncGenerator<Changed> {
  let id: string | undefined
  let after: Case | undefined
  let occurrences: Occurrence[] = []
  for await (const event of events) {
    const of = event.stream.slice('case/'.length)
    if (of !== id && after) yield { before: undefined, after, events: occurrences }
    if (of !== id) {
      id = of
      after = undefined
      occurrences = []
    }
    const told = caseEventOf(event)
    after = evolve(after, told, event, of)
    occurrences.push({ event: told, occurred_ms: event.occurred_ms })
  }
  if (after) yield { before: undefined, after, events: occurrences }
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
