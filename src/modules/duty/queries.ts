import sql from 'sql-template-tag'
import type { Query } from '#platform/database'
import type { OpenRoster } from './roster.ts'

export type RosterRow = { version: number; body: OpenRoster }

/** The rosters of a municipality as they are now. */
export async function listRosters(query: Query, municipality: string): Promise<RosterRow[]> {
  return query<RosterRow>(sql`
    select version, body from duty.rosters where municipality = ${municipality} order by id`)
}
