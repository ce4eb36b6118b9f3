import { createHash } from 'node:crypto'
import { setImmediate as turn } from 'node:timers/promises'
import canonicalize from 'canonicalize'
import {
  type AgreementDraft,
  type AgreementVersion,
  agreementsOfDraft,
  createSimulation,
  type Difference,
  type DraftRow,
  findDrafts,
  lastDateOf,
  type Simulation,
  type SimulationFigures,
  startOfLocalDate_ms,
  withEntered,
} from '#modules/agreements'
import { countNotOurs, listFirstDecisions } from '#modules/cases'
import type { Pool } from '#platform/database'
import { compileTown, versionsOf } from './compile-town.ts'
import type { Town } from './town.ts'

const PIECE = 2_000
/** Nobody waits longer than about this for what is computed here. */
const BUSY_MS = 15
/** So many decisions are looked through for one page of differences. */
const MOST_FOR_PAGE = 20_000

export type SimulatedPeriod = { from_ms: number; to_ms: number }

/** The register with a draft in it; `draft-not-found` for what is dropped too. */
export async function withDraft(
  pool: Pool,
  town: Town,
  id: string,
  now_ms: number,
): Promise<
  { row: DraftRow; agreements: AgreementVersion[] } | 'draft-not-found' | 'draft-ends-wrong'
> {
  const municipality = town.municipality.id
  const [row] = await pool.read({ tenant: municipality }, (query) =>
    findDrafts(query, municipality, { ids: [id] }),
  )
  if (!row || row.status === 'dropped') return 'draft-not-found'
  const versions = versionsOf(town)
  if (row.status === 'in-force') return { row, agreements: versions }
  const whole = agreementsOfDraft(row.body, versions)
  if (!whole.accepted) return whole.reason
  return { row, agreements: withEntered(versions, whole.agreements, now_ms) }
}

/** The moment at which all of a draft has begun, or now where that is later. */
function momentOf(draft: AgreementDraft, now_ms: number): number {
  const date = lastDateOf(draft)
  return Math.max(now_ms, date === undefined ? now_ms : startOfLocalDate_ms(date))
}

async function openSimulation(
  pool: Pool,
  town: Town,
  { row, agreements }: { row: DraftRow; agreements: readonly AgreementVersion[] },
  period: SimulatedPeriod,
  now_ms: number,
): Promise<{ simulation: Simulation; validAt_ms: number }> {
  const { id } = town.municipality
  const notOurs = await pool.read({ tenant: id }, (query) => countNotOurs(query, id, period))
  const validAt_ms = momentOf(row.body, now_ms)
  const before = compileTown(town, versionsOf(town))
  const after = compileTown(town, agreements)
  return { simulation: createSimulation({ before, after, validAt_ms, notOurs }), validAt_ms }
}

export type SimulationStep =
  | { progress: { cases: number } }
  | { result: SimulationFigures; digest: string; validAt_ms: number }

type Asked = { row: DraftRow; agreements: readonly AgreementVersion[] }

/** Runs all cases of a period against a draft, and tells how far it is after each piece. */
export async function* simulateDraft(
  pool: Pool,
  town: Town,
  asked: Asked,
  period: SimulatedPeriod,
  now_ms: number,
): AsyncGenerator<SimulationStep> {
  const { simulation, validAt_ms } = await openSimulation(pool, town, asked, period, now_ms)
  let cases = 0
  for await (const piece of piecesOf(pool, town.municipality.id, period)) {
    await addAll(simulation, piece)
    cases += piece.length
    yield { progress: { cases } }
  }
  const result = simulation.figures()
  const digest = createHash('sha256')
    .update(canonicalize(result) ?? '')
    .digest('hex')
  yield { result, digest, validAt_ms }
}

/** Adds a piece, and lets others go first each time it has been busy. */
export async function addAll(
  simulation: Simulation,
  piece: readonly Decision[],
  onDifference?: (difference: Difference) => boolean,
): Promise<void> {
  let end_ms = performance.now() + BUSY_MS
  for (const { id, case_id: caseId, facts } of piece) {
    const difference = simulation.add({ id, caseId, facts })
    if (difference && onDifference?.(difference)) return
    if (performance.now() < end_ms) continue
    await turn()
    end_ms = performance.now() + BUSY_MS
  }
}

type Decision = Awaited<ReturnType<typeof listFirstDecisions>>[number]

/** While one piece is worked on, the database reads the next. */
async function* piecesOf(
  pool: Pool,
  municipality: string,
  period: SimulatedPeriod,
  begin?: string,
): AsyncGenerator<Decision[]> {
  const read = (after: string | undefined) =>
    pool.read({ tenant: municipality }, (query) =>
      listFirstDecisions(query, municipality, { ...period, after, most: PIECE }),
    )
  let piece = await read(begin)
  for (;;) {
    const last = piece.at(-1)
    if (!last) return
    const next = piece.length < PIECE ? Promise.resolve([]) : read(last.id)
    try {
      yield piece
    } finally {
      // Also when nobody wants more: what was asked ends before this does, and a fault of it is nobody's any more.
      await Promise.allSettled([next])
    }
    piece = await next
  }
}

/**
 * The cases that a draft makes a difference for, in the order of their decisions. A page may hold fewer than asked,
 * where many cases have to be looked through: `next` then goes on from there.
 */
export async function differencesOfDraft(
  pool: Pool,
  town: Town,
  asked: Asked,
  options: SimulatedPeriod & { after?: string | undefined; most: number; now_ms: number },
): Promise<{ items: Difference[]; next?: string }> {
  const { simulation } = await openSimulation(pool, town, asked, options, options.now_ms)
  const items: Difference[] = []
  let seen = 0
  for await (const piece of piecesOf(pool, town.municipality.id, options, options.after)) {
    await addAll(simulation, piece, (one) => items.push(one) >= options.most)
    const last = items.length >= options.most ? items.at(-1)?.id : piece.at(-1)?.id
    seen += piece.length
    const isFull = items.length >= options.most || seen >= MOST_FOR_PAGE
    if (isFull && last !== undefined) return { items, next: last }
  }
  return { items }
}
