import type { Agreement } from './agreement.ts'
import { gatheredInWords } from './cluster-words.ts'
import type {
  ClusterLevel,
  GatheredFacts,
  Refusal,
  RoutingDecision,
  SpecificityStep,
} from './routing-decision.ts'

export type Locale = 'nl' | 'en'

type DeskReason = Extract<RoutingDecision['outcome'], { kind: 'desk' }>['reason']
type OutcomeMode = Extract<RoutingDecision['outcome'], { kind: 'party' }>['mode']

/**
 * `party` and `agreement` are names as people know them; `agreement` is a title with its version.
 */
type Naming = { party: string; agreement: string }

/** Everything that an explanation can say, in one language at B1 level. */
export type Words = {
  agreement(title: string, version: number): string
  and: string
  party: Record<OutcomeMode, (named: Naming) => string>
  ownerOnly(named: Naming): string
  desk: Record<DeskReason, string>
  about(category: string): string
  asset(label: string): string
  managed(label: string, manager: string): string
  areas(names: string): string
  timeSuspect: string
  warranty(party: string, until: string): string
  gathered(facts: GatheredFacts, level: ClusterLevel): string
  basis: Record<Agreement['basis'], (party: string) => string>
  step: Record<SpecificityStep | 'only-candidate', string>
  conflict(others: string): string
  inConflict(named: Naming): string
  shadow(named: Naming): string
  notTo(named: Naming, reason: string): string
  notBy(agreement: string, reason: string): string
  refusal: Record<Refusal, string>
  rest(count: number, which: string): string
  restWhich: Record<Refusal, string>
}

