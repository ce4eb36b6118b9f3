import { WRONG_EMAIL_NL } from './report-nl.ts'

/** What somebody reads who wants to be kept informed by mail. */
export const subscribeNl = {
  title: {
    case: 'Mail mij over deze melding',
    area: (area: string) => `Mail mij over ${area}`,
    place: 'Mail mij als het donker is in mijn straat',
  },
  intro: {
    case: 'U krijgt een mail als er iets belangrijks verandert. U hebt geen account nodig.',
    area: 'U krijgt een mail als er iets wordt gemeld en als het is opgelost. Hooguit één mail per half uur.',
    place:
      'U krijgt een mail als er bij u in de buurt een lamp uit is, en als die weer brandt. U hebt geen account nodig.',
  },
  placeTitle: 'Waar woont u?',
  placeText: 'Zoek uw straat. Wij bewaren de plek op ongeveer tien meter nauwkeurig.',
  search: 'Straat, adres of plaats',
  find: 'Zoek',
  found: 'Gevonden',
  notFound: 'Niets gevonden. Probeer een andere schrijfwijze, of alleen de straat.',
  otherPlace: 'Kies een andere plek',
  near: (place: string) => `De plek: ${place}`,
  chosen: 'De plek die u koos.',
  radius: 'Hoe ver om deze plek heen?',
  metres: (metres: string) => `${metres} meter`,
  category: 'Waarover?',
  all: 'Alles',
  email: 'Uw e-mailadres',
  emailHint: 'Wij sturen eerst een mail om te vragen of dit klopt.',
  privacy:
    'Wij gebruiken uw adres alleen hiervoor. Stopt u, dan wissen wij het. Het staat versleuteld en niemand anders ziet het.',
  go: 'Houd mij op de hoogte',
  asked: {
    title: 'Kijk in uw mailbox',
    text: 'Wij hebben u een mail gestuurd. Open de link en druk op de knop. Pas dan krijgt u nieuws.',
    none: 'Geen mail gekregen?',
    steps: [
      'Kijk bij ongewenste mail.',
      'Kijk of u uw adres goed hebt getypt en probeer het nog eens.',
      'Een adres kan twintig dingen volgen en krijgt zes vragen per dag. Met de link in een eerdere mail ziet u wat u volgt.',
    ],
    again: 'Probeer het nog eens',
  },
  own: {
    title: 'Wat u volgt',
    ask: 'Wilt u hierover mail krijgen?',
    yes: 'Ja, mail mij',
    yours: 'U krijgt mail over',
    awaiting: 'Nog te bevestigen',
    awaitingText: 'Open de link in de mail die wij stuurden.',
    stopOne: 'Stop hiermee',
    stopAll: 'Stop met alles',
    stopText: 'Stopt u met alles? Dan krijgt u geen mail meer en wissen wij uw adres.',
    stopTitle: 'Wilt u geen mail meer?',
    none: 'U volgt niets meer. Uw adres is gewist.',
    told: {
      confirmed: 'Dank u. Vanaf nu krijgt u mail als er iets verandert.',
      stopped: 'U krijgt hier geen mail meer over.',
    } as Readonly<Record<string, string>>,
    manage: 'Kijk wat u volgt',
  },
  dead: {
    expiredTitle: 'Deze link werkt niet meer',
    expiredText: 'Een link om te bevestigen werkt 48 uur. Vraag gerust opnieuw om mail.',
    forgedTitle: 'Deze link klopt niet',
    forgedText: 'Kijk of u de hele link hebt gebruikt. Soms breekt een mailprogramma hem af.',
    go: 'Naar de meldingen',
  },
  faults: {
    email: WRONG_EMAIL_NL,
    often: 'Vanaf deze verbinding is te vaak gevraagd. Probeer het over een uur nog eens.',
    unknown: 'Dit is er niet, of niet iedereen mag het volgen.',
    other: 'Het lukt nu niet. Probeer het over een paar minuten nog eens.',
  },
  offers: {
    case: 'Wilt u weten hoe het afloopt?',
    caseText: 'Laat uw e-mailadres achter. U krijgt een mail als er iets belangrijks verandert.',
    caseGo: 'Mail mij over deze melding',
    area: 'Blijf op de hoogte',
    areaText: 'Krijg een mail als er in deze buurt iets wordt gemeld of opgelost.',
    areaGo: 'Mail mij over deze buurt',
    placeGo: 'Mail mij als het donker is in mijn straat',
  },
}

export type SubscribeWords = typeof subscribeNl
