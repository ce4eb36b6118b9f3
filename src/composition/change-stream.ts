import { z } from '@hono/zod-openapi'
import { readHead } from '#journal'
import { toIso } from '#kernel/clock'
import { townOperation } from '#modules/directory'
import type { Pool } from '#platform/database'
import { among, hrefOf } from '#platform/operation'
import type { Vault } from '#platform/vault'
import type { Wake } from '#platform/wake'
import { createFeed, type Feed } from './change-feed.ts'
import { type CaseChange, readPublicChanges } from './public-changes.ts'
import type { Towns } from './town.ts'

export const STREAM_PROBLEMS = {
  'position-unknown': { status: 400, title: 'Last-Event-ID is not a position of this stream' },
  'streams-exhausted': { status: 503, title: 'Too many streams are open; try again later' },
} as const

const MOST_STREAMS = 200
const HEARTBEAT_MS = 15_000

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

type Needs = { pool: Pool; vault: Vault; wake: Wake; towns: Towns }

/** The live stream of public changes of a municipality, as server-sent events. */
export function createChangeStream({ pool, vault, wake, towns }: Needs) {
  const read = async (municipality: string, after: number) => {
    const { changes, position } = await readPublicChanges({ pool, towns }, municipality, after)
    return { position, changes: changes.map((one) => told(municipality, one)) }
  }
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

/** As it is told to everybody who follows. */
export function told(
  municipality: string,
  { position, type, status, at_ms, row: { number, category } }: CaseChange,
): PublicChange {
  const href = hrefOf(['cases', number], { municipality })
  return { position, change: { type, case: href, number, category, status, at: toIso(at_ms) } }
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
