import type { Locale } from './answer-words.ts'
import { whyRefused } from './result-words.ts'

const OWN: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  'reply-empty': {
    nl: 'wij vonden er geen antwoord in',
    en: 'we found no answer in it',
  },
  'reply-unreadable': { nl: 'wij konden hem niet lezen', en: 'we could not read it' },
  'reply-expired': {
    nl: 'u antwoordde op een mail die te oud is',
    en: 'you replied to a mail that is too old',
  },
  'danger-on-page': {
    nl: 'het is gevaarlijk: dat het veilig of klaar is, meldt u op de pagina',
    en: 'it is dangerous: say on the page that it is safe or done',
  },
  'photo-not-taken': {
    nl: 'uw antwoord is verwerkt, maar een foto konden wij niet lezen of was te groot',
    en: 'your answer was taken, but a photo could not be read or was too large',
  },
  'sheet-unreadable': {
    nl: 'het bestand is geen xlsx of csv dat wij kunnen lezen',
    en: 'the file is no xlsx or CSV that we can read',
  },
  'sheet-protected': {
    nl: 'het bestand heeft een wachtwoord, of is van een oude soort; bewaar het als xlsx',
    en: 'the file has a password, or is of an old kind; save it as xlsx',
  },
  'sheet-too-large': { nl: 'het bestand is te groot', en: 'the file is too large' },
  'sheet-too-slow': {
    nl: 'het lezen van het bestand duurde te lang',
    en: 'reading the file took too long',
  },
  'sheet-without-columns': {
    nl: 'in het bestand ontbreken de kolommen Taak, Versie en Antwoord',
    en: 'the file lacks the columns Task, Revision and Answer',
  },
}

/** The sentence at the head of the mail back. */
export function replyInWords(why: string, locale: Locale): string {
  const reason = OWN[why]?.[locale] ?? whyRefused(why as Parameters<typeof whyRefused>[0], locale)
  if (why === 'photo-not-taken') return `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`
  return locale === 'nl'
    ? `Uw mail is niet verwerkt: ${reason}.`
    : `Your mail was not taken: ${reason}.`
}

export const SHEET_IN_WORDS: Readonly<Record<Locale, (taken: number, refused: number) => string>> =
  {
    nl: (taken, refused) =>
      `Uw bestand is verwerkt: ${taken} ${taken === 1 ? 'antwoord' : 'antwoorden'} overgenomen, ${refused} geweigerd. In de bijlage staat per regel wat ermee is gedaan.`,
    en: (taken, refused) =>
      `Your sheet was read: ${taken} ${taken === 1 ? 'answer' : 'answers'} taken, ${refused} refused. The attachment tells what became of each row.`,
  }

export const RESULT_HEADINGS: Readonly<Record<Locale, readonly string[]>> = {
  nl: ['Regel', 'Taak', 'Uitkomst'],
  en: ['Row', 'Task', 'Result'],
}
