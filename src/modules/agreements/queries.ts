import sql from 'sql-template-tag'
import type { Query } from '#platform/database'
import { type Agreement, type AgreementVersion, termsOf, Verification } from './agreement.ts'

type VersionRow = { version: number; epoch: number; entered_at: number; body: Agreement }

/** Every version of every agreement of a municipality, the oldest first. */
export async function listAgreementVersions(
  query: Query,
  municipality: string,
): Promise<AgreementVersion[]> {
  const rows = await query<VersionRow>(sql`
    select version, epoch, entered_at, body
    from agreements.versions
    where municipality = ${municipality}
    order by id, version`)
  return rows.map(({ version, epoch, entered_at, body }) => ({
    // A term that came later stands in older versions with its default.
    agreement: {
      ...body,
      terms: termsOf(body.terms),
      verification: Verification.parse(body.verification),
    },
    version,
    epoch,
    entered_ms: entered_at,
  }))
}
