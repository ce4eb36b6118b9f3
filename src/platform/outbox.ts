import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import sql, { type Sql } from 'sql-template-tag'
import { type Clock, toIso } from '#kernel/clock'
import { createBreaker } from './breaker.ts'
import type { Pool } from './database.ts'
import { startSweep } from './sweep.ts'
import { table } from './table.ts'
import { createWindows, FIRST_ROOM } from './window.ts'

/** A message as it is laid in the outbox, in the transaction that makes it true. */
export type OutboxRow = {
  tenant: string
  id: string
  /** Whoever it goes to; limits and the circuit breaker are per destination. */
  destination: string
  /** Of one key, one message is in flight, in rising `sequence`. */
  ordering_key: string
  sequence: number
  type: string
  body: unknown
  created_at: number
  due_at: number
}

export const OUTBOX = table<OutboxRow>({
  name: 'platform.outbox',
  key: ['tenant', 'id'],
  columns: {
    tenant: 'text',
    id: 'uuid',
    destination: 'text',
    ordering_key: 'text',
    sequence: 'int8',
    type: 'text',
    body: 'jsonb',
    created_at: 'timestamptz',
    due_at: 'timestamptz',
  },
  onConflict: 'fail',
})

export type Message = OutboxRow & { attempts: number }
export type Sent =
  | { isDelivered: true }
  | {
      isDelivered: false
      error: string
      /** The far end works and refuses this one message: what else goes there is not held up by it. */
      isOfMessage?: true
    }

export type Delivered = { tenant: string; id: string; at_ms: number }

/** In one order of keys, so that two processes that mark never wait for one another in a circle. */
export function markDelivered(all: readonly Delivered[]): Sql {
  const sorted = all.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return sql`
    update platform.outbox o
    set delivered_at = arrived.at, leased_until = null, last_error = null
    from unnest(${sorted.map((one) => one.tenant)}::text[], ${sorted.map((one) => one.id)}::uuid[],
      ${sorted.map((one) => toIso(one.at_ms))}::timestamptz[]) as arrived (tenant, id, at)
    where o.tenant = arrived.tenant and o.id = arrived.id and o.delivered_at is null`
}

export type TakeBack = {
  orderingKey: string
  /** Messages up to this sequence that have not left are taken back: what they say is no longer so. */
  upTo: number
  /** Whoever was told nothing needs no correction: then what follows is taken back as well. */
  isEnd?: boolean
}

/** The statements that take messages back; they run after the rows of the same transaction. */
export function takeBack(tenant: string, wanted: readonly TakeBack[], at_ms: number): Sql[] {
  const at = toIso(at_ms)
  const ends = wanted.filter((one) => one.isEnd).map((one) => one.orderingKey)
  return [
    sql`
      update platform.outbox o set cancelled_at = ${at}
      from unnest(${wanted.map((one) => one.orderingKey)}::text[],
        ${wanted.map((one) => one.upTo)}::int8[]) as wanted (ordering_key, up_to)
      where o.tenant = ${tenant} and o.ordering_key = wanted.ordering_key
        and o.sequence <= wanted.up_to and o.delivered_at is null and o.cancelled_at is null`,
    sql`
      update platform.outbox o set cancelled_at = ${at}
      where o.tenant = ${tenant} and o.ordering_key = any(${ends})
        and o.delivered_at is null and o.cancelled_at is null
        and not exists (
          select from platform.outbox tried
          where tried.tenant = o.tenant and tried.ordering_key = o.ordering_key
            and tried.attempts > 0)`,
  ]
}

/** A message whose holder died is taken up by another after this; who is at work on it renews it. */
export const LEASE_MS = 30_000
const RENEW_MS = LEASE_MS / 3
const MOST_IN_FLIGHT = 512
const GATHER_MS = 5
/** What nobody told this process of, such as a retry that is due, waits no longer than this. */
const EVERYWHERE_MS = 1_000
/** Below this it is not worth to ask for more. */
const LEAST_ROOM = 16
const WAITS_S = [1, 5, 15, 60, 300, 900, 3600] as const
const MOST_JITTER = 1.2
export const LONGEST_WAIT_MS = 3600 * 1000 * MOST_JITTER

/** When to try again after the n-th failed attempt, with jitter so that parties are not hit in step. */
export function retryAfter_ms(attempts: number, random: number): number {
  const wait_s = WAITS_S[Math.min(attempts, WAITS_S.length) - 1] ?? 1
  return Math.round(wait_s * 1000 * (0.8 + (MOST_JITTER - 0.8) * random))
}

