import { ruleOf } from './answers.ts'
import { type Case, evolve } from './case.ts'
import type { Names } from './case-in-words.ts'
import type { CaseEvent } from './events.ts'
import type { AssignmentStatus, CloseReason } from './lifecycle.ts'
import { caseEventOf } from './recorded-event.ts'

/** How far a case was, from furthest back to furthest on, and how it ended. */
export type Progress =
  | 'open'
  | 'accepted'
  | 'planned'
  | 'started'
  | 'done'
  | 'nothing-found'
  | 'will-not-be-done'
  | 'owner-only'
  | 'left'
  | 'settled-by-desk'
  | 'cleared'
  | 'duplicate'

/** One thing that happened to a case, as everybody may know it. */
export type CaseUpdate = {
  caseId: string
  number: string
  /** Its place among all that happened to the case. */
  version: number
  occurred_ms: number
  progress: Progress
  text: Text
  /** The sender's own id, as a pseudonym, where somebody outside said it. */
  heardAs?: string
}

type Text = { nl: string; en: string }
type Told = { text: Text; party?: string; assignmentId?: string }
type Recorded = Parameters<typeof caseEventOf>[0] & { version: number; occurred_ms: number }

/** What everybody reads of each fact; `{party}` is the organisation's name. */
const TEXTS = {
  opened: { nl: 'De melding is ontvangen.', en: 'The report has been received.' },
  'reported-again': { nl: 'Nog iemand heeft dit gemeld.', en: 'Somebody else reported this too.' },
  'handed-over': {
    nl: 'De melding is aan {party} doorgegeven.',
    en: '{party} has been handed the report.',
  },
  received: {
    nl: '{party} heeft de melding ontvangen.',
    en: '{party} has received the report.',
  },
  withdrawn: { nl: '{party} is niet meer aan zet.', en: '{party} no longer has it.' },
  resumed: { nl: '{party} kan weer verder.', en: '{party} can go on again.' },
  reopened: { nl: '{party} gaat opnieuw kijken.', en: '{party} will look again.' },
  done: {
    nl: 'Al het werk is klaar. Dat is nog niet bevestigd.',
    en: 'All work is done. That has not been confirmed yet.',
  },
  confirmed: { nl: 'Het is opgelost en bevestigd.', en: 'It is solved and confirmed.' },
  unchallenged: {
    nl: 'Niemand heeft gezegd dat het niet is opgelost.',
    en: 'Nobody has said that it is not solved.',
  },
  contested: {
    nl: 'Iemand zegt dat het niet is opgelost. De melding is weer open.',
    en: 'Somebody says that it is not solved. The report is open again.',
  },
  'owner-only': {
    nl: 'Dit is van {party}: vraag het daar.',
    en: 'This belongs to {party}: please ask there.',
  },
  left: {
    nl: 'De gemeente doet dit niet. Wij sturen het niet door.',
    en: 'The municipality does not do this. We send it to nobody.',
  },
  'will-not-be-done': {
    nl: 'De gemeente heeft besloten dat dit niet wordt uitgevoerd.',
    en: 'The municipality has decided that this will not be done.',
  },
  cleared: {
    nl: 'Het is vanzelf overgegaan.',
    en: 'It cleared by itself.',
  },
  'settled-by-desk': {
    nl: 'De gemeente heeft dit afgehandeld.',
    en: 'The municipality has settled this.',
  },
  replied: {
    nl: 'De melder heeft de vraag beantwoord.',
    en: 'The reporter has replied to the question.',
  },
  forwarded: {
    nl: 'Dit is doorgestuurd naar wie erover gaat.',
    en: 'This has been sent on to whoever answers it.',
  },
  joined: {
    nl: 'Deze melding is samengevoegd met een andere melding over hetzelfde.',
    en: 'This report has been joined with another report about the same.',
  },
  swallowed: {
    nl: 'Dit is deel van een grotere storing. Het gaat verder onder het nummer daarvan.',
    en: 'This is part of a larger fault. It goes on under the number of that one.',
  },
  'split-off': {
    nl: 'Deze melding gaat verder onder een eigen nummer.',
    en: 'This report goes on under a number of its own.',
  },
  returned: {
    nl: 'Het is terug. De melding is weer open.',
    en: 'It is back. The report is open again.',
  },
} as const satisfies Record<string, Text>

const MOVED = { joined: TEXTS['reported-again'], 'split-off': TEXTS['split-off'] }

/** The kinds of facts that are told; of nothing else in the journal there is an update. */
export const TOLD_TYPES = [
  'SignalReceived',
  'AssignmentOffered',
  'AssignmentDelivered',
  'AssignmentAnswered',
  'AssignmentWithdrawn',
  'AssignmentResumed',
  'AssignmentReopened',
  'CaseDone',
  'CaseConfirmed',
  'CaseUnchallenged',
  'CaseContested',
  'CaseClosed',
  'CaseReopened',
  'ReporterReplied',
  'SignalMovedIn',
  'CaseGivenBack',
] as const satisfies readonly CaseEvent['type'][]

/**
 * What everybody may know that happened to these cases, from all their events, each stream in its order. A task of a
 * hidden category is as if it were not there. Who may know of a case at all is for the caller to say.
 */
export function updatesOf(
  events: readonly Recorded[],
  { names, isHidden }: { names: Names; isHidden: (category: string) => boolean },
): CaseUpdate[] {
  return [...Map.groupBy(events, ({ stream }) => stream)].flatMap(([stream, own]) =>
    updatesOfCase(stream.slice('case/'.length), own, names, isHidden),
  )
}

