import { findAssignment } from '#modules/cases'
import type { OwnCaller } from '#modules/directory'
import type { Pool } from '#platform/database'

/**
 * Whose work it is: of whoever holds a link to all the work of a party it is that party's, in that municipality;
 * undefined where the task that the link names is not there.
 */
export async function workCaller(
  { pool }: { pool: Pool },
  caller: OwnCaller,
): Promise<OwnCaller | undefined> {
  const { link, of } = caller
  if (!link || !('municipality' in of) || of.municipality === undefined) return caller
  const { municipality } = of
  const row = await pool.read({ tenant: municipality }, (query) =>
    findAssignment(query, { municipality, only: link.subject }, link.subject),
  )
  return row && { ...caller, of: { organisation: row.organisation, municipality } }
}
