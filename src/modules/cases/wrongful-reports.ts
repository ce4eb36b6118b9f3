import type { WrongfulTerms } from '#modules/agreements'
import type { AnswerKind } from './answers.ts'
import type { Assignment, Case } from './case-state.ts'
import type { AssignmentStatus } from './lifecycle.ts'
import { daysAfter, localDateOf } from './local-date.ts'
import type { DisputeReason, WrongfulEvent } from './wrongful-events.ts'

/**
 * A report that proved not to be the party's, for which its agreement has a price. It is open from the answer that says
 * so → accepted, by somebody or by silence, or disputed → upheld by the party, or dropped → decided at last. When later
 * facts show that it was the party's after all, it is refuted by them, until the party upholds it against them.
 */
export const WRONGFUL_STATES = [
  'open',
  'accepted',
  'accepted-by-silence',
  'disputed',
  'upheld',
  'dropped',
  'refuted-by-facts',
  'decided-owed',
  'decided-not-owed',
] as const
export type WrongfulState = (typeof WRONGFUL_STATES)[number]

/** What people made of it; the other two states follow from the date and from what happened to the case. */
export type WrongfulStage = Exclude<WrongfulState, 'accepted-by-silence' | 'refuted-by-facts'>

/** Nothing changes these any more. */
export const FINAL_STAGES: readonly WrongfulStage[] = [
  'dropped',
  'decided-owed',
  'decided-not-owed',
]

export const OWES = {
  open: 'undecided',
  accepted: 'owed',
  'accepted-by-silence': 'owed',
  disputed: 'undecided',
  upheld: 'undecided',
  dropped: 'not-owed',
  'refuted-by-facts': 'not-owed',
  'decided-owed': 'owed',
  'decided-not-owed': 'not-owed',
} as const satisfies Record<WrongfulState, 'owed' | 'not-owed' | 'undecided'>

export const WRONGFUL_STEPS = ['accepted', 'disputed', 'upheld', 'dropped', 'decided'] as const
export type WrongfulStepKind = (typeof WRONGFUL_STEPS)[number]

/** Who takes each step, and from where. */
export const STEP_RULES: Record<
  WrongfulStepKind,
  { by: 'municipality' | 'party'; from: readonly WrongfulState[] }
> = {
  accepted: { by: 'municipality', from: ['open'] },
  disputed: { by: 'municipality', from: ['open'] },
  upheld: { by: 'party', from: ['disputed', 'refuted-by-facts'] },
  dropped: {
    by: 'party',
    from: ['open', 'accepted', 'accepted-by-silence', 'disputed', 'upheld', 'refuted-by-facts'],
  },
  decided: { by: 'municipality', from: ['upheld', 'disputed'] },
}

/** The answers that say that it was not the party's. Of the second it depends on the cause, by the agreement. */
export const REFUSALS = ['not-ours', 'passed-on'] as const satisfies readonly AnswerKind[]

/** With what answer a party ended what was not its own; `reason` is that of the answer, or the cause that it found. */
export type Refused = { answerId: string; answer: (typeof REFUSALS)[number]; reason: string }

export type WrongfulStep = {
  id: string
  kind: WrongfulStepKind
  at_ms: number
  by: string
  as?: 'owed' | 'not-owed'
  reason?: DisputeReason
  cents?: number
  photos: readonly string[]
}

/** What happened to the case that says that it was the party's after all. */
export type Contrary = { kind: 'done' | 'given-again'; assignmentId: string; at_ms: number }

/** All that decides how it stands, but for the agreement and the date. */
export type WrongfulFacts = {
  known_ms: number
  /** From which local date the days to dispute it are counted. */
  countsFrom: string
  stage: WrongfulStage
  stage_ms?: number
  contrary?: Contrary
}

const GIVEN: readonly AssignmentStatus[] = ['offered', 'accepted', 'planned', 'started']

/**
 * The facts of one assignment that its party ended as not its own; undefined of any other. While the same work is at the
 * same party again, or was done by it, the refusal does not stand; days in which it lay there again do not count.
 */
