import sql from 'sql-template-tag'
import type { Batch } from '#journal'
import { toIso } from '#kernel/clock'
import type { CaseAnswer, CaseCommand, Rules } from '#modules/cases'
import { BOXES, destroyKeys, KEYS, type Vault } from '#platform/vault'
import { CONDITION_ROWS, EVENTS, REJECTS, SOURCES } from './projections.ts'
import { findConditions, findEvents, findSources } from './queries.ts'
import { boxOf, sealReject } from './sealing.ts'
import { type ConditionState, NEVER, refusalOf, type Taken, takeEvent } from './taking.ts'
import {
  type CaseOfEvent,
  type EventResult,
  isTimeSuspect,
  type Refused,
  type ThingEvent,
  type Told,
} from './thing-event.ts'

/** The events of one request, in their order: all of them are settled by one commit. */
export type TakeEvents = { rules: Rules; events: readonly ThingEvent[] }
export type TakenEvents =
  | { status: 'settled'; results: readonly EventResult[] }
  | { status: 'stale' }

export type ExecuteCases = (
  commands: readonly CaseCommand[],
  batch: Batch,
  onAnswered?: (answers: readonly CaseAnswer[]) => void,
) => Promise<readonly CaseAnswer[]>

type Settled = () => EventResult
type Known = {
  sources: Map<string, string>
  events: Map<string, Settled>
  conditions: Map<string, ConditionState>
}

const nameOf = (...parts: readonly string[]) => parts.join('\u0000')

/** Events become commands on cases, and both are written by the same transaction. */
export function thingExecutor(options: { vault: Vault; executeCases: ExecuteCases }) {
  const { vault, executeCases } = options
  return async (commands: readonly TakeEvents[], batch: Batch): Promise<readonly TakenEvents[]> => {
    const isFresh = ({ rules }: TakeEvents) => rules.epoch === batch.epoch
    const fresh = commands.filter(isFresh)
    if (fresh.length === 0) return commands.map(() => ({ status: 'stale' }))
    const known = await load(
      batch,
      fresh.flatMap(({ events }) => events),
    )
    const onCases: CaseCommand[] = []
    const answers: CaseAnswer[] = []
    const settled = commands.map((command) =>
      isFresh(command)
        ? command.events.map((event) => {
            const refused = refusalOf(event, (source) => known.sources.get(source))
            if (refused || !('told' in event))
              return { ...reject(event, refused, batch, vault), upTo: onCases.length }
            return take(event, command.rules, known, { batch, onCases, answers })
          })
        : undefined,
    )
    const unwritten = settled.flatMap((all) => all ?? []).values()
    let next = unwritten.next().value
    const writeAnswered = (soFar: readonly CaseAnswer[]) => {
      answers.push(...soFar.slice(answers.length))
      for (; next && next.upTo <= answers.length; next = unwritten.next().value) next.write?.()
    }
    writeAnswered(await executeCases(onCases, batch, writeAnswered))
    const results = settled.map((all) =>
      all
        ? { status: 'settled' as const, results: all.map(({ tell }) => tell()) }
        : { status: 'stale' as const },
    )
    const isRejected = results.some(
      (one) => one.status === 'settled' && one.results.some(({ status }) => status === 'rejected'),
    )
    if (isRejected) await forgetOld(batch)
    return results
  }
}

async function load(batch: Batch, events: readonly ThingEvent[]): Promise<Known> {
  const { query, municipality } = batch
  const told = events.flatMap((event) => ('told' in event ? [event.told] : []))
  const named = events.flatMap(
    (event) => ('told' in event ? event.told.source : event.source) ?? [],
  )
  const assets = [...new Set(told.map(({ asset }) => asset))]
  const [sources, taken, conditions] = await Promise.all([
    named.length === 0 ? [] : findSources(query, municipality, [...new Set(named)]),
    told.length === 0 ? [] : findEvents(query, municipality, told),
    told.length === 0 ? [] : findConditions(query, municipality, assets),
  ])
  return {
    sources: new Map(sources.map(({ source, key_id }) => [source, key_id])),
    events: new Map(
      taken.map(({ source, id, outcome, is_time_suspect, case_id, case_number }) => {
        const of = case_id && case_number ? { case: { id: case_id, number: case_number } } : {}
        const told = { source, id, outcome, isTimeSuspect: is_time_suspect, ...of }
        return [nameOf(source, id), () => ({ status: 'repeated' as const, ...told })]
      }),
    ),
    conditions: new Map(
      conditions.map(({ asset_id, condition, raised_at, cleared_at, standing }) => [
        nameOf(asset_id, condition),
        {
          ...(raised_at === null ? {} : { raised_ms: raised_at }),
          ...(cleared_at === null ? {} : { cleared_ms: cleared_at }),
          standing,
        },
      ]),
    ),
  }
}

