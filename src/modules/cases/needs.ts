import type { DeskReason } from './lifecycle.ts'
import type { TellBy } from './told-by-hand.ts'

type Text = { nl: string; en: string }

/** What a person of the desk is needed for, beside what brought a case there. */
type Need = DeskReason | 'to-call-back' | 'to-write' | 'to-release' | 'moved'

/** The most urgent first: what it is, and what to do about it. */
export const NEEDS = [
  {
    reason: 'danger-unacknowledged',
    title: {
      nl: 'Gevaar: niemand heeft het overgenomen',
      en: 'Danger: nobody has taken over',
    },
    next: {
      nl: 'Niemand van het piketrooster heeft gereageerd. Neem het zelf over, of bel nu iemand.',
      en: 'Nobody on the duty roster answered. Take over yourself, or call somebody now.',
    },
  },
  {
    reason: 'not-ours-limit',
    title: {
      nl: 'Te vaak ‘niet van ons’',
      en: 'Too often ‘not ours’',
    },
    next: {
      nl: 'Meer partijen zeiden dat het niet van hen is. Kies zelf wie het doet.',
      en: 'More parties said that it is not theirs. Choose who does it.',
    },
  },
  {
    reason: 'no-agreement',
    title: {
      nl: 'Geen afspraak',
      en: 'No agreement',
    },
    next: {
      nl: 'Voor deze melding is er geen afspraak. Kies zelf een partij, of sluit de melding.',
      en: 'There is no agreement for this report. Choose a party, or close the report.',
    },
  },
  {
    reason: 'will-not-be-done',
    title: {
      nl: 'Wordt niet uitgevoerd',
      en: 'Will not be done',
    },
    next: {
      nl: 'De partij doet het niet. Kies een ander, of sluit de melding.',
      en: 'The party will not do it. Choose somebody else, or close the report.',
    },
  },
  {
    reason: 'contested-again',
    title: {
      nl: 'Opnieuw betwist',
      en: 'Contested again',
    },
    next: {
      nl: 'Het is weer niet goed. Bel de partij, of kies een ander.',
      en: 'It is not right again. Call the party, or choose somebody else.',
    },
  },
  {
    reason: 'delivery-stuck',
    title: {
      nl: 'Bericht komt niet aan',
      en: 'The message does not arrive',
    },
    next: {
      nl: 'De partij of het kantoor krijgt ons bericht niet. Bel ze.',
      en: 'The party or the office does not get our message. Call them.',
    },
  },
  {
    reason: 'tell-the-party',
    title: {
      nl: 'Vertel het de partij',
      en: 'Tell the party',
    },
    next: {
      nl: 'Deze partij heeft geen systeem. Bel of mail, en zeg hier dat het gedaan is.',
      en: 'This party has no system. Call or mail, and say here that you did.',
    },
  },
  {
    reason: 'term-broken',
    title: {
      nl: 'Termijn niet gehaald',
      en: 'A term was not kept',
    },
    next: {
      nl: 'De partij deed niet op tijd wat was afgesproken. Spreek haar erop aan.',
      en: 'The party did not do in time what was agreed. Speak to it.',
    },
  },
  {
    reason: 'to-call-back',
    title: {
      nl: 'Bel de melder terug',
      en: 'Call the reporter back',
    },
    next: {
      nl: 'De melder krijgt geen mail. Bel, en zeg hier dat het gedaan is.',
      en: 'The reporter gets no mail. Call, and say here that you did.',
    },
  },
  {
    reason: 'no-address',
    title: {
      nl: 'Geen kantoor bekend',
      en: 'No office known',
    },
    next: {
      nl: 'Wij weten niet welk kantoor dit beantwoordt. Stuur het zelf door en zeg dat hier.',
      en: 'We do not know which office answers this. Send it on yourself, and say so here.',
    },
  },
  {
    reason: 'left',
    title: {
      nl: 'Doet de gemeente niet',
      en: 'Not done by the municipality',
    },
    next: {
      nl: 'De gemeente heeft gekozen dit niet te doen. Maar het is gevaarlijk, of anderen werken eraan. Kies een partij, of sluit de melding.',
      en: 'The municipality chose not to do this. But it is dangerous, or others are at work on it. Choose a party, or close the report.',
    },
  },
  {
    reason: 'enforces',
    title: {
      nl: 'Anderen moeten dit doen',
      en: 'Others have to do this',
    },
    next: {
      nl: 'De gemeente ziet toe: anderen moeten hiervoor zorgen. Spreek hen aan, kies een partij, of sluit de melding.',
      en: 'The municipality enforces: others have to see to this. Speak to them, choose a party, or close the report.',
    },
  },
  {
    reason: 'owner-only',
    title: {
      nl: 'Andere eigenaar',
      en: 'Another owner',
    },
    next: {
      nl: 'Een deel is van een eigenaar die geen werk van ons krijgt. Bel de eigenaar, of kies een ander.',
      en: 'A part belongs to an owner that gets no work from us. Call the owner, or choose somebody else.',
    },
  },
  {
    reason: 'confirm',
    title: {
      nl: 'Wacht op uw akkoord',
      en: 'Waits for your approval',
    },
    next: {
      nl: 'De partij krijgt het werk pas als u akkoord geeft.',
      en: 'The party gets the work only when you approve.',
    },
  },
  {
    reason: 'to-write',
    title: {
      nl: 'Schrijf de melder',
      en: 'Write to the reporter',
    },
    next: {
      nl: 'De melder krijgt geen mail. Stuur een brief, en zeg hier dat het gedaan is.',
      en: 'The reporter gets no mail. Send a letter, and say here that you did.',
    },
  },
  {
    reason: 'term-near',
    title: {
      nl: 'Termijn loopt bijna af',
      en: 'A term is nearly over',
    },
    next: {
      nl: 'De partij is gewaarschuwd. Vraag of het gaat lukken.',
      en: 'The party has been warned. Ask whether it will make it.',
    },
  },
  {
    reason: 'paused',
    title: {
      nl: 'Afspraak staat stil',
      en: 'Agreement is paused',
    },
    next: {
      nl: 'De afspraak is gepauzeerd. Stuur het toch door, of wacht.',
      en: 'The agreement is paused. Send it on nevertheless, or wait.',
    },
  },
  {
    reason: 'conflict',
    title: {
      nl: 'Twee afspraken passen',
      en: 'Two agreements fit',
    },
    next: {
      nl: 'De nieuwste afspraak ging voor. Kijk of dat goed is.',
      en: 'The newest agreement went first. See whether that is right.',
    },
  },
  {
    reason: 'done-unasked',
    title: {
      nl: 'Gedaan zonder opdracht',
      en: 'Done without being asked',
    },
    next: {
      nl: 'Een partij deed dit werk, maar het was niet aan haar gevraagd. Lees de opmerking en regel wie betaalt.',
      en: 'A party did this work, but it was not asked to. Read the remark and settle who pays.',
    },
  },
  {
    reason: 'to-release',
    title: {
      nl: 'Beoordeel wat er staat',
      en: 'Look at what was sent',
    },
    next: {
      nl: 'Iemand schreef iets of stuurde een foto. Kijk of iedereen het mag zien.',
      en: 'Somebody wrote something or sent a photo. See whether everybody may see it.',
    },
  },
  {
    reason: 'moved',
    title: {
      nl: 'Ligt nu in een andere gemeente',
      en: 'In another municipality now',
    },
    next: {
      nl: 'De grens is verlegd. De melding blijft hier tot zij is afgehandeld: vertel het de buurgemeente.',
      en: 'The border was moved. The case stays here until it is closed: tell the neighbour.',
    },
  },
] as const satisfies readonly { reason: Need; title: Text; next: Text }[]

