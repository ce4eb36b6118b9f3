import sql from 'sql-template-tag'
import type { Query } from '#platform/database'
import type { Filter } from './filter.ts'

export type SubscriptionStatus = 'awaiting' | 'active'

export type SubscriptionRow = {
  id: string
  number: number
  status: SubscriptionStatus
  filter: Filter
  created_at: number
}

/** What somebody asked to be told of, in the order of asking. */
export async function listSubscriptions(
  query: Query,
  municipality: string,
  subscriber: string,
): Promise<SubscriptionRow[]> {
  return query<SubscriptionRow>(sql`
    select id, number, status, filter, created_at
    from subscriptions.subscriptions
    where municipality = ${municipality} and subscriber = ${subscriber}::uuid
    order by number`)
}

export async function findSubscriber(
  query: Query,
  municipality: string,
  id: string,
): Promise<{ id: string; locale: 'nl' | 'en' } | undefined> {
  const [row] = await query<{ id: string; locale: 'nl' | 'en' }>(sql`
    select id, locale from subscriptions.subscribers
    where municipality = ${municipality} and id = ${id}::uuid`)
  return row
}

export async function findSubscriberOf(
  query: Query,
  municipality: string,
  digest: string,
): Promise<string | undefined> {
  const [row] = await query<{ id: string }>(sql`
    select id from subscriptions.subscribers
    where municipality = ${municipality} and digest = ${digest}`)
  return row?.id
}

export async function readCheckpoint(
  query: Query,
  municipality: string,
): Promise<number | undefined> {
  const [row] = await query<{ position: number }>(sql`
    select position from subscriptions.checkpoints where municipality = ${municipality}`)
  return row?.position
}

/** Whether anybody gets mail of what happens here. */
export async function hasSubscribers(query: Query, municipality: string): Promise<boolean> {
  const [row] = await query<{ has: boolean }>(sql`
    select exists (
      select from subscriptions.subscriptions
      where municipality = ${municipality} and status = 'active' and channel = 'mail') as has`)
  return row?.has === true
}

export async function listCheckpoints(query: Query): Promise<Map<string, number>> {
  const rows = await query<{ municipality: string; position: number }>(sql`
    select municipality, position from subscriptions.checkpoints`)
  return new Map(rows.map(({ municipality, position }) => [municipality, position]))
}

/** What a mail tells, the earliest first: nothing of what somebody stopped since it was laid. */
export async function listNewsOf(
  query: Query,
  municipality: string,
  subscriber: string,
  mail: string,
): Promise<{ case_id: string; position: number; type: string }[]> {
  return query(sql`
    select n.case_id, n.position, n.type from subscriptions.news n
    where n.municipality = ${municipality} and n.subscriber = ${subscriber}::uuid
      and n.mail = ${mail}::uuid
      and (n.numbers is null or exists (
        select from subscriptions.subscriptions s
        where s.municipality = n.municipality and s.subscriber = n.subscriber
          and n.numbers @> to_jsonb(s.number)))
    order by n.position`)
}
