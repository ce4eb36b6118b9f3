import { z } from '@hono/zod-openapi'

export const VISIBILITIES = ['public', 'status-only', 'confidential'] as const
export const PRIORITIES = ['normal', 'urgent', 'danger'] as const
export type Priority = (typeof PRIORITIES)[number]

export const LocalText = z.strictObject({
  nl: z.string().min(1).max(300),
  en: z.string().min(1).max(300),
})
export type LocalText = z.infer<typeof LocalText>

const ID = /^[a-z0-9][a-z0-9-]{0,63}$/

export const Question = z.strictObject({
  code: z.string().regex(ID),
  text: LocalText,
  datatype: z.enum(['string', 'number', 'datetime', 'text', 'singlevaluelist', 'multivaluelist']),
  isRequired: z.boolean().default(false),
  values: z
    .array(z.strictObject({ key: z.string().regex(ID), name: LocalText }))
    .max(50)
    .optional(),
})

/** A node of the tree of what a signal can be about; ids are unique within the municipality. */
export const Category = z.strictObject({
  id: z.string().regex(ID),
  parent: z.string().regex(ID).optional(),
  name: LocalText,
  description: LocalText,
  /** The languages in which the Dutch text stands, because no translation is known. */
  untranslated: z
    .array(z.enum(['en']))
    .max(1)
    .optional(),
  synonyms: z.array(z.string().max(60)).max(30).default([]),
  /** Whether residents may choose it; a task such as disconnecting a cable is only asked for by a party. */
  isReportable: z.boolean().default(true),
  visibility: z.enum(VISIBILITIES).default('public'),
  priority: z.enum(PRIORITIES).default('normal'),
  /** The asset types that a point is snapped to; empty = never snapped. */
  assetTypes: z.array(z.string().max(40)).max(10).default([]),
  /** Two signals of one category within this distance are one problem, where no asset is known. */
  joinRadius_m: z.number().min(0).max(250).default(25),
  retentionDays: z.int().min(1).max(3650).default(365),
  /** Whom to call before anything is typed; of what is dangerous, 112 where nothing is said. */
  callFirst: z
    .strictObject({ phone: z.string().regex(/^[+\d][\d -]{1,19}$/), why: LocalText })
    .optional(),
  questions: z.array(Question).max(20).default([]),
})
export type Category = z.infer<typeof Category>
