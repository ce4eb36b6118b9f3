import type { RoutingDecision, SignalFacts, WarrantyFacts } from '#modules/agreements'
import type { OfficeKind } from '#modules/directory'
import type { AnswerKind } from './answers.ts'
import type { ClosingReason } from './closing-reasons.ts'
import type { Cluster } from './clusters.ts'
import type { DeskEvent } from './desk-events.ts'
import type { CloseReason, DeskReason } from './lifecycle.ts'
import type { MembersTold } from './members.ts'
import type { PartyTerm, PhotoFact, SignalData } from './signal-data.ts'
import type { Because, SuspendedFor, TermEvent } from './term-events.ts'
import type { WrongfulEvent } from './wrongful-events.ts'

export type { PartyTerm, PhotoFact, SignalData } from './signal-data.ts'

export type RoutedFor =
  | 'signal'
  | 'not-ours'
  | 'facts-corrected'
  | 'passed-on'
  | 'needs-first'
  | 'next'
  | 'agreement-ended'
  | 'split-off'

const ABOUT_THE_WHOLE: readonly RoutedFor[] = [
  'signal',
  'facts-corrected',
  'not-ours',
  'agreement-ended',
  'split-off',
]

/** Whether it was asked whose the case is, and not merely who does one task of it. */
export function isAboutTheWhole(routed: RoutedFor, category: string, ofCase: string): boolean {
  return ABOUT_THE_WHOLE.includes(routed) && category === ofCase
}

/** What is asked of one party. The dates are computed once and stand from then on. */
export type AssignmentData = {
  assignmentId: string
  decisionId: string
  category: string
  party: string
  agreement: string
  version: number
  /** The assignment that waits until this one is done. */
  before?: string
  /** Parties that get to know of it and are asked nothing. */
  informed: readonly string[]
}

