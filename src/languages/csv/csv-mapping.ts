import { z } from '@hono/zod-openapi'
import { CSV_ENCODINGS, type CsvShape } from './read-csv.ts'

/** How the file is written, for any mapping of a CSV. */
export const CSV_FILE = {
  encoding: z.enum(CSV_ENCODINGS).default('utf-8').describe('A byte order mark is left out.'),
  separator: z.string().min(1).max(1).default(',').describe('Between the columns.'),
  decimal: z.enum(['.', ',']).default('.').describe('Before the part of a number below one.'),
}

/** The name of a column, as it stands in the first row. */
export const ColumnName = z.string().min(1).max(200)

/** What stands in the file ▸ what it is here. */
export const ValueMap = z.record(z.string().max(300), z.string().min(1).max(200))

export function csvShapeOf({ encoding, separator }: CsvShape): CsvShape {
  return { encoding, separator }
}
