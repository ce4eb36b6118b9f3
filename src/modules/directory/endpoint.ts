import { z } from 'zod'

/** What an organisation's own system speaks. */
export const ENDPOINT_KINDS = ['webhook', 'open311'] as const
export type EndpointKind = (typeof ENDPOINT_KINDS)[number]

/** What is known of an Open311 server beside its address and its key. */
export const Open311Settings = z.strictObject({
  jurisdiction_id: z.string().min(1).max(100).optional(),
  format: z.enum(['json', 'xml']).default('json'),
  /** How often it is asked what became of what it has. */
  poll_s: z.int().min(15).max(86_400).default(300),
  /** It has mySociety's extension for updates, for reading and for sending. */
  has_updates: z.boolean().default(false),
  /**
   * When an answer was lost and the request is not found there: `never` sends it again unless a person says so,
   * `when-not-found` does (it shows each request at once, with its description), `always` may without looking, because
   * the server knows an `Idempotency-Key` again.
   */
  repeats: z.enum(['never', 'when-not-found', 'always']).default('never'),
})
export type Open311Settings = z.infer<typeof Open311Settings>

/** How much it takes; without a number it is given as much as it is seen to take. */
export const EndpointLimits = z.strictObject({
  most_at_once: z.int().min(1).max(32).optional(),
  most_per_minute: z.int().min(1).max(60_000).optional(),
})
export type EndpointLimits = z.infer<typeof EndpointLimits>

/** Where an organisation's messages go: the secret signs webhooks, or is the api_key of an Open311 server ('': none). */
export type Endpoint = {
  organisation: string
  url: string
  secret: string
  limits?: EndpointLimits
} & ({ kind?: 'webhook' } | { kind: 'open311'; open311: Open311Settings })
