import { z } from '@hono/zod-openapi'
import { RegisterMapping } from '#modules/places'
import { ReportsMapping } from './reports/reports-mapping.ts'

/** The shape of the mappings of CSV files as JSON Schema 2020-12, for editors and other systems. */
export function importMappingJsonSchema(): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(
    z.discriminatedUnion('kind', [RegisterMapping, ReportsMapping]),
    { io: 'input' },
  )
  return {
    $schema,
    title: 'How a CSV file is read',
    description: 'A management register, or reports of the past. In YAML or JSON.',
    ...schema,
  }
}
