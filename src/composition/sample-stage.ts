import { setTimeout as pause } from 'node:timers/promises'
import { type Clock, systemClock } from '#kernel/clock'
import { type Endpoint, readEndpoints, setEndpoint } from '#modules/directory'
import type { Pool } from '#platform/database'
import { newId } from '#platform/random'
import type { Vault } from '#platform/vault'
import { type Contractor, isSampleEndpoint, openSampleContractor } from './sample-contractor.ts'

/** What is played in the sample town: which things break, as what, and who mends them. */
export type Play = {
  municipality: string
  category: string
  condition: string
  assetType: string
  contractor: string
  /** Of the contractor, and of the system that speaks for the things. */
  keys: { party: string; thing: string }
}

type NotBroken = { problem: 'none' | 'often' | 'trouble' }
export type Broken = { number: string } | NotBroken

/** The stage of one process. It is dark until it is opened, and of the sample town alone. */
export type SampleStage = {
  municipality: string
  /** Lets a thing break that works; the rest follows by itself, step by step. */
  breakThing(): Promise<Broken>
  /** Whether this is the very address at which the contractor of this stage listens. */
  isOwnAddress(address: string): boolean
  open(app: StageApp, onError: (error: Error) => void): Promise<AsyncDisposable>
}

type StageApp = {
  /** The program's own HTTP. */
  http: { request(path: string, init: RequestInit): Response | Promise<Response> }
  worker: Pool
  vault: Vault
}

const SOURCE = 'urn:lantaarn:sample-town:things'
const AMONG = 200
const MOST_TRIES = 20
const MOST_AT_ONCE = 20
/** So that whoever watches can read each step. */
const PACE_MS = 2_500
const PATIENCE_MS = 60_000

/**
 * Plays what happens when a thing breaks, by the doors that anybody uses: the thing tells it itself (CloudEvents), its
 * contractor gets the signed webhook and answers with its own key, and the thing tells that it works again.
 */
export function createSampleStage(
  play: Play,
  { pace_ms = PACE_MS, clock = systemClock }: { pace_ms?: number; clock?: Clock } = {},
): SampleStage {
  let open: Open | undefined
  const playing = new Set<Promise<void>>()
  return {
    municipality: play.municipality,
    isOwnAddress: (address) => address === open?.contractor.endpoint.url,
    async breakThing() {
      if (!open) return { problem: 'trouble' }
      if (playing.size >= MOST_AT_ONCE) return { problem: 'often' }
      const on = { ...open, play, pace_ms }
      const broken = await reportOne(on)
      if ('problem' in broken) return broken
      const going = mend(on, broken).catch(on.onError)
      playing.add(going)
      going.finally(() => playing.delete(going))
      return { number: broken.number }
    },
    async open(app, onError) {
      const contractor = await openSampleContractor(play.contractor, clock)
      await standIn(app, contractor.endpoint)
      const ending = new AbortController()
      const { signal } = ending
      open = {
        contractor,
        signal,
        ask: asking(app),
        onError: (error) => {
          if (!signal.aborted) onError(error)
        },
      }
      return {
        async [Symbol.asyncDispose]() {
          open = undefined
          ending.abort()
          await contractor[Symbol.asyncDispose]()
          await Promise.all(playing)
        },
      }
    },
  }
}

type Ask = (
  method: 'GET' | 'POST',
  path: string,
  options?: { key?: string; body?: unknown; headers?: Record<string, string> },
) => Promise<Response>

type Open = {
  contractor: Contractor
  ask: Ask
  signal: AbortSignal
  onError: (error: Error) => void
}
type On = Open & { play: Play; pace_ms: number }

/** The program's own HTTP, so that nothing is played that a party or a thing could not do. */
const asking =
  ({ http }: StageApp): Ask =>
  async (method, path, { key, body, headers } = {}) =>
    http.request(`/api/v1${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        ...(key !== undefined && { authorization: `Bearer ${key}` }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })

/** Who set an address for the contractor meant it: then that is where its messages go. */
async function standIn({ worker, vault }: StageApp, endpoint: Endpoint): Promise<void> {
  const known = await readEndpoints(worker, vault, [endpoint.organisation])
  const url = known.get(endpoint.organisation)?.url
  if (url === undefined || isSampleEndpoint(url)) await setEndpoint(worker, vault, endpoint)
}

type Thing = { id: string }

/** A thing of which nothing is open and which is the contractor's, and what it reports of itself. */
async function reportOne(on: On): Promise<{ number: string; thing: string } | NotBroken> {
  const { play, ask } = on
  const { municipality, assetType, category } = play
  const within = `municipality=${municipality}`
  const found = await ask('GET', `/assets?${within}&type=${assetType}&limit=${AMONG}`)
  if (!found.ok) return { problem: 'trouble' }
  const { items: left } = (await found.json()) as { items: Thing[] }
  for (let tries = 0; tries < MOST_TRIES && left.length > 0; tries++) {
    const [thing] = left.splice(Math.floor(Math.random() * left.length), 1)
    if (thing === undefined) break
    const about = new URLSearchParams({ municipality, asset: thing.id })
    const open = await ask('GET', `/cases?${about}&status=open&limit=1`)
    const { items } = (await open.json()) as { items?: unknown[] }
    if (items?.length !== 0) continue
    const routed = await ask('GET', `/routing?${about}&category=${category}`)
    const { chosen } = (await routed.json()) as { chosen?: { party: { id: string } } }
    if (chosen?.party.id !== play.contractor) continue
    const number = await tell(on, thing.id, 'raised')
    return number === undefined ? { problem: 'trouble' } : { number, thing: thing.id }
  }
  return { problem: 'none' }
}

/** What a thing tells of itself; the number of the case that it is about. */
async function tell({ play, ask }: On, thing: string, what: 'raised' | 'cleared') {
  const answer = await ask('POST', '/events', {
    key: play.keys.thing,
    headers: { 'content-type': 'application/cloudevents+json' },
    body: {
      specversion: '1.0',
      id: newId(),
      source: SOURCE,
      type: `nl.lantaarn.condition.${what}.v1`,
      data: { asset: thing, condition: play.condition, category: play.category },
    },
  })
  if (!answer.ok) return undefined
  const { results } = (await answer.json()) as { results: { case?: { number: string } }[] }
  return results[0]?.case?.number
}

/** The contractor mends it, a step at a time, and then the thing says that it works. */
async function mend(on: On, { number, thing }: { number: string; thing: string }): Promise<void> {
  const { contractor, pace_ms, signal } = on
  const notice = await contractor.next(number, PATIENCE_MS)
  if (!notice) return
  for (const answer of [
    { answer: 'accepted' },
    { answer: 'started' },
    { answer: 'done', cause: 'lamp' },
  ]) {
    await pause(pace_ms, undefined, { signal })
    if (!(await give(on, notice.data.assignment.id, answer))) return
  }
  await pause(pace_ms, undefined, { signal })
  await tell(on, thing, 'cleared')
}

/** Whether the answer was taken: a person at the desk may have been earlier. */
async function give({ play, ask }: On, id: string, body: object): Promise<boolean> {
  const key = play.keys.party
  const seen = await ask('GET', `/assignments/${id}`, { key })
  if (!seen.ok) return false
  const headers = { 'if-match': seen.headers.get('etag') ?? '', 'idempotency-key': newId() }
  return (await ask('POST', `/assignments/${id}/answers`, { key, body, headers })).ok
}
