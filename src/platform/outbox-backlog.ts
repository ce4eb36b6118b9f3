import sql, { type Sql } from 'sql-template-tag'
import { toIso } from '#kernel/clock'

/** Takes back all that waits for one destination; what leaves at this moment may still arrive. */
export function takeBackTo(tenant: string, destination: string, at_ms: number): Sql {
  return sql`
    update platform.outbox set cancelled_at = ${toIso(at_ms)}
    where tenant = ${tenant} and destination = ${destination}
      and delivered_at is null and cancelled_at is null
    returning type, sequence`
}

/** How much waits for each of these destinations; one for which nothing does is left out. */
export function countWaiting(tenant: string, destinations: readonly string[]): Sql {
  return sql`
    select destination, count(*)::int as many from platform.outbox
    where tenant = ${tenant} and destination = any(${destinations})
      and delivered_at is null and cancelled_at is null
    group by destination`
}
