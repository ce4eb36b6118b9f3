import { gridDisk, latLngToCell } from 'h3-js'
import { type Batch, readStreamsAfter } from '#journal'
import { MOST_FLAPS_HOURS } from '#modules/agreements'
import { OUTBOX, type OutboxRow, type TakeBack, takeBack } from '#platform/outbox'
import { readWrappedKeys } from '#platform/vault'
import { type Case, evolve } from './case.ts'
import { setTimers } from './case-timers.ts'
import { DARK } from './clusters.ts'
import type { CaseEvent, SignalData } from './events.ts'
import { createFoldCache, type FoldCache, type Folded } from './fold-cache.ts'
import { type Candidate, candidateOf } from './joining.ts'
import { toldBy } from './members.ts'
import { type Changed, cellText, JOIN_RESOLUTION, type Occurrence, project } from './projections.ts'
import {
  findAssignmentCases,
  findCandidates,
  findGathering,
  findRepeats,
  findSignalCases,
  findTakenIn,
} from './queries.ts'
import { caseEventOf, EVENT_VERSION } from './recorded-event.ts'
import type { Recording } from './recording.ts'
import type { Rules } from './rules.ts'
import { noteTold } from './telling-members.ts'

/** What has to leave because a case changed: new messages, and those that need not arrive any more. */
export type Notice = {
  messages: readonly OutboxRow[]
  takeBack: readonly TakeBack[]
}
export type Notify = (
  municipality: string,
  changed: Changed,
  rules: Rules,
  now_ms: number,
) => Notice

/** The cases that a batch of commands is about, as they are now and as the batch makes them. */
export type WorkingSet = {
  /** The wrapped keys of persons: those that are kept, and those that this batch makes. */
  personKeys: Map<string, Buffer>
  byId(id: string): Case | undefined
  byAssignment(id: string): Case | undefined
  bySignal(id: string): Case | undefined
  /** What was told with the signals that a case has. */
  signalsOf(state: Case): readonly SignalData[]
  candidates(signal: SignalData): Candidate[]
  /** Open cases with objects that hang from it. */
  under(unit: string): readonly Case[]
  /** Of the cases at hand those that gave their reports to another. */
  takenInBy(id: string): readonly Case[]
  /** The cases of several objects that hang from it, open or not too long closed. */
  ofSeveral(unit: string, category: string): readonly Candidate[]
  findRepeated(signal: SignalData): { caseId: string; number: string; signalId: string } | undefined
  add(before: Case | undefined, recording: Recording): Case
  remember(signal: SignalData, of: Case): void
  /** Cases as this batch leaves them, for those who may keep them once it is committed. */
  folded(): Folded[]
  /**
   * Writes the rows of what changed so far: of a large batch some leave before the rest is decided. A case of several
   * objects waits until it `isOver` with what they hang from: a row that changes again would be written again.
   */
  writeRows(isOver: (unit: string) => boolean): void
  /** Writes all that changed since; gives the destinations of the messages that it laid in the outbox. */
  flush(notify: Notify): readonly string[]
}

const NO_FOLDS = createFoldCache(0)
const stream = (id: string) => `case/${id}`
const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000
const FINGERPRINT_MS = 600_000
/** With two rings around it, a cell of this size holds every point within 250 m, the widest joining radius. */
export const CELLS_AROUND = 2

/** What the commands of a batch are about. */
export type Wanted = {
  signals: readonly SignalData[]
  /** Signals that came before. */
  signalIds: readonly string[]
  assignmentIds: readonly string[]
  caseIds: readonly string[]
  persons: readonly string[]
  rules: Rules
}

