import { type RecordedEvent, readAfter } from '#journal'
import { type CaseEvent, type CaseRow, listCases } from '#modules/cases'
import type { CaseNow, PublicChange } from '#modules/subscriptions'
import type { Pool, Query } from '#platform/database'
import { confidentialOf, type Town, type Towns } from './town.ts'

/** What one reading of the journal takes in. */
const PIECE = 500

type Told = { type: string; status: 'open' | 'done' | 'closed' }
const open = (type: string): Told => ({ type, status: 'open' })

/** What everybody may know that happened; nothing else of the journal is told. */
function toldOf({ type, data }: RecordedEvent): Told | undefined {
  switch (type as CaseEvent['type']) {
    case 'SignalReceived':
      return open((data as { opens?: unknown }).opens ? 'CaseOpened' : 'CaseReportedAgain')
    case 'AssignmentOffered':
      return open('CaseHandedOver')
    case 'AssignmentDelivered':
      return open('CaseReceived')
    case 'AssignmentAnswered':
      return ANSWERED[(data as { answer: string }).answer]
    case 'CaseDone':
      return { type: 'CaseDone', status: 'done' }
    case 'SignalMovedIn':
      return open((data as { opens?: unknown }).opens ? 'CaseOpened' : 'CaseReportedAgain')
    case 'CaseGivenBack':
      return open('CaseReopened')
    case 'CaseContested':
    case 'CaseReopened':
      return open(type)
    case 'CaseConfirmed':
    case 'CaseUnchallenged':
    case 'CaseClosed':
      return { type, status: 'closed' }
    default:
      return undefined
  }
}

const ANSWERED: Readonly<Record<string, Told | undefined>> = {
  accepted: open('CaseAccepted'),
  planned: open('CasePlanned'),
  started: open('CaseStarted'),
  'made-safe': open('CaseMadeSafe'),
}

/** Every type that is told. */
export const CHANGE_TYPES: readonly string[] = [
  'CaseOpened',
  'CaseReportedAgain',
  'CaseHandedOver',
  'CaseReceived',
  ...Object.values(ANSWERED).flatMap((told) => (told ? [told.type] : [])),
  'CaseDone',
  'CaseReopened',
  'CaseContested',
  'CaseConfirmed',
  'CaseUnchallenged',
  'CaseClosed',
]

/** One thing that everybody may know of a case, with the case as it is now. */
export type CaseChange = Told & { position: number; at_ms: number; row: CaseRow }

/**
 * What everybody may know that happened after a position, in the order of commit, how every case that something happened to
 * is now, and how far was read. Of what is confidential, of the past or no fault nothing is told.
 */
export async function readPublicChanges(
  { pool, towns }: { pool: Pool; towns: Towns },
  municipality: string,
  after: number,
): Promise<{ changes: readonly CaseChange[]; cases: readonly CaseNow[]; position: number }> {
  const confidential = confidentialOf(await towns.get(municipality))
  return pool.read({ tenant: municipality }, async (query) => {
    const events = await readAfter(query, municipality, after, PIECE)
    const position = events.at(-1)?.position ?? after
    const happened = events.flatMap((event) =>
      event.stream.startsWith('case/') ? [{ event, id: event.stream.slice('case/'.length) }] : [],
    )
    const ids = [...new Set(happened.map(({ id }) => id))]
    if (ids.length === 0) return { changes: [], cases: [], position }
    const rows = await listCases(query, municipality, {
      isStaff: false,
      confidential,
      ids,
      most: ids.length,
    })
    const byId = new Map(rows.filter((row) => !row.is_history).map((row) => [row.id, row]))
    const cases = await casesNow(query, municipality, ids, rows)
    const changes = happened.flatMap(({ event, id }) => {
      const words = toldOf(event)
      const row = byId.get(id)
      return words && row
        ? [{ ...words, position: event.position, at_ms: event.occurred_ms, row }]
        : []
    })
    return { changes, cases, position }
  })
}

/** How cases are now to everybody, by those of them that everybody sees; one that is not there at all is left out. */
export async function casesNow(
  query: Query,
  municipality: string,
  ids: readonly string[],
  seen: readonly CaseRow[],
): Promise<CaseNow[]> {
  const known = new Set(seen.map(({ id }) => id))
  const unseen = ids.filter((id) => !known.has(id))
  const hidden =
    unseen.length === 0
      ? []
      : await listCases(query, municipality, { isStaff: true, ids: unseen, most: unseen.length })
  return [
    ...seen.map(({ id, status }) => ({ id, now: status === 'closed' ? status : 'open' }) as const),
    ...hidden.map(({ id }) => ({ id, now: 'hidden' }) as const),
  ]
}

/** Whether everybody may know where a case is. */
export function isPlaced({ visibility, category }: CaseRow, { categories }: Town): boolean {
  return visibility === 'public' && categories.get(category)?.visibility === 'public'
}

/** The same, as it is held against what somebody wants to be told of. */
export function toMatch({ position, type, row }: CaseChange, town: Town): PublicChange {
  const { id: caseId, category, areas, lon, lat } = row
  const isShown = isPlaced(row, town)
  return {
    position,
    type,
    caseId,
    category,
    areas: isShown ? areas : [],
    ...(isShown && lon !== null && lat !== null ? { place: { lon, lat } } : {}),
  }
}
