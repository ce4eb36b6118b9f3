import { z } from '@hono/zod-openapi'

/** A case is named by its number or its id. */
export const CasePath = z.strictObject({
  case: z
    .string()
    .min(1)
    .max(40)
    .openapi({ description: 'Its number, such as GM0228-26-004711, or its id.' }),
})

export const AssignmentPath = z.strictObject({ assignment: z.uuid() })
