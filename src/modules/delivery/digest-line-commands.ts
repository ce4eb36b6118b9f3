import sql from 'sql-template-tag'
import { toIso } from '#kernel/clock'
import type { Query } from '#platform/database'
import { insertRows, table } from '#platform/table'

export type DigestLineRow = {
  municipality: string
  message: string
  digest: string
  assignment: string
  organisation: string
  gathered_at: number
}

const DIGEST_LINES = table<DigestLineRow>({
  name: 'delivery.digest_lines',
  key: ['municipality', 'message'],
  columns: {
    municipality: 'text',
    message: 'uuid',
    digest: 'uuid',
    assignment: 'uuid',
    organisation: 'text',
    gathered_at: 'timestamptz',
  },
  onConflict: 'fail',
})

/** Writes down which messages go along in which digest. */
export async function addDigestLines(query: Query, rows: readonly DigestLineRow[]): Promise<void> {
  await query(insertRows(DIGEST_LINES, rows))
}

type Digest = { tenant: string; digest: string }

/** What the mail tells, as it is written now; of the other lines it tells nothing. */
export async function listInDigest(
  query: Query,
  { tenant, digest }: Digest,
  messages: readonly string[],
): Promise<void> {
  await query(sql`
    update delivery.digest_lines set is_listed = (message = any(${messages}::uuid[]))
    where municipality = ${tenant} and digest = ${digest}::uuid`)
}

/**
 * The mail went. Lines that it did not tell are let go: a message that still waits goes with the next one.
 */
export async function endDigest(
  query: Query,
  { tenant, digest }: Digest,
  now_ms: number,
): Promise<void> {
  await query(sql`
    delete from delivery.digest_lines
    where municipality = ${tenant} and digest = ${digest}::uuid and not is_listed`)
  await query(sql`
    update delivery.digest_lines set told_at = ${toIso(now_ms)}::timestamptz
    where municipality = ${tenant} and digest = ${digest}::uuid and told_at is null`)
}
