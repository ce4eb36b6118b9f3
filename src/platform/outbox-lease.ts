import sql, { type Sql } from 'sql-template-tag'
import { toIso } from '#kernel/clock'
import { GATHERED } from './gathered-destination.ts'
import { firstRoom } from './window.ts'

type Named = { tenant: string; id: string }

/** A message whose holder died is taken up by another after this; who is at work on it renews it. */
export const LEASE_MS = 30_000

export function renew(messages: readonly Named[], holder: string, now_ms: number): Sql {
  return sql`
    update platform.outbox o set leased_until = ${toIso(now_ms + LEASE_MS)}::timestamptz
    from unnest(${messages.map((one) => one.tenant)}::text[],
      ${messages.map((one) => one.id)}::uuid[]) as mine (tenant, id)
    where o.tenant = mine.tenant and o.id = mine.id and o.lease_holder = ${holder}::uuid
      and o.leased_until is not null and o.delivered_at is null`
}

export function putBack(message: Named, holder: string, due_ms: number, error: string): Sql {
  return sql`
    update platform.outbox
    set leased_until = null, due_at = ${toIso(due_ms)}, last_error = ${error.slice(0, 500)}
    where tenant = ${message.tenant} and id = ${message.id}::uuid and lease_holder = ${holder}::uuid
      and delivered_at is null`
}

/** The destinations that have something pending, by a loose index scan: a dead party's backlog is not read. */
const PENDING = sql`
  with recursive destinations (destination) as (
    (select destination from platform.outbox
      where delivered_at is null and cancelled_at is null
      order by destination limit 1)
    union all
    select (select o.destination from platform.outbox o
      where o.delivered_at is null and o.cancelled_at is null and o.destination > d.destination
      order by o.destination limit 1)
    from destinations d where d.destination is not null
  )`

/** Takes of each destination the first due messages that have none of their key ahead of them. */
export function claim(options: {
  now_ms: number
  holder: string
  /** Where to look; everywhere when it is undefined. */
  destinations: readonly string[] | undefined
  /** How many may leave to these destinations; to any other it is what a window begins with. */
  room: ReadonlyMap<string, number>
  most: number
}): Sql {
  const { destinations } = options
  const now = toIso(options.now_ms)
  const until = toIso(options.now_ms + LEASE_MS)
  return sql`
    ${destinations ? sql`with destinations as (select unnest(${destinations}::text[]) as destination)` : PENDING},
    due as materialized (
      select p.tenant, p.id
      from destinations d
      left join unnest(${[...options.room.keys()]}::text[], ${[...options.room.values()]}::int8[])
        as r (destination, room) on r.destination = d.destination
      cross join lateral (
        select o.tenant, o.id from platform.outbox o
        where o.destination = d.destination and o.delivered_at is null and o.cancelled_at is null
          and o.due_at <= ${now}::timestamptz
          and (o.leased_until is null or o.leased_until < ${now}::timestamptz)
          and not exists (
            select from platform.outbox ahead
            where ahead.tenant = o.tenant and ahead.ordering_key = o.ordering_key
              and ahead.sequence < o.sequence and ahead.delivered_at is null
              -- one taken back may still be on its way: nothing overtakes it
              and (ahead.cancelled_at is null or ahead.leased_until > ${now}::timestamptz))
        order by o.due_at
        limit coalesce(r.room, ${firstRoom(sql`d.destination`)})
        for update skip locked) p
      -- what leaves together is carried by a message of its own
      where d.destination is not null and not starts_with(d.destination, ${`${GATHERED}/`})
      limit ${options.most}
    )
    update platform.outbox o
    set leased_until = ${until}::timestamptz, lease_holder = ${options.holder}::uuid,
      attempts = o.attempts + 1
    from due
    where o.tenant = due.tenant and o.id = due.id
    returning o.tenant, o.id, o.destination, o.ordering_key, o.sequence, o.type, o.body,
      o.created_at, o.due_at, o.attempts`
}
