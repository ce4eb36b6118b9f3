import { z } from '@hono/zod-openapi'
import type { Clock } from '#kernel/clock'
import { CASE_PROBLEMS, seeCase } from '#modules/cases'
import { type AnyOperation, townOperation } from '#modules/directory'
import type { Pool } from '#platform/database'
import { among } from '#platform/operation'
import type { Wake } from '#platform/wake'
import { STREAM_PROBLEMS } from './change-stream.ts'
import { createPresences, DOING, type Presences } from './presences.ts'
import type { Towns } from './town.ts'

const MOST_STREAMS = 200
const HEARTBEAT_MS = 10_000
/** Commits that come closer together than this are one event. */
const GATHER_MS = 150

const Presence = z
  .object({
    case: z.string().openapi({ description: 'Its number.' }),
    at: z.string().openapi({ description: 'A window, as it called itself.' }),
    doing: z.enum(DOING),
  })
  .openapi('Presence')

const DeskEvent = z
  .object({ presences: z.array(Presence) })
  .openapi('DeskEvent', { description: 'Of `presences`: all windows that are there now.' })

const PresenceGiven = z
  .strictObject({
    case: z.string().min(1).max(40),
    at: z
      .string()
      .regex(/^[A-Za-z0-9-]{8,64}$/)
      .openapi({
        description: 'Drawn by the window for itself; it says nothing of who sits there.',
      }),
    doing: z.enum([...DOING, 'gone']),
  })
  .openapi('PresenceGiven')

type Needs = { pool: Pool; wake: Wake; towns: Towns; clock: Clock }

/** What lets two desks see each other: that something changed, and who has which case before them. */
export function createDeskStream(needs: Needs) {
  const presences = createPresences(needs)
  const open = new Set<() => void>()
  const stream = townOperation({
    method: 'get',
    path: '/desk-events',
    operationId: 'streamDesk',
    tag: 'Directing',
    summary: 'For the pages of the desk: that something changed, and who looks at what',
    description:
      'Server-sent events. `changed` says that something happened and nothing more: what it was is read again. `presences` are the windows of the desk that have a case before them; nothing of it is kept.',
    parameters: {},
    success: { 200: 'Events without end.' },
    answer: DeskEvent,
    contentType: 'text/event-stream',
    problems: among(STREAM_PROBLEMS, 'streams-exhausted'),
    async handle({ caller: { municipality } }, refuse) {
      if (open.size >= MOST_STREAMS)
        return refuse('streams-exhausted', { headers: { 'retry-after': '30' } })
      return new Response(eventsOf(municipality, { ...needs, presences, open }), {
        headers: { 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' },
      })
    },
  })
  return {
    operations: [stream, createPresence(needs, presences)] as AnyOperation[],
    close() {
      for (const close of [...open]) close()
      presences.close()
    },
  }
}

const createPresence = (needs: Needs, presences: Presences) =>
  townOperation({
    method: 'post',
    path: '/presences',
    operationId: 'createPresence',
    tag: 'Directing',
    summary: 'A window of the desk says which case it has before it',
    description: 'Said again every ten seconds; a window that is silent for thirty is gone.',
    body: PresenceGiven,
    success: { 201: 'The other desks see it.' },
    answer: DeskEvent,
    problems: among(CASE_PROBLEMS, 'case-not-found'),
    async handle({ caller, body }, refuse) {
      const { municipality } = caller
      const townOf = (id: string) => needs.towns.get(id)
      const seen = await seeCase({ pool: needs.pool, townOf }, caller, body.case)
      if (!seen) return refuse('case-not-found')
      presences.say(municipality, { ...body, case: seen.row.number })
      return { status: 201, body: { presences: presences.list(municipality) } }
    },
  })

function eventsOf(
  municipality: string,
  { wake, presences, open }: Needs & { presences: Presences; open: Set<() => void> },
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let close = () => {}
  return new ReadableStream<Uint8Array>({
    start(controller) {
      const timers = new Set<NodeJS.Timeout>()
      let gathering: NodeJS.Timeout | undefined
      const send = (text: string) => {
        // Whoever does not take it in has to come back and look anew: nothing is kept for them.
        if ((controller.desiredSize ?? 0) < -MOST_UNREAD) return close()
        controller.enqueue(encoder.encode(text))
      }
      const tellPresences = () =>
        send(
          `event: presences\ndata: ${JSON.stringify({ presences: presences.list(municipality) })}\n\n`,
        )
      const offJournal = wake.on(`journal:${municipality}`, () => {
        if (gathering) return
        gathering = setTimeout(() => {
          gathering = undefined
          send('event: changed\ndata: {"presences":[]}\n\n')
        }, GATHER_MS)
      })
      const offPresences = presences.onChange(municipality, tellPresences)
      // Also what ended by silence is told.
      timers.add(setInterval(tellPresences, HEARTBEAT_MS).unref())
      close = () => {
        if (!open.delete(close)) return
        offJournal()
        offPresences()
        clearTimeout(gathering)
        for (const timer of timers) clearInterval(timer)
        try {
          controller.close()
        } catch (error) {
          // Whoever went away has closed it already.
          if (!(error instanceof TypeError)) throw error
        }
      }
      open.add(close)
      send('retry: 2000\n\n')
      tellPresences()
    },
    cancel: () => close(),
  })
}

/** Events that one client may leave unread. */
const MOST_UNREAD = 100
