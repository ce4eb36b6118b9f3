import sql from 'sql-template-tag'
import type { Query } from '#platform/database'

export type DigestLine = {
  message: string
  assignment: string
  organisation: string
  is_listed: boolean
}

/** What goes along in a digest, also what was taken back since. */
export function listDigestLines(
  query: Query,
  { tenant, digest }: { tenant: string; digest: string },
): Promise<DigestLine[]> {
  return query<DigestLine>(sql`
    select message, assignment, organisation, is_listed from delivery.digest_lines
    where municipality = ${tenant} and digest = ${digest}::uuid
    order by message`)
}

/** Which of these messages go along in a digest already. */
export async function findGathered(
  query: Query,
  tenant: string,
  messages: readonly string[],
): Promise<Set<string>> {
  const rows = await query<{ message: string }>(sql`
    select message from delivery.digest_lines
    where municipality = ${tenant} and message = any(${messages}::uuid[])`)
  return new Set(rows.map(({ message }) => message))
}