export async function loadWorkingSet(
  batch: Batch,
  wanted: Wanted,
  folds: Pick<FoldCache, 'get'> = NO_FOLDS,
): Promise<WorkingSet> {
  const { municipality } = batch
  const { signals, signalIds, assignmentIds, persons } = wanted
  const units = new Set(signals.flatMap(({ circuit = [] }) => circuit.map(({ unit }) => unit)))
  const [repeats, candidates, several, byAssignment, bySignal, personKeys] = await Promise.all([
    signals.length === 0 ? [] : findRepeats(batch.query, municipality, signals),
    signals.length === 0 ? [] : findCandidates(batch.query, municipality, around(wanted, batch)),
    findSeveral(units, wanted, batch),
    assignmentIds.length === 0 ? [] : findAssignmentCases(batch.query, municipality, assignmentIds),
    signalIds.length === 0 ? [] : findSignalCases(batch.query, municipality, signalIds),
    persons.length === 0 ? new Map() : readWrappedKeys(batch.query, municipality, persons),
  ])
  const ids = new Set([
    ...wanted.caseIds,
    ...[...candidates, ...several].filter((one) => mayGoOn(one, batch.now_ms)).map((one) => one.id),
    ...candidates.flatMap(({ joinedInto }) => joinedInto ?? []),
    ...byAssignment.map((one) => one.case_id),
    ...bySignal.map((one) => one.case_id),
  ])
  const states = new Map<string, Case>()
  const told: Told = { signals: new Map(), of: new Map() }
  const kept = new Map<string, Folded['told']>()
  const load = async (wantedIds: Iterable<string>) => {
    const streams = [...wantedIds]
      .filter((id) => !states.has(id))
      .map((id) => {
        const known = folds.get(municipality, id)
        if (known) states.set(id, known.state)
        if (known) kept.set(id, known.told)
        return { stream: stream(id), version: known?.state.version ?? 0 }
      })
    for (const event of await readStreamsAfter(batch.query, municipality, streams)) {
      const id = event.stream.slice('case/'.length)
      const happened = caseEventOf(event)
      states.set(id, evolve(states.get(id), happened, event, id))
      rememberSignal(told, id, happened)
    }
  }
  await load(ids)
  const falling = [...wanted.caseIds, ...bySignal.map((one) => one.case_id)]
  const below = await findBelow(
    falling.flatMap((id) => states.get(id) ?? []),
    wanted,
    batch,
  )
  if (below) await load(below.ids)
  return openWorkingSet(batch, wanted.rules, {
    states,
    told,
    kept,
    candidates,
    several: [...several, ...(below?.several ?? [])],
    repeats,
    byAssignment,
    bySignal,
    personKeys,
  })
}

function findSeveral(
  units: ReadonlySet<string>,
  { rules }: Pick<Wanted, 'rules'>,
  { query, municipality, now_ms }: Batch,
): Promise<Candidate[]> {
  const closedSince_ms = now_ms - rules.lookBack_days * DAY_MS
  if (units.size === 0) return Promise.resolve([])
  return findGathering(query, municipality, { units: [...units], closedSince_ms })
}

/** What the objects of a case of several go back to when they are no one problem any more. */
async function findBelow(
  cases: readonly Case[],
  wanted: Wanted,
  batch: Batch,
): Promise<{ ids: readonly string[]; several: readonly Candidate[] } | undefined> {
  const ofSeveral = cases.filter(({ cluster }) => cluster)
  if (ofSeveral.length === 0) return undefined
  const units = ofSeveral.flatMap(({ dark }) =>
    dark.flatMap(({ of }) => of.map(({ unit }) => unit)),
  )
  const several = await findSeveral(new Set(units), wanted, batch)
  const into = ofSeveral.map(({ id }) => id)
  const before = await findTakenIn(batch.query, batch.municipality, into)
  const open = several.filter(({ status }) => status !== 'closed').map(({ id }) => id)
  return { ids: [...new Set([...before, ...open])], several }
}

type Told = {
  signals: Map<string, SignalData>
  /** Which of them came to which case. */
  of: Map<string, string[]>
}

function rememberSignal(told: Told, caseId: string, event: CaseEvent): void {
  if (event.type !== 'SignalReceived' && event.type !== 'SignalMovedIn') return
  const { signalId } = event.data.signal
  told.signals.set(signalId, event.data.signal)
  const known = told.of.get(caseId)
  if (known) known.push(signalId)
  else told.of.set(caseId, [signalId])
}

const sourceOf = ({ source, sourceId }: SignalData) => `${source}\u0000${sourceId}`

/** What was joined is known by its own object and place, and stands as the case that has its reports does. */
function joinedAs({ category, asset, place }: Candidate, into: Candidate): Candidate {
  const { asset: _asset, place: _place, ...other } = into
  return { ...other, category, ...(asset && { asset }), ...(place && { place }) }
}

/** The others are looked at and stay as they are: their events need not be read. */
function mayGoOn({ status, closedAs, closed_ms = 0 }: Candidate, now_ms: number): boolean {
  if (status !== 'closed') return true
  // Twice as long, for what was received a while before its batch.
  return closedAs === 'cleared' && closed_ms >= now_ms - 2 * MOST_FLAPS_HOURS * HOUR_MS
}

