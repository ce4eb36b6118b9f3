import type { Refuse } from '#platform/operation'
import type { Catalogue } from '#platform/problem'
import { STEP_RULES, WRONGFUL_STEPS } from '../wrongful-reports.ts'
import type { SeenWrongful } from './seen-wrongful-reports.ts'

/** A step that was refused, with how it stands and what could be done instead. */
export function refusalIn<Problems extends Catalogue>(
  refuse: Refuse<Problems>,
  problems: Problems,
  reason: string,
  { row: { state } }: SeenWrongful,
  by: 'municipality' | 'party',
): Response {
  // The assignment was there a moment ago, and none ever goes.
  if (!Object.hasOwn(problems, reason)) throw new Error(`${reason} is not declared here`)
  if (reason !== 'wrongful-step-not-allowed') return refuse(reason)
  const allowed = WRONGFUL_STEPS.filter(
    (step) => STEP_RULES[step].by === by && STEP_RULES[step].from.includes(state),
  )
  const can = allowed.length === 0 ? 'nothing' : allowed.join(', ')
  return refuse(reason, { detail: `One that is ${state} takes: ${can}.`, state, allowed })
}
