import type { CaseCommand, Rules } from '#modules/cases'
import {
  isTimeSuspect,
  type Outcome,
  orderedAt_ms,
  type Refused,
  type ThingEvent,
  type Told,
} from './thing-event.ts'

/** What is known of one condition of one object. */
export type ConditionState = {
  raised_ms?: number
  cleared_ms?: number
  /** The last signal of each category that was not cleared since. */
  standing: Readonly<Record<string, string>>
}

export const NEVER: ConditionState = { standing: {} }

export type Taken = {
  outcome: Outcome
  after: ConditionState
  commands: readonly CaseCommand[]
}

/**
 * What an event makes of its condition, and what its cases are told. A raise that is older than a known clear opens
 * nothing, and a clear that is older than a known raise ends nothing: so the order of arrival does not matter.
 */
export function takeEvent(told: Told, before: ConditionState, rules: Rules): Taken {
  const at_ms = orderedAt_ms(told)
  return told.kind === 'raised'
    ? takeRaised(told, at_ms, before, rules)
    : takeCleared(told, at_ms, before, rules)
}

function takeRaised(
  told: Extract<Told, { kind: 'raised' }>,
  at_ms: number,
  before: ConditionState,
  rules: Rules,
): Taken {
  if (before.cleared_ms !== undefined && at_ms < before.cleared_ms)
    return { outcome: 'outdated', after: before, commands: [] }
  const { report, radius_m, seals } = told
  const { category, signalId } = report.signal
  const after = {
    ...before,
    raised_ms: Math.max(at_ms, before.raised_ms ?? at_ms),
    standing: { ...before.standing, [category]: signalId },
  }
  const commands = [{ type: 'ReportSignal', rules, report, radius_m, seals } as const]
  return { outcome: 'reported', after, commands }
}

function takeCleared(told: Told, at_ms: number, before: ConditionState, rules: Rules): Taken {
  const cleared_ms = Math.max(at_ms, before.cleared_ms ?? at_ms)
  const { raised_ms, standing } = before
  if (raised_ms !== undefined && at_ms < raised_ms)
    return { outcome: 'outdated', after: { ...before, cleared_ms }, commands: [] }
  const after = { ...before, cleared_ms, standing: {} }
  const { asset, condition, source, seen_ms, received_ms } = told
  const isSuspect = isTimeSuspect(told)
  const cleared = {
    asset,
    condition,
    source,
    at_ms: isSuspect || seen_ms === undefined ? received_ms : seen_ms,
    ...(isSuspect && seen_ms !== undefined ? { suspect_ms: seen_ms } : {}),
  }
  const commands = Object.values(standing).map(
    (signalId) => ({ type: 'ClearCondition', rules, signalId, cleared }) as const,
  )
  return { outcome: commands.length > 0 ? 'cleared' : 'nothing-raised', after, commands }
}

const FOREIGN: Refused = {
  reason: 'source-foreign',
  detail: 'A source belongs to the API key that used it first.',
}

/** Why an event is not taken, whatever it says: first of all because it speaks for somebody else's source. */
export function refusalOf(
  event: ThingEvent,
  boundTo: (source: string) => string | undefined,
): Refused | undefined {
  const source = 'told' in event ? event.told.source : event.source
  const owner = source === undefined ? undefined : boundTo(source)
  if (owner !== undefined && owner !== event.by) return FOREIGN
  return 'told' in event ? undefined : event.refused
}
