import type { Sql } from 'sql-template-tag'
import { insertRows, type Table } from './table.ts'

/** Rows of several tables on their way to the database; of one key the last wins where the table replaces. */
export type GatheredRows = {
  add<Row>(target: Table<Row>, rows: readonly Row[]): void
  /** One statement a table, in the order in which the tables came, for what was gathered since the last time. */
  take(): Sql[]
}

export function gatherRows(): GatheredRows {
  const gathered = new Map<Table<never>, Map<string, never>>()
  return {
    add(target, rows) {
      const known = gathered.get(target as unknown as Table<never>) ?? new Map<string, never>()
      gathered.set(target as unknown as Table<never>, known)
      for (const row of rows) {
        const key =
          target.onConflict === 'replace'
            ? target.key.map((column) => String(row[column])).join('\u0000')
            : `#${known.size}`
        known.set(key, row as never)
      }
    },
    take() {
      const taken: Sql[] = []
      for (const [target, known] of gathered) {
        if (known.size > 0) taken.push(insertRows(target, [...known.values()]))
        known.clear()
      }
      return taken
    },
  }
}
