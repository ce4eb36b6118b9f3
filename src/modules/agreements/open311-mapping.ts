import { z } from '@hono/zod-openapi'

/** What of a task an attribute of a party's Open311 server can be given. */
export const TASK_FIELDS = [
  'case-number',
  'assignment',
  'category',
  'asset',
  'asset-number',
  'asset-type',
  'priority',
  'done-by',
  'agreement',
  'signals',
] as const
export type TaskField = (typeof TASK_FIELDS)[number]

/** What a status of a party's own can mean. `nothing`: it is kept and shown, and answers nothing. */
export const FOREIGN_MEANINGS = [
  'nothing',
  'accepted',
  'planned',
  'started',
  'done',
  'nothing-found',
  'not-ours',
  'will-not-be-done',
] as const
export type ForeignMeaning = (typeof FOREIGN_MEANINGS)[number]

const Code = z.string().regex(/^[\w.:-]{1,100}$/)

const Attribute = z
  .strictObject({
    code: Code.describe('As the service definition of the party names it.'),
    field: z.enum(TASK_FIELDS).optional().describe('It is given this of the task.'),
    value: z.string().min(1).max(500).optional().describe('It is always given this.'),
  })
  .refine(({ field, value }) => (field === undefined) !== (value === undefined), {
    message: 'an attribute is given a `field` of the task, or a `value` that is always the same',
  })

const hasNoTwice = (names: readonly string[]) => new Set(names).size === names.length

const Service = z.strictObject({
  category: z
    .string()
    .regex(/^[A-Za-z0-9][\w.-]{0,79}$/)
    .describe('A node of the category tree; it stands for its whole subtree.'),
  serviceCode: z.string().min(1).max(200),
  attributes: z
    .array(Attribute)
    .max(50)
    .refine((all) => hasNoTwice(all.map(({ code }) => code)), 'an attribute is named twice')
    .default([]),
})

/** In the words of a party's own Open311 server: which service each category is there, and what its statuses mean. */
export const Open311Mapping = z.strictObject({
  services: z
    .array(Service)
    .min(1)
    .max(500)
    .refine((all) => hasNoTwice(all.map(({ category }) => category)), 'a category is named twice'),
  statuses: z
    .record(z.string().min(1).max(60), z.enum(FOREIGN_MEANINGS))
    .optional()
    .describe('What status words of the party’s own mean; those of the standard are known.'),
  jurisdictionId: z
    .string()
    .min(1)
    .max(100)
    .optional()
    .describe('Of this municipality at the party, where it is not that of its endpoint.'),
  testService: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .describe('A service_code that may be posted to when the connection is tested.'),
})
export type Open311Mapping = z.infer<typeof Open311Mapping>

/** The service of a category: its own, else that of the nearest node above it. */
export function serviceFor(
  { services }: Open311Mapping,
  category: string,
  parentOf: (category: string) => string | undefined,
): Open311Mapping['services'][number] | undefined {
  const seen = new Set<string>()
  for (
    let at: string | undefined = category;
    at !== undefined && !seen.has(at);
    at = parentOf(at)
  ) {
    const found = services.find((one) => one.category === at)
    if (found) return found
    seen.add(at)
  }
  return undefined
}
