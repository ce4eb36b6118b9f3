import { ruleOf } from './answers.ts'
import { type Case, evolve } from './case.ts'
import { DESK_FACTS, type FactWords, PLAIN_FACTS } from './case-history-words.ts'
import type { Names } from './case-in-words.ts'
import type { CaseEvent } from './events.ts'
import { NEEDS } from './needs.ts'
import { caseEventOf } from './recorded-event.ts'

type Text = { nl: string; en: string }
type Recorded = Parameters<typeof caseEventOf>[0] & { version: number; occurred_ms: number }

/** One fact of a case as its staff read it; nothing of the journal is left out. */
export type HistoryFact = {
  version: number
  type: CaseEvent['type']
  occurred_ms: number
  text: Text
  /** As the journal names who did it; absent where it followed from something else. */
  by?: string
}

/** All that happened to a case, the first first, in words. */
export function historyOf(
  caseId: string,
  events: readonly Recorded[],
  names: Names,
): HistoryFact[] {
  let state: Case | undefined
  return events.map((recorded) => {
    const event = caseEventOf(recorded)
    state = evolve(state, event, recorded, caseId)
    const by = 'by' in event.data ? event.data.by : undefined
    const { version, occurred_ms } = recorded
    return {
      version,
      type: event.type,
      occurred_ms,
      text: textOf(event, state, names),
      ...(by === undefined ? {} : { by }),
    }
  })
}

function textOf(event: CaseEvent, state: Case, names: Names): Text {
  const filled = (words: Text, value: (locale: 'nl' | 'en') => string): Text => ({
    // A name may end with a full stop of its own.
    nl: words.nl.replace('{x}', () => value('nl')).replace(/\.\.$/, '.'),
    en: words.en.replace('{x}', () => value('en')).replace(/\.\.$/, '.'),
  })
  const nameOf = (party: string) => names.parties.get(party)?.name ?? party
  const ofAssignment = (words: Text, id: string) => {
    const party = state.assignments.find((one) => one.id === id)?.party ?? ''
    return filled(words, () => nameOf(party))
  }
  switch (event.type) {
    case 'SignalReceived':
      return event.data.opens ? DESK_FACTS.opened : DESK_FACTS.again
    case 'CaseRouted':
      return DESK_FACTS.routed[event.data.decision.outcome.kind]
    case 'AssignmentProposed':
    case 'AssignmentOffered':
    case 'AssignmentDelivered':
    case 'AssignmentResumed':
    case 'AssignmentReopened':
    case 'SuspensionEnded':
    case 'TermWarned':
    case 'TermBroken':
    case 'ExpectationMissed':
    case 'ReporterAsked':
    case 'WrongfulReportAccepted':
    case 'WrongfulReportDisputed':
    case 'WrongfulReportUpheld':
    case 'WrongfulReportDropped':
    case 'WrongfulReportDecided':
      return ofAssignment(PLAIN_FACTS[event.type], event.data.assignmentId)
    case 'AssignmentWithdrawn':
      return ofAssignment(DESK_FACTS.withdrawn[event.data.reason], event.data.assignmentId)
    case 'AssignmentAnswered': {
      const { reporter } = ruleOf(event.data.answer)
      const named = { nl: reporter.nl, en: reporter.en }
      const party = nameOf(
        state.assignments.find(({ id }) => id === event.data.assignmentId)?.party ?? '',
      )
      return {
        nl: named.nl.replace('{party}', () => party),
        en: named.en.replace('{party}', () => party),
      }
    }
    case 'DeskNeeded':
    case 'DeskSettled': {
      const { reason } = event.data
      const title = NEEDS.find((one) => one.reason === reason)?.title
      return filled(PLAIN_FACTS[event.type], (locale) => title?.[locale] ?? reason)
    }
    case 'RoutingOverruled':
      return filled(PLAIN_FACTS.RoutingOverruled, () => nameOf(event.data.party))
    case 'FactsCorrected': {
      const named = names.categories.get(event.data.category)?.name
      return filled(PLAIN_FACTS.FactsCorrected, (locale) => named?.[locale] ?? event.data.category)
    }
    case 'CaseClosed':
      return DESK_FACTS.closed[event.data.as]
    case 'CaseConfirmed':
    case 'CaseContested':
      return filled(PLAIN_FACTS[event.type], (locale) => DESK_FACTS.sources[event.data.by][locale])
    case 'DutyCalled':
      return filled(PLAIN_FACTS.DutyCalled, () => event.data.contact)
    case 'SignalForwarded':
      return filled(PLAIN_FACTS.SignalForwarded, () => event.data.to.office)
    case 'SignalMovedIn':
      return filled(DESK_FACTS.movedIn[event.data.because], () => event.data.from.number)
    case 'CaseJoined':
      return filled(PLAIN_FACTS.CaseJoined, () => event.data.number)
    case 'ReporterTold':
      return DESK_FACTS.told[event.data.as]
    default:
      return (PLAIN_FACTS satisfies Record<typeof event.type, FactWords>)[event.type]
  }
}
