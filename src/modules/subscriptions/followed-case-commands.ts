import sql from 'sql-template-tag'
import { toIso } from '#kernel/clock'
import type { Query } from '#platform/database'
import { AFTER_CLOSING_MS } from './limits.ts'
import { eraseWithout } from './subscriber-commands.ts'

/** How a case is now to everybody. `hidden`: it became confidential, or no fault. */
export type CaseNow = { id: string; now: 'open' | 'closed' | 'hidden' }

const IS_FOLLOWING = sql`channel = 'mail' and case_id is not null`

/** The cases that somebody follows by mail, or asked to, in the order of their ids. */
export async function listFollowedCases(
  query: Query,
  municipality: string,
  { after, most }: { after?: string | undefined; most: number },
): Promise<string[]> {
  const rows = await query<{ case_id: string }>(sql`
    select distinct case_id from subscriptions.subscriptions
    where municipality = ${municipality} and ${IS_FOLLOWING}
      and case_id > ${after ?? '00000000-0000-0000-0000-000000000000'}::uuid
    order by case_id
    limit ${most}`)
  return rows.map(({ case_id }) => case_id)
}

/**
 * Who follows one case follows it no longer than that it may come back, and not at all once everybody may not see it any
 * more: then it ends as where somebody stops, with the address where nothing else is followed.
 */
export async function settleFollowed(
  query: Query,
  municipality: string,
  cases: readonly CaseNow[],
  now_ms: number,
): Promise<void> {
  if (cases.length === 0) return
  const idsOf = (now: CaseNow['now']) => cases.flatMap((one) => (one.now === now ? [one.id] : []))
  const isFollowed = (ids: readonly string[]) =>
    sql`municipality = ${municipality} and ${IS_FOLLOWING} and case_id = any(${ids}::uuid[])`
  // Whoever stops at this moment locks the follower before what is followed, too: the other way round both would wait.
  await query(sql`
    select id from subscriptions.subscribers
    where municipality = ${municipality}
      and id in (
        select subscriber from subscriptions.subscriptions
        where ${isFollowed(cases.map(({ id }) => id))})
    order by id
    for update`)
  const closed = idsOf('closed')
  await query(sql`
    update subscriptions.subscriptions
    set ends_at = case when case_id = any(${closed}::uuid[])
      then coalesce(ends_at, ${toIso(now_ms + AFTER_CLOSING_MS)}::timestamptz) end
    where ${isFollowed([...closed, ...idsOf('open')])} and status = 'active'
      and (ends_at is not null or case_id = any(${closed}::uuid[]))`)
  const ended = await query<{ subscriber: string }>(sql`
    delete from subscriptions.subscriptions where ${isFollowed(idsOf('hidden'))}
    returning subscriber`)
  await eraseWithout(query, municipality, [...new Set(ended.map((one) => one.subscriber))], now_ms)
}
