import type { OfficeKind } from '#modules/directory'
import type { CloseReason } from './lifecycle.ts'

type Locale = 'nl' | 'en'

/** What an office answers, as its sender calls it. */
export const OFFICE_WORDS: Record<OfficeKind, Record<Locale, string>> = {
  question: { nl: 'vraag', en: 'question' },
  complaint: { nl: 'klacht', en: 'complaint' },
  compliment: { nl: 'compliment', en: 'compliment' },
  request: { nl: 'verzoek', en: 'request' },
  'damage-claim': { nl: 'schadeclaim', en: 'damage claim' },
}

type Ended = Extract<CloseReason, 'will-not-be-done' | 'settled-by-desk'>
const ENDED: Record<Ended, Record<Locale, string>> = {
  'will-not-be-done': {
    nl: 'De gemeente gaat er niet verder mee',
    en: 'The municipality will not go on with it',
  },
  'settled-by-desk': {
    nl: 'De gemeente heeft het afgehandeld',
    en: 'The municipality has settled it',
  },
}

type OfToldKind = {
  kind: OfficeKind
  closed_as: CloseReason | null
  forwarded_to: string | null
}

/** How it stands with what is no fault, and in one sentence since when: its own term runs from the day of receipt. */
export function officeInWords(
  { kind, closed_as, forwarded_to }: OfToldKind,
  receivedOn: string,
  locale: Locale,
): { status: string; sentence: string } {
  const name = OFFICE_WORDS[kind][locale]
  const received =
    locale === 'nl'
      ? `Uw ${name} is op ${receivedOn} ontvangen`
      : `Your ${name} was received on ${receivedOn}`
  if (closed_as === 'will-not-be-done' || closed_as === 'settled-by-desk') {
    const status = ENDED[closed_as][locale]
    return { status, sentence: `${received}. ${status}.` }
  }
  const isForwarded = closed_as === 'forwarded'
  const status =
    locale === 'nl'
      ? isForwarded
        ? `doorgestuurd${forwarded_to === null ? '' : ` naar ${forwarded_to}`}`
        : 'ligt bij het meldpunt van de gemeente'
      : isForwarded
        ? `sent on${forwarded_to === null ? '' : ` to ${forwarded_to}`}`
        : 'is with the desk of the municipality'
  const joint = locale === 'nl' ? 'en' : 'and'
  return { status, sentence: `${received} ${joint} ${status}.` }
}
