import { accountNl } from './account-nl.ts'
import { administrationNl } from './administration-nl.ts'
import { answerNl } from './answer-nl.ts'
import { areaNl } from './area-nl.ts'
import { calledNl } from './called-nl.ts'
import { caseNl } from './case-nl.ts'
import { deliveriesNl } from './deliveries-nl.ts'
import { demoNl } from './demo-nl.ts'
import { deskNl } from './desk-nl.ts'
import { followNl } from './follow-nl.ts'
import { mailTextsNl } from './mail-texts-nl.ts'
import { mailboxNl } from './mailbox-nl.ts'
import { mapNl } from './map-nl.ts'
import { reportNl } from './report-nl.ts'
import { signInNl } from './sign-in-nl.ts'
import { subscribeNl } from './subscribe-nl.ts'
import { workNl } from './work-nl.ts'
import { wrongfulNl } from './wrongful-nl.ts'

/** What the pages say in Dutch: short sentences, no jargon (B1). A part per feature; a long one has a file of its own. */
export const nl = {
  answer: answerNl,
  work: workNl,
  wrongful: wrongfulNl,
  report: reportNl,
  area: areaNl,
  page: caseNl,
  called: calledNl,
  followOwn: followNl,
  account: accountNl,
  administration: administrationNl,
  deliveries: deliveriesNl,
  signIn: signInNl,
  subscribe: subscribeNl,
  frame: {
    skip: 'Naar de inhoud',
    home: 'Alle gemeenten',
    menu: 'Menu',
    nearby: 'Meldingen',
    map: 'Kaart',
    reportIt: 'Meld iets',
    // Beside one another on a telephone: short.
    report: 'Meld iets',
    follow: 'Uw melding',
    language: 'Taal',
    appearance: 'Weergave',
    appearances: { automatic: 'Automatisch', light: 'Licht', dark: 'Donker' },
    footer: 'Lantaarn laat zien wie er aan het werk is, en wanneer het klaar moet zijn.',
    desk: 'Meldpunt',
    account: 'Uw account',
    signIn: 'Inloggen',
    api: 'Voor systemen: de API',
  },
  copy: { link: 'Kopieer de link van deze pagina', done: 'De link is gekopieerd' },
  start: {
    title: 'Wie doet het, en wanneer?',
    intro:
      'Kies uw gemeente. U ziet welke meldingen open staan, wie ermee bezig is en wanneer het klaar moet zijn.',
    municipalities: 'Gemeenten',
    none: 'Er doet nog geen gemeente mee.',
  },
  town: {
    title: (town: string) => `Meldingen in ${town}`,
    intro: 'Iedereen kan hier volgen wat er met een melding gebeurt.',
    number: 'Nummer van de melding',
    find: 'Zoek',
    followOwn: 'Hebt u een code? Volg uw eigen melding',
    open: 'Open meldingen',
    noOpen: 'Er zijn nu geen open meldingen.',
    report: { sees: 'Ziet u iets?', go: 'Meld het' },
    older: 'Oudere meldingen',
    newest: 'Terug naar de nieuwste',
    lately: 'Pas opgelost',
    noLately: 'Er is nog niets opgelost.',
    figures: 'Cijfers',
    noFigures: 'Over de laatste 30 dagen zijn er nog geen cijfers.',
    figuresNote:
      'Over de laatste 30 dagen. Elk cijfer telt iets anders: tel ze niet bij elkaar op.',
    figure: {
      handedOver: ['Doorgegeven', 'aan een partij gestuurd'],
      received: ['Ontvangen', 'aangekomen bij de partij'],
      done: ['Klaar gemeld', 'door de partij zelf'],
      confirmed: ['Bevestigd', 'een ander zag dat het klopt'],
      unchallenged: ['Niet weersproken', 'niemand zei dat het niet klopt'],
      contested: ['Betwist', 'iemand zei dat het niet klopt'],
    },
  },
  case: {
    kinds: {
      fault: 'Melding',
      question: 'Vraag',
      complaint: 'Klacht',
      compliment: 'Compliment',
      request: 'Verzoek',
      'damage-claim': 'Schadeclaim',
    },
    object: 'Object',
    near: (street: string) => `Bij ${street}`,
    reportedOn: 'Gemeld op',
    solvedOn: 'Gesloten op',
    late: 'Te laat',
    danger: 'Gevaar',
    urgent: 'Spoed',
  },
  demo: demoNl,
  desk: deskNl,
  mailTexts: mailTextsNl,
  mailbox: mailboxNl,
  map: mapNl,
  errors: {
    faults: 'Er klopt nog iets niet',
    missing: {
      title: 'Deze pagina is er niet',
      text: 'Misschien klopt het adres niet, of mag niet iedereen deze pagina zien.',
      check:
        'Kijk het adres van de pagina na. Staat er het nummer van een melding in? Dat ziet er zo uit:',
      lookIn: 'Zoek in de',
      list: 'lijst met open meldingen',
      call: 'Ging het over iets persoonlijks? Bel uw gemeente. Houd het nummer van uw melding bij de hand.',
    },
    unread: {
      title: 'Dit formulier konden wij niet lezen',
      text: 'Het is te lang, of het kwam beschadigd aan. Er is niets veranderd.',
      steps: ['Ga terug en verstuur het nog een keer.', 'Maak een lange tekst korter.'],
    },
    trouble: {
      title: 'Het lukt nu niet',
      text: 'Er ging iets mis bij ons. Uw gegevens zijn niet aangepast.',
      steps: [
        'Wacht een paar minuten en probeer het opnieuw.',
        'Is er gevaar? Bel 112. Heeft het haast? Bel uw gemeente.',
      ],
    },
    next: 'Wat kunt u doen?',
    again: 'Probeer het opnieuw',
    toTown: (town: string) => `Naar de meldingen van ${town}`,
  },
}

/** The same in every language: a word that one of them lacks does not compile. */
export type Words = typeof nl
