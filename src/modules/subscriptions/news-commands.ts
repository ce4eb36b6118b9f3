import sql from 'sql-template-tag'
import { toIso } from '#kernel/clock'
import { M_PER_DEGREE } from '#kernel/geometry'
import type { Query } from '#platform/database'
import { OUTBOX, type OutboxRow } from '#platform/outbox'
import { insertRows, table } from '#platform/table'
import type { PublicChange } from './filter.ts'
import { type CaseNow, settleFollowed } from './followed-case-commands.ts'
import { RADIUS_M } from './limits.ts'
import { type NewsRow, newsFor, nextMailAt, type Wanted } from './news.ts'
import { mailTo, NEWS_MESSAGE, type NewsMessage } from './subscriber-commands.ts'

type StoredNews = {
  municipality: string
  subscriber: string
  case_id: string
  position: number
  type: string
  /** Which of their subscriptions it is of. */
  numbers: readonly number[]
}

const NEWS = table<StoredNews>({
  name: 'subscriptions.news',
  key: ['municipality', 'subscriber', 'case_id', 'position'],
  columns: {
    municipality: 'text',
    subscriber: 'uuid',
    case_id: 'uuid',
    position: 'int8',
    type: 'text',
    numbers: 'jsonb',
  },
  onConflict: 'ignore',
})

/** Where to begin for a municipality that was never looked through; what was before is told to nobody. */
export async function beginCheckpoint(
  query: Query,
  municipality: string,
  position: number,
): Promise<void> {
  await query(sql`
    insert into subscriptions.checkpoints (municipality, position)
    values (${municipality}, ${position}) on conflict do nothing`)
}

export type Piece = {
  municipality: string
  /** Where the reading began and where it ended. */
  from: number
  to: number
  changes: readonly PublicChange[]
  /** Every case that something happened to, as it is now. */
  cases: readonly CaseNow[]
  isWithin: (category: string, above: string) => boolean
  now_ms: number
  newId: () => string
}

/**
 * Keeps who is to be told what happened between two positions, lays their mails, and moves the checkpoint: all of it or
 * nothing, and once, however many processes read. Answers whether a mail was laid.
 */
export async function layNews(query: Query, piece: Piece): Promise<boolean> {
  const { municipality, from, to, changes, cases, isWithin, now_ms, newId } = piece
  const moved = await query(sql`
    update subscriptions.checkpoints set position = ${to}
    where municipality = ${municipality} and position = ${from}
    returning position`)
  if (moved.length === 0) return false
  await settleFollowed(query, municipality, cases, now_ms)
  const news = newsFor(changes, await listWanted(query, municipality, changes), isWithin)
  if (news.length === 0) return false
  await query(insertRows(NEWS, news.map(stored(municipality))))
  return layMails(query, municipality, news, { now_ms, newId })
}

const stored =
  (municipality: string) =>
  ({ caseId: case_id, ...row }: NewsRow): StoredNews => ({ municipality, case_id, ...row })

/** Those who may want one of these; whether they do is decided apart. */
async function listWanted(
  query: Query,
  municipality: string,
  changes: readonly PublicChange[],
): Promise<Wanted[]> {
  if (changes.length === 0) return []
  const ids = [...new Set(changes.map(({ caseId }) => caseId))]
  const areas = [...new Set(changes.flatMap((one) => one.areas))]
  const lats = changes.flatMap(({ place }) => (place ? [place.lat] : []))
  const margin = RADIUS_M.most / M_PER_DEGREE + 0.0001
  const [least, most] = [Math.min(...lats) - margin, Math.max(...lats) + margin]
  const isWanted = sql`municipality = ${municipality} and status = 'active' and channel = 'mail'`
  return query<Wanted>(sql`
    select subscriber, number, filter from subscriptions.subscriptions
    where ${isWanted} and case_id = any(${ids}::uuid[])
    union all
    select subscriber, number, filter from subscriptions.subscriptions
    where ${isWanted} and area = any(${areas})
    union all
    select subscriber, number, filter from subscriptions.subscriptions
    where ${isWanted} and lat between ${lats.length > 0 ? least : 0} and ${lats.length > 0 ? most : -1}`)
}

/** One mail waits for each; whoever has one waiting gets the news with it. */
async function layMails(
  query: Query,
  municipality: string,
  news: readonly NewsRow[],
  { now_ms, newId }: { now_ms: number; newId: () => string },
): Promise<boolean> {
  const ids = [...new Set(news.map(({ subscriber }) => subscriber))]
  const free = await query<{ id: string; sequence: number; mailed_at: number | null }>(sql`
    select id, sequence, mailed_at from subscriptions.subscribers
    where municipality = ${municipality} and id = any(${ids}::uuid[]) and waiting is null
    order by id
    for update`)
  const rows = free.map(({ id, sequence, mailed_at }): OutboxRow => {
    const body: NewsMessage = { subscriber: id }
    return {
      ...mailTo(municipality, id, 'news', sequence, now_ms),
      id: newId(),
      type: NEWS_MESSAGE,
      body,
      due_at: nextMailAt(now_ms, mailed_at ?? undefined),
    }
  })
  if (rows.length === 0) return false
  await query(insertRows(OUTBOX, rows))
  await query(sql`
    update subscriptions.subscribers s set waiting = laid.id, sequence = s.sequence + 1
    from unnest(${free.map(({ id }) => id)}::uuid[], ${rows.map(({ id }) => id)}::uuid[])
      as laid (subscriber, id)
    where s.municipality = ${municipality} and s.id = laid.subscriber`)
  return true
}

/**
 * Takes the news that a mail tells, once: what comes after goes with the next one. Tried again, the mail tells the same.
 */
export async function takeNews(
  query: Query,
  municipality: string,
  { subscriber, mail, now_ms }: { subscriber: string; mail: string; now_ms: number },
): Promise<void> {
  const [free] = await query<{ waiting: string | null }>(sql`
    select waiting from subscriptions.subscribers
    where municipality = ${municipality} and id = ${subscriber}::uuid
    for update`)
  if (free?.waiting !== mail) return
  await query(sql`
    delete from subscriptions.news
    where municipality = ${municipality} and subscriber = ${subscriber}::uuid and mail is not null`)
  await query(sql`
    update subscriptions.news set mail = ${mail}::uuid
    where municipality = ${municipality} and subscriber = ${subscriber}::uuid`)
  await query(sql`
    update subscriptions.subscribers set waiting = null, mailed_at = ${toIso(now_ms)}
    where municipality = ${municipality} and id = ${subscriber}::uuid`)
}
