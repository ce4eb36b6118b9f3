import type { Batch } from '#journal'
import { clearTimers, TIMERS } from '#platform/timers'
import type { Case } from './case.ts'
import { isOver, termsNow } from './clustering.ts'
import { isUnattended } from './danger.ts'
import { membersTimer } from './members.ts'
import type { Changed } from './projections.ts'
import { questionTimer } from './questions.ts'
import type { Rules } from './rules.ts'
import { suspensionTimer } from './suspending.ts'
import { termTimer } from './term-watch.ts'
import { verificationOf, workOf } from './work.ts'

const DAY_MS = 86_400_000

type CaseTimer = { due_at: number; body: object }

/** What goes off by itself as long as a case is as it is, by the type of the timer. */
const TIMERS_OF: Readonly<Record<string, (state: Case, rules: Rules) => CaseTimer | undefined>> = {
  /** A case that is done is left unchallenged after the days of its agreement, unless it is contested before. */
  unchallenged(state, rules) {
    if (state.status !== 'done' || state.done_ms === undefined) return undefined
    const afterDays = verificationOf(workOf(state), rules).unchallengedAfterDays
    return { due_at: state.done_ms + afterDays * DAY_MS, body: { caseId: state.id, afterDays } }
  },
  /** Things of a case of several that do not say in time that they work again have a problem of their own. */
  cluster(state, rules) {
    const terms = state.cluster && termsNow(state.cluster, rules)
    const over_ms = state.done_ms ?? state.closed_ms
    if (!terms || over_ms === undefined || !isOver(state) || state.raised.length === 0)
      return undefined
    return { due_at: over_ms + terms.settleMinutes * 60_000, body: { caseId: state.id } }
  },
  /** What joined or left is told when no other message told it in time. */
  members: membersTimer,
  /** A question that nobody replies to lapses after the days of its agreement. */
  question: questionTimer,
  /** What a party lets stand still runs again at the limit of its reason. */
  suspension: suspensionTimer,
  /** A date comes near, or passes. */
  term: termTimer,
  /** Whoever is called because it is dangerous has so many minutes before the next one is. */
  duty(state) {
    const last = state.duty?.calls.at(-1)
    if (!last || !isUnattended(state) || state.desk.includes('danger-unacknowledged'))
      return undefined
    return { due_at: last.until_ms, body: { caseId: state.id, step: last.step } }
  },
}

/** Sets and takes back the timers of a case as it is now. */
export function setTimers(batch: Batch, { before, after }: Changed, rules: Rules): void {
  const { municipality: tenant } = batch
  for (const [type, timerOf] of Object.entries(TIMERS_OF)) {
    const id = `${type}/${after.id}`
    const wanted = timerOf(after, rules)
    // Nothing else moves it, so that a storm does not write it again with each batch.
    const isSet = type === 'members' && before && timerOf(before, rules)?.due_at === wanted?.due_at
    if (isSet) continue
    if (wanted) batch.write(TIMERS, [{ tenant, id, type, ...wanted }])
    else if (before && timerOf(before, rules)) batch.afterRows(clearTimers(tenant, [id]))
  }
}
