import { z } from '@hono/zod-openapi'
import { type RecordedEvent, readAfter, readHead } from '#journal'
import { toIso } from '#kernel/clock'
import { type CaseEvent, listCases } from '#modules/cases'
import { townOperation } from '#modules/directory'
import type { Pool } from '#platform/database'
import { among, hrefOf } from '#platform/operation'
import type { Vault } from '#platform/vault'
import type { Wake } from '#platform/wake'
import { createFeed, type Feed } from './change-feed.ts'
import { confidentialOf, type Towns } from './town.ts'

export const STREAM_PROBLEMS = {
  'position-unknown': { status: 400, title: 'Last-Event-ID is not a position of this stream' },
  'streams-exhausted': { status: 503, title: 'Too many streams are open; try again later' },
} as const

const MOST_STREAMS = 200
const HEARTBEAT_MS = 15_000
const PIECE = 500

type PublicChange = { position: number; change: z.input<typeof Change> }

const Change = z
  .object({
    type: z.string(),
    case: z.string(),
    number: z.string(),
    category: z.string(),
    status: z.enum(['open', 'done', 'closed']),
    at: z.iso.datetime(),
  })
  .openapi('Change')

type Told = { type: string; status: 'open' | 'done' | 'closed' }
const open = (type: string): Told => ({ type, status: 'open' })

/** What everybody may know that happened; nothing else of the journal is told. */
function toldOf({ type, data }: RecordedEvent): Told | undefined {
  switch (type as CaseEvent['type']) {
    case 'SignalReceived':
      return open((data as { opens?: unknown }).opens ? 'CaseOpened' : 'CaseReportedAgain')
    case 'AssignmentOffered':
      return open('CaseHandedOver')
    case 'AssignmentDelivered':
      return open('CaseReceived')
    case 'AssignmentAnswered':
      return ANSWERED[(data as { answer: string }).answer]
    case 'CaseDone':
      return { type: 'CaseDone', status: 'done' }
    case 'SignalMovedIn':
      return open((data as { opens?: unknown }).opens ? 'CaseOpened' : 'CaseReportedAgain')
    case 'CaseGivenBack':
      return open('CaseReopened')
    case 'CaseContested':
    case 'CaseReopened':
      return open(type)
    case 'CaseConfirmed':
    case 'CaseUnchallenged':
    case 'CaseClosed':
      return { type, status: 'closed' }
    default:
      return undefined
  }
}

const ANSWERED: Readonly<Record<string, Told | undefined>> = {
  accepted: open('CaseAccepted'),
  planned: open('CasePlanned'),
  started: open('CaseStarted'),
  'made-safe': open('CaseMadeSafe'),
}

type Needs = { pool: Pool; vault: Vault; wake: Wake; towns: Towns }

