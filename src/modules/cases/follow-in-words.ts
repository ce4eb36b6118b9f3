import type { Case } from './case.ts'
import { caseInWords, caseToTell, type Names } from './case-in-words.ts'
import type { CloseReason } from './lifecycle.ts'

type Locale = 'nl' | 'en'
type Visibility = 'public' | 'status-only' | 'confidential'

const CONFIDENTIAL = {
  open: {
    nl: 'Uw melding is in behandeling.',
    en: 'Your report is being dealt with.',
  },
  done: {
    nl: 'Er is gemeld dat het werk klaar is. Dat is nog niet bevestigd.',
    en: 'The work is said to be done. That has not been confirmed yet.',
  },
} as const

const ENDED: Record<CloseReason, Record<Locale, string>> = {
  confirmed: { nl: 'Het is opgelost en bevestigd.', en: 'It is solved and confirmed.' },
  unchallenged: {
    nl: 'Het is klaar. Niemand heeft gezegd dat het niet klopt.',
    en: 'It is done. Nobody has said that it is not so.',
  },
  cleared: { nl: 'Het is vanzelf overgegaan.', en: 'It cleared by itself.' },
  'will-not-be-done': { nl: 'Dit wordt niet uitgevoerd.', en: 'This will not be done.' },
  'owner-only': {
    nl: 'De gemeente gaat hier niet over. Zij kan u zeggen wie wel.',
    en: 'The municipality is not responsible for this. It can tell you who is.',
  },
  left: {
    nl: 'De gemeente doet dit niet.',
    en: 'The municipality does not do this.',
  },
  forwarded: {
    nl: 'De gemeente heeft dit doorgegeven aan wie u antwoord geeft.',
    en: 'The municipality has passed this on to whoever will answer you.',
  },
  joined: {
    nl: 'Uw melding is samengevoegd met een andere melding over hetzelfde.',
    en: 'Your report has been joined with another report about the same.',
  },
  swallowed: {
    nl: 'Uw melding is deel van een grotere storing.',
    en: 'Your report is part of a larger fault.',
  },
  'settled-by-desk': {
    nl: 'De gemeente heeft uw melding afgehandeld.',
    en: 'The municipality has settled your report.',
  },
}

/** The strictest of what a case was opened as and what its category is now. */
export function visibilityNow(
  state: Pick<Case, 'visibility' | 'category'>,
  categories: ReadonlyMap<string, { visibility: Visibility }>,
): Visibility {
  const both = [state.visibility, categories.get(state.category)?.visibility]
  if (both.includes('confidential')) return 'confidential'
  return both.includes('status-only') ? 'status-only' : 'public'
}

/** A case without the tasks that nobody may know of. */
export function withoutHidden(
  state: Case,
  categories: ReadonlyMap<string, { visibility: Visibility }>,
): Case {
  const isShown = ({ category }: { category: string }) =>
    category === state.category || categories.get(category)?.visibility !== 'confidential'
  return { ...state, assignments: state.assignments.filter(isShown) }
}

/**
 * What whoever reported it reads of a case. Of what is confidential neither the kind nor the party: the page may be
 * opened from a mail that others in the house can read too.
 */
export function followInWords(
  state: Case,
  names: Names,
  visibility: Visibility,
  { locale, now_ms }: { locale: Locale; now_ms: number },
): string {
  if (visibility !== 'confidential')
    return caseInWords(caseToTell(state), names, locale, now_ms).sentence
  if (state.closedAs !== undefined) return ENDED[state.closedAs][locale]
  return CONFIDENTIAL[state.status === 'done' ? 'done' : 'open'][locale]
}
