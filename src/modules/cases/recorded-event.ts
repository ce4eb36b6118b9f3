import type { CaseEvent } from './events.ts'

export const EVENT_VERSION = 1

const KNOWN: Record<CaseEvent['type'], true> = {
  SignalReceived: true,
  CaseRouted: true,
  AssignmentProposed: true,
  AssignmentOffered: true,
  AssignmentDelivered: true,
  AssignmentAnswered: true,
  FactsCorrected: true,
  AssignmentWithdrawn: true,
  AssignmentResumed: true,
  AssignmentReopened: true,
  DeskNeeded: true,
  DeskSettled: true,
  RoutingOverruled: true,
  CaseDone: true,
  CaseConfirmed: true,
  CaseUnchallenged: true,
  CaseContested: true,
  CaseClosed: true,
  ConditionCleared: true,
  CaseReopened: true,
  CaseRemarked: true,
  ReporterAsked: true,
  ReporterReplied: true,
  QuestionLapsed: true,
  ReporterStopped: true,
  TextDestroyed: true,
  DangerRaised: true,
  DutyCalled: true,
  DangerTakenOver: true,
  PlaceMadeSafe: true,
  DangerLowered: true,
  SignalForwarded: true,
  KindCorrected: true,
  SignalPublished: true,
  PublicationWithdrawn: true,
  SuspensionEnded: true,
  TermWarned: true,
  TermBroken: true,
  ExpectationMissed: true,
  SignalKeptBack: true,
  ReporterTold: true,
  SignalMovedIn: true,
  SignalMovedOut: true,
  CaseJoined: true,
  CaseGivenBack: true,
  MembersTold: true,
  WrongfulReportAccepted: true,
  WrongfulReportDisputed: true,
  WrongfulReportUpheld: true,
  WrongfulReportDropped: true,
  WrongfulReportDecided: true,
}

/** An event as the journal has it. One that this program does not know, as after a step back, stops the reader. */
export function caseEventOf(recorded: {
  stream: string
  type: string
  typeVersion: number
  data: unknown
}): CaseEvent {
  const { type, typeVersion, data } = recorded
  if (!Object.hasOwn(KNOWN, type) || typeVersion !== EVENT_VERSION)
    throw new Error(`${recorded.stream} holds ${type} of version ${typeVersion}: not known here`)
  return { type, data } as CaseEvent
}
