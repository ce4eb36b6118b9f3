import type { SignalFacts } from '#modules/agreements'
import type { Publication } from './case-state.ts'
import type { Cluster } from './clusters.ts'
import type { SignalData } from './signal-data.ts'
import type { TellBy, TellStep, ToTell } from './told-by-hand.ts'

/** What the desk does with the reports of a case, and with whoever it tells of it by hand. */
export type DeskEvent =
  /** Looked at, and shown to nobody else. */
  | { type: 'SignalKeptBack'; data: { signalId: string; by: string } }
  /** Whoever is told by letter or telephone was told of these steps, or could not be reached. */
  | {
      type: 'ReporterTold'
      data: { signalId: string; by: string; as: ToldAs; how: TellBy; steps: readonly TellStep[] }
    }
  | { type: 'SignalMovedIn'; data: MovedIn }
  | {
      type: 'SignalMovedOut'
      data: {
        signalId: string
        to: string
        by: string
        /** What a thing said with it is wrong. */
        raised?: { asset: string; condition: string }
      }
    }
  /** Its reports are those of another case now. What was begun for it goes on here. */
  | {
      type: 'CaseJoined'
      data: {
        into: string
        number: string
        by: string
        /** Present where the rule found it to be part of a problem of several objects. */
        as?: 'swallowed'
      }
    }
  /** The case that it was joined into gave its reports back. */
  | { type: 'CaseGivenBack'; data: { from: string; by: string } }

export const TOLD_AS = ['told', 'not-reached'] as const
export type ToldAs = (typeof TOLD_AS)[number]

/** A report that was in another case, with what that case knew of it. */
export type MovedIn = {
  signal: SignalData
  from: { caseId: string; number: string }
  because: 'joined' | 'split-off' | 'given-back'
  by: string
  /** Its reporter wants no mail about the problem. */
  isStopped?: true
  isDestroyed?: true
  /** What it said is over: the thing says that it works. */
  isCleared?: true
  /** Since when the objects of the case are one problem, where this report changed that. */
  clusterSince_ms?: number
  /** It still waits to be looked at before anybody sees it. */
  isToRelease?: true
  publication?: Publication
  /** What its reporter has not been told yet. */
  toTell?: ToTell
  /** Until when the other case let its reporter expect it. */
  reporterBy_ms?: number
  /** Present on the report that opened the case. */
  opens?: {
    number: string
    visibility: 'public' | 'status-only' | 'confidential'
    priority: SignalFacts['priority']
    cluster?: Cluster
  }
}
