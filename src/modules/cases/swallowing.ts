import { endanger, move, type Pair } from './case-joining.ts'
import type { Assignment } from './case-state.ts'
import type { Cluster } from './clusters.ts'
import { isUnsafe, watchDanger } from './danger.ts'
import { hasBegun } from './ending-work.ts'
import type { SignalData } from './events.ts'
import { ACTIVE, NOT_BEGUN } from './lifecycle.ts'
import {
  type Circumstances,
  followUp,
  type Recording,
  routeCase,
  settleDesk,
  startRecording,
} from './recording.ts'

const RULE = 'rule'

/**
 * A case turns out to be part of a problem of several objects: its reports go there, what was not begun for it is
 * withdrawn, and it ends as swallowed. What was begun is not taken back: then it ends when that work does.
 */
export function swallow(
  { from, to }: Pair,
  signals: readonly SignalData[],
  circumstances: Circumstances,
): void {
  const isDangerous = isUnsafe(from.state)
  for (const signal of signals) move(signal, { from, to }, { because: 'joined', by: RULE })
  const { id: into, number } = to.state
  from.record({ type: 'CaseJoined', data: { into, number, by: RULE, as: 'swallowed' } })
  withdraw(
    from,
    from.state.assignments.filter((one) => !hasBegun(one)),
    'swallowed',
  )
  settleDesk(from, from.state.desk, RULE)
  if (isDangerous) endanger(to, circumstances, { by: 'desk', source: `case/${from.state.id}` })
  followUp(from, circumstances)
}

function withdraw(
  recording: Recording,
  assignments: readonly Assignment[],
  reason: 'swallowed' | 'cleared',
): void {
  for (const { id: assignmentId, status } of assignments)
    if (ACTIVE.includes(status))
      recording.record({ type: 'AssignmentWithdrawn', data: { assignmentId, reason } })
}

/** What the reports of one object go to when it is no part of the larger problem any more. */
export type Back =
  /** The case that it had before, which may still be at work for it. */
  | { kind: 'given-back'; to: Recording }
  /** A case that is open. */
  | { kind: 'joins'; to: Recording; clusterSince_ms?: number }
  /** A new one, of this object alone or of several again. */
  | { kind: 'opens'; caseId: string; number: string; cluster?: Cluster }

/** The reports of one object leave a case of several, and are asked after anew. */
export function giveBack(
  signals: readonly SignalData[],
  from: Recording,
  back: Back,
  circumstances: Circumstances,
): Recording {
  const [first] = signals
  if (!first) throw new Error(`case ${from.state.number} has no report to give back`)
  const { visibility, id } = from.state
  const to =
    back.kind === 'opens' ? startRecording(undefined, back.caseId, circumstances.now_ms) : back.to
  if (back.kind === 'given-back') to.record({ type: 'CaseGivenBack', data: { from: id, by: RULE } })
  const category = circumstances.rules.category(first.category)
  for (const signal of signals) {
    const isOpening = back.kind === 'opens' && signal === first
    const opens = isOpening && {
      number: back.number,
      visibility,
      priority: category?.priority ?? 'normal',
      ...(back.cluster && { cluster: back.cluster }),
    }
    const because = back.kind === 'given-back' ? 'given-back' : 'split-off'
    const toId = back.kind === 'opens' ? back.caseId : to.state.id
    const since = back.kind === 'joins' ? back.clusterSince_ms : undefined
    move(
      signal,
      { from, to },
      {
        because,
        by: RULE,
        ...(opens && { opens }),
        ...(since !== undefined && { clusterSince_ms: since }),
      },
      toId,
    )
  }
  const isAtWork = to.state.assignments.some(({ status }) => ACTIVE.includes(status))
  if (back.kind !== 'joins' && !isAtWork) {
    const { category: asked, received_ms: at_ms } = first
    routeCase(to, circumstances, { for: 'split-off', category: asked, at_ms, signal: first })
  }
  watchDanger(to, circumstances, `case/${id}`)
  return to
}

/** Too few of its objects are dark for it to be one problem: what was asked for it is taken back, and it is over. */
export function fallApart(recording: Recording): void {
  withdraw(
    recording,
    recording.state.assignments.filter(({ status }) => NOT_BEGUN.includes(status)),
    'cleared',
  )
  recording.record({ type: 'CaseClosed', data: { as: 'cleared', by: 'thing' } })
}
