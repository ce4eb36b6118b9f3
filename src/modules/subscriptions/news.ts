import { type Filter, matches, type PublicChange } from './filter.ts'

/** What somebody follows who gets mail of it. */
export type Following = 'case' | 'area' | 'place'

const ALL = ['case', 'area', 'place'] as const
const CASE = ['case'] as const

/**
 * Of which public changes somebody gets mail, by what they follow, with what it says. Nothing is mailed of what asks
 * nothing of anybody and changes nothing on the street; all of it is in the feeds.
 */
const NEWS = {
  CaseOpened: { to: ['area', 'place'], nl: 'Nieuw gemeld.', en: 'Newly reported.' },
  CaseHandedOver: {
    to: CASE,
    nl: 'De melding is doorgegeven.',
    en: 'The report was handed over.',
  },
  CasePlanned: { to: CASE, nl: 'Het werk is ingepland.', en: 'The work is planned.' },
  CaseMadeSafe: { to: ALL, nl: 'Het is veilig gemaakt.', en: 'It was made safe.' },
  CaseDone: {
    to: ALL,
    nl: 'Het werk is klaar gemeld. Dat is nog niet bevestigd.',
    en: 'The work is said to be done. That is not confirmed yet.',
  },
  CaseContested: {
    to: ALL,
    nl: 'Iemand zegt dat het niet is opgelost. De melding is weer open.',
    en: 'Somebody says that it is not solved. The report is open again.',
  },
  CaseReopened: { to: ALL, nl: 'De melding is weer open.', en: 'The report is open again.' },
  CaseConfirmed: {
    to: ALL,
    nl: 'Het is opgelost en bevestigd.',
    en: 'It is solved and confirmed.',
  },
  CaseUnchallenged: {
    to: ALL,
    nl: 'Het is klaar. Niemand zei dat het niet klopt.',
    en: 'It is done. Nobody said that it is not.',
  },
  CaseClosed: { to: ALL, nl: 'De melding is gesloten.', en: 'The report was closed.' },
} as const satisfies Record<string, { to: readonly Following[]; nl: string; en: string }>

type Row = { to: readonly Following[]; nl: string; en: string }
const rowOf = (type: string): Row | undefined =>
  Object.hasOwn(NEWS, type) ? NEWS[type as keyof typeof NEWS] : undefined

export function changeInWords(type: string, locale: 'nl' | 'en'): string {
  return rowOf(type)?.[locale] ?? ''
}

export function followingOf(filter: Filter): Following {
  if (filter.case !== undefined) return 'case'
  return filter.place === undefined ? 'area' : 'place'
}

export type Wanted = { subscriber: string; number: number; filter: Filter }
export type NewsRow = {
  subscriber: string
  caseId: string
  position: number
  type: string
  /** Which of their subscriptions it is of. */
  numbers: readonly number[]
}

/** Who is to be told what. Of one case each subscription tells the last that happened which it is about. */
export function newsFor(
  changes: readonly PublicChange[],
  wanted: readonly Wanted[],
  isWithin: (category: string, above: string) => boolean,
): NewsRow[] {
  const last = new Map<string, { of: Wanted; change: PublicChange }>()
  for (const change of changes) {
    const row = rowOf(change.type)
    if (!row) continue
    for (const of of wanted) {
      const { subscriber, number, filter } = of
      if (!row.to.includes(followingOf(filter)) || !matches(filter, change, isWithin)) continue
      last.set(`${subscriber} ${number} ${change.caseId}`, { of, change })
    }
  }
  const told = Map.groupBy(
    last.values(),
    ({ of, change }) => `${of.subscriber} ${change.caseId} ${change.position}`,
  )
  return [...told.values()].map((all) => {
    const [{ of, change }] = all as [(typeof all)[number]]
    const { caseId, position, type } = change
    const numbers = all.map((one) => one.of.number)
    return { subscriber: of.subscriber, caseId, position, type, numbers }
  })
}

/** So that what comes in one breath is one mail; whoever waits for light does not wait longer for the news. */
const GATHER_MS = 2 * 60_000
/** However much happens, nobody gets more mails than one in this time. */
export const BETWEEN_MAILS_MS = 30 * 60_000

/** When the next mail to somebody leaves. */
export function nextMailAt(now_ms: number, mailed_ms: number | undefined): number {
  return Math.max(now_ms + GATHER_MS, (mailed_ms ?? Number.NEGATIVE_INFINITY) + BETWEEN_MAILS_MS)
}
