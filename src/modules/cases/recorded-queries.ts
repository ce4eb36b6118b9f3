import sql, { empty } from 'sql-template-tag'
import { toIso } from '#kernel/clock'
import type { SignalFacts } from '#modules/agreements'
import type { Query } from '#platform/database'

/** When the cases were opened: `[from, to)`. */
export type Period = { from_ms: number; to_ms: number }

export type FirstDecision = { id: string; case_id: string; facts: SignalFacts }

/** What was asked of the rule when each case was opened, by the id of the decision; `after` is the last of the piece before. */
export async function listFirstDecisions(
  query: Query,
  municipality: string,
  { from_ms, to_ms, after, most }: Period & { after?: string | undefined; most: number },
): Promise<FirstDecision[]> {
  return query<FirstDecision>(sql`
    select id, case_id, body->'facts' as facts
    from cases.decisions
    where municipality = ${municipality} ${after === undefined ? empty : sql`and id > ${after}::uuid`}
      and routed_for = 'signal'
      and decided_at >= ${toIso(from_ms)} and decided_at < ${toIso(to_ms)}
    order by id
    limit ${most}`)
}

/** Of what was asked of each party in a period, how often it was not theirs. */
export async function countNotOurs(
  query: Query,
  municipality: string,
  { from_ms, to_ms }: Period,
): Promise<{ party: string; category: string; assignments: number; notOurs: number }[]> {
  const rows = await query<{ party: string; category: string; asked: number; refused: number }>(sql`
    select organisation as party, category, count(*) as asked,
      count(*) filter (where status = 'not-ours') as refused
    from cases.assignments
    where municipality = ${municipality} and offered_at is not null
      and opened_at >= ${toIso(from_ms)} and opened_at < ${toIso(to_ms)}
    group by organisation, category
    order by organisation, category`)
  return rows.map(({ party, category, asked, refused }) => {
    return { party, category, assignments: asked, notOurs: refused }
  })
}
