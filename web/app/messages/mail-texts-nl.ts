/** What whoever writes the mails of a municipality reads. */
export const mailTextsNl = {
  title: 'Mails aan melders',
  /** Met de naam van de mail. */
  titleOf: (name: string, language: string) => `Mail: ${name.toLowerCase()} (${language})`,
  intro:
    'Dit krijgen mensen die iets melden en hun mailadres geven. Elke mail is er in het Nederlands en in het Engels.',
  own: 'Eigen tekst',
  readOnly: 'De beheerder past deze tekst aan.',
  standard: 'Standaardtekst',
  back: 'Terug naar alle mails',
  change: 'Wijzig',
  languages: { nl: 'Nederlands', en: 'Engels' } as Readonly<Record<string, string>>,
  kinds: {
    received: ['Ontvangen', 'Meteen na de melding.'],
    asked: ['Vraag', 'Als de partij iets van de melder wil weten.'],
    'handed-over': ['Doorgegeven', 'Als een andere partij het krijgt.'],
    planned: ['Ingepland', 'Als de partij een dag noemt.'],
    done: ['Klaar gemeld', 'Met de vraag of het is opgelost.'],
    moved: [
      'Ander nummer',
      'Als een melding met een andere is samengevoegd, of daarvan is losgemaakt.',
    ],
    reopened: ['Weer open', 'Als iemand zegt dat het niet is opgelost, of als het terug is.'],
    'will-not-be-done': ['Wordt niet uitgevoerd', 'Met de reden en wat de melder kan doen.'],
    closed: ['Gesloten', 'Als het vanzelf overging, of als de gemeente het afsloot.'],
    'reserved-received': ['Ontvangen, afgeschermd', 'Voor wat niet iedereen mag weten.'],
    'reserved-changed': ['Nieuws, afgeschermd', 'Bij elke stap van wat niet iedereen mag weten.'],
    'subscription-asked': ['Volgen: bevestigen', 'Als iemand vraagt om op de hoogte te blijven.'],
    'subscription-news': ['Volgen: nieuws', 'Als er iets verandert bij wat iemand volgt.'],
  } as Readonly<Record<string, readonly [string, string]>>,
  subject: 'Onderwerp',
  subjectHint: 'Eén regel, hooguit 120 tekens.',
  text: 'Tekst',
  textHint: 'Hooguit 5.000 tekens. Onder elke mail staat vanzelf hoe iemand de mails stopt.',
  placeholders: 'Wat u kunt invullen',
  required: 'moet erin',
  meanings: {
    number: 'nummer van de melding',
    category: 'waar het over gaat',
    place: 'straat, nummer en buurt',
    party: 'wie ermee bezig is',
    by: 'verwacht uiterlijk',
    sentence: 'hoe het ervoor staat, in één zin',
    municipality: 'naam van de gemeente',
    link: 'link naar de melding; alleen in de tekst',
    day: 'dag waarop het werk gepland is',
    outcome: 'wat de partij zegt: klaar, of niets gevonden',
    question: 'wat de partij vraagt',
    reason: 'waarom het niet wordt uitgevoerd',
  } as Readonly<Record<string, string>>,
  preview: 'Voorbeeld',
  previewText: 'Zo komt de mail aan, met een verzonnen melding.',
  see: 'Bekijk het voorbeeld',
  save: 'Bewaar deze tekst',
  restore: 'Terug naar de standaardtekst',
  changedOn: 'Het laatst gewijzigd op',
  wrong: 'Dit is niet bewaard',
  told: {
    saved: 'De tekst is bewaard. Elke nieuwe mail gebruikt hem.',
    restored: 'De standaardtekst wordt weer gebruikt.',
  } as Readonly<Record<string, string>>,
  problems: {
    'not-allowed': 'Alleen de beheerder van de gemeente mag de mails wijzigen.',
    'form-stale': 'Dit formulier is niet meer geldig. Probeer het nog eens.',
    'template-invalid': 'De tekst kan zo niet worden gebruikt:',
  } as Readonly<Record<string, string>>,
  otherProblem: 'Er ging iets mis. Probeer het nog eens.',
  fields: { subject: 'Onderwerp', text: 'Tekst' } as Readonly<Record<string, string>>,
  faults: {
    empty: 'Dit is leeg.',
    'too-long': 'Dit is te lang.',
    'not-one-line': 'Dit heeft meer dan één regel.',
    'not-text': 'Hierin staat een teken dat geen tekst is.',
  } as Readonly<Record<string, string>>,
  unknown: (name: string, meant: string | undefined) =>
    meant === undefined
      ? `{${name}} kan hier niet. Kies uit de lijst onder de tekst.`
      : `{${name}} kan hier niet. Bedoelt u {${meant}}?`,
  missing: (name: string) => `{${name}} moet erin staan.`,
}

export type MailTextWords = typeof mailTextsNl
