import { z } from '@hono/zod-openapi'
import { ColumnName, CSV_FILE, MOMENT_FORMAT, ValueMap } from '#languages/csv'
import { type ReadFile, readYaml } from '#languages/yaml'

/** How the columns of a file of past reports become history. */
export const ReportsMapping = z
  .strictObject({
    kind: z.literal('reports'),
    ...CSV_FILE,
    columns: z
      .strictObject({
        received: ColumnName,
        category: ColumnName,
        lon: ColumnName.optional().describe('Degrees, WGS84.'),
        lat: ColumnName.optional(),
        x: ColumnName.optional().describe('Metres, EPSG:28992 (RD).'),
        y: ColumnName.optional(),
        closed: ColumnName.optional(),
        text: ColumnName.optional().describe('What the reporter wrote; it is sealed.'),
      })
      .refine(
        (of) =>
          (of.lon !== undefined && of.lat !== undefined) !==
          (of.x !== undefined && of.y !== undefined),
        { path: ['lon'], message: 'a place is lon and lat, or x and y' },
      ),
    dates: z
      .strictObject({
        formats: z.array(z.string().regex(MOMENT_FORMAT)).min(1).max(10).default(['iso']),
        zone: z
          .string()
          .max(60)
          .refine(isZone, 'there is no such time zone')
          .default('Europe/Amsterdam')
          .describe('Of what names no zone of its own. A day without an hour stands at noon.'),
      })
      .prefault({}),
    categories: ValueMap.prefault({}).describe(
      'What stands in the file, and which category that is.',
    ),
    otherwise: z.string().max(64).optional().describe('The category of all that is not named.'),
    duplicates: z
      .enum(['drop', 'keep'])
      .default('drop')
      .describe('What is done with a row that stands in the file before, to the last character.'),
    unclosed: z
      .enum(['open', 'settled'])
      .describe('A report without a closing date: still open, or over at an unknown moment.'),
  })
  .describe('Past reports, brought in as history: nothing of it is sent to anybody.')
export type ReportsMapping = z.infer<typeof ReportsMapping>

export function parseReportsMapping(text: string): ReadFile<ReportsMapping> {
  return readYaml(text, ReportsMapping)
}

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
