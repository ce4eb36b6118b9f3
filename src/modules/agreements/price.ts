import { z } from '@hono/zod-openapi'
import { CAUSES, type Cause } from './causes.ts'

/** Where an agreement names none. Calendar days: a bill does not wait for opening hours. */
const DISPUTE_WITHIN_DAYS = 14

/** What is optional has its default where it is read: an agreement entered before is the same agreement still. */
export const Price = z
  .strictObject({
    wrongfulReport: z.int().min(0).max(10_000_000),
    vat: z
      .enum(['included', 'excluded', 'not-owed'])
      .optional()
      .describe('Whether VAT is in the price, comes on top, or is not owed. Absent: not agreed.'),
    findings: z
      .array(z.enum(CAUSES))
      .min(1)
      .max(CAUSES.length)
      .optional()
      .describe(
        'What the party passes on with one of these causes was not theirs either. Absent: only what it answers with `not-ours`.',
      ),
    disputeWithinDays: z
      .int()
      .min(1)
      .max(365)
      .optional()
      .describe(
        'Calendar days after the answer within which the municipality disputes it; 14 where absent. After them it stands.',
      ),
  })
  .describe('What the party bills for a report that was not theirs, in euro cents.')
export type Price = z.infer<typeof Price>

/** What one wrongful report costs under a version of an agreement, and until when it can be disputed. */
export type WrongfulTerms = {
  cents: number
  vat?: NonNullable<Price['vat']>
  findings: readonly Cause[]
  disputeWithin_days: number
}

/** Undefined where nothing is billed: no price was agreed, or it is nothing. */
export function wrongfulTermsOf(
  agreement: { price?: Price | undefined } | undefined,
): WrongfulTerms | undefined {
  const price = agreement?.price
  if (!price || price.wrongfulReport === 0) return undefined
  const { wrongfulReport: cents, vat, findings = [], disputeWithinDays } = price
  return {
    cents,
    ...(vat && { vat }),
    findings,
    disputeWithin_days: disputeWithinDays ?? DISPUTE_WITHIN_DAYS,
  }
}
