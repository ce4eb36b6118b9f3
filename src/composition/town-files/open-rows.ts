import type { Query, Row } from '#platform/database'
import { rowsAfter, type Table } from '#platform/table'

const PIECE = 1_000

/** All rows of a municipality in a table, read in pieces in the order of its key. */
export async function* rowsOf<R>(
  query: Query,
  target: Table<R>,
  municipality: string,
  piece = PIECE,
): AsyncGenerator<R> {
  for (let after: R | undefined; ; ) {
    const rows = (await query<Row>(rowsAfter(target, municipality, after, piece))) as R[]
    yield* rows
    after = rows.at(-1)
    if (!after || rows.length < piece) return
  }
}

/** A row as others can read it: moments as RFC 3339, bytes as base64, and without what is not there. */
export function openRow<R>(target: Table<R>, row: R): Record<string, unknown> {
  const open: Record<string, unknown> = {}
  for (const [column, type] of columnsOf(target)) {
    const value = row[column]
    if (value === null || value === undefined) continue
    if (type === 'timestamptz') open[column] = new Date(value as number).toISOString()
    else if (type === 'bytea') open[column] = (value as unknown as Buffer).toString('base64')
    else if (type === 'int8') open[column] = Number(value)
    else open[column] = value
  }
  return open
}

/** The row that `openRow` told. */
export function rowOf<R>(
  target: Table<R>,
  municipality: string,
  open: Readonly<Record<string, unknown>>,
): R {
  const row: Record<string, unknown> = { [target.key[0] as string]: municipality }
  for (const [column, type] of columnsOf(target)) {
    const value = open[column]
    if (value === undefined || value === null) continue
    if (type === 'timestamptz') row[column] = Date.parse(value as string)
    else if (type === 'bytea') row[column] = Buffer.from(value as string, 'base64')
    else row[column] = value
  }
  return row as R
}

/** All but the tenant, which is the whole file's. */
function columnsOf<R>(target: Table<R>) {
  const columns = Object.entries(target.columns) as [keyof R & string, string][]
  return columns.filter(([column]) => column !== target.key[0])
}