export type NeedReason = (typeof NEEDS)[number]['reason']
export const NEED_REASONS = NEEDS.map(({ reason }) => reason)

/** From 0, the most urgent. */
export const urgencyOf = (reason: NeedReason): number => NEED_REASONS.indexOf(reason)

export type NeedInWords = { reason: NeedReason; title: string; next: string }

export function needInWords(reason: NeedReason, locale: 'nl' | 'en'): NeedInWords {
  const { title, next } = NEEDS[urgencyOf(reason)] ?? NEEDS[0]
  return { reason, title: title[locale], next: next[locale] }
}

/** The most urgent first. */
export function inUrgency(reasons: readonly NeedReason[]): NeedReason[] {
  return reasons.toSorted((one, other) => urgencyOf(one) - urgencyOf(other))
}

/** What a person is needed for, of a case as its read table has it. */
export function reasonsOf(waiting: {
  desk: readonly DeskReason[]
  told_by: readonly TellBy[]
  has_to_release: boolean
}): NeedReason[] {
  const { desk, told_by, has_to_release } = waiting
  return [
    ...desk,
    ...(told_by.includes('call-back') ? ['to-call-back' as const] : []),
    ...(told_by.includes('letter') ? ['to-write' as const] : []),
    ...(has_to_release ? ['to-release' as const] : []),
  ]
}