/** The live stream of public changes of a municipality, as server-sent events. */
export function createChangeStream({ pool, vault, wake, towns }: Needs) {
  const read = (municipality: string, after: number) =>
    readPublic({ pool, towns }, municipality, after)
  const feeds = new Map<string, Feed<PublicChange>>()
  const open = new Set<() => void>()

  function feedOf(municipality: string): Feed<PublicChange> {
    let feed = feeds.get(municipality)
    if (!feed) {
      feed = createFeed({
        wake,
        topic: `journal:${municipality}`,
        read: (after) => read(municipality, after),
      })
      feeds.set(municipality, feed)
    }
    return feed
  }

  const operation = townOperation({
    method: 'get',
    path: '/changes',
    operationId: 'streamChanges',
    tag: 'Changes',
    summary: 'What happens, as it happens: server-sent events',
    description:
      'Each event has the change as JSON and an opaque id; a client that comes back with Last-Event-ID misses nothing. A comment comes every 15 seconds. What is confidential is not told.',
    parameters: {
      headers: z.object({ 'last-event-id': z.string().max(200).optional() }),
    },
    success: { 200: 'Events without end; `data` is a Change.' },
    answer: Change,
    contentType: 'text/event-stream',
    problems: among(STREAM_PROBLEMS, 'position-unknown', 'streams-exhausted'),
    async handle({ caller: { municipality }, headers }, refuse) {
      if (open.size >= MOST_STREAMS)
        return refuse('streams-exhausted', { headers: { 'retry-after': '30' } })
      const purpose = `changes/${municipality}`
      const resume = headers['last-event-id']
      const from =
        resume === undefined ? await headOf(pool, municipality) : positionIn(vault, purpose, resume)
      if (from === undefined) return refuse('position-unknown')
      const stream = eventStream(feedOf(municipality), from, {
        idOf: (position) => vault.wrapSecret(purpose, String(position)).toString('base64url'),
        onOpen: (close) => open.add(close),
        onClose: (close) => open.delete(close),
      })
      return new Response(stream, {
        headers: { 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' },
      })
    },
  })

  return {
    operation,
    /** Ends every stream; clients come back by themselves, with their position. */
    close() {
      for (const close of [...open]) close()
      for (const feed of feeds.values()) feed.close()
      feeds.clear()
    },
  }
}

async function headOf(pool: Pool, municipality: string): Promise<number> {
  const head = await pool.read({ tenant: municipality }, (query) => readHead(query, municipality))
  return head?.position ?? 0
}

/** Positions are sealed: the gaps between them would tell how much there is that is not told. */
function positionIn(vault: Vault, purpose: string, id: string): number | undefined {
  try {
    return Number(vault.unwrapSecret(purpose, Buffer.from(id, 'base64url')))
  } catch {
    return undefined
  }
}

async function readPublic(
  { pool, towns }: { pool: Pool; towns: Towns },
  municipality: string,
  after: number,
): Promise<{ changes: readonly PublicChange[]; position: number }> {
  const confidential = confidentialOf(await towns.get(municipality))
  return pool.read({ tenant: municipality }, async (query) => {
    const events = await readAfter(query, municipality, after, PIECE)
    const position = events.at(-1)?.position ?? after
    const told = events.flatMap((event) => {
      const words = event.stream.startsWith('case/') ? toldOf(event) : undefined
      return words ? [{ event, words, id: event.stream.slice('case/'.length) }] : []
    })
    const ids = [...new Set(told.map(({ id }) => id))]
    if (ids.length === 0) return { changes: [], position }
    const rows = await listCases(query, municipality, {
      isStaff: false,
      confidential,
      ids,
      most: ids.length,
    })
    const byId = new Map(rows.filter((row) => !row.is_history).map((row) => [row.id, row]))
    const changes = told.flatMap(({ event, words, id }) => {
      const row = byId.get(id)
      if (!row) return []
      const { number, category } = row
      const href = hrefOf(['cases', number], { municipality })
      const change = { type: words.type, case: href, number, category, status: words.status }
      return [{ position: event.position, change: { ...change, at: toIso(event.occurred_ms) } }]
    })
    return { changes, position }
  })
}

/** Reads only as fast as the client takes it in: who is slow stays behind, and holds nobody up. */
function eventStream(
  feed: Feed<PublicChange>,
  from: number,
  {
    idOf,
    onOpen,
    onClose,
  }: {
    idOf: (position: number) => string
    onOpen: (close: () => void) => void
    onClose: (close: () => void) => void
  },
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  const follower = feed.follow(from)
  let isOver = false
  const close = () => {
    isOver = true
    follower.stop()
    onClose(close)
  }
  return new ReadableStream(
    {
      start(controller) {
        onOpen(close)
        controller.enqueue(encoder.encode('retry: 3000\n\n'))
      },
      async pull(controller) {
        const changes = await follower.next(HEARTBEAT_MS).catch((error: Error) => {
          close()
          throw error
        })
        if (isOver) return controller.close()
        const lines = changes.map(({ position, change }) =>
          [
            `id: ${idOf(position)}`,
            `event: ${change.type}`,
            `data: ${JSON.stringify(change)}`,
            '',
            '',
          ].join('\n'),
        )
        controller.enqueue(encoder.encode(lines.join('') || ': still here\n\n'))
      },
      cancel: close,
    },
    { highWaterMark: 1 },
  )
}
