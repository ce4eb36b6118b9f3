import { lockHead, readStreamNamesAfter, readStreams } from '#journal'
import type { Pool, Query } from '#platform/database'
import { gatherRows } from '#platform/gathered-rows'
import {
  type BehindRow,
  listBehind,
  markWhole,
  moveCompleted,
  takeCompleted,
} from './projected-queries.ts'
import { type Changed, project } from './projections.ts'
import { replay } from './replay-rows.ts'

/** So many events are looked through at once for the cases that they are of. */
const LOOK = 2_000
/** What is written under the municipality's lock takes some 20 ms. */
export const MOST_CASES = 100
/** What is read for one piece, unless a single case has more. */
const MOST_EVENTS = 2_000

const STREAM = 'case/'

/**
 * Goes on through the journal of a municipality and writes again what lacks what the present projection knows: rows that
 * were there before a migration, and those that an older version of the program writes while both serve. One piece, in one
 * transaction with how far it has come, so that a kill loses at most that; of several processes one is at it.
 * Answers how many cases were behind, or `undefined` when the end is reached or another process is at it.
 */
export async function completePiece(pool: Pool, municipality: string): Promise<number | undefined> {
  return pool.write({ tenant: municipality }, async (query) => {
    const from = await takeCompleted(query, municipality)
    if (from === undefined) return undefined
    const looked = await readStreamNamesAfter(query, municipality, from, LOOK)
    if (looked.length === 0) return undefined
    const first = firstOfEach(looked)
    const behind = await listBehind(query, municipality, [...first.keys()])
    const { cases, to } = pieceOf(behind, first, looked.at(-1)?.position ?? from)
    if (cases.length > 0) await complete(query, municipality, cases)
    await moveCompleted(query, municipality, to)
    return cases.length
  })
}

/** Where each case was met first. */
function firstOfEach(looked: readonly { position: number; stream: string }[]): Map<string, number> {
  const first = new Map<string, number>()
  for (const { stream, position } of looked) {
    const id = stream.slice(STREAM.length)
    if (stream.startsWith(STREAM) && !first.has(id)) first.set(id, position)
  }
  return first
}

/** As many cases as one piece has, from the front, and up to where that has come. */
function pieceOf(behind: readonly BehindRow[], first: ReadonlyMap<string, number>, end: number) {
  const inOrder = behind
    .map((row) => ({ ...row, position: first.get(row.id) ?? end }))
    .toSorted((a, b) => a.position - b.position)
  let events = 0
  const rest = inOrder.findIndex(({ version }, at) => {
    events += version
    return at > 0 && (at === MOST_CASES || events > MOST_EVENTS)
  })
  if (rest === -1) return { cases: inOrder, to: end }
  return { cases: inOrder.slice(0, rest), to: (inOrder[rest]?.position ?? end) - 1 }
}

/** They are read and folded before the lock; one that changed in between is met again further on. */
async function complete(
  query: Query,
  municipality: string,
  cases: readonly BehindRow[],
): Promise<void> {
  const events = await readStreams(
    query,
    municipality,
    cases.map(({ id }) => STREAM + id),
  )
  const folded: Changed[] = []
  // What happened has its rows: only what follows from how the case is now is written.
  for await (const one of replay(events)) folded.push({ ...one, events: [] })
  await lockHead(query, municipality)
  const ids = cases.map(({ id }) => id)
  const versions = new Map(
    (await listBehind(query, municipality, ids)).map(({ id, version }) => [id, version]),
  )
  const same = folded.filter(({ after }) => versions.get(after.id) === after.version)
  const rows = gatherRows()
  project({ municipality, write: rows.add }, same)
  for (const statement of rows.take()) await query(statement)
  await markWhole(
    query,
    municipality,
    same.map(({ after }) => after.id),
  )
}
