import { gridDisk, latLngToCell } from 'h3-js'
import { type Batch, readStreams } from '#journal'
import { MOST_FLAPS_HOURS } from '#modules/agreements'
import { OUTBOX, type OutboxRow, type TakeBack, takeBack } from '#platform/outbox'
import { readWrappedKeys } from '#platform/vault'
import { type Case, evolve } from './case.ts'
import { setTimers } from './case-timers.ts'
import type { CaseEvent, SignalData } from './events.ts'
import { type Candidate, candidateOf } from './joining.ts'
import { type Changed, cellText, JOIN_RESOLUTION, type Occurrence, project } from './projections.ts'
import { findAssignmentCases, findCandidates, findRepeats, findSignalCases } from './queries.ts'
import { caseEventOf, EVENT_VERSION } from './recorded-event.ts'
import type { Recording } from './recording.ts'
import type { Rules } from './rules.ts'

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
  findRepeated(signal: SignalData): { caseId: string; number: string; signalId: string } | undefined
  add(before: Case | undefined, recording: Recording): Case
  remember(signal: SignalData, of: Case): void
  /** Writes all that changed; gives the destinations of the messages that it laid in the outbox. */
  flush(notify: Notify): readonly string[]
}

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

export async function loadWorkingSet(batch: Batch, wanted: Wanted): Promise<WorkingSet> {
  const { municipality } = batch
  const { signals, signalIds, assignmentIds, persons } = wanted
  const [repeats, candidates, byAssignment, bySignal, personKeys] = await Promise.all([
    signals.length === 0 ? [] : findRepeats(batch.query, municipality, signals),
    signals.length === 0 ? [] : findCandidates(batch.query, municipality, around(wanted, batch)),
    assignmentIds.length === 0 ? [] : findAssignmentCases(batch.query, municipality, assignmentIds),
    signalIds.length === 0 ? [] : findSignalCases(batch.query, municipality, signalIds),
    persons.length === 0 ? new Map() : readWrappedKeys(batch.query, municipality, persons),
  ])
  const ids = new Set([
    ...wanted.caseIds,
    ...candidates.filter((one) => mayGoOn(one, batch.now_ms)).map((one) => one.id),
    ...candidates.flatMap(({ joinedInto }) => joinedInto ?? []),
    ...byAssignment.map((one) => one.case_id),
    ...bySignal.map((one) => one.case_id),
  ])
  const states = new Map<string, Case>()
  const told = new Map<string, SignalData>()
  for (const event of await readStreams(batch.query, municipality, [...ids].map(stream))) {
    const id = event.stream.slice('case/'.length)
    const happened = caseEventOf(event)
    states.set(id, evolve(states.get(id), happened, event, id))
    rememberSignal(told, happened)
  }
  return openWorkingSet(batch, wanted.rules, {
    states,
    told,
    candidates,
    repeats,
    byAssignment,
    bySignal,
    personKeys,
  })
}

function rememberSignal(told: Map<string, SignalData>, event: CaseEvent): void {
  if (event.type !== 'SignalReceived' && event.type !== 'SignalMovedIn') return
  told.set(event.data.signal.signalId, event.data.signal)
}

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

type Loaded = {
  states: Map<string, Case>
  told: Map<string, SignalData>
  candidates: readonly Candidate[]
  repeats: Awaited<ReturnType<typeof findRepeats>>
  byAssignment: readonly { id: string; case_id: string }[]
  bySignal: readonly { id: string; case_id: string }[]
  personKeys: Map<string, Buffer>
}

function openWorkingSet(batch: Batch, rules: Rules, loaded: Loaded): WorkingSet {
  const { municipality, now_ms } = batch
  const { states, told } = loaded
  const caseOf = new Map(loaded.byAssignment.map((one) => [one.id, one.case_id]))
  const originals = new Map<string, Case | undefined>()
  const occurrences = new Map<string, Occurrence[]>()
  const opened: Case[] = []
  const received: { signal: SignalData; of: Case }[] = []

  return {
    personKeys: loaded.personKeys,
    byId: (id) => states.get(id),
    byAssignment(id) {
      const caseId = caseOf.get(id)
      return caseId === undefined ? undefined : states.get(caseId)
    },
    bySignal(id) {
      const caseId =
        loaded.bySignal.find((one) => one.id === id)?.case_id ??
        received.find(({ signal }) => signal.signalId === id)?.of.id
      return caseId === undefined ? undefined : states.get(caseId)
    },
    signalsOf: ({ signals }) => signals.flatMap((id) => told.get(id) ?? []),
    candidates(signal) {
      const asNow = (one: Candidate) => {
        const state = states.get(one.id)
        const now = state ? candidateOf(state) : one
        const into = now.joinedInto === undefined ? undefined : states.get(now.joinedInto)
        return into ? joinedAs(now, candidateOf(into)) : now
      }
      const stored = loaded.candidates.map(asNow)
      const fresh = opened.map(asNow)
      return [...stored, ...fresh].filter((one) => one.category === signal.category)
    },
    findRepeated(signal) {
      const inBatch = received.find(
        (one) => one.signal.source === signal.source && one.signal.sourceId === signal.sourceId,
      )
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
    add(before, recording) {
      if (recording.events.length === 0 && before) return before
      const { state } = recording
      if (!originals.has(state.id)) originals.set(state.id, before)
      if (!before) opened.push(state)
      states.set(state.id, state)
      const known = occurrences.get(state.id) ?? []
      occurrences.set(state.id, known)
      let version = before?.version ?? 0
      for (const event of recording.events) {
        version += 1
        const whole = { stream: stream(state.id), version, typeVersion: EVENT_VERSION, ...event }
        batch.append(whole, recording.now_ms)
        rememberSignal(told, event)
        known.push({ event, occurred_ms: recording.now_ms })
      }
      return state
    },
    remember: (signal, of) => void received.push({ signal, of }),
    flush(notify) {
      const changed: Changed[] = []
      for (const [id, events] of occurrences) {
        const after = states.get(id)
        if (after) changed.push({ before: originals.get(id), after, events })
      }
      project(batch, changed)
      const destinations = new Set<string>()
      for (const one of changed) {
        setTimers(batch, one, rules)
        if (one.after.isHistory) continue
        const notice = notify(municipality, one, rules, now_ms)
        batch.write(OUTBOX, notice.messages)
        for (const { destination } of notice.messages) destinations.add(destination)
        if (notice.takeBack.length > 0)
          for (const statement of takeBack(municipality, notice.takeBack, now_ms))
            batch.afterRows(statement)
      }
      return [...destinations]
    },
  }
}
