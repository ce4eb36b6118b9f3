import { z } from '@hono/zod-openapi'
import { toIso } from '#kernel/clock'
import { hrefOf } from '#platform/operation'
import { AgreementDraft, DRAFT_STATUSES } from '../draft.ts'
import type { DraftRow } from '../queries.ts'

export const DraftBody = AgreementDraft.openapi('AgreementDraft')

export const DraftPath = z.strictObject({ draft: z.string().min(1).max(80) })

export const DraftView = z
  .object({
    href: z.string(),
    id: z.string(),
    status: z.enum(DRAFT_STATUSES),
    enteredAt: z.iso.datetime(),
    enteredBy: z.string(),
    base: z.record(z.string(), z.int()).openapi({
      description: 'The version of each agreement that it was made against; 0: there was none.',
    }),
    draft: DraftBody,
    simulated: z
      .object({
        at: z.iso.datetime(),
        by: z.string(),
        from: z.iso.datetime(),
        to: z.iso.datetime(),
        cases: z.int(),
        different: z.int(),
        digest: z.string(),
      })
      .optional()
      .openapi({ description: 'The last simulation since it was entered.' }),
    settledAt: z.iso.datetime().optional(),
    settledBy: z.string().optional(),
  })
  .openapi('AgreementDraftView')

export function draftView(municipality: string, row: DraftRow) {
  const { id, status, base, body, simulated, settled_at, settled_by } = row
  return {
    href: hrefOf(['agreement-drafts', id], { municipality }),
    id,
    status,
    enteredAt: toIso(row.entered_at),
    enteredBy: row.entered_by,
    base: { ...base },
    draft: body,
    ...(simulated && {
      simulated: {
        at: toIso(simulated.at_ms),
        by: simulated.by,
        from: toIso(simulated.from_ms),
        to: toIso(simulated.to_ms),
        cases: simulated.cases,
        different: simulated.different,
        digest: simulated.digest,
      },
    }),
    ...(settled_at !== null && { settledAt: toIso(settled_at) }),
    ...(settled_by !== null && { settledBy: settled_by }),
  }
}