type Writing = { batch: Batch; onCases: CaseCommand[]; answers: readonly CaseAnswer[] }

/** `upTo`: it can be written once so many commands on cases were answered. */
function take(
  { told, by }: ThingEvent & { told: Told },
  rules: Rules,
  known: Known,
  { batch, onCases, answers }: Writing,
): { tell: Settled; write?: () => void; upTo: number } {
  const { source, id, asset, condition } = told
  const repeated = known.events.get(nameOf(source, id))
  if (repeated) return { tell: repeated, upTo: onCases.length }
  const { municipality } = batch
  if (!known.sources.has(source)) {
    known.sources.set(source, by)
    batch.write(SOURCES, [{ municipality, source, key_id: by, bound_at: batch.now_ms }])
  }
  const name = nameOf(asset, condition)
  const taken = takeEvent(told, known.conditions.get(name) ?? NEVER, rules)
  known.conditions.set(name, taken.after)
  writeCondition(batch, told, taken)
  const first = onCases.length
  onCases.push(...taken.commands)
  // Which case it came to is known only when the cases have answered.
  const caseOf = () => caseIn(answers.slice(first, first + taken.commands.length))
  const tell = (): EventResult & { status: 'taken' | 'repeated' } => {
    const found = caseOf()
    const { outcome } = taken
    const head = { status: 'taken' as const, source, id, outcome }
    return { ...head, isTimeSuspect: isTimeSuspect(told), ...(found ? { case: found } : {}) }
  }
  known.events.set(nameOf(source, id), () => ({ ...tell(), status: 'repeated' }))
  return { tell, write: () => writeEvent(batch, told, taken, caseOf()), upTo: onCases.length }
}

function caseIn(answers: readonly CaseAnswer[]): CaseOfEvent | undefined {
  for (const answer of answers) {
    if (answer.status === 'accepted') return { id: answer.case.id, number: answer.case.number }
    if (answer.status === 'repeated') return { id: answer.caseId, number: answer.number }
  }
  return undefined
}

function writeCondition(batch: Batch, { asset, condition }: Told, { after }: Taken): void {
  const { raised_ms, cleared_ms, standing } = after
  batch.write(CONDITION_ROWS, [
    {
      municipality: batch.municipality,
      asset_id: asset,
      condition,
      raised_at: raised_ms,
      cleared_at: cleared_ms,
      standing,
    },
  ])
}

function writeEvent(
  batch: Batch,
  told: Told,
  { outcome }: Taken,
  found: CaseOfEvent | undefined,
): void {
  const { source, id, kind, asset, condition, received_ms, seen_ms } = told
  batch.write(EVENTS, [
    {
      municipality: batch.municipality,
      source,
      id,
      kind,
      asset_id: asset,
      condition,
      received_at: received_ms,
      seen_at: seen_ms,
      is_time_suspect: isTimeSuspect(told),
      outcome,
      case_id: found?.id,
      case_number: found?.number,
    },
  ])
}

function reject(
  event: ThingEvent,
  refused: Refused | undefined,
  batch: Batch,
  vault: Vault,
): { tell: Settled } {
  if (!refused) throw new Error('an event is either told or refused')
  const { municipality } = batch
  const { rejectId, by: key_id, received_ms: received_at, text: body } = event
  const { source, id } = 'told' in event ? event.told : event
  const named = {
    ...(source === undefined ? {} : { source }),
    ...(id === undefined ? {} : { id }),
  }
  const { key, box } = sealReject(vault, municipality, rejectId, {
    detail: refused.detail,
    ...(source === undefined ? {} : { source }),
    ...(id === undefined ? {} : { eventId: id }),
    body,
  })
  const { reason } = refused
  batch.write(REJECTS, [{ municipality, id: rejectId, received_at, key_id, reason }])
  batch.write(KEYS, [key])
  batch.write(BOXES, [box])
  return { tell: () => ({ status: 'rejected', refused, rejectId, ...named }) }
}

const KEPT_MS = 90 * 86_400_000
/** So that the first round after a long time is no long one. */
const MOST_FORGOTTEN = 500

/** Nobody knows what is in a reject: it is kept no longer than it takes to put right what was wrong. */
async function forgetOld({ query, municipality, now_ms }: Batch): Promise<void> {
  const rows = await query<{ id: string }>(sql`
    delete from things.rejects
    where municipality = ${municipality} and id in (
      select id from things.rejects
      where municipality = ${municipality} and received_at < ${toIso(now_ms - KEPT_MS)}
      order by received_at
      limit ${MOST_FORGOTTEN})
    returning id`)
  if (rows.length === 0) return
  await destroyKeys(
    query,
    municipality,
    rows.map(({ id }) => boxOf(id)),
  )
}
