import { z } from '@hono/zod-openapi'
import { ORGANISATION_KINDS } from './directory.ts'

/** An organisation that gets a role in this municipality, as a file names it. */
export const PartyEntry = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9][\w.-]{0,79}$/),
  name: z.string().min(1).max(200),
  kind: z.enum(ORGANISATION_KINDS),
})