export function wrongfulFactsOf(
  { assignments, isHistory }: Pick<Case, 'assignments' | 'isHistory'>,
  one: Assignment,
): WrongfulFacts | undefined {
  const { refused, ended_ms: known_ms, wrongful = [] } = one
  if (!refused || known_ms === undefined || isHistory) return undefined
  const again = assignments.filter(
    ({ number, party, category, offered_ms }) =>
      number > one.number &&
      party === one.party &&
      category === one.category &&
      offered_ms !== undefined,
  )
  const contrary = again.flatMap(contraryIn).at(-1)
  const ended = again.filter(({ status }) => status !== 'done').map((each) => each.ended_ms ?? 0)
  const last = wrongful.at(-1)
  return {
    known_ms,
    countsFrom: localDateOf(Math.max(known_ms, ...ended)),
    stage: last ? stageAfter(last) : 'open',
    ...(last && { stage_ms: last.at_ms }),
    ...(contrary && { contrary }),
  }
}

function contraryIn({ id, status, ended_ms, offered_ms }: Assignment): Contrary[] {
  if (status === 'done' && ended_ms !== undefined)
    return [{ kind: 'done', assignmentId: id, at_ms: ended_ms }]
  if (GIVEN.includes(status) && offered_ms !== undefined)
    return [{ kind: 'given-again', assignmentId: id, at_ms: offered_ms }]
  return []
}

function stageAfter({ kind, as }: WrongfulStep): WrongfulStage {
  if (kind !== 'decided') return kind
  return as === 'owed' ? 'decided-owed' : 'decided-not-owed'
}

/** The last local date on which the municipality may dispute it. */
export function disputeBy(
  { countsFrom }: Pick<WrongfulFacts, 'countsFrom'>,
  { disputeWithin_days }: Pick<WrongfulTerms, 'disputeWithin_days'>,
): string {
  return daysAfter(countsFrom, disputeWithin_days)
}

/** How it stands on a local date. The list asks the same of the database; a test holds the two equal. */
export function wrongfulStateOn(
  facts: WrongfulFacts,
  terms: Pick<WrongfulTerms, 'disputeWithin_days'>,
  today: string,
): WrongfulState {
  const { stage, stage_ms = 0, contrary } = facts
  if (FINAL_STAGES.includes(stage)) return stage
  if (contrary && !(stage === 'upheld' && stage_ms >= contrary.at_ms)) return 'refuted-by-facts'
  if (stage !== 'open') return stage
  return disputeBy(facts, terms) < today ? 'accepted-by-silence' : 'open'
}

/** Whether the agreement puts a price on what was refused in this way. */
export function isPriced({ answer, reason }: Refused, { findings }: WrongfulTerms): boolean {
  return answer === 'not-ours' || findings.some((cause) => cause === reason)
}

/** What an answer says of whose it was; undefined of all other answers. */
export function refusedBy(
  answer: AnswerKind,
  answerId: string,
  details: Readonly<Record<string, unknown>>,
): Refused | undefined {
  if (answer === 'not-ours') return { answerId, answer, reason: String(details.reason) }
  if (answer === 'passed-on') return { answerId, answer, reason: String(details.cause) }
  return undefined
}

const KINDS = {
  WrongfulReportAccepted: 'accepted',
  WrongfulReportDisputed: 'disputed',
  WrongfulReportUpheld: 'upheld',
  WrongfulReportDropped: 'dropped',
  WrongfulReportDecided: 'decided',
} as const satisfies Record<WrongfulEvent['type'], WrongfulStepKind>

/** The step as it stands with its assignment, whose revision it leaves: its party answers nothing of it. */
export function stepped(state: Case, { type, data }: WrongfulEvent, at_ms: number): Case {
  const step: WrongfulStep = {
    id: data.stepId,
    kind: KINDS[type],
    at_ms,
    by: data.by,
    ...('as' in data ? { as: data.as } : {}),
    ...('reason' in data ? { reason: data.reason } : {}),
    ...('cents' in data ? { cents: data.cents } : {}),
    photos: (data.photos ?? []).map(({ id }) => id),
  }
  const assignments = state.assignments.map((one) =>
    one.id === data.assignmentId ? { ...one, wrongful: [...(one.wrongful ?? []), step] } : one,
  )
  return { ...state, assignments }
}

/** Facts of the bill alone: to everybody else the case is as it was. */
export function isOfBill({ type }: { type: string }): boolean {
  return Object.hasOwn(KINDS, type)
}
