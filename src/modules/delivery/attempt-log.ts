import sql from 'sql-template-tag'
import { toIso } from '#kernel/clock'
import type { Rest } from '#platform/breaker'
import { BY_MAIL } from '#platform/by-mail'
import type { Pool } from '#platform/database'
import type { Attempt } from '#platform/outbox'
import { insertRows, table } from '#platform/table'
import { kindOfDestination, organisationToldBy } from './addressee.ts'
import { assignmentIn } from './link-message.ts'
import { MESSAGE_TYPES } from './message-types.ts'
import { scrubbed } from './scrub.ts'
import { assignmentBilledIn, WRONGFUL_TYPES } from './wrongful-message.ts'

/** What an attempt led to. `left-to-person`: it cannot be told there; `waits-for-person`: it is not tried by itself again. */
export const OUTCOMES = ['delivered', 'failed', 'left-to-person', 'waits-for-person'] as const
export type Outcome = (typeof OUTCOMES)[number]

export type AttemptRow = {
  municipality: string
  id: string
  at: number
  message: string | null
  assignment: string | null
  organisation: string | null
  kind: string
  host: string | null
  type: string
  attempt: number
  took_ms: number
  outcome: Outcome
  status: number | null
  answer: string | null
  error: string | null
  next_at: number | null
}

const ATTEMPTS = table<AttemptRow>({
  name: 'delivery.attempts',
  key: ['municipality', 'id'],
  columns: {
    municipality: 'text',
    id: 'uuid',
    at: 'timestamptz',
    message: 'uuid',
    assignment: 'uuid',
    organisation: 'text',
    kind: 'text',
    host: 'text',
    type: 'text',
    attempt: 'int4',
    took_ms: 'int4',
    outcome: 'text',
    status: 'int4',
    answer: 'text',
    error: 'text',
    next_at: 'timestamptz',
  },
  onConflict: 'ignore',
})

const ON_ONE_TASK: readonly string[] = Object.values(MESSAGE_TYPES)
const ON_ONE_BILL: readonly string[] = Object.values(WRONGFUL_TYPES)

/** An attempt as it is kept: without what is personal or secret. */
export function attemptRow({
  message,
  sent,
  at_ms,
  took_ms,
  next_ms,
}: Attempt): Omit<AttemptRow, 'id'> {
  const { told } = sent
  return {
    municipality: message.tenant,
    at: at_ms,
    message: message.id,
    assignment: assignmentOf(message),
    organisation: organisationToldBy(message) ?? null,
    kind: told?.kind ?? kindOf(message.destination),
    host: told?.host ?? null,
    type: message.type,
    attempt: message.attempts,
    took_ms,
    outcome: outcomeOf(sent),
    status: told?.status ?? null,
    answer: told?.answer || null,
    error: sent.isDelivered ? null : scrubbed(sent.error),
    next_at: next_ms ?? null,
  }
}

function assignmentOf(message: Attempt['message']): string | null {
  if (ON_ONE_TASK.includes(message.type)) return assignmentIn(message)
  return ON_ONE_BILL.includes(message.type) ? assignmentBilledIn(message) : null
}

/** The log says mail, as it always has. */
function kindOf(destination: string): string {
  const kind = kindOfDestination(destination)
  return kind === 'email' ? BY_MAIL : kind
}

function outcomeOf(sent: Attempt['sent']): Outcome {
  if (sent.isDelivered) return sent.isLeftToPerson ? 'left-to-person' : 'delivered'
  return sent.waitsForPerson ? 'waits-for-person' : 'failed'
}

/** Nobody looks sooner; until then attempts are gathered into one statement. */
const GATHER_MS = 250
/** While the database is away so many are kept; then the oldest are given up, for work goes before its log. */
const MOST_WAITING = 5_000

/** SQLSTATE 22 and 23: what is in a row, and not how the database does. */
const isOfRow = (error: unknown) => /^2[23]/.test((error as { code?: string }).code ?? '')

/**
 * Notes attempts without holding up what is sent: they are written together, a moment later, by a statement that a crash
 * may undo.
 */
export function openAttemptLog(options: {
  worker: Pool
  newId: () => string
  onError: (error: Error) => void
}) {
  const { worker, newId, onError } = options
  let waiting: AttemptRow[] = []
  let timer: NodeJS.Timeout | undefined
  let writing: Promise<void> | undefined

  async function write(): Promise<void> {
    timer = undefined
    const rows = waiting
    waiting = []
    if (rows.length === 0) return
    await put(rows)
  }

  /** What the database cannot hold is given up, and keeps back none of the others. */
  async function put(rows: readonly AttemptRow[]): Promise<void> {
    try {
      await worker.writeLightly({}, insertRows(ATTEMPTS, rows))
    } catch (error) {
      onError(error as Error)
      if (isOfRow(error)) {
        if (rows.length > 1) for (const row of rows) await put([row])
        return
      }
      waiting = [...rows, ...waiting].slice(-MOST_WAITING)
      later()
    }
  }

  function later(): void {
    timer ??= setTimeout(() => {
      writing = write()
    }, GATHER_MS)
  }

  return {
    note(row: Omit<AttemptRow, 'id'>) {
      waiting.push({ ...row, id: newId() })
      later()
    },
    async [Symbol.asyncDispose]() {
      clearTimeout(timer)
      await writing
      await write()
      clearTimeout(timer)
    },
  }
}

const DAY_MS = 86_400_000
const KEPT_DAYS = 90
const PIECE = 5_000

/** Removes attempts that nobody needs any more, in pieces that hold up nothing. */
export async function sweepAttempts(worker: Pool, now_ms: number): Promise<void> {
  const before = toIso(now_ms - KEPT_DAYS * DAY_MS)
  let removed: unknown[]
  do {
    removed = await worker.writeLightly(
      {},
      sql`
        with old as materialized (
          select municipality, id from delivery.attempts
          where at < ${before}::timestamptz
          limit ${PIECE})
        delete from delivery.attempts a using old
        where a.municipality = old.municipality and a.id = old.id
        returning a.id`,
    )
  } while (removed.length === PIECE)
  // By then nothing of it can be answered any more.
  await worker.writeLightly(
    {},
    sql`delete from delivery.digest_lines where told_at < ${before}::timestamptz`,
  )
}

/** Notes that a destination is left alone for a while, or answers again. */
export async function noteRest(worker: Pool, rest: Rest, now_ms: number): Promise<void> {
  const { destination, failures, until_ms } = rest
  await worker.writeLightly(
    {},
    until_ms === undefined
      ? sql`delete from delivery.rests where destination = ${destination}`
      : sql`
          insert into delivery.rests (destination, failures, since, until)
          values (${destination}, ${failures}, ${toIso(now_ms)}, ${toIso(until_ms)})
          on conflict (destination) do update
          set failures = excluded.failures, until = excluded.until`,
  )
}