/** Where the batch looks for known problems: the signals' assets, and around the places of those without. */
function around({ signals, rules }: Wanted, batch: Batch) {
  const cells = new Set<string>()
  for (const { place, asset } of signals) {
    if (!place || asset) continue
    const cell = latLngToCell(place.lat, place.lon, JOIN_RESOLUTION)
    for (const near of gridDisk(cell, CELLS_AROUND)) cells.add(cellText(near))
  }
  return {
    assets: [...new Set(signals.flatMap(({ asset }) => (asset ? [asset.id] : [])))],
    categories: [...new Set(signals.map(({ category }) => category))],
    cells: [...cells],
    closedSince_ms: batch.now_ms - rules.lookBack_days * DAY_MS,
  }
}

/** What its objects hang from; the same for most of a case of several, so that few are looked at. */
function unitsOf({ dark, cluster }: Case): Set<string> {
  const units = new Set(cluster ? [cluster.unit] : [])
  for (const of of DARK.of(dark).circuits) for (const { unit } of of) units.add(unit)
  return units
}

/** What the objects of new signals hang from: a case that is known need not be gone through again for each. */
function unitsIn(events: readonly CaseEvent[]): readonly string[] {
  return events.flatMap((event) => {
    const isSignal = event.type === 'SignalReceived' || event.type === 'SignalMovedIn'
    return isSignal ? (event.data.signal.circuit ?? []).map(({ unit }) => unit) : []
  })
}

type Loaded = {
  states: Map<string, Case>
  told: Told
  /** The same of cases that were kept folded. */
  kept: ReadonlyMap<string, Folded['told']>
  candidates: readonly Candidate[]
  several: readonly Candidate[]
  repeats: Awaited<ReturnType<typeof findRepeats>>
  byAssignment: readonly { id: string; case_id: string }[]
  bySignal: readonly { id: string; case_id: string }[]
  personKeys: Map<string, Buffer>
}

