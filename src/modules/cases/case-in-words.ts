import { termInLetter } from '#kernel/term-in-words'
import type { Case } from './case.ts'
import type { SignalKind } from './kinds.ts'
import type { AssignmentStatus, CaseStatus, CloseReason } from './lifecycle.ts'
import { OFFICE_WORDS, officeInWords } from './office-in-words.ts'

type Locale = 'nl' | 'en'

/** Where the names come from; a town has them all. */
export type Names = {
  parties: ReadonlyMap<string, { name: string }>
  categories: ReadonlyMap<string, { name: { nl: string; en: string } }>
}

/** What of a case the line tells; every row of the read table has it. */
export type CaseToTell = {
  status: CaseStatus
  closed_as: CloseReason | null
  kind: SignalKind
  forwarded_to: string | null
  category: string
  owner_only: string | null
  reporter_by: number | null
  opened_at: number
  updated_at: number
  assignments: readonly {
    status: AssignmentStatus
    organisation: string
    planned_on: string | null
  }[]
}

/** The same of a case as its commit left it, without a question to the database. */
export function caseToTell(one: Case): CaseToTell {
  return {
    status: one.status,
    closed_as: one.closedAs ?? null,
    kind: one.kind ?? 'fault',
    forwarded_to: one.forwardedTo ?? null,
    category: one.category,
    owner_only: one.ownerOnly ?? null,
    reporter_by: one.reporterBy_ms ?? null,
    opened_at: one.opened_ms,
    updated_at: one.updated_ms,
    assignments: one.assignments.map(({ status, party, plannedOn }) => ({
      status,
      organisation: party,
      planned_on: plannedOn ?? null,
    })),
  }
}

export type CaseInWords = {
  category: string
  /** Who is on it now: the names of the organisations, or the desk. */
  responsible: string
  status: string
  /** What, who and by when, in one line. */
  sentence: string
}

const STEP: Record<AssignmentStatus, Record<Locale, string>> = {
  proposed: {
    nl: 'de gemeente kijkt er eerst naar',
    en: 'the municipality is looking at it first',
  },
  offered: { nl: 'heeft de melding gekregen', en: 'has been given the report' },
  accepted: { nl: 'heeft de melding aangenomen', en: 'has accepted the report' },
  planned: { nl: 'heeft het werk ingepland', en: 'has planned the work' },
  started: { nl: 'is bezig', en: 'is working on it' },
  done: { nl: 'meldt dat het klaar is', en: 'says that it is done' },
  'not-ours': { nl: 'gaat er niet over', en: 'is not responsible for it' },
  'passed-on': { nl: 'heeft het doorgegeven', en: 'has passed it on' },
  'nothing-found': { nl: 'heeft niets gevonden', en: 'has found nothing' },
  'will-not-be-done': { nl: 'voert het niet uit', en: 'will not do it' },
  withdrawn: { nl: 'is niet meer aan zet', en: 'no longer has it' },
}

const CLOSED: Record<CloseReason, Record<Locale, string>> = {
  confirmed: { nl: 'opgelost en bevestigd', en: 'solved and confirmed' },
  unchallenged: { nl: 'klaar, niet weersproken', en: 'done, not contradicted' },
  cleared: { nl: 'vanzelf overgegaan', en: 'cleared by itself' },
  'will-not-be-done': { nl: 'wordt niet uitgevoerd', en: 'will not be done' },
  'owner-only': { nl: 'is van een andere eigenaar', en: 'belongs to another owner' },
  left: { nl: 'dit doet de gemeente niet', en: 'the municipality does not do this' },
  'settled-by-desk': { nl: 'afgehandeld door de gemeente', en: 'settled by the municipality' },
  forwarded: { nl: 'doorgestuurd', en: 'sent on' },
  joined: { nl: 'samengevoegd met een andere melding', en: 'joined with another report' },
  swallowed: { nl: 'deel van een grotere storing', en: 'part of a larger fault' },
}

const DESK = { nl: 'het meldpunt van de gemeente', en: 'the desk of the municipality' }
const DONE = { nl: 'klaar, nog niet bevestigd', en: 'done, not yet confirmed' }
const LATE = { nl: 'later dan verwacht', en: 'later than expected' }

/** The public line of a case: one sentence, however many parties and assignments stand behind it. */
export function caseInWords(
  row: CaseToTell,
  names: Names,
  locale: Locale,
  now_ms = row.updated_at,
): CaseInWords {
  const nameOf = (id: string) => names.parties.get(id)?.name ?? id
  const { kind } = row
  const named = names.categories.get(row.category)?.name[locale] ?? row.category
  const category = kind !== 'fault' && named === '' ? OFFICE_WORDS[kind][locale] : named
  if (kind !== 'fault') {
    const told = officeInWords({ ...row, kind }, dayIn(row.opened_at, locale), locale)
    return { category, responsible: row.forwarded_to ?? DESK[locale], ...told }
  }
  const active = row.assignments.filter((one) =>
    ['offered', 'accepted', 'planned', 'started'].includes(one.status),
  )
  const shown = active.at(-1)
  const last = row.assignments.at(-1)
  const responsible =
    row.owner_only !== null
      ? nameOf(row.owner_only)
      : row.status === 'open'
        ? active.length === 0
          ? DESK[locale]
          : [...new Set(active.map((one) => nameOf(one.organisation)))].join(', ')
        : last
          ? nameOf(last.organisation)
          : DESK[locale]
  const status = statusOf(row, shown, nameOf, locale, now_ms)
  const expected = row.status === 'open' ? expectedIn(row, locale) : ''
  return { category, responsible, status, sentence: `${category}: ${status}${expected}.` }
}

function statusOf(
  row: CaseToTell,
  shown: CaseToTell['assignments'][number] | undefined,
  nameOf: (id: string) => string,
  locale: Locale,
  now_ms: number,
): string {
  if (row.closed_as === 'owner-only' && row.owner_only !== null) {
    const owner = nameOf(row.owner_only)
    return locale === 'nl'
      ? `dit is van ${owner}; vraag het daar`
      : `this belongs to ${owner}; please ask there`
  }
  if (row.closed_as !== null) return CLOSED[row.closed_as][locale]
  if (row.status === 'done') return DONE[locale]
  const late = row.reporter_by !== null && now_ms > row.reporter_by ? ` (${LATE[locale]})` : ''
  if (!shown) return `${locale === 'nl' ? 'ligt bij' : 'is with'} ${DESK[locale]}${late}`
  const planned =
    shown.planned_on === null ? '' : ` (${dayIn(Date.parse(shown.planned_on), locale)})`
  return `${nameOf(shown.organisation)} ${STEP[shown.status][locale]}${planned}${late}`
}

function expectedIn(row: CaseToTell, locale: Locale): string {
  if (row.reporter_by === null) return ''
  // The line is kept in feeds and other systems: it is no place for a "today".
  const by = termInLetter(row.reporter_by, locale, row.opened_at)
  return locale === 'nl' ? `. Verwacht klaar: ${by}` : `. Expected to be done: ${by}`
}

const DAYS = {
  nl: new Intl.DateTimeFormat('nl-NL', { dateStyle: 'full', timeZone: 'Europe/Amsterdam' }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'Europe/Amsterdam' }),
}

function dayIn(at_ms: number, locale: Locale): string {
  return DAYS[locale].format(at_ms)
}
