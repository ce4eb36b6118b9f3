import type { Batch, RecordedEvent } from '#journal'
import type { Query } from '#platform/database'
import { insertRows, type Table } from '#platform/table'
import { type Case, evolve } from './case.ts'
import type { Changed, Occurrence } from './projections.ts'
import { caseEventOf } from './recorded-event.ts'

export type GatheredRows = Pick<Batch, 'municipality' | 'write'> & {
  /** Writes what was gathered, one statement a table. */
  flush(query: Query): Promise<void>
}

/** Rows that follow from the journal, where no batch is open. */
export function gatherRows(municipality: string): GatheredRows {
  const pending = new Map<Table<never>, Map<string, unknown>>()
  return {
    municipality,
    write(target, rows) {
      const known = pending.get(target as unknown as Table<never>) ?? new Map<string, unknown>()
      pending.set(target as unknown as Table<never>, known)
      // Of a report that came back to its case there is one row.
      for (const row of rows) known.set(keyOf(target, row, known.size), row)
    },
    async flush(query) {
      for (const [target, rows] of pending) {
        if (rows.size > 0) await query(insertRows(target, [...rows.values()] as never[]))
      }
      pending.clear()
    },
  }
}

function keyOf<Row>({ onConflict, key }: Table<Row>, row: Row, count: number): string {
  if (onConflict !== 'replace') return `#${count}`
  return key.map((column) => String(row[column])).join('\u0000')
}

/** Case by case: the events of one case follow each other, so that no more than one is held. */
export async function* replay(
  events: AsyncIterable<RecordedEvent> | Iterable<RecordedEvent>,
): AsyncGenerator<Changed> {
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
