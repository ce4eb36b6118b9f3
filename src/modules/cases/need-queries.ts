import sql from 'sql-template-tag'
import type { Query } from '#platform/database'
import type { DeskReason } from './lifecycle.ts'
import { type NeedReason, reasonsOf } from './needs.ts'
import type { ToTell } from './told-by-hand.ts'

/** So many waiting cases are ordered and counted; a desk with more has another problem than their order. */
const MOST_WAITING = 50_000

export type Waiting = { id: string; opened_ms: number; reasons: NeedReason[] }

/** Every case that waits for a person, the oldest first, with what for. */
export async function listWaiting(query: Query, municipality: string): Promise<Waiting[]> {
  const rows = await query<{
    id: string
    opened_at: number
    desk: DeskReason[]
    told_by: ToTell['by'][]
    has_to_release: boolean
  }>(sql`
    select id, opened_at, desk, jsonb_path_query_array(to_tell, '$[*].by') as told_by,
      to_release <> '[]' as has_to_release
    from cases.cases
    where municipality = ${municipality} and needs_person
    order by opened_at, id
    limit ${MOST_WAITING}`)
  return rows.map(({ id, opened_at: opened_ms, ...waiting }) => ({
    id,
    opened_ms,
    reasons: reasonsOf(waiting),
  }))
}
