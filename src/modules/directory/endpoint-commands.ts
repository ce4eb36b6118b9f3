import sql from 'sql-template-tag'
import type { Pool } from '#platform/database'
import type { Vault } from '#platform/vault'
import {
  type Endpoint,
  type EndpointKind,
  type EndpointLimits,
  Open311Settings,
} from './endpoint.ts'

type EndpointRow = {
  organisation: string
  url: string
  wrapped_secret: Buffer
  kind: EndpointKind
  settings: unknown
  most_at_once: number | null
  most_per_minute: number | null
}

const purposeOf = (organisation: string) => `endpoint/${organisation}`

/**
 * Where an organisation is reached from now on; false where it is not known. As the worker: nobody else may read endpoints.
 */
export async function setEndpoint(pool: Pool, vault: Vault, endpoint: Endpoint): Promise<boolean> {
  const { organisation, url, secret, limits = {} } = endpoint
  const wrapped = vault.wrapSecret(purposeOf(organisation), secret)
  const settings = endpoint.kind === 'open311' ? endpoint.open311 : {}
  const rows = await pool.write({}, (query) =>
    query(sql`
      insert into directory.endpoints
        (organisation, url, wrapped_secret, kind, settings, most_at_once, most_per_minute)
      select id, ${url}, ${wrapped}::bytea, ${endpoint.kind ?? 'webhook'},
        ${JSON.stringify(settings)}::jsonb,
        ${limits.most_at_once ?? null}::int, ${limits.most_per_minute ?? null}::int
      from directory.organisations where id = ${organisation}
      on conflict (organisation) do update
      set url = excluded.url, wrapped_secret = excluded.wrapped_secret, kind = excluded.kind,
        settings = excluded.settings, most_at_once = excluded.most_at_once,
        most_per_minute = excluded.most_per_minute
      returning organisation`),
  )
  return rows.length > 0
}

/** Sets how much an endpoint takes, and leaves the rest of it; false where the organisation has none. As the worker. */
export async function setEndpointLimits(
  pool: Pool,
  organisation: string,
  limits: EndpointLimits,
): Promise<boolean> {
  const rows = await pool.write({}, (query) =>
    query(sql`
      update directory.endpoints
      set most_at_once = ${limits.most_at_once ?? null},
        most_per_minute = ${limits.most_per_minute ?? null}
      where organisation = ${organisation}
      returning organisation`),
  )
  return rows.length > 0
}

export async function readEndpoints(
  pool: Pool,
  vault: Vault,
  organisations: readonly string[],
): Promise<Map<string, Endpoint>> {
  const rows = await pool.read({}, (query) =>
    query<EndpointRow>(sql`
      select organisation, url, wrapped_secret, kind, settings, most_at_once, most_per_minute
      from directory.endpoints
      where organisation = any(${organisations})`),
  )
  return new Map(rows.map((row) => [row.organisation, toEndpoint(vault, row)]))
}

/** Of the endpoints that take less than they would be given: how much. As the worker. */
export async function listEndpointLimits(
  pool: Pool,
): Promise<readonly { organisation: string; kind: EndpointKind; limits: EndpointLimits }[]> {
  type Row = Pick<EndpointRow, 'organisation' | 'kind' | 'most_at_once' | 'most_per_minute'>
  const rows = await pool.read({}, (query) =>
    query<Row>(sql`
      select organisation, kind, most_at_once, most_per_minute from directory.endpoints
      where most_at_once is not null or most_per_minute is not null`),
  )
  return rows.map(({ organisation, kind, ...row }) => ({
    organisation,
    kind,
    limits: limitsOf(row),
  }))
}

function limitsOf(row: Pick<EndpointRow, 'most_at_once' | 'most_per_minute'>): EndpointLimits {
  return {
    ...(row.most_at_once === null ? {} : { most_at_once: row.most_at_once }),
    ...(row.most_per_minute === null ? {} : { most_per_minute: row.most_per_minute }),
  }
}

function toEndpoint(vault: Vault, row: EndpointRow): Endpoint {
  const { organisation, url, kind } = row
  const secret = vault.unwrapSecret(purposeOf(organisation), row.wrapped_secret)
  const base = { organisation, url, secret, limits: limitsOf(row) }
  if (kind === 'webhook') return { ...base, kind }
  return { ...base, kind, open311: Open311Settings.parse(row.settings) }
}
