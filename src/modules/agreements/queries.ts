import sql, { empty } from 'sql-template-tag'
import type { Query } from '#platform/database'
import { type Agreement, type AgreementVersion, termsOf, Verification } from './agreement.ts'
import type { AgreementDraft, DraftBase, DraftStatus } from './draft.ts'
import type { RoleVersion, StatedRole } from './roles.ts'

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

type RoleRow = { version: number; epoch: number; entered_at: number; body: StatedRole }

/** Every version of every stated role of a municipality, the oldest first. */
export async function listRoleVersions(query: Query, municipality: string): Promise<RoleVersion[]> {
  const rows = await query<RoleRow>(sql`
    select version, epoch, entered_at, body
    from agreements.roles
    where municipality = ${municipality}
    order by id, version`)
  return rows.map(({ version, epoch, entered_at, body }) => {
    return { role: body, version, epoch, entered_ms: entered_at }
  })
}

export type DraftRow = {
  id: string
  /** Rises with each event of the draft. */
  version: number
  status: DraftStatus
  body: AgreementDraft
  base: DraftBase
  entered_at: number
  entered_by: string
  /** The last simulation since it was entered. */
  simulated: {
    digest: string
    cases: number
    different: number
    from_ms: number
    to_ms: number
    version: number
    at_ms: number
    by: string
  } | null
  settled_at: number | null
  settled_by: string | null
}

/** Drafts in the order of their ids; all of them, or those named. */
export async function findDrafts(
  query: Query,
  municipality: string,
  { ids }: { ids?: readonly string[] } = {},
): Promise<DraftRow[]> {
  return query<DraftRow>(sql`
    select id, version, status, body, base, entered_at, entered_by, simulated, settled_at, settled_by
    from agreements.drafts
    where municipality = ${municipality} ${ids ? sql`and id = any(${ids})` : empty}
    order by id collate "C"`)
}
