import { z } from '@hono/zod-openapi'
import { toIso } from '#kernel/clock'
import { hrefOf } from '#platform/operation'
import { Agreement, type AgreementVersion } from '../agreement.ts'

export const AgreementBody = Agreement.openapi('Agreement')

export const AgreementView = z
  .object({
    href: z.string(),
    id: z.string(),
    version: z.int(),
    enteredAt: z.iso.datetime(),
    agreement: AgreementBody,
  })
  .openapi('AgreementVersion')

export function agreementView(municipality: string, one: AgreementVersion) {
  const { agreement, version, entered_ms } = one
  return {
    href: hrefOf(['agreements', agreement.id], { municipality }),
    id: agreement.id,
    version,
    enteredAt: toIso(entered_ms),
    agreement,
  }
}
