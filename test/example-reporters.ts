import type { Changed, SignalData } from '#modules/cases'
import { decideStop } from '../src/modules/cases/reporting.ts'
import { exampleSignal, type LivingCase, NOON_ms } from './example-case.ts'

let signals = 0
/** A signal of somebody who left an address, or, as nobody, of one who did not. */
export function signalOf(who: string, own: Parameters<typeof exampleSignal>[0] = {}): SignalData {
  signals += 1
  const person = who === 'nobody' ? {} : { person: `person/${who}`, wantsMail: true as const }
  return exampleSignal({ ...own, signalId: `signal-${signals}`, ...person })
}

/** What work of one commit made of a case. */
export function changedBy(live: LivingCase, work: () => unknown): Changed {
  const from = live.events.length
  const before = from === 0 ? undefined : live.state
  work()
  const events = live.events.slice(from).map((event) => ({ event, occurred_ms: NOON_ms }))
  return { before, after: live.state, events }
}

/** One of those who are written to, the n-th, wants it no more. */
export function stop(live: LivingCase, at = 0) {
  const [signalId = ''] = live.state.reporters[at]?.signals ?? []
  return live.take(decideStop(signalId, live.state, live.now_ms))
}