const nl = {
  agreement: (title, version) => `‘${title}’ (versie ${version})`,
  and: 'en',
  party: {
    automatic: (n) => `Deze melding gaat naar ${n.party}, volgens de afspraak ${n.agreement}.`,
    confirm: (n) =>
      `Deze melding is voor ${n.party}, volgens de afspraak ${n.agreement}. Het meldpunt moet dit eerst goedkeuren.`,
    paused: (n) =>
      `Deze melding is voor ${n.party}, volgens de afspraak ${n.agreement}. Die afspraak staat op pauze. Er wordt nu niets verstuurd.`,
  },
  ownerOnly: (n) =>
    `Hier gaat ${n.party} over, volgens de afspraak ${n.agreement}. Wij sturen de melding niet door. Vraag het aan ${n.party}.`,
  desk: {
    'no-agreement':
      'Deze melding gaat naar het meldpunt van de gemeente. Er is geen afspraak die past.',
    'unknown-category':
      'Deze melding gaat naar het meldpunt van de gemeente. Het onderwerp staat niet op de lijst van de gemeente.',
    enforces:
      'Anderen moeten hiervoor zorgen. De gemeente ziet daarop toe. Deze melding gaat naar het meldpunt van de gemeente.',
    leaves: 'De gemeente doet dit niet. Wij sturen de melding niet door.',
  },
  about: (category) => `De melding gaat over: ${category}.`,
  asset: (label) => `Het gaat om ${label}.`,
  managed: (label, manager) => `Het gaat om ${label}. De beheerder daarvan is ${manager}.`,
  areas: (names) => `De plek ligt in ${names}.`,
  timeSuspect:
    'De klok van het object wijkt te veel af. Het moment waarop het bericht binnenkwam telt.',
  gathered: (facts, level) => gatheredInWords(facts, level, 'nl'),
  warranty: (party, until) =>
    `${party} heeft dit eerder hersteld. Op dat herstel zit garantie tot ${until}.`,
  basis: {
    contract: (party) => `${party} doet dit werk volgens een contract.`,
    'service-arrangement': (party) => `${party} doet dit werk als dienst voor de gemeente.`,
    'statutory-manager': (party) => `${party} is hier volgens de wet de beheerder.`,
    'grid-operator': (party) => `${party} is hier de netbeheerder.`,
    warranty: (party) => `Er is nog garantie. ${party} moet het herstellen.`,
    works: (party) => `${party} is hier aan het werk en lost op wat daar stukgaat.`,
    'self-management': (party) => `${party} zorgt hier zelf voor.`,
    'owner-only': (party) => `${party} is de eigenaar.`,
  },
  step: {
    asset: 'Deze afspraak noemt precies dit object.',
    'cluster-level': 'Deze afspraak is gemaakt voor een storing van deze omvang.',
    'warranty-or-works': 'Garantie en werk in uitvoering gaan voor op gewoon onderhoud.',
    manager: 'Deze afspraak noemt de beheerder die hierbij hoort.',
    'priority-and-hour': 'Deze afspraak is gemaakt voor deze spoed of voor dit tijdstip.',
    'category-depth': 'Deze afspraak gaat het meest precies over dit onderwerp.',
    'zone-size': 'Deze afspraak geldt voor het kleinste gebied rond deze plek.',
    rank: 'De gemeente heeft deze afspraak voorrang gegeven.',
    'only-candidate': 'Dit is de enige afspraak die past.',
  },
  conflict: (others) => `Dit past even goed: ${others}. De nieuwste afspraak is gekozen.`,
  inConflict: (n) => `${n.agreement} met ${n.party}`,
  shadow: (n) =>
    `De afspraak ${n.agreement} is nog een proef. Volgens die afspraak ging de melding naar ${n.party}.`,
  notTo: (n, reason) => `Niet naar ${n.party} volgens de afspraak ${n.agreement}: ${reason}.`,
  notBy: (agreement, reason) => `Niet volgens de afspraak ${agreement}: ${reason}.`,
  refusal: {
    'mode-off': 'die afspraak staat uit',
    'not-yet-valid': 'die afspraak gold toen nog niet',
    'no-longer-valid': 'die afspraak gold toen niet meer',
    excluded: 'die partij krijgt deze melding niet nog een keer',
    'other-asset': 'die afspraak gaat over andere objecten',
    'other-asset-type': 'die afspraak gaat over een ander soort object',
    'other-area': 'die afspraak geldt in een ander gebied',
    'other-manager': 'die afspraak geldt voor een andere beheerder',
    'other-cluster-level': 'die afspraak gaat over een storing van een andere omvang',
    'other-priority': 'die afspraak is voor meldingen met een andere spoed',
    'outside-hours': 'die afspraak geldt niet op dit tijdstip',
    'ranked-lower': 'die afspraak past ook, maar een andere past beter',
  },
  rest: (count, which) => `Ook niet: ${count} ${count === 1 ? 'afspraak' : 'afspraken'} ${which}.`,
  restWhich: {
    'mode-off': 'met de stand ‘uit’',
    'not-yet-valid': 'met een latere begindatum',
    'no-longer-valid': 'met een einddatum die voorbij is',
    excluded: 'van een partij die de melding niet nog een keer krijgt',
    'other-asset': 'over andere objecten',
    'other-asset-type': 'over een ander soort object',
    'other-area': 'voor een ander gebied',
    'other-manager': 'voor een andere beheerder',
    'other-cluster-level': 'voor een storing van een andere omvang',
    'other-priority': 'voor een andere spoed',
    'outside-hours': 'voor een ander tijdstip',
    'ranked-lower': 'met een lagere plaats in de volgorde',
  },
} satisfies Words

