import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'

/** The cells of a small CSV that is in memory already, at most so many rows; throws where a quote is never closed. */
export function csvCells(text: string, separator: string, most_rows: number): string[][] {
  return parse(text, {
    delimiter: separator,
    bom: true,
    trim: true,
    relax_column_count: true,
    skip_empty_lines: true,
    to: most_rows,
  }) as string[][]
}

/** Rows as the text of a CSV (RFC 4180), with another separator where it is asked for. */
export function csvText(
  rows: readonly (readonly (string | number | null)[])[],
  separator: string,
): string {
  const filled = rows.map((row) => row.map((value) => value ?? ''))
  return stringify(filled, { delimiter: separator, record_delimiter: '\r\n' })
}