function updatesOfCase(
  caseId: string,
  events: readonly Recorded[],
  names: Names,
  isHidden: (category: string) => boolean,
): CaseUpdate[] {
  let state: Case | undefined
  // What one command does is one step: halfway, a case could seem to go back.
  const progressAt = new Map<number, Progress>()
  const found: Omit<CaseUpdate, 'progress'>[] = []
  for (const recorded of events) {
    const event = caseEventOf(recorded)
    state = evolve(state, event, recorded, caseId)
    const { occurred_ms, version } = recorded
    progressAt.set(occurred_ms, progressOf(state, isHidden))
    const told = toldOf(event, state)
    const assignment = state.assignments.find((one) => one.id === told?.assignmentId)
    if (!told || (assignment && isHidden(assignment.category))) continue
    const party = told.party ?? assignment?.party ?? ''
    const text = withName(told.text, names.parties.get(party)?.name ?? party)
    const { number } = state
    const heardAs = 'idempotencyKey' in event.data ? event.data.idempotencyKey : undefined
    found.push({
      caseId,
      number,
      version,
      occurred_ms,
      text,
      ...(heardAs === undefined || assignment ? {} : { heardAs }),
    })
  }
  return found.map((one) => ({ ...one, progress: progressAt.get(one.occurred_ms) ?? 'open' }))
}

const withName = ({ nl, en }: Text, name: string): Text => ({
  nl: nl.replace('{party}', name),
  en: en.replace('{party}', name),
})

function toldOf(event: CaseEvent, state: Case): Told | undefined {
  switch (event.type) {
    case 'SignalReceived':
      return { text: event.data.opens ? TEXTS.opened : TEXTS['reported-again'] }
    case 'AssignmentOffered':
      return ofAssignment('handed-over', event.data)
    case 'AssignmentDelivered':
      return ofAssignment('received', event.data)
    case 'AssignmentAnswered': {
      const { answer, assignmentId } = event.data
      return { text: ruleOf(answer).reporter, assignmentId }
    }
    case 'AssignmentWithdrawn': {
      const { assignmentId } = event.data
      const withdrawn = state.assignments.find((one) => one.id === assignmentId)
      // What was only proposed was never the party's.
      return withdrawn?.offered_ms === undefined ? undefined : ofAssignment('withdrawn', event.data)
    }
    case 'AssignmentResumed':
      return ofAssignment('resumed', event.data)
    case 'AssignmentReopened':
      return ofAssignment('reopened', event.data)
    case 'CaseDone':
      return { text: TEXTS.done }
    case 'CaseConfirmed':
      return { text: TEXTS.confirmed }
    case 'CaseUnchallenged':
      return { text: TEXTS.unchallenged }
    case 'CaseContested':
      return { text: TEXTS.contested }
    case 'CaseClosed':
      return { text: TEXTS[event.data.as], party: state.ownerOnly ?? '' }
    case 'CaseReopened':
      return { text: TEXTS.returned }
    case 'ReporterReplied':
      return { text: TEXTS.replied, assignmentId: state.question?.assignmentId ?? '' }
    case 'SignalMovedIn':
      return event.data.because === 'given-back' ? undefined : { text: MOVED[event.data.because] }
    case 'CaseGivenBack':
      return { text: TEXTS['split-off'] }
    case 'ReporterAsked':
    case 'QuestionLapsed':
    case 'CaseRouted':
    case 'AssignmentProposed':
    case 'FactsCorrected':
    case 'DeskNeeded':
    case 'DeskSettled':
    case 'RoutingOverruled':
    case 'CaseRemarked':
    case 'ReporterStopped':
    case 'WrongfulReportAccepted':
    case 'WrongfulReportDisputed':
    case 'WrongfulReportUpheld':
    case 'WrongfulReportDropped':
    case 'WrongfulReportDecided':
    case 'ConditionCleared':
    case 'TextDestroyed':
    case 'SignalForwarded':
    case 'KindCorrected':
      return undefined
  }
}

function ofAssignment(
  text: keyof typeof TEXTS,
  { assignmentId }: { assignmentId: string },
): Required<Pick<Told, 'text' | 'assignmentId'>> {
  return { text: TEXTS[text], assignmentId }
}

const FURTHEST_FIRST = ['started', 'planned', 'accepted'] as const satisfies AssignmentStatus[]

const ENDED_AS: Record<CloseReason, 'as-the-work' | Progress> = {
  confirmed: 'as-the-work',
  unchallenged: 'as-the-work',
  'will-not-be-done': 'will-not-be-done',
  'owner-only': 'owner-only',
  left: 'left',
  'settled-by-desk': 'settled-by-desk',
  forwarded: 'settled-by-desk',
  cleared: 'cleared',
  joined: 'duplicate',
  swallowed: 'duplicate',
}

function progressOf(state: Case, isHidden: (category: string) => boolean): Progress {
  const { assignments } = state
  const work = assignments.some(({ status }) => status === 'done') ? 'done' : 'nothing-found'
  if (state.closedAs !== undefined) {
    const ended = ENDED_AS[state.closedAs]
    return ended === 'as-the-work' ? work : ended
  }
  if (state.status === 'done') return work
  const shown = assignments.filter(({ category }) => !isHidden(category))
  return FURTHEST_FIRST.find((step) => shown.some(({ status }) => status === step)) ?? 'open'
}
