import { z } from '@hono/zod-openapi'
import { MINUTE_MS } from './local-time.ts'

/** A time on the wall of the municipality: `07:00`. */
export const LocalTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** Since the midnight before, as the wall counts. */
export function timeOfDay_ms(time: string): number {
  return (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) * MINUTE_MS
}