export type Dispatcher = {
  /** Looks for what is due now: for these destinations, or for all. */
  now(destinations?: readonly string[]): void
  [Symbol.asyncDispose](): Promise<void>
}

/**
 * Takes due messages and has them sent: at least once, in order per key, side by side otherwise. A destination
 * that hangs or fails holds up nobody else: it has its own window, and a breaker that leaves it alone for a while.
 */
export function startDispatcher(options: {
  pool: Pool
  clock: Clock
  send: (message: Message) => Promise<Sent>
  /** Records the delivery and marks the message; what is marked is not sent again. */
  onDelivered: (message: Message, at_ms: number) => Promise<void>
  onFailed: (message: Message, error: string) => Promise<void>
  onError: (error: Error) => void
}): Dispatcher {
  const { pool, clock, send, onDelivered, onFailed, onError } = options
  const holder = randomUUID()
  const under = new Map<Message, Promise<void>>()
  const breaker = createBreaker(clock)
  const windows = createWindows()
  const asked = new Set<string>()
  let lookedEverywhere_ms = Number.NEGATIVE_INFINITY

  async function round(): Promise<void> {
    const most = MOST_IN_FLIGHT - under.size
    if (most < LEAST_ROOM) return
    const resting = breaker.open().map((destination) => [destination, 0] as const)
    const room = new Map<string, number>([...windows.room(), ...resting])
    const started_ms = performance.now()
    const isEverywhere = started_ms - lookedEverywhere_ms >= EVERYWHERE_MS
    const destinations = isEverywhere ? undefined : [...asked]
    if (isEverywhere) lookedEverywhere_ms = started_ms
    else if (asked.size === 0) return
    asked.clear()
    const messages = await pool.writeLightly<Message>(
      {},
      claim({ now_ms: clock(), holder, destinations, room, most }),
    )
    for (const message of messages) {
      windows.began(message.destination)
      const work = carry(message)
        .catch(onError)
        .then(() => ended(message))
      under.set(message, work)
    }
    if (messages.length === most) now()
    // What is asked for within this time is claimed in one statement: it costs the database more than the waiting.
    await delay(GATHER_MS)
  }

  function ended(message: Message): void {
    under.delete(message)
    // Something may have waited behind this message.
    now([message.destination])
  }

  async function carry(message: Message): Promise<void> {
    const { destination } = message
    const sent = await send(message).catch((error: Error): Sent => {
      onError(error)
      return { isDelivered: false, error: error.message }
    })
    // The place is free when the far end has answered, whatever is still to be written down here.
    windows.ended(destination)
    now([destination])
    if (sent.isDelivered) {
      breaker.succeeded(destination)
      windows.succeeded(destination)
      return onDelivered(message, clock())
    }
    if (sent.isOfMessage) breaker.succeeded(destination)
    else {
      breaker.failed(destination)
      windows.failed(destination)
    }
    const due_ms = clock() + retryAfter_ms(message.attempts, Math.random())
    await pool.write({}, (query) => query(putBack(message, holder, due_ms, sent.error)))
    await onFailed(message, sent.error)
  }

  function now(destinations?: readonly string[]): void {
    if (destinations === undefined) lookedEverywhere_ms = Number.NEGATIVE_INFINITY
    else for (const destination of destinations) asked.add(destination)
    sweep.now()
  }

  const sweep = startSweep({ every_ms: EVERYWHERE_MS, round, onError })
  const renewal = startSweep({
    every_ms: RENEW_MS,
    onError,
    async round() {
      const messages = [...under.keys()]
      if (messages.length === 0) return
      await pool.writeLightly({}, renew(messages, holder, clock()))
    },
  })
  return {
    now,
    async [Symbol.asyncDispose]() {
      await sweep[Symbol.asyncDispose]()
      await Promise.all(under.values())
      await renewal[Symbol.asyncDispose]()
    },
  }
}

function renew(messages: readonly Message[], holder: string, now_ms: number): Sql {
  return sql`
    update platform.outbox o set leased_until = ${toIso(now_ms + LEASE_MS)}::timestamptz
    from unnest(${messages.map((one) => one.tenant)}::text[],
      ${messages.map((one) => one.id)}::uuid[]) as mine (tenant, id)
    where o.tenant = mine.tenant and o.id = mine.id and o.lease_holder = ${holder}::uuid
      and o.leased_until is not null and o.delivered_at is null`
}

function putBack(message: Message, holder: string, due_ms: number, error: string): Sql {
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
        limit coalesce(r.room, ${FIRST_ROOM})
        for update skip locked) p
      where d.destination is not null
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
