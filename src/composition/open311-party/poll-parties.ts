import type { Clock } from '#kernel/clock'
import type { Open311Mapping } from '#modules/agreements'
import {
  type AttemptRow,
  claimPolls,
  type ForeignRequestRow,
  listFollowed,
  noteSeen,
  type PollRow,
  putPollBack,
  type Seen,
  scrubbed,
} from '#modules/delivery'
import type { Endpoint } from '#modules/directory'
import { type Sweep, startSweep } from '#platform/sweep'
import type {
  ForeignRequest,
  ForeignResult,
  ForeignServer,
  ForeignUpdate,
  Open311Client,
} from '#standards/open311'
import type { MessageReading } from '../message-reading.ts'
import type { Towns } from '../town.ts'
import { serverOf } from './foreign-server.ts'
import { settleRow } from './settle-row.ts'
import { findTask, isPassing, type TakingNeeds } from './take-foreign-word.ts'

/** How a server did when it was asked, for the log of deliveries: failures, and the first success after one. */
export type PollTold = {
  municipality: string
  organisation: string
  host: string
  at_ms: number
  took_ms: number
  status: number
  error?: string
}

export type Polling = TakingNeeds & {
  clock: Clock
  towns: Towns
  reading: Pick<MessageReading, 'endpointOf'>
  client: Open311Client
}

type Needs = Polling & {
  onPolled: (told: PollTold) => void
  onError: (error: Error) => void
}

/** As the log of deliveries keeps it. */
export function pollRow(told: PollTold): Omit<AttemptRow, 'id'> {
  const { municipality, organisation, host, at_ms: at, took_ms, status, error } = told
  return {
    municipality,
    at,
    message: null,
    assignment: null,
    organisation,
    kind: 'open311',
    host,
    type: 'nl.lantaarn.open311.poll',
    attempt: 1,
    took_ms,
    outcome: error === undefined ? 'delivered' : 'failed',
    status: status === 0 ? null : status,
    answer: null,
    error: error === undefined ? null : scrubbed(error),
    next_at: null,
  }
}

const EVERY_MS = 1_000
const MOST_AT_ONCE = 8
/** Of one town at one party, in one round; the rest the next time, whatever waited longest first. */
const MOST_REQUESTS = 400
/** In one address: ids are up to a hundred characters. */
const IDS_AT_ONCE = 20
const LONGEST_WAIT_MS = 3_600_000
/** So far back that nothing is missed where a server writes its updates down later than it dates them. */
const OVERLAP_MS = 15 * 60_000
const MOST_RANGE_MS = 89 * 86_400_000
/** Servers give so many at most (GeoReport v2): then there may be more. */
const MOST_UPDATES = 1_000
/** In one round: one that waits for long must not keep the newer ones out of reach. */
const MOST_READINGS = 10

/** Asks the servers of parties what became of the tasks that they have, each in its own interval, and later when it fails. */
export function startPolling(needs: Needs): Sweep {
  const { worker, clock, onError } = needs
  return startSweep({
    every_ms: EVERY_MS,
    onError,
    async round() {
      const due = await worker.write({}, (query) =>
        query<PollRow>(claimPolls(clock(), MOST_AT_ONCE)),
      )
      const polled = await Promise.allSettled(due.map((one) => poll(needs, one)))
      for (const one of polled) if (one.status === 'rejected') onError(one.reason)
    },
  })
}

async function poll(needs: Needs, due: PollRow): Promise<void> {
  const { worker, clock, reading, onPolled } = needs
  const { municipality, organisation } = due
  const endpoint = await reading.endpointOf(organisation)
  const at_ms = clock()
  if (endpoint?.kind !== 'open311') {
    const error = 'this organisation has no Open311 server any more'
    const next_ms = at_ms + LONGEST_WAIT_MS
    await worker.write({}, (query) => putPollBack(query, due, { next_ms, error }))
    return
  }
  const started_ms = performance.now()
  const { failure, updates_from } = await askServer(needs, due, endpoint)
  const failures = failure ? due.failures + 1 : 0
  const every_ms = endpoint.open311.poll_s * 1000
  const wait_ms = Math.min(LONGEST_WAIT_MS, every_ms * 2 ** Math.min(failures, 10))
  await worker.write({}, (query) =>
    putPollBack(
      query,
      { municipality, organisation, failures, updates_from },
      {
        next_ms: clock() + Math.max(every_ms, wait_ms),
        ...(failure ? { error: failure.error } : {}),
      },
    ),
  )
  if (!failure && due.failures === 0) return
  onPolled({
    municipality,
    organisation,
    host: URL.parse(endpoint.url)?.host ?? '',
    at_ms,
    took_ms: Math.round(performance.now() - started_ms),
    status: failure?.status ?? 200,
    ...(failure ? { error: failure.error } : {}),
  })
}

type Followed = { row: ForeignRequestRow; mapping: Open311Mapping | undefined }
type Failure = { error: string; status: number }

