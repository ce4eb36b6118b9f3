import type { Batch } from '#journal'
import { BOXES, KEYS } from '#platform/vault'
import { decideAnswer } from './answering.ts'
import { type Answer, ruleOf } from './answers.ts'
import type { Case } from './case.ts'
import { caseNumber } from './case-number.ts'
import type { Seals } from './commands.ts'
import type { Circumstances, Recording } from './recording.ts'
import {
  decideClose,
  decideReport,
  decideUnchallenged,
  decideVerification,
  type Report,
} from './reporting.ts'
import type { Rules } from './rules.ts'
import { loadWorkingSet, type WorkingSet } from './working-set.ts'

/** What is known of a report of the past, and of what came of it. */
export type PastCase = {
  report: Report
  seals: Seals
  /** `settled`: it was over at `done_ms`, and nobody knows by whom; no party is made to say so. */
  outcome: 'confirmed' | 'unchallenged' | 'contested' | 'not-ours' | 'open' | 'settled'
  answered_ms?: number
  done_ms?: number
}

export type ImportHistory = { rules: Rules; past: readonly PastCase[] }

const DAY_MS = 86_400_000
const CONFIRMED_AFTER_MS = 2 * DAY_MS
const UNCHALLENGED_AFTER_DAYS = 7

/**
 * Brings in cases of the past through the same rules as those of today, each fact at its own moment. Nothing of
 * it is sent to anybody, and no signal of today joins it.
 */
export function historyExecutor(newId: () => string) {
  return async (
    commands: readonly ImportHistory[],
    batch: Batch,
  ): Promise<readonly { cases: number; isStale: boolean }[]> => {
    const [first] = commands
    if (!first || commands.some(({ rules }) => rules.epoch !== batch.epoch))
      return commands.map(() => ({ cases: 0, isStale: true }))
    const { rules } = first
    const nothing = { signals: [], signalIds: [], assignmentIds: [], caseIds: [], persons: [] }
    const work = await loadWorkingSet(batch, { ...nothing, rules })
    for (const { past } of commands) {
      for (const one of past) live(one, work, batch, { now_ms: 0, newId, rules })
    }
    work.flush(() => ({ messages: [], takeBack: [] }))
    return commands.map(({ past }) => ({ cases: past.length, isStale: false }))
  }
}

function live(past: PastCase, work: WorkingSet, batch: Batch, base: Circumstances): void {
  const { received_ms } = past.report.signal
  batch.write(KEYS, past.seals.keys)
  batch.write(BOXES, past.seals.boxes)
  const at = (now_ms: number): Circumstances => ({ ...base, now_ms })
  const opened = decideReport(past.report, { kind: 'opens' }, undefined, at(received_ms), () =>
    caseNumber(batch, received_ms),
  )
  let state = work.add(undefined, opened)
  const step = (recording: Recording | string) => {
    if (typeof recording !== 'string') state = work.add(state, recording)
  }
  const { answered_ms, done_ms, outcome } = past
  if (answered_ms !== undefined)
    step(
      answer(
        state,
        outcome === 'not-ours'
          ? { answer: 'not-ours', reason: 'not-our-asset' }
          : { answer: 'accepted' },
        at(answered_ms),
      ),
    )
  if (done_ms === undefined) return
  if (outcome === 'settled') {
    step(decideClose({ as: 'settled-by-desk', by: 'history' }, state, done_ms))
    return
  }
  step(answer(state, { answer: 'done', next: [] }, at(done_ms)))
  const source = 'history'
  const end_ms = Math.min(done_ms + CONFIRMED_AFTER_MS, batch.now_ms)
  if (outcome === 'contested') {
    step(decideVerification({ by: 'reporter', source, outcome: 'contested' }, state, end_ms))
    step(answer(state, { answer: 'done', next: [] }, at(Math.min(end_ms + DAY_MS, batch.now_ms))))
  }
  if (outcome === 'confirmed' && end_ms < batch.now_ms)
    step(decideVerification({ by: 'reporter', source, outcome: 'confirmed' }, state, end_ms))
  const silent_ms = done_ms + UNCHALLENGED_AFTER_DAYS * DAY_MS
  if (outcome === 'unchallenged' && silent_ms < batch.now_ms)
    step(decideUnchallenged(state, UNCHALLENGED_AFTER_DAYS, silent_ms))
}

/** The party that has it answers; a case that waits at the desk is left there. */
function answer(state: Case, given: Answer, circumstances: Circumstances): Recording | string {
  const assignment = state.assignments.findLast((one) =>
    ruleOf(given.answer).from.includes(one.status),
  )
  if (!assignment) return 'nobody-to-answer'
  return decideAnswer(
    {
      assignmentId: assignment.id,
      answerId: circumstances.newId(),
      answer: given,
      by: assignment.party,
      expectedRevision: assignment.revision,
    },
    state,
    circumstances,
  )
}