/** The cases at hand, to be read and added to until all that changed is written. */
export function openWorkingSet(batch: Batch, rules: Rules, loaded: Loaded): WorkingSet {
  const { municipality, now_ms } = batch
  const { states, told } = loaded
  const caseOf = new Map(loaded.byAssignment.map((one) => [one.id, one.case_id]))
  const originals = new Map<string, Case | undefined>()
  const occurrences = new Map<string, Occurrence[]>()
  const opened: Case[] = []
  const received = new Map<string, { signal: SignalData; of: Case }>()
  const ofSignal = new Map(loaded.bySignal.map((one) => [one.id, one.case_id]))
  const byUnit = new Map<string, Set<string>>()
  const index = (id: string, units: Iterable<string>) => {
    for (const unit of units) {
      const known = byUnit.get(unit) ?? new Set()
      byUnit.set(unit, known.add(id))
    }
  }
  for (const one of states.values()) index(one.id, unitsOf(one))

  const written = new Map<string, { state: Case; events: number }>()
  const writeRows = (isOver: (unit: string) => boolean) => {
    const changed: Changed[] = []
    for (const [id, events] of occurrences) {
      const after = states.get(id)
      const last = written.get(id)
      if (!after || last?.state === after) continue
      if (after.cluster && !isOver(after.cluster.unit)) continue
      const before = last?.state ?? originals.get(id)
      changed.push({ before, after, events: events.slice(last?.events) })
      written.set(id, { state: after, events: events.length })
    }
    project(batch, changed)
  }

  function add(before: Case | undefined, recording: Recording): Case {
    if (recording.events.length === 0 && before) return before
    const { state } = recording
    if (!originals.has(state.id)) originals.set(state.id, before)
    if (!before) opened.push(state)
    states.set(state.id, state)
    index(state.id, before ? unitsIn(recording.events) : unitsOf(state))
    const known = occurrences.get(state.id) ?? []
    occurrences.set(state.id, known)
    let version = before?.version ?? 0
    for (const event of recording.events) {
      version += 1
      const whole = { stream: stream(state.id), version, typeVersion: EVENT_VERSION, ...event }
      batch.append(whole, recording.now_ms)
      rememberSignal(told, state.id, event)
      if (event.type === 'SignalReceived' || event.type === 'SignalMovedIn')
        ofSignal.set(event.data.signal.signalId, state.id)
      known.push({ event, occurred_ms: recording.now_ms })
    }
    return state
  }

  return {
    personKeys: loaded.personKeys,
    byId: (id) => states.get(id),
    byAssignment(id) {
      const caseId = caseOf.get(id)
      return caseId === undefined ? undefined : states.get(caseId)
    },
    bySignal(id) {
      const caseId = ofSignal.get(id)
      return caseId === undefined ? undefined : states.get(caseId)
    },
    signalsOf: ({ id: of, signals }) =>
      signals.flatMap((id) => told.signals.get(id) ?? loaded.kept.get(of)?.get(id) ?? []),
    candidates(signal) {
      const asNow = (one: Candidate) => {
        const state = states.get(one.id)
        const now = state ? candidateOf(state) : one
        const into = now.joinedInto === undefined ? undefined : states.get(now.joinedInto)
        // What was one of several and still is dark after that is over has a problem of its own.
        const isOver = into?.cluster && into.status !== 'open'
        return into && !isOver ? joinedAs(now, candidateOf(into)) : now
      }
      return [...loaded.candidates, ...opened].flatMap((one) => {
        // A case is large to copy, and most are of another asset.
        if ((states.get(one.id) ?? one).category !== signal.category) return []
        return [asNow(one)]
      })
    },
    under: (unit) =>
      [...(byUnit.get(unit) ?? [])].flatMap((id) => {
        const one = states.get(id)
        const isOpen = one?.status === 'open' && one.joinedInto === undefined
        return isOpen && one.dark.some(({ of }) => of.some((each) => each.unit === unit))
          ? [one]
          : []
      }),
    takenInBy: (id) => [...states.values()].filter(({ joinedInto }) => joinedInto === id),
    ofSeveral(unit, category) {
      const stored = loaded.several.filter(({ id }) => !states.has(id))
      const ids = new Set([...loaded.several, ...opened].map(({ id }) => id))
      const atHand = [...ids].flatMap((id) => states.get(id) ?? [])
      return [
        ...stored.filter((one) => one.clusterUnit === unit && one.category === category),
        ...atHand
          .filter((one) => one.cluster?.unit === unit && one.category === category)
          .map(candidateOf),
      ]
    },
    findRepeated(signal) {
      const inBatch = received.get(sourceOf(signal))
      if (inBatch) {
        const { id: caseId, number } = inBatch.of
        return { caseId, number, signalId: inBatch.signal.signalId }
      }
      const row = loaded.repeats.find(
        (one) =>
          one.source === signal.source &&
          one.source_id === signal.sourceId &&
          (!signal.isFingerprint || one.received_at > signal.received_ms - FINGERPRINT_MS),
      )
      return row && { caseId: row.case_id, number: row.number, signalId: row.id }
    },
    add,
    writeRows,
    remember(signal, of) {
      const name = sourceOf(signal)
      if (!received.has(name)) received.set(name, { signal, of })
    },
    folded: () =>
      [...occurrences.keys()].flatMap((id) => {
        const state = states.get(id)
        if (!state) return []
        // What a batch that failed has added to it is of signals that no case has.
        const kept = loaded.kept.get(id)
        const all = kept ?? new Map<string, SignalData>()
        // Of one that was kept only what came since is new.
        for (const one of kept ? (told.of.get(id) ?? []) : state.signals) {
          const signal = told.signals.get(one)
          if (signal) all.set(one, signal)
        }
        return [{ state, told: all }]
      }),
    flush(notify) {
      const changed: Changed[] = []
      const notices: Notice[] = []
      for (const [id, events] of occurrences) {
        const after = states.get(id)
        if (!after) continue
        const one = { before: originals.get(id), after, events }
        const notice = after.isHistory ? undefined : notify(municipality, one, rules, now_ms)
        if (notice) notices.push(notice)
        const told = notice && toldBy(after, notice.messages)
        changed.push(told ? { ...one, after: add(after, noteTold(after, told, now_ms)) } : one)
      }
      writeRows(() => true)
      for (const one of changed) setTimers(batch, one, rules)
      const destinations = new Set<string>()
      const back: TakeBack[] = []
      for (const notice of notices) {
        batch.write(OUTBOX, notice.messages)
        for (const { destination } of notice.messages) destinations.add(destination)
        back.push(...notice.takeBack)
      }
      if (back.length > 0)
        for (const statement of takeBack(municipality, back, now_ms)) batch.afterRows(statement)
      return [...destinations]
    },
  }
}
