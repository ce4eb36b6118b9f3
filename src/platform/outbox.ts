import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import sql, { type Sql } from 'sql-template-tag'
import { type Clock, toIso } from '#kernel/clock'
import { createBreaker, type Rest } from './breaker.ts'
import type { Pool, Query } from './database.ts'
import { claim, LEASE_MS, putBack, renew } from './outbox-lease.ts'
import { createPaces } from './pace.ts'
import { startSweep } from './sweep.ts'
import { table } from './table.ts'
import { createWindows } from './window.ts'

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
export type Sent = (
  | {
      isDelivered: true
      /** It could not be told there: a person has to. There is nothing to try again. */
      isLeftToPerson?: true
    }
  | {
      isDelivered: false
      error: string
      /** The far end works and refuses this one message: what else goes there is not held up by it. */
      isOfMessage?: true
      /** It is not tried again before a person says so. */
      waitsForPerson?: true
    }
) & { told?: Told }

/** Where it went and what the far end said, as far as it may be kept. */
export type Told = { kind: string; host?: string; status?: number; answer?: string }

/** One attempt to deliver a message, when it has ended; `next_ms` is when it is tried again. */
export type Attempt = {
  message: Message
  sent: Sent
  at_ms: number
  took_ms: number
  next_ms?: number
}

/** What a destination takes at most; without a number it is given as much as it is seen to take. */
export type DestinationLimits = {
  most_at_once?: number | undefined
  most_per_minute?: number | undefined
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

const NO_LIMITS: ReadonlyMap<string, DestinationLimits> = new Map()

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

/** What waits for a person is not tried by itself. */
export const PERSON_MS = 10 * 365 * 86_400_000

/** When to try again after the n-th failed attempt, with jitter so that parties are not hit in step. */
export function retryAfter_ms(attempts: number, random: number): number {
  const wait_s = WAITS_S[Math.min(attempts, WAITS_S.length) - 1] ?? 1
  return Math.round(wait_s * 1000 * (0.8 + (MOST_JITTER - 0.8) * random))
}

export type Dispatcher = {
  /** Looks for what is due now: for these destinations, or for all. */
  now(destinations?: readonly string[]): void
  /** A person wants a destination that is left alone to be tried. */
  tryAgain(destination: string): void
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
  onDelivered: (message: Message, at_ms: number, sent: Sent) => Promise<void>
  onFailed: (message: Message, sent: Extract<Sent, { isDelivered: false }>) => Promise<void>
  /** Told of each attempt, on the way of what is sent: it must only note it. */
  onAttempt?: (attempt: Attempt) => void
  onRest?: (rest: Rest) => void
  /** By destination, of those that have limits of their own; while it is undefined nothing leaves. */
  limits?: () => ReadonlyMap<string, DestinationLimits> | undefined
  onError: (error: Error) => void
}): Dispatcher {
  const { pool, clock, send, onDelivered, onFailed, onError } = options
  const { onAttempt = () => {}, onRest, limits = () => NO_LIMITS } = options
  const holder = randomUUID()
  const under = new Map<Message, Promise<void>>()
  const breaker = createBreaker(clock, onRest)
  const windows = createWindows()
  const paces = createPaces(clock)
  const asked = new Set<string>()
  let lookedEverywhere_ms = Number.NEGATIVE_INFINITY

  async function round(): Promise<void> {
    const most = MOST_IN_FLIGHT - under.size
    const limited = limits()
    if (most < LEAST_ROOM || !limited) return
    const room = new Map(windows.room(limited))
    for (const [destination, { most_per_minute }] of limited)
      if (most_per_minute !== undefined) {
        const most = paces.room(destination, most_per_minute)
        room.set(destination, Math.min(room.get(destination) ?? most, most))
      }
    for (const destination of breaker.open()) room.set(destination, 0)
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
      paces.began(message.destination, limited.get(message.destination)?.most_per_minute)
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
    const at_ms = clock()
    const started_ms = performance.now()
    const sent = await send(message).catch((error: Error): Sent => {
      onError(error)
      return { isDelivered: false, error: error.message }
    })
    // The place is free when the far end has answered, whatever is still to be written down here.
    windows.ended(destination)
    now([destination])
    const attempt = { message, sent, at_ms, took_ms: Math.round(performance.now() - started_ms) }
    if (sent.isDelivered) {
      onAttempt(attempt)
      breaker.succeeded(destination)
      windows.succeeded(destination)
      return onDelivered(message, clock(), sent)
    }
    if (sent.isOfMessage) breaker.succeeded(destination)
    else {
      breaker.failed(destination)
      windows.failed(destination)
    }
    const wait_ms = sent.waitsForPerson ? PERSON_MS : retryAfter_ms(message.attempts, Math.random())
    const next_ms = clock() + wait_ms
    onAttempt({ ...attempt, ...(sent.waitsForPerson ? {} : { next_ms }) })
    await pool.write({}, (query) => query(putBack(message, holder, next_ms, sent.error)))
    await onFailed(message, sent)
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
    tryAgain(destination) {
      breaker.halfOpen(destination)
      now([destination])
    },
    async [Symbol.asyncDispose]() {
      await sweep[Symbol.asyncDispose]()
      await Promise.all(under.values())
      await renewal[Symbol.asyncDispose]()
    },
  }
}

/** Whether a message of this key still waits or is on its way. */
export async function isUnderWay(
  query: Query,
  tenant: string,
  orderingKey: string,
): Promise<boolean> {
  const rows = await query(sql`
    select from platform.outbox
    where tenant = ${tenant} and ordering_key = ${orderingKey}
      and delivered_at is null and cancelled_at is null
    limit 1`)
  return rows.length > 0
}
