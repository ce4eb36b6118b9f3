import sql from 'sql-template-tag'
import { toIso } from '#kernel/clock'
import type { Query } from '#platform/database'
import type { RecordedEvent } from './event.ts'

type EventRow = {
  municipality: string
  position: number
  stream: string
  version: number
  type: string
  type_version: number
  occurred_at: number
  data: unknown
}

function recorded(row: EventRow): RecordedEvent {
  const { type_version: typeVersion, occurred_at: occurred_ms, ...rest } = row
  return { ...rest, typeVersion, occurred_ms }
}

/** Every event of these streams, each stream in its own order. */
export async function readStreams(
  query: Query,
  municipality: string,
  streams: readonly string[],
): Promise<RecordedEvent[]> {
  if (streams.length === 0) return []
  const rows = await query<EventRow>(sql`
    select municipality, position, stream, version, type, type_version, occurred_at, data
    from journal.events
    where municipality = ${municipality} and stream = any(${streams})
    order by stream, version`)
  return rows.map(recorded)
}

/** The events of streams after a version of each, each stream in its own order, and looked up by itself. */
export async function readStreamsAfter(
  query: Query,
  municipality: string,
  streams: readonly { stream: string; version: number }[],
): Promise<RecordedEvent[]> {
  if (streams.length === 0) return []
  const rows = await query<EventRow>(sql`
    select e.*
    from unnest(${streams.map((one) => one.stream)}::text[],
      ${streams.map((one) => one.version)}::int4[]) as known (stream, version)
    cross join lateral (
      select municipality, position, stream, version, type, type_version, occurred_at, data
      from journal.events
      where municipality = ${municipality} and stream = known.stream and version > known.version
      order by version) e
    order by e.stream, e.version`)
  return rows.map(recorded)
}

/** The next events after a position, at most `most`, in the order of commit. */
export async function readAfter(
  query: Query,
  municipality: string,
  position: number,
  most: number,
): Promise<RecordedEvent[]> {
  const rows = await query<EventRow>(sql`
    select municipality, position, stream, version, type, type_version, occurred_at, data
    from journal.events
    where municipality = ${municipality} and position > ${position}
    order by position
    limit ${most}`)
  return rows.map(recorded)
}

/**
 * What happened within a time, from `from_ms` up to and including `to_ms`, the oldest first and at most `most`. What
 * was brought in as history stands at its own moment, not at that of its commit.
 */
export async function readWithin(
  query: Query,
  municipality: string,
  within: {
    from_ms: number
    to_ms: number
    types: readonly string[]
    /** The last event of the piece before. */
    after?: { occurred_ms: number; position: number }
    most: number
  },
): Promise<RecordedEvent[]> {
  const { from_ms, to_ms, types, after, most } = within
  const start = after ?? { occurred_ms: from_ms, position: -1 }
  const rows = await query<EventRow>(sql`
    select municipality, position, stream, version, type, type_version, occurred_at, data
    from journal.events
    where municipality = ${municipality} and occurred_at <= ${toIso(to_ms)}
      and (occurred_at, position) > (${toIso(start.occurred_ms)}, ${start.position})
      and type = any(${types})
    order by occurred_at, position
    limit ${most}`)
  return rows.map(recorded)
}

/** Where a municipality's journal stands now. */
export async function readHead(
  query: Query,
  municipality: string,
): Promise<{ position: number; epoch: number; digest: Buffer } | undefined> {
  const [head] = await query<{ position: number; epoch: number; digest: Buffer }>(sql`
    select position, epoch, digest from journal.heads where municipality = ${municipality}`)
  return head
}

/** Where every journal stands now. */
export async function listHeads(
  query: Query,
): Promise<{ municipality: string; position: number }[]> {
  return query(sql`select municipality, position from journal.heads`)
}

/** Which stream each of the next events after a position is of, at most `most`, in the order of commit. */
export async function readStreamNamesAfter(
  query: Query,
  municipality: string,
  position: number,
  most: number,
): Promise<{ position: number; stream: string }[]> {
  return query(sql`
    select position, stream from journal.events
    where municipality = ${municipality} and position > ${position}
    order by position
    limit ${most}`)
}

/** Opens the journal of a municipality; one that is open stays as it is. */
export async function openJournal(query: Query, municipality: string): Promise<void> {
  await query(sql`
    insert into journal.heads (municipality) values (${municipality})
    on conflict (municipality) do nothing`)
}

/** The version of a stream's last event; 0 for one that has none. */
export async function readVersion(
  query: Query,
  municipality: string,
  stream: string,
): Promise<number> {
  const [row] = await query<{ version: number }>(sql`
    select coalesce(max(version), 0) as version from journal.events
    where municipality = ${municipality} and stream = ${stream}`)
  return row?.version ?? 0
}

const PIECE = 1_000

/** Every event of a municipality, from the first, read in pieces. */
export async function* readAll(query: Query, municipality: string): AsyncGenerator<RecordedEvent> {
  for (let position = 0; ; ) {
    const events = await readAfter(query, municipality, position, PIECE)
    if (events.length === 0) return
    yield* events
    position = events.at(-1)?.position ?? position
  }
}

/** Every event of the streams whose name begins so, one stream after another and each from its first, in pieces. */
export async function* readStreamsOf(
  query: Query,
  municipality: string,
  beginning: string,
): AsyncGenerator<RecordedEvent> {
  for (let after = { stream: beginning, version: 0 }; ; ) {
    const rows = await query<EventRow>(sql`
      select municipality, position, stream, version, type, type_version, occurred_at, data
      from journal.events
      where municipality = ${municipality} and (stream, version) > (${after.stream}, ${after.version})
        and starts_with(stream, ${beginning})
      order by stream, version
      limit ${PIECE}`)
    const last = rows.at(-1)
    if (!last) return
    yield* rows.map(recorded)
    after = last
  }
}

/** Holds a municipality's lock to the end of the transaction: nobody writes meanwhile. */
export async function lockHead(query: Query, municipality: string): Promise<void> {
  await query(sql`select from journal.heads where municipality = ${municipality} for update`)
}