const en = {
  agreement: (title, version) => `‘${title}’ (version ${version})`,
  and: 'and',
  party: {
    automatic: (n) => `This report goes to ${n.party}, under the agreement ${n.agreement}.`,
    confirm: (n) =>
      `This report is for ${n.party}, under the agreement ${n.agreement}. The desk must approve this first.`,
    paused: (n) =>
      `This report is for ${n.party}, under the agreement ${n.agreement}. That agreement is paused. Nothing is sent now.`,
  },
  ownerOnly: (n) =>
    `This is a matter for ${n.party}, under the agreement ${n.agreement}. We do not pass the report on. Please ask ${n.party}.`,
  desk: {
    'no-agreement': 'This report goes to the desk of the municipality. No agreement fits.',
    'unknown-category':
      'This report goes to the desk of the municipality. The subject is not on the list of the municipality.',
    enforces:
      'Others have to see to this. The municipality makes sure that they do. This report goes to the desk of the municipality.',
    leaves: 'The municipality does not do this. We send the report to nobody.',
  },
  about: (category) => `The report is about: ${category}.`,
  asset: (label) => `It concerns ${label}.`,
  managed: (label, manager) => `It concerns ${label}. Its manager is ${manager}.`,
  areas: (names) => `The place lies in ${names}.`,
  timeSuspect:
    'The clock of the object is too far off. The moment at which the message came in counts.',
  gathered: (facts, level) => gatheredInWords(facts, level, 'en'),
  warranty: (party, until) =>
    `${party} repaired this before. That repair is under warranty until ${until}.`,
  basis: {
    contract: (party) => `${party} does this work under a contract.`,
    'service-arrangement': (party) => `${party} does this work as a service to the municipality.`,
    'statutory-manager': (party) => `${party} is the manager here by law.`,
    'grid-operator': (party) => `${party} is the grid operator here.`,
    warranty: (party) => `There is still a warranty. ${party} must repair it.`,
    works: (party) => `${party} is at work here and solves what breaks there.`,
    'self-management': (party) => `${party} takes care of this itself.`,
    'owner-only': (party) => `${party} is the owner.`,
  },
  step: {
    asset: 'This agreement names this very object.',
    'cluster-level': 'This agreement is made for a fault of this size.',
    'warranty-or-works': 'Warranty and works in progress come before ordinary maintenance.',
    manager: 'This agreement names the manager that this belongs to.',
    'priority-and-hour': 'This agreement is made for this priority or for this time.',
    'category-depth': 'This agreement is the most exact about this subject.',
    'zone-size': 'This agreement holds for the smallest area around this place.',
    rank: 'The municipality has given this agreement precedence.',
    'only-candidate': 'This is the only agreement that fits.',
  },
  conflict: (others) => `This fits just as well: ${others}. The newest agreement was chosen.`,
  inConflict: (n) => `${n.agreement} with ${n.party}`,
  shadow: (n) =>
    `The agreement ${n.agreement} is still on trial. Under it the report would have gone to ${n.party}.`,
  notTo: (n, reason) => `Not to ${n.party} under the agreement ${n.agreement}: ${reason}.`,
  notBy: (agreement, reason) => `Not under the agreement ${agreement}: ${reason}.`,
  refusal: {
    'mode-off': 'that agreement is switched off',
    'not-yet-valid': 'that agreement did not hold yet',
    'no-longer-valid': 'that agreement no longer held',
    excluded: 'that party does not get this report again',
    'other-asset': 'that agreement is about other objects',
    'other-asset-type': 'that agreement is about another kind of object',
    'other-area': 'that agreement holds in another area',
    'other-manager': 'that agreement is for another manager',
    'other-cluster-level': 'that agreement is about a fault of another size',
    'other-priority': 'that agreement is for reports of another priority',
    'outside-hours': 'that agreement does not hold at this time',
    'ranked-lower': 'that agreement fits too, but another fits better',
  },
  rest: (count, which) => `Nor: ${count} ${count === 1 ? 'agreement' : 'agreements'} ${which}.`,
  restWhich: {
    'mode-off': 'switched off',
    'not-yet-valid': 'with a later first day',
    'no-longer-valid': 'with a last day that is past',
    excluded: 'with a party that does not get the report again',
    'other-asset': 'about other objects',
    'other-asset-type': 'about another kind of object',
    'other-area': 'for another area',
    'other-manager': 'for another manager',
    'other-cluster-level': 'for a fault of another size',
    'other-priority': 'for another priority',
    'outside-hours': 'for another time',
    'ranked-lower': 'lower in the order',
  },
} satisfies Words

export const DECISION_WORDS: Record<Locale, Words> = { nl, en }
