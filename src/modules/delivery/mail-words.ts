/** Why a party without software gets a mail. */
export type MailReason =
  | 'offered'
  | 'changed'
  | 'reopened'
  | 'withdrawn'
  | 'answered'
  | 'asked'
  | 'term-near'
  | 'members'
  | 'replied'

/** What stands in a mail to a party in Dutch: short sentences, no jargon (B1). */
const nl = {
  aTask: 'Een taak',
  danger: 'GEVAAR',
  urgent: 'SPOED',
  /** At the head of the subject; nothing where it is new. */
  about: {
    offered: undefined,
    changed: 'Gewijzigd',
    reopened: 'Niet opgelost',
    withdrawn: 'Niet meer nodig',
    answered: 'Vervolg',
    asked: 'Nieuwe link',
    'term-near': 'De termijn loopt bijna af',
    members: 'Andere objecten',
    replied: 'Uw mail',
  } satisfies Record<MailReason, string | undefined>,
  opening: {
    offered: (party: string, town: string) => `Gemeente ${town} vraagt ${party} om dit te doen.`,
    changed: () => 'Er is iets veranderd aan deze taak. Dit is hoe het nu is.',
    reopened: () => 'Er is gemeld dat het niet is opgelost. Wilt u opnieuw gaan kijken?',
    withdrawn: () => 'U hoeft hier niets meer aan te doen. Bent u al onderweg? Bel de gemeente.',
    answered: () => 'Uw antwoord is ontvangen. Met de link hieronder meldt u het vervolg.',
    asked: () =>
      'Er is om een nieuwe link voor deze taak gevraagd. Eerdere links werken niet meer.',
    'term-near': () =>
      'Een termijn van deze taak loopt bijna af. Lukt het niet? Meld dan hieronder waarom.',
    members: () => 'Er zijn objecten bij gekomen of af gegaan. Dit is hoe het nu is.',
    // What was wrong with it stands in a sentence of its own before this.
    replied: () => 'Het gaat om deze taak.',
  } satisfies Record<MailReason, (party: string, town: string) => string>,
  isDangerous: 'Dit is gevaarlijk. Maak het eerst veilig, en meld dat dan.',
  hasThreat: 'Let op: in een melding hierover wordt iemand bedreigd. Ga er niet alleen heen.',
  what: 'Wat',
  where: 'Waar',
  number: 'Nummer',
  object: 'Object',
  reports: 'Aantal keren gemeld',
  objects: 'Aantal objecten',
  joined: 'Erbij gekomen',
  left: 'Afgegaan',
  coordinates: 'Coördinaten',
  page: 'Openbare pagina',
  uncertain: 'Het is niet zeker dat dit het goede object is. Kijk ook bij de buren.',
  by: {
    'on-site': 'Ter plaatse',
    'made-safe': 'Veilig',
    working: 'Weer in werking',
    done: 'Klaar',
  },
  noTerm: 'Klaar',
  expectation: 'verwachting',
  startsAt: 'U hoort de datum zodra u het werk aanneemt.',
  planned: 'Gepland op',
  waits: 'Er moet eerst iets anders gebeuren. U krijgt een mail als u verder kunt.',
  shared: (ground: string) => `Wat de melder schreef (grond: ${ground}):`,
  reply: 'Wat de melder op uw vraag antwoordde:',
  question: 'Neemt u het aan? Is het klaar? Of is het niet van u? Antwoord op deze pagina:',
  questionNext: 'Wat is de volgende stap? Meld het op deze pagina:',
  button: 'Geef antwoord',
  once: (day: string) =>
    `De link werkt één keer, tot en met ${day}. Na uw antwoord krijgt u een nieuwe als er nog iets te melden is.`,
  canReply:
    'U kunt ook gewoon op deze mail antwoorden. Begin met: akkoord, gepland 31-12, begonnen, klaar, niets gevonden of niet van ons. Foto’s mogen mee.',
  noReply: 'Antwoorden op deze mail leest niemand.',
  sheet: 'Al uw open taken in één bestand, om in te vullen en terug te sturen',
  noAnswer: 'Antwoorden op deze mail leest niemand.',
}

export type MailWords = typeof nl

const en: MailWords = {
  aTask: 'A task',
  danger: 'DANGER',
  urgent: 'URGENT',
  about: {
    offered: undefined,
    changed: 'Changed',
    reopened: 'Not solved',
    withdrawn: 'No longer needed',
    answered: 'What is next',
    asked: 'New link',
    'term-near': 'The term is nearly over',
    members: 'Other objects',
    replied: 'Your mail',
  } as unknown as MailWords['about'],
  opening: {
    offered: (party, town) => `The municipality of ${town} asks ${party} to do this.`,
    changed: () => 'Something changed about this task. This is how it is now.',
    reopened: () => 'It was reported not to be solved. Will you have another look?',
    withdrawn: () => 'You need not do this any more. Already on your way? Call the municipality.',
    answered: () => 'Your answer has arrived. With the link below you report what comes next.',
    asked: () => 'A new link for this task was asked for. Earlier links no longer work.',
    'term-near': () =>
      'A term of this task is nearly over. Will you not make it? Then say below why.',
    members: () => 'Objects were added or taken off. This is how it is now.',
    replied: () => 'It is about this task.',
  },
  isDangerous: 'This is dangerous. Make it safe first, and then report that.',
  hasThreat: 'Take care: a report about this threatens somebody. Do not go there alone.',
  what: 'What',
  where: 'Where',
  number: 'Number',
  object: 'Object',
  reports: 'Times reported',
  objects: 'Objects',
  joined: 'Added',
  left: 'Taken off',
  coordinates: 'Coordinates',
  page: 'Public page',
  uncertain: 'It is not certain that this is the right object. Look at its neighbours too.',
  by: {
    'on-site': 'On site',
    'made-safe': 'Safe',
    working: 'Working again',
    done: 'Done',
  },
  noTerm: 'Done',
  expectation: 'expectation',
  startsAt: 'You hear the date once you accept the work.',
  planned: 'Planned for',
  waits: 'Something else has to be done first. You get a mail when you can go on.',
  shared: (ground) => `What the reporter wrote (ground: ${ground}):`,
  reply: 'What the reporter replied to your question:',
  question: 'Do you accept it? Is it done? Or is it not yours? Answer on this page:',
  questionNext: 'What is the next step? Report it on this page:',
  button: 'Give your answer',
  once: (day) =>
    `The link works once, until and including ${day}. After your answer you get a new one if there is more to report.`,
  canReply:
    'You may also simply reply to this mail. Begin with: accepted, planned 31-12, started, done, nothing found or not ours. Photos may go along.',
  noReply: 'Nobody reads replies to this mail.',
  sheet: 'All your open tasks in one file, to fill in and send back',
  noAnswer: 'Nobody reads replies to this mail.',
}

export const MAIL_WORDS: Readonly<Record<'nl' | 'en', MailWords>> = { nl, en }
