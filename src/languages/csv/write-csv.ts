import { stringify } from 'csv-stringify/sync'

/** One row as RFC 4180, with its end of line. */
export function csvLine(values: readonly (string | number | null | undefined)[]): string {
  return stringify([values.map((value) => value ?? '')], { record_delimiter: '\r\n' })
}
