import { z } from '@hono/zod-openapi'
import { CONDITIONS } from '../condition-to-category.ts'

/** The data of an event about a condition. What else a sender puts in is not read. */
export const DeviceReportData = z
  .object({
    asset: z.string().min(1).max(80).openapi({
      description: 'The id or the public number of the object, as in /assets.',
      example: 'L-0042',
    }),
    condition: z.enum(CONDITIONS),
    category: z.string().min(1).max(64).optional().openapi({
      description: 'What it is reported as; without it, what the condition stands for.',
    }),
    isDangerous: z.boolean().default(false).openapi({
      description:
        'Whatever its category says: the duty roster is called. Only a person lowers it.',
    }),
    observedAt: z.iso.datetime({ offset: true }).optional().openapi({
      description: 'When the thing saw it; without it, the `time` of the event.',
    }),
  })
  .openapi('DeviceReport')
export type DeviceReport = z.output<typeof DeviceReportData>
