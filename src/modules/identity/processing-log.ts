import sql from 'sql-template-tag'
import { toIso } from '#kernel/clock'
import type { Pool, Query } from '#platform/database'
import { insertRows, table } from '#platform/table'
import type { Vault } from '#platform/vault'

/** One sight of what belongs to one data subject. */
export type Processing = {
  municipality: string
  id: string
  traceId: string
  spanId: string
  isOk: boolean
  /** Of the operation. */
  name: string
  start_ms: number
  end_ms: number
  /** The key of the vault that was opened: a signal's, a person's, an answer's. */
  subject: string
  by: string
}

type Row = {
  municipality: string
  id: string
  trace_id: string
  span_id: string
  status: string
  name: string
  start_at: number
  end_at: number
  activity: string
  wrapped_subject: Buffer
  subject_digest: string
  subject_type: string
  by_whom: string
}

const PROCESSINGS = table<Row>({
  name: 'identity.processings',
  key: ['municipality', 'id'],
  columns: {
    municipality: 'text',
    id: 'uuid',
    trace_id: 'text',
    span_id: 'text',
    status: 'text',
    name: 'text',
    start_at: 'timestamptz',
    end_at: 'timestamptz',
    activity: 'text',
    wrapped_subject: 'bytea',
    subject_digest: 'text',
    subject_type: 'text',
    by_whom: 'text',
  },
  onConflict: 'fail',
})

/** In the register of processing activities of a municipality (GDPR, article 30) it stands under this name. */
const activityOf = (operation: string) => `urn:nl:lantaarn:processing:${operation}`

const purposeOf = (municipality: string, id: string) => `processing/${municipality}/${id}`

/** By what the processings about one subject are found again, without its id in the table. */
function digestOf(vault: Vault, municipality: string, subject: string): string {
  return vault.pseudonym(`processings/${municipality}`, subject)
}

/** Writes processings down, and is done when they stand. They may be of several municipalities. */
export async function recordProcessings(
  pool: Pool,
  vault: Vault,
  processings: readonly Processing[],
): Promise<void> {
  const byTown = Map.groupBy(processings, ({ municipality }) => municipality)
  for (const [tenant, own] of byTown) {
    const rows = own.map(
      (one): Row => ({
        municipality: tenant,
        id: one.id,
        trace_id: one.traceId,
        span_id: one.spanId,
        status: one.isOk ? 'OK' : 'ERROR',
        name: one.name,
        start_at: one.start_ms,
        end_at: one.end_ms,
        activity: activityOf(one.name),
        wrapped_subject: vault.wrapSecret(purposeOf(tenant, one.id), one.subject),
        subject_digest: digestOf(vault, tenant, one.subject),
        subject_type: typeOf(one.subject),
        by_whom: one.by,
      }),
    )
    await pool.write({ tenant }, (query) => query(insertRows(PROCESSINGS, rows)))
  }
}

/** The kind of the subject is the first part of its key's name. */
function typeOf(subject: string): string {
  const at = subject.indexOf('/')
  return at > 0 ? subject.slice(0, at) : 'record'
}

export type ProcessingTold = {
  id: string
  traceId: string
  spanId: string
  status: string
  name: string
  start_ms: number
  end_ms: number
  activity: string
  subject: string
  subjectType: string
  by: string
}

/** Processings, the newest first, before a moment and id; of one subject, by one account or in a period where that is asked. */
export async function listProcessings(
  query: Query,
  vault: Vault,
  municipality: string,
  filter: {
    subject?: string | undefined
    by?: string | undefined
    from_ms?: number | undefined
    until_ms?: number | undefined
    before?: { start_ms: number; id: string } | undefined
    most: number
  },
): Promise<ProcessingTold[]> {
  const { subject, before, most, by = null, from_ms, until_ms } = filter
  const digest = subject === undefined ? null : digestOf(vault, municipality, subject)
  const [from, until] = [from_ms, until_ms].map((ms) => (ms === undefined ? null : toIso(ms)))
  const at = before ? toIso(before.start_ms) : null
  const rows = await query<Row>(sql`
    select * from identity.processings
    where municipality = ${municipality}
      and (${digest}::text is null or subject_digest = ${digest})
      and (${by}::text is null or by_whom = ${by})
      and (${from}::timestamptz is null or start_at >= ${from})
      and (${until}::timestamptz is null or start_at < ${until})
      and (${at}::timestamptz is null or (start_at, id) < (${at}, ${before?.id ?? null}::uuid))
    order by start_at desc, id desc
    limit ${most}`)
  return rows.map((row) => ({
    id: row.id,
    traceId: row.trace_id,
    spanId: row.span_id,
    status: row.status,
    name: row.name,
    start_ms: row.start_at,
    end_ms: row.end_at,
    activity: row.activity,
    subject: vault.unwrapSecret(purposeOf(municipality, row.id), row.wrapped_subject),
    subjectType: row.subject_type,
    by: row.by_whom,
  }))
}
