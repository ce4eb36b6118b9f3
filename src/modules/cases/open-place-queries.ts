import sql, { empty } from 'sql-template-tag'
import { toIso } from '#kernel/clock'
import type { Query } from '#platform/database'

/** A case that is open and has a place; one that is confidential has none. */
export type OpenPlace = {
  id: string
  number: string
  category: string
  lon: number
  lat: number
  opened_at: number
}

/** Open cases with a place, from the newest to the oldest. */
export async function listOpenPlaces(
  query: Query,
  municipality: string,
  { after, most }: { after?: { opened_ms: number; id: string } | undefined; most: number },
): Promise<OpenPlace[]> {
  return query<OpenPlace>(sql`
    select id, number, category, lon, lat, opened_at
    from cases.cases
    where municipality = ${municipality} and status = 'open' and lon is not null
      ${after ? sql`and (opened_at, id) < (${toIso(after.opened_ms)}, ${after.id}::uuid)` : empty}
    order by opened_at desc, id desc
    limit ${most}`)
}
