import type { RoutingDecision } from '#modules/agreements'
import type { MovedIn, ToldAs } from './desk-events.ts'
import type { CaseEvent, VerifiedBy } from './events.ts'
import type { CloseReason } from './lifecycle.ts'

export type FactWords = { nl: string; en: string }

/** What staff read of each fact; `{x}` is whom or what it is about. */
export const PLAIN_FACTS = {
  AssignmentProposed: {
    nl: 'Voorgesteld voor {x}. Het wacht op akkoord.',
    en: 'Proposed for {x}. It waits for approval.',
  },
  AssignmentOffered: { nl: 'Doorgegeven aan {x}.', en: 'Handed over to {x}.' },
  AssignmentDelivered: { nl: '{x} heeft het ontvangen.', en: '{x} has received it.' },
  AssignmentResumed: { nl: 'De termijn van {x} loopt weer.', en: 'The term of {x} runs again.' },
  AssignmentReopened: { nl: '{x} moet opnieuw kijken.', en: '{x} has to look again.' },
  SuspensionEnded: {
    nl: 'Het werk van {x} ligt niet meer stil.',
    en: 'The work of {x} stands still no more.',
  },
  TermWarned: { nl: 'De termijn van {x} loopt bijna af.', en: 'The term of {x} is nearly over.' },
  TermBroken: { nl: 'De termijn van {x} is niet gehaald.', en: 'The term of {x} was not kept.' },
  ExpectationMissed: {
    nl: 'Het duurde bij {x} langer dan verwacht. Daarover is niets afgesproken.',
    en: 'It took longer at {x} than expected. Nothing was agreed about that.',
  },
  ReporterAsked: {
    nl: '{x} stelde de melder een vraag.',
    en: '{x} asked the reporter something.',
  },
  ReporterReplied: { nl: 'De melder heeft geantwoord.', en: 'The reporter has replied.' },
  QuestionLapsed: {
    nl: 'Er wordt niet meer op een antwoord gewacht.',
    en: 'A reply is waited for no more.',
  },
  ReporterStopped: {
    nl: 'Een melder wil geen bericht meer.',
    en: 'A reporter wants no more messages.',
  },
  FactsCorrected: {
    nl: 'De gegevens zijn verbeterd. Het gaat nu om: {x}.',
    en: 'The facts were corrected. It is now about: {x}.',
  },
  DeskNeeded: { nl: 'Naar het meldpunt: {x}.', en: 'To the desk: {x}.' },
  DeskSettled: { nl: 'Het meldpunt is klaar met: {x}.', en: 'The desk has dealt with: {x}.' },
  RoutingOverruled: {
    nl: 'Iemand besloot anders dan de afspraak: naar {x}.',
    en: 'Somebody decided otherwise than the agreement: to {x}.',
  },
  CaseDone: {
    nl: 'Al het werk is klaar. Dat is nog niet bevestigd.',
    en: 'All work is done. That has not been confirmed yet.',
  },
  CaseConfirmed: { nl: 'Bevestigd door {x}.', en: 'Confirmed by {x}.' },
  CaseUnchallenged: { nl: 'Niemand sprak het tegen.', en: 'Nobody contradicted it.' },
  CaseContested: { nl: 'Betwist door {x}.', en: 'Contested by {x}.' },
  CaseReopened: { nl: 'Het is terug.', en: 'It is back.' },
  CaseRemarked: { nl: 'Een ander systeem zei iets.', en: 'Another system said something.' },
  ConditionCleared: {
    nl: 'Het object zegt dat het over is.',
    en: 'The object says that it is over.',
  },
  TextDestroyed: {
    nl: 'Wat iemand schreef is voorgoed gewist.',
    en: 'What somebody wrote was erased for ever.',
  },
  SignalPublished: {
    nl: 'Woorden of foto’s zijn aan iedereen getoond.',
    en: 'Words or photos were shown to everybody.',
  },
  PublicationWithdrawn: {
    nl: 'Wat iedereen zag is weggehaald.',
    en: 'What everybody saw was taken away.',
  },
  SignalKeptBack: {
    nl: 'Bekeken, en aan niemand anders getoond.',
    en: 'Looked at, and shown to nobody else.',
  },
  MembersTold: {
    nl: 'Wie eraan werkt, weet van alle objecten.',
    en: 'Whoever is at work on it knows of all objects.',
  },
  DangerRaised: { nl: 'Het is gevaarlijk.', en: 'It is dangerous.' },
  DutyCalled: { nl: 'Piket gebeld: {x}.', en: 'Called on duty: {x}.' },
  DangerTakenOver: { nl: 'Iemand nam het gevaar over.', en: 'Somebody took the danger over.' },
  PlaceMadeSafe: { nl: 'De plek is veilig gemaakt.', en: 'The place was made safe.' },
  DangerLowered: { nl: 'Iemand vond het niet gevaarlijk.', en: 'Somebody found it not dangerous.' },
  SignalForwarded: { nl: 'Doorgestuurd naar {x}.', en: 'Sent on to {x}.' },
  KindCorrected: { nl: 'Het bleek geen gebrek te zijn.', en: 'It turned out to be no fault.' },
  SignalMovedOut: {
    nl: 'Eén van de meldingen hoort nu bij een andere.',
    en: 'A report goes on in another case.',
  },
  CaseJoined: { nl: 'Samengevoegd met {x}.', en: 'Joined with {x}.' },
  WrongfulReportAccepted: {
    nl: 'De rekening van {x} voor een onterechte melding is aanvaard.',
    en: 'The bill of {x} for a wrongful report was accepted.',
  },
  WrongfulReportDisputed: {
    nl: 'De gemeente betwist dat de melding niet bij {x} hoorde.',
    en: 'The municipality disputes that the report was not for {x}.',
  },
  WrongfulReportUpheld: {
    nl: '{x} blijft erbij dat de melding niet bij hen hoorde.',
    en: '{x} upholds that the report was not theirs.',
  },
  WrongfulReportDropped: {
    nl: '{x} rekent de onterechte melding niet.',
    en: '{x} does not bill the wrongful report.',
  },
  WrongfulReportDecided: {
    nl: 'De gemeente besliste over de onterechte melding van {x}.',
    en: 'The municipality decided on the wrongful report of {x}.',
  },
  CaseGivenBack: {
    nl: 'Weer losgemaakt, onder het eigen nummer.',
    en: 'Split off again, under its own number.',
  },
} as const satisfies Partial<Record<CaseEvent['type'], FactWords>>

