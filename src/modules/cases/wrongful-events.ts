import type { PhotoFact } from './signal-data.ts'

/** Why the municipality says that it was the party's all the same: the party's own reasons, turned round. */
export const DISPUTE_REASONS = ['their-asset', 'their-area', 'their-task', 'other'] as const
export type DisputeReason = (typeof DISPUTE_REASONS)[number]

type Step = {
  assignmentId: string
  stepId: string
  /** An account or key of the municipality, or the organisation; never a person’s name. */
  by: string
  /** Of what was written, which is in the vault under the step. */
  remarkDigest?: string
  photos?: readonly PhotoFact[]
}

/** What people do about the bill for a report that was not a party's. That there is one follows from its answer. */
export type WrongfulEvent =
  | { type: 'WrongfulReportAccepted'; data: Step & { cents: number } }
  | { type: 'WrongfulReportDisputed'; data: Step & { reason: DisputeReason } }
  | { type: 'WrongfulReportUpheld'; data: Step }
  | { type: 'WrongfulReportDropped'; data: Step }
  | {
      type: 'WrongfulReportDecided'
      data: (Step & { as: 'owed'; cents: number }) | (Step & { as: 'not-owed' })
    }