/** All that can happen to a case. Facts for ever: a field may be added, none may change its meaning. */
export type CaseEvent =
  | TermEvent
  | DeskEvent
  | WrongfulEvent
  | {
      type: 'SignalReceived'
      data: {
        signal: SignalData
        /** Since when its objects are one problem, where this signal changed that. */
        clusterSince_ms?: number
        /** Present on the signal that opened the case. */
        opens?: {
          number: string
          visibility: 'public' | 'status-only' | 'confidential'
          priority: SignalFacts['priority']
          recurrenceOf?: string
          /** Who stands for the earlier repair, and until when. */
          warranty?: WarrantyFacts
          /** What the organisation that alone owns the object is to be asked; nothing is sent. */
          isHistory?: true
          cluster?: Cluster
        }
      }
    }
  | {
      type: 'CaseRouted'
      data: {
        decisionId: string
        for: RoutedFor
        decision: RoutingDecision
        reporterBy_ms?: number
      }
    }
  | { type: 'AssignmentProposed'; data: AssignmentData & { held: 'confirm' | 'paused' } }
  | { type: 'AssignmentOffered'; data: AssignmentData & { releasedBy?: string } }
  | {
      type: 'AssignmentDelivered'
      data: { assignmentId: string; messageId: string; partyBy?: readonly PartyTerm[] }
    }
  | {
      type: 'AssignmentAnswered'
      data: {
        assignmentId: string
        answerId: string
        answer: AnswerKind
        by: string
        /** A pseudonym of the Idempotency-Key, where one was given. */
        idempotencyKey?: string
        /** Codes only, and photos as PhotoFact; what somebody wrote is in the vault under the answer's id. */
        details: Record<string, unknown>
        remarkDigest?: string
        /** A keyed digest of the name of whoever answered by a link. */
        nameDigest?: string
        partyBy?: readonly PartyTerm[]
        /** Present where the dates hold because of what was found. */
        because?: Because
        /** Of the answer `suspended`. */
        suspension?: SuspendedFor
      }
    }
  | {
      type: 'FactsCorrected'
      data: {
        by: string
        category: string
        place?: { lon: number; lat: number }
        areas: readonly string[]
        asset?: NonNullable<SignalFacts['asset']>
        /** Present where the corrected category is shown to fewer people than the case was. */
        visibility?: 'status-only' | 'confidential'
        /** Present where the corrected category is more pressing: this raises, and never lowers. */
        priority?: SignalFacts['priority']
      }
    }
  | {
      type: 'AssignmentWithdrawn'
      data: {
        assignmentId: string
        reason:
          | 'facts-corrected'
          | 'overruled'
          | 'cleared'
          | 'kind-corrected'
          | 'agreement-ended'
          | 'joined'
          | 'swallowed'
      }
    }
  | { type: 'AssignmentResumed'; data: { assignmentId: string; partyBy: readonly PartyTerm[] } }
  | { type: 'AssignmentReopened'; data: { assignmentId: string } }
  | { type: 'DeskNeeded'; data: { reason: DeskReason; assignmentId?: string } }
  | { type: 'DeskSettled'; data: { reason: DeskReason; by: string } }
  | {
      type: 'RoutingOverruled'
      data: { by: string; agreement: string; version: number; party: string; reasonDigest: string }
    }
  | { type: 'CaseDone'; data: Record<string, never> }
  | { type: 'CaseConfirmed'; data: { by: VerifiedBy; source: string } & Heard }
  | { type: 'CaseUnchallenged'; data: { afterDays: number } }
  | { type: 'CaseContested'; data: { by: VerifiedBy; source: string } & Heard }
  | {
      type: 'CaseClosed'
      data: { as: CloseReason; by: string; because?: ClosingReason }
    }
  | { type: 'ConditionCleared'; data: ClearedCondition }
  | { type: 'CaseReopened'; data: { signalId: string } }
  /** Somebody outside said something that changes nothing; the words are in the vault. */
  | { type: 'CaseRemarked'; data: { source: string; said: string } & Heard }
  /** A party asked the reporter something; the words are in the vault under the answer's id. */
  | { type: 'ReporterAsked'; data: ReporterAsked }
  | { type: 'ReporterReplied'; data: ReporterReplied }
  /** Nobody replied in time, the party went on without, or it became dangerous; a reply may come all the same. */
  | { type: 'QuestionLapsed'; data: { answerId: string; as: 'no-reply' | 'went-on' | 'danger' } }
  /** Whoever sent this signal wants no more mail about the case, also not for other signals of theirs. */
  | { type: 'ReporterStopped'; data: { signalId: string } }
  | { type: 'TextDestroyed'; data: { signalId: string; by: string } }
  /** The desk lets everybody see of a signal what it names here, and nothing that it released of it before. */
  | {
      type: 'SignalPublished'
      data: {
        signalId: string
        publicationId: string
        by: string
        /** Of the public words, which are in the vault; absent where no words are released. */
        textDigest?: string
        photos: readonly PhotoFact[]
      }
    }
  | { type: 'PublicationWithdrawn'; data: { signalId: string; by: string } }
  | {
      type: 'DangerRaised'
      data: {
        by: VerifiedBy | 'desk' | 'party'
        source: string
        reasonDigest?: string
        terms: readonly TermsOf[]
      }
    }
  | {
      type: 'DutyCalled'
      data: {
        roster: string
        /** The id of a function, never of a person. */
        contact: string
        /** Its place in the roster, from 1. */
        step: number
        until_ms: number
      }
    }
  | { type: 'DangerTakenOver'; data: { by: string; contact?: string } }
  /** By somebody who was not asked to repair it; a party says so in its answer. */
  | { type: 'PlaceMadeSafe'; data: { by: string } }
  | {
      type: 'DangerLowered'
      data: {
        by: string
        priority: 'normal' | 'urgent'
        reasonDigest: string
        terms: readonly TermsOf[]
      }
    }
  | { type: 'SignalForwarded'; data: ForwardedSignal }
  /** Those at work know of all objects that a case of several is about. */
  | { type: 'MembersTold'; data: MembersTold }
  /** The desk found that what came as a fault is none. */
  | { type: 'KindCorrected'; data: { kind: OfficeKind; by: string } }

/** The dates of an assignment, computed again because it became more or less pressing. */
export type TermsOf = { assignmentId: string; partyBy: readonly PartyTerm[] }

export type ReporterAsked = { assignmentId: string; answerId: string; until_ms: number }

/** `signalId` is the signal of whoever replied. */
export type ReporterReplied = { answerId: string; signalId: string; by: string; digest: string }

/** What was heard from outside under an id of the sender, and a digest of what the sender wrote. */
export type Heard = {
  /** A pseudonym of the sender's own id; the same again is not heard twice. */
  idempotencyKey?: string
  remarkDigest?: string
}

/** What is no fault went to the office that answers it. */
export type ForwardedSignal = {
  signalId: string
  kind: OfficeKind
  /** As the office was called then; where it is reached stands in no event. */
  to: { office: string; organisation?: string }
  /** The local date of receipt, from which the office's own term runs. */
  receivedOn: string
}

/** A thing says that what it reported is over. */
export type ClearedCondition = {
  asset: string
  condition: string
  source: string
  /** By the thing's own clock, or by ours where that one is suspect. */
  at_ms: number
  /** What its own clock said, where that is suspect. */
  suspect_ms?: number
}

export const VERIFIED_BY = ['reporter', 'thing', 'sample'] as const
export type VerifiedBy = (typeof VERIFIED_BY)[number]