type Withdrawn = Extract<CaseEvent, { type: 'AssignmentWithdrawn' }>['data']['reason']

/** Of facts that are told in more ways than one. */
export const DESK_FACTS = {
  opened: { nl: 'Gemeld.', en: 'Reported.' },
  again: { nl: 'Nog een keer gemeld.', en: 'Reported once more.' },
  routed: {
    party: { nl: 'Toegewezen volgens de afspraak.', en: 'Routed by the agreement.' },
    'owner-only': {
      nl: 'Dit is van een andere eigenaar.',
      en: 'This belongs to another owner.',
    },
    desk: { nl: 'Geen partij gevonden.', en: 'No party was found.' },
  } satisfies Record<RoutingDecision['outcome']['kind'], FactWords>,
  withdrawn: {
    'facts-corrected': {
      nl: '{x} is niet meer aan zet: het ging om iets anders.',
      en: '{x} no longer has it: it was about something else.',
    },
    overruled: {
      nl: '{x} is niet meer aan zet: het meldpunt besloot anders.',
      en: '{x} no longer has it: the desk decided otherwise.',
    },
    cleared: {
      nl: '{x} is niet meer aan zet: het is vanzelf overgegaan.',
      en: '{x} no longer has it: it cleared by itself.',
    },
    'kind-corrected': {
      nl: '{x} is niet meer aan zet: het is geen gebrek.',
      en: '{x} no longer has it: it is no fault.',
    },
    'agreement-ended': {
      nl: '{x} is niet meer aan zet: de afspraak is voorbij.',
      en: '{x} no longer has it: the agreement has ended.',
    },
    joined: {
      nl: '{x} is hier niet meer aan zet: de melding is samengevoegd.',
      en: '{x} no longer has it here: the report was joined with another.',
    },
    swallowed: {
      nl: '{x} is hier niet meer aan zet: het is deel van een grotere storing.',
      en: '{x} no longer has it here: it is part of a larger fault.',
    },
  } satisfies Record<Withdrawn, FactWords>,
  closed: {
    confirmed: { nl: 'Gesloten: bevestigd.', en: 'Closed: confirmed.' },
    unchallenged: { nl: 'Gesloten: niet weersproken.', en: 'Closed: unchallenged.' },
    cleared: { nl: 'Gesloten: vanzelf overgegaan.', en: 'Closed: it cleared by itself.' },
    'will-not-be-done': {
      nl: 'Gesloten: wordt niet uitgevoerd.',
      en: 'Closed: will not be done.',
    },
    'owner-only': {
      nl: 'Gesloten: van een andere eigenaar.',
      en: 'Closed: it belongs to another owner.',
    },
    left: {
      nl: 'Gesloten: dit doet de gemeente niet.',
      en: 'Closed: the municipality does not do this.',
    },
    'settled-by-desk': {
      nl: 'Gesloten: afgehandeld door het meldpunt.',
      en: 'Closed: settled by the desk.',
    },
    forwarded: { nl: 'Gesloten: doorgestuurd.', en: 'Closed: sent on.' },
    joined: { nl: 'Gesloten: samengevoegd.', en: 'Closed: joined.' },
    swallowed: {
      nl: 'Gesloten: gaat verder in een grotere storing.',
      en: 'Closed: goes on in a larger fault.',
    },
  } satisfies Record<CloseReason, FactWords>,
  sources: {
    reporter: { nl: 'de melder', en: 'the reporter' },
    thing: { nl: 'het object zelf', en: 'the object itself' },
    sample: { nl: 'wie ging kijken', en: 'somebody who went to look' },
  } satisfies Record<VerifiedBy, FactWords>,
  movedIn: {
    joined: { nl: 'Een melding van {x} hoort hierbij.', en: 'A report of {x} belongs here.' },
    'split-off': { nl: 'Losgemaakt van {x}.', en: 'Split off from {x}.' },
    'given-back': { nl: 'Een melding kwam terug van {x}.', en: 'A report came back from {x}.' },
  } satisfies Record<MovedIn['because'], FactWords>,
  told: {
    told: {
      nl: 'De melder is verteld hoe het ervoor staat.',
      en: 'The reporter was told how it stands.',
    },
    'not-reached': {
      nl: 'De melder was niet te bereiken.',
      en: 'The reporter could not be reached.',
    },
  } satisfies Record<ToldAs, FactWords>,
}