async function askServer(
  needs: Needs,
  due: PollRow,
  endpoint: Extract<Endpoint, { kind: 'open311' }>,
): Promise<{ failure?: Failure; updates_from: number }> {
  const { worker, clock, towns, client } = needs
  const { municipality } = due
  const now_ms = clock()
  const { has_updates } = endpoint.open311
  const town = await towns.get(municipality)
  const rows = await worker.read({}, (query) =>
    listFollowed(query, { ...due, most: MOST_REQUESTS + 1 }),
  )
  const [left] = rows.splice(MOST_REQUESTS)
  const followed = await Promise.all(rows.map((row) => withMapping(needs, town.rules, row)))
  let failure: Failure | undefined
  // What was said of one that is left for the next round is read again then.
  let updates_from = left ? (left.looked_at ?? left.received_at ?? due.updates_from) : now_ms
  const groups = Map.groupBy(followed, ({ mapping }) => mapping?.jurisdictionId)
  for (const group of groups.values()) {
    const server = serverOf(endpoint, group[0]?.mapping)
    const updates = has_updates ? await readUpdates(client, server, due, now_ms) : undefined
    if (updates && !updates.ok) failure = updates
    updates_from = Math.min(updates_from, updates?.ok ? updates.until_ms : due.updates_from)
    const requests = await readRequests(client, server, group)
    failure ??= requests.failure
    for (const { row, mapping } of group) {
      const id = row.foreign_id ?? ''
      const own = (updates?.ok ? updates.all : []).filter((one) => one.service_request_id === id)
      const seen = await settleRow(needs, row, mapping, {
        has_updates,
        updates: own,
        request: requests.found.get(id),
        zone: 'Europe/Amsterdam',
      })
      updates_from = Math.min(updates_from, waitsSince_ms(own, seen) ?? now_ms)
      await worker.write({}, (query) => noteSeen(query, seen, now_ms))
    }
  }
  return { ...(failure && { failure }), updates_from }
}

/** Since when an update waits that cannot be an answer yet: it is read again until it can. */
function waitsSince_ms(updates: readonly ForeignUpdate[], seen: Seen): number | undefined {
  if (!seen.is_followed || !isPassing(seen.refusal)) return undefined
  return updates.find((one) => !seen.seen_updates.includes(one.update_id))?.updated_ms
}

async function withMapping(
  { pool }: Needs,
  rules: {
    agreement(
      id: string,
      version: number,
    ): { reach: { open311?: Open311Mapping | undefined } } | undefined
  },
  row: ForeignRequestRow,
): Promise<Followed> {
  const task = await findTask(pool, row.municipality, row.assignment)
  const agreement = task && rules.agreement(task.agreement, task.agreement_version)
  return { row, mapping: agreement?.reach.open311 }
}

type Updates =
  | { ok: true; all: readonly ForeignUpdate[]; until_ms: number }
  | ({ ok: false } & Failure)

/** What was said since the last time, oldest first. */
async function readUpdates(
  client: Open311Client,
  server: ForeignServer,
  { updates_from }: PollRow,
  now_ms: number,
): Promise<Updates> {
  const all: ForeignUpdate[] = []
  let from_ms = Math.max(updates_from - OVERLAP_MS, now_ms - MOST_RANGE_MS)
  for (let readings = 0; readings < MOST_READINGS; readings++) {
    const result = await client.updates(server, { start_ms: from_ms, end_ms: now_ms })
    if (!result.ok) return { ok: false, ...failureOf(result) }
    const some = result.value.toSorted((a, b) => (a.updated_ms ?? 0) - (b.updated_ms ?? 0))
    all.push(...some)
    const last_ms = some.at(-1)?.updated_ms
    const isCut = some.length >= MOST_UPDATES && last_ms !== undefined && last_ms > from_ms
    if (!isCut) return { ok: true, all, until_ms: now_ms }
    from_ms = last_ms
  }
  return { ok: true, all, until_ms: from_ms }
}

/** How requests stand, by id: in lists, and those that a list left out or refused one by one. */
async function readRequests(
  client: Open311Client,
  server: ForeignServer,
  group: readonly Followed[],
): Promise<{ found: Map<string, ForeignRequest>; failure?: Failure }> {
  const found = new Map<string, ForeignRequest>()
  const ids = group.flatMap(({ row }) => row.foreign_id ?? [])
  const wanted = new Set(ids)
  const note = (all: readonly ForeignRequest[]) => {
    for (const one of all)
      if (wanted.has(one.service_request_id)) found.set(one.service_request_id, one)
  }
  for (let from = 0; from < ids.length; from += IDS_AT_ONCE) {
    const some = ids.slice(from, from + IDS_AT_ONCE)
    const result = await client.requests(server, { ids: some })
    if (result.ok) note(result.value)
    else if (!result.isRefused) return { found, failure: failureOf(result) }
    for (const id of some) {
      if (found.has(id)) continue
      const single = await client.request(server, id)
      if (single.ok) note(single.value)
      // One that is not there (any more) says nothing of the others.
      else if (!single.isRefused) return { found, failure: failureOf(single) }
    }
  }
  return { found }
}

function failureOf<T>(result: Extract<ForeignResult<T>, { ok: false }>): Failure {
  return { error: result.error, status: result.status }
}
