import sql from 'sql-template-tag'
import type { Query } from '#platform/database'
import { insertRows } from '#platform/table'
import { EVENTS, type EventRow } from './batch.ts'
import { digestOf, GENESIS } from './chain.ts'

/** Where a municipality's journal stands, with all that the next event and case number follow from. */
export type HeadRow = {
  position: number
  digest: string
  epoch: number
  numbers: Record<string, number>
}

export async function readWholeHead(
  query: Query,
  municipality: string,
): Promise<HeadRow | undefined> {
  const [head] = await query<{
    position: number
    digest: Buffer
    epoch: number
    numbers: Record<string, number>
  }>(sql`
    select position, digest, epoch, numbers from journal.heads where municipality = ${municipality}`)
  return head && { ...head, digest: head.digest.toString('hex') }
}

const PIECE = 1_000

/**
 * Writes a journal as it was elsewhere, event by event under the digests that it had there. Throws at the first that does
 * not follow from the one before it, or where the end is not the head.
 */
export async function restoreJournal(
  query: Query,
  municipality: string,
  events: AsyncIterable<EventRow>,
  head: HeadRow,
  onProgress: (position: number) => void,
): Promise<void> {
  await query(sql`
    insert into journal.heads (municipality, position, digest, epoch, numbers)
    values (${municipality}, ${head.position}, ${Buffer.from(head.digest, 'hex')}, ${head.epoch},
      ${JSON.stringify(head.numbers)})
    on conflict (municipality) do update
    set position = excluded.position, digest = excluded.digest, epoch = excluded.epoch,
      numbers = excluded.numbers`)
  let [previous, position]: [Buffer, number] = [GENESIS, 0]
  let piece: EventRow[] = []
  const flush = async () => {
    if (piece.length > 0) await query(insertRows(EVENTS, piece))
    piece = []
    onProgress(position)
  }
  for await (const event of events) {
    position += 1
    const { type_version: typeVersion, occurred_at: occurred_ms, ...rest } = event
    const digest = digestOf(previous, { ...rest, municipality, typeVersion, occurred_ms })
    if (Number(event.position) !== position || !digest.equals(event.digest))
      throw new Error(`event ${position} of the journal is not the one that was written`)
    previous = digest
    piece.push(event)
    if (piece.length === PIECE) await flush()
  }
  await flush()
  if (position !== head.position || previous.toString('hex') !== head.digest)
    throw new Error('the journal does not end at the head that it was exported with')
}
