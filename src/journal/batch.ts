import sql, { type Sql } from 'sql-template-tag'
import type { Clock } from '#kernel/clock'
import type { Query } from '#platform/database'
import { type GatheredRows, gatherRows } from '#platform/gathered-rows'
import { insertRows, type Table, table } from '#platform/table'
import { canonicalText } from './canonical-text.ts'
import { digestOf } from './chain.ts'
import type { NewEvent, RecordedEvent } from './event.ts'

/** One transaction of one municipality, under its lock. */
export type Batch = {
  municipality: string
  /** The moment of every event of this batch. */
  now_ms: number
  /** Rises when agreements, categories or places change: who compiled an older one decides again. */
  epoch: number
  query: Query
  /** The next number of a year's own series, for example of cases: under the lock, so without gaps. */
  nextNumber(year: number): number
  /** The epoch after this batch is one more, however often this is called. */
  raiseEpoch(): void
  /** `occurred_ms` only for what happened before it was entered, such as an import of the past. */
  append(event: NewEvent, occurred_ms?: number): RecordedEvent
  /** Adds rows; of one key the last wins where the table replaces. */
  write<Row>(target: Table<Row>, rows: readonly Row[]): void
  /**
   * Sends what was appended and written so far, so that the database works on it while the rest is decided. It is one
   * transaction all the same: nothing of it stands before the commit, and what fails undoes all.
   */
  sendSoFar(): Promise<void>
  /** A statement that runs after the rows are in, in the same transaction. */
  afterRows(statement: Sql): void
  /** Runs when, and only when, the transaction was committed. */
  afterCommit(effect: () => void): void
}

export type SealedBatch = {
  position: number
  isEpochRaised: boolean
  statements: Sql[]
  /** Of what was sent before: nobody waited for its answers yet. */
  sent: Promise<unknown>[]
  afterCommit: (() => void)[]
}

export type EventRow = {
  municipality: string
  position: number
  stream: string
  version: number
  type: string
  type_version: number
  occurred_at: number
  body: string
  digest: Buffer
}

export const EVENTS = table<EventRow>({
  name: 'journal.events',
  key: ['municipality', 'position'],
  columns: {
    municipality: 'text',
    position: 'int8',
    stream: 'text',
    version: 'int4',
    type: 'text',
    type_version: 'int4',
    occurred_at: 'timestamptz',
    body: 'text',
    digest: 'bytea',
  },
  onConflict: 'fail',
})

type Head = {
  position: number
  digest: Buffer
  epoch: number
  /** The last number given, by year. */
  numbers: Record<string, number>
}

export class UnknownMunicipality extends Error {}

/** Locks the municipality's head and opens a batch on it. */
export async function openBatch(
  query: Query,
  municipality: string,
  clock: Clock,
): Promise<{ batch: Batch; seal: () => SealedBatch }> {
  const [head] = await query<Head>(sql`
    select position, digest, epoch, numbers
    from journal.heads
    where municipality = ${municipality}
    for update`)
  if (!head) throw new UnknownMunicipality(`municipality ${municipality} has no journal`)
  // Asked under the lock: whoever waited for it must not be earlier than whoever held it.
  const now_ms = clock()

  const events: EventRow[] = []
  const rows = gatherRows()
  const statements: Sql[] = []
  const sent: Promise<unknown>[] = []
  const effects: (() => void)[] = []
  let { position, digest, epoch } = head
  const numbers = { ...head.numbers }
  let isTouched = false

  const batch: Batch = {
    municipality,
    now_ms,
    epoch,
    query,
    nextNumber(year) {
      const next = (numbers[year] ?? 0) + 1
      numbers[year] = next
      isTouched = true
      return next
    },
    raiseEpoch() {
      epoch = head.epoch + 1
      isTouched = true
    },
    append(event, occurred_ms = now_ms) {
      // PostgreSQL keeps microseconds: a part of a millisecond would not come back as it was hashed.
      if (!Number.isSafeInteger(occurred_ms)) throw new RangeError(`no moment: ${occurred_ms}`)
      position += 1
      const body = canonicalText(event.data)
      const link = { municipality, position, occurred_ms, ...event, body }
      digest = digestOf(digest, link)
      events.push({
        municipality,
        position,
        stream: event.stream,
        version: event.version,
        type: event.type,
        type_version: event.typeVersion,
        occurred_at: occurred_ms,
        body,
        digest,
      })
      return { municipality, position, occurred_ms, ...event }
    },
    write: rows.add,
    async sendSoFar() {
      for (const statement of takeRows(events, rows)) {
        const answer = query(statement)
        // It is heard with the commit; until then it must not count as unheard.
        answer.catch(() => {})
        sent.push(answer)
      }
      await new Promise((go) => setImmediate(go))
    },
    afterRows: (statement) => void statements.push(statement),
    afterCommit: (effect) => void effects.push(effect),
  }

  const seal = (): SealedBatch => {
    const all = [...takeRows(events, rows), ...statements]
    if (position > head.position || isTouched) {
      all.push(sql`
        update journal.heads
        set position = ${position}, digest = ${digest}, epoch = ${epoch},
          numbers = ${JSON.stringify(numbers)}
        where municipality = ${municipality}`)
    }
    const isEpochRaised = epoch > head.epoch
    return { position, isEpochRaised, statements: all, sent, afterCommit: effects }
  }
  return { batch, seal }
}

/** The statements for what was gathered, which is taken out. */
function takeRows(events: EventRow[], rows: GatheredRows): Sql[] {
  const taken = events.length > 0 ? [insertRows(EVENTS, events)] : []
  events.length = 0
  return [...taken, ...rows.take()]
}
