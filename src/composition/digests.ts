import type { Clock } from '#kernel/clock'
import type { CaseDoor } from '#modules/cases'
import {
  addDigestLines,
  assignmentIn,
  DIGEST_TYPES,
  digestMessage,
  endDigest,
  findGathered,
  listDigestLines,
} from '#modules/delivery'
import type { Pool, Query } from '#platform/database'
import { claimGathering, type Gathering, listDueGatherings } from '#platform/gathered'
import { gatheredFor } from '#platform/gathered-destination'
import { type Message, markDelivered, OUTBOX } from '#platform/outbox'
import { type Sweep, startSweep } from '#platform/sweep'
import { insertRows } from '#platform/table'
import type { Wake } from '#platform/wake'

const EVERY_MS = 1_000
/** What was decided just before the moment is committed within this, and goes along. */
const SETTLES_MS = 5_000
/** As many as somebody reads, and as a mail may hold before readers cut it off; the rest follows at once, in another. */
const MOST_TASKS = 60

/**
 * Makes up the mails of parties that are told together. What goes along in which is written down in the transaction that lays
 * the mail, so that a program that stops anywhere begins again with the same; any number of processes may do this.
 */
export function startDigests(options: {
  worker: Pool
  clock: Clock
  wake: Wake
  newId: () => string
  onError: (error: Error) => void
}): Sweep {
  const { worker, clock, wake, newId, onError } = options
  const sweep = startSweep({
    every_ms: EVERY_MS,
    onError,
    async round() {
      const due_ms = clock() - SETTLES_MS
      const due = await worker.read({}, (query) => listDueGatherings(query, due_ms))
      for (const one of due) {
        const laid = await worker.write({}, (query) =>
          layDigest(query, one, { due_ms, now_ms: clock(), digest: newId() }),
        )
        if (laid) wake.ring('outbox', [laid.destination])
        if (laid?.isMore) sweep.now()
      }
    },
  })
  return sweep
}

async function layDigest(
  query: Query,
  gathering: Gathering,
  { due_ms, now_ms, digest }: { due_ms: number; now_ms: number; digest: string },
): Promise<{ destination: string; isMore: boolean } | undefined> {
  const { tenant, destination } = gathering
  const organisation = gatheredFor(destination)
  const rows = await claimGathering(query, gathering, due_ms)
  if (organisation === undefined || !rows || rows.length === 0) return undefined
  const ids = rows.map(({ id }) => id)
  const gathered = await findGathered(query, tenant, ids)
  // Of one task one mail is under way: what came later waits until that is there.
  const busy = new Set(rows.filter(({ id }) => gathered.has(id)).map(assignmentIn))
  const byTask = Map.groupBy(rows, assignmentIn)
  for (const one of busy) byTask.delete(one)
  const tasks = [...byTask].slice(0, MOST_TASKS)
  if (tasks.length === 0) return undefined
  const message = digestMessage(tenant, { id: digest, organisation }, now_ms)
  await query(insertRows(OUTBOX, [message]))
  const about = { municipality: tenant, digest, organisation, gathered_at: now_ms }
  const lines = tasks.flatMap(([assignment, own]) =>
    own.map(({ id }) => ({ ...about, message: id, assignment })),
  )
  await addDigestLines(query, lines)
  return { destination: message.destination, isMore: byTask.size > MOST_TASKS }
}

/** What follows of a digest that arrived, or does not: for each task that goes along in it. */
export function createDigestNotes({ worker, cases }: { worker: Pool; cases: CaseDoor }) {
  const linesOf = ({ tenant, id }: Message) =>
    worker.read({}, (query) => listDigestLines(query, { tenant, digest: id }))
  return {
    /** Each task that it told has arrived with it: from here on the party's clock runs. */
    async arrived(message: Message, at_ms: number): Promise<void> {
      if (message.type !== DIGEST_TYPES.digest) return
      const { tenant, id: digest } = message
      const listed = (await linesOf(message)).filter(({ is_listed }) => is_listed)
      const newest = new Map(listed.map((line) => [line.assignment, line.message]))
      await Promise.all(
        [...newest].map(([assignmentId, messageId]) =>
          cases(tenant, { type: 'RecordDelivery', assignmentId, messageId }),
        ),
      )
      await worker.write({}, async (query) => {
        await query(markDelivered(listed.map((line) => ({ tenant, id: line.message, at_ms }))))
        await endDigest(query, { tenant, digest }, at_ms)
      })
    },
    /** The desk has to see each task of which the party does not hear. */
    async stuck(message: Message): Promise<void> {
      if (message.type !== DIGEST_TYPES.digest) return
      const lines = await linesOf(message)
      for (const assignmentId of new Set(lines.map(({ assignment }) => assignment)))
        await cases(message.tenant, { type: 'RecordStuck', assignmentId })
    },
  }
}
