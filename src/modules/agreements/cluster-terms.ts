import { z } from '@hono/zod-openapi'
import { CLUSTER_LEVELS, type ClusterLevel } from './cluster-levels.ts'

/** Every level but that of one object by itself, the lowest first. */
export const GATHERING_LEVELS = CLUSTER_LEVELS.filter((level) => level !== 'single')
export type GatheringLevel = Exclude<ClusterLevel, 'single'>

/** From when several objects that hang from one thing are one problem, and not so many. */
export const ClusterTerms = z
  .strictObject({
    level: z
      .enum(GATHERING_LEVELS as [GatheringLevel, ...GatheringLevel[]])
      .describe('What they have in common: one cable, one cabinet, one switching area.'),
    from: z.int().min(2).max(10_000).describe('So many different objects are one problem.'),
    withinMinutes: z
      .int()
      .min(1)
      .max(10_080)
      .describe('Reported within this time, by the moment of receipt.'),
    rowGap_m: z
      .int()
      .min(1)
      .max(500)
      .optional()
      .describe(
        'Of a segment, where nobody knows the cables: `from` objects next to each other in one street, with no more than so many metres between two of them. Absent: such a row is never one problem.',
      ),
    settleMinutes: z
      .int()
      .min(1)
      .max(10_080)
      .default(120)
      .describe(
        'So long after it was done things may take to say that they work. Those that still say that they do not get a case of their own again.',
      ),
  })
  .refine(({ level, rowGap_m }) => level === 'segment' || rowGap_m === undefined, {
    path: ['rowGap_m'],
    message: 'only a segment can be a row in a street',
  })
export type ClusterTerms = z.infer<typeof ClusterTerms>
