import { z } from '@hono/zod-openapi'
import { LocalTime } from './time-of-day.ts'

/** At which times of the day a party that is mailed is told of what may wait, in one mail each. */
export const Digest = z.strictObject({
  at: z
    .array(LocalTime)
    .min(1)
    .max(6)
    .refine((times) => new Set(times).size === times.length, { message: 'a time is named twice' }),
  workingDays: z
    .boolean()
    .default(false)
    .describe('Only from Monday to Friday, and not on public holidays.'),
})
export type Digest = z.infer<typeof Digest>
