import type { DigestReason } from './digest.ts'

type Locale = 'nl' | 'en'

/** What stands in a mail about several tasks in Dutch: short sentences, no jargon (B1). */
const nl = {
  tasks: (count: number) => (count === 1 ? '1 taak' : `${count} taken`),
  count: {
    offered: (count: number) => `${count} nieuw`,
    reopened: (count: number) => `${count} niet opgelost`,
    changed: (count: number) => `${count} gewijzigd`,
    answered: (count: number) => `${count} nog bezig`,
    withdrawn: (count: number) => `${count} niet meer nodig`,
  } satisfies Record<DigestReason, (count: number) => string>,
  heading: {
    offered: 'Nieuw',
    reopened: 'Niet opgelost',
    changed: 'Gewijzigd',
    answered: 'Nog bezig',
    withdrawn: 'Niet meer nodig',
  } satisfies Record<DigestReason, string>,
  lead: {
    offered: (party: string) => `Wij vragen ${party} om dit te doen.`,
    reopened: () => 'Er is gemeld dat het niet is opgelost. Wilt u opnieuw gaan kijken?',
    changed: () => 'Er is iets veranderd. Dit is hoe het nu is.',
    answered: () => 'Uw antwoord is ontvangen. Met de nieuwe link meldt u het vervolg.',
    withdrawn: () => 'U hoeft hier niets meer aan te doen. Bent u al onderweg? Bel de gemeente.',
  } satisfies Record<DigestReason, (party: string) => string>,
  opening: (town: string) =>
    `Dit is het overzicht van gemeente ${town}: wat nieuw is of veranderd sinds het vorige. Wat haast heeft, krijgt u meteen, in een mail apart.`,
  answer: 'Geef antwoord',
  answering: 'Zo antwoordt u',
  once: (day: string) =>
    `Elke link werkt één keer, tot en met ${day}. Na uw antwoord staat een nieuwe in het volgende overzicht. Eerder nodig? Vraag hem op de pagina van de oude link.`,
  reply:
    'Antwoorden op deze mail kan niet in woorden: hij gaat over meer taken. Gebruik de link bij de taak, of stuur het ingevulde bestand als bijlage.',
  noReply: 'Antwoorden op deze mail leest niemand. Gebruik de link bij de taak.',
  replied: 'Uw mail',
  whichTask:
    'Uw mail is niet verwerkt: u antwoordde op een overzicht, en wij weten niet welke taak u bedoelt. Er is niets veranderd. Geef antwoord bij de taak hieronder.',
  stillOpen: 'Hierover kunt u antwoorden',
  nothingOpen: 'Van dat overzicht is nu niets meer te beantwoorden.',
}

export type DigestWords = typeof nl

const en: DigestWords = {
  tasks: (count) => (count === 1 ? '1 task' : `${count} tasks`),
  count: {
    offered: (count) => `${count} new`,
    reopened: (count) => `${count} not solved`,
    changed: (count) => `${count} changed`,
    answered: (count) => `${count} under way`,
    withdrawn: (count) => `${count} no longer needed`,
  },
  heading: {
    offered: 'New',
    reopened: 'Not solved',
    changed: 'Changed',
    answered: 'Under way',
    withdrawn: 'No longer needed',
  },
  lead: {
    offered: (party) => `We ask ${party} to do this.`,
    reopened: () => 'It was reported not to be solved. Will you have another look?',
    changed: () => 'Something changed. This is how it is now.',
    answered: () => 'Your answer has arrived. With the new link you report what comes next.',
    withdrawn: () => 'You need not do this any more. Already on your way? Call the municipality.',
  },
  opening: (town) =>
    `This is the digest of the municipality of ${town}: what is new or has changed since the last one. What is urgent reaches you at once, in a mail of its own.`,
  answer: 'Give your answer',
  answering: 'How to answer',
  once: (day) =>
    `Each link works once, until and including ${day}. After your answer a new one is in the next digest. Needed sooner? Ask for it on the page of the old link.`,
  reply:
    'You cannot reply to this mail in words: it is about several tasks. Use the link of the task, or send the sheet back, filled in, as an attachment.',
  noReply: 'Nobody reads replies to this mail. Use the link of the task.',
  replied: 'Your mail',
  whichTask:
    'Your mail was not taken: you replied to a digest, and we do not know which task you mean. Nothing has changed. Give your answer at the task below.',
  stillOpen: 'You can answer these',
  nothingOpen: 'Nothing of that digest can be answered any more.',
}

export const DIGEST_WORDS: Readonly<Record<Locale, DigestWords>> = { nl, en }
