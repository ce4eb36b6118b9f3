import sql, { type Sql } from 'sql-template-tag'
import type { Query } from '#platform/database'
import type { Grant } from './grant.ts'
import type { Role } from './permissions.ts'

export type GrantRow = {
  municipality: string
  id: string
  version: number
  account: string
  role: Role
  organisation: string | null
  areas: string[] | null
  up_to_cents: number | null
  deputy_for: string | null
  from_at: number
  until_at: number | null
  granted_at: number
  granted_by: string
  ended_at: number | null
}

const COLUMNS = sql`
  municipality, id, version, account, role, organisation, areas, up_to_cents, deputy_for, from_at, until_at,
  granted_at, granted_by, ended_at`

const grantRows = (query: Query, where: Sql) =>
  query<GrantRow>(sql`select ${COLUMNS} from identity.roles where ${where} order by id`)

/** Every grant of a municipality, also those that ended. */
export async function listGrants(query: Query, municipality: string): Promise<GrantRow[]> {
  return grantRows(query, sql`municipality = ${municipality}`)
}

/** What one account was given anywhere, with the grants that it stands in for. As the worker. */
export async function listGrantsOf(query: Query, account: string): Promise<Grant[]> {
  const rows = await query<GrantRow>(sql`
    select ${COLUMNS} from identity.roles where account = ${account}::uuid and ended_at is null
    union
    select ${COLUMNS} from identity.roles
    where (municipality, id) in (
      select municipality, deputy_for from identity.roles
      where account = ${account}::uuid and ended_at is null and deputy_for is not null)`)
  return rows.map(toGrant)
}

export function toGrant(row: GrantRow): Grant {
  const { id, municipality, account, role, organisation, areas, up_to_cents, deputy_for } = row
  return {
    id,
    municipality,
    account,
    role,
    ...(organisation === null ? {} : { organisation }),
    ...(areas === null ? {} : { areas }),
    ...(up_to_cents === null ? {} : { upTo_cents: up_to_cents }),
    ...(deputy_for === null ? {} : { deputyFor: deputy_for }),
    from_ms: row.from_at,
    ...(row.until_at === null ? {} : { until_ms: row.until_at }),
    ...(row.ended_at === null ? {} : { ended_ms: row.ended_at }),
  }
}
