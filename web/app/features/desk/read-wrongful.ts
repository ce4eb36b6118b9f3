import type { Told } from '../../api/client.ts'
import { told } from '../../api/told.ts'
import { type DeskVisit, stillIn, type Typed } from './desk-visit.ts'

export type WrongfulReport = Told['WrongfulReport']
export type WrongfulInFull = Told['WrongfulReportInFull']
export type WrongfulSum = Told['WrongfulReportSum']

const FIELDS = ['party', 'state', 'from', 'to'] as const
const DAY = /^\d{4}-\d\d-\d\d$/
const DAY_MS = 86_400_000

/** The last day of what is looked for is in it; the API asks for the day after. */
const dayAfter = (day: string) => new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10)

/** What the list is narrowed by, as it was typed and as the API is asked. */
export function wrongfulAsked(asked: URLSearchParams, states: readonly string[]) {
  const typed: Typed = Object.fromEntries(
    FIELDS.map((name) => [name, asked.get(name)?.trim().slice(0, 80) ?? '']),
  )
  const { party, state = '', from = '', to = '' } = typed
  const query = {
    ...(party && { party }),
    ...(states.includes(state) && { state: [state as WrongfulReport['state']] }),
    ...(isDay(from) && { from }),
    ...(isDay(to) && { to: dayAfter(to) }),
  }
  return { typed, query }
}

const isDay = (text: string) => DAY.test(text) && !Number.isNaN(Date.parse(text))

export async function readWrongfulList(
  { visit, town }: Pick<DeskVisit, 'visit' | 'town'>,
  query: ReturnType<typeof wrongfulAsked>['query'],
  cursor: string | undefined,
) {
  const own = { municipality: town.id, limit: 50 }
  const [list, whole] = await Promise.all([
    visit.api.GET('/wrongful-reports', {
      params: { query: { ...own, ...query, ...(cursor && { cursor }) } },
    }),
    // Whose there are at all, whatever is looked for.
    visit.api.GET('/wrongful-reports', { params: { query: { ...own, limit: 1 } } }),
  ])
  stillIn({ visit, town }, list.response)
  const parties = new Map((told(whole).sums ?? []).map(({ party }) => [party.id, party.name]))
  return { ...told(list), parties: [...parties] }
}

/** Of each party what is to be decided, what is owed and what is not. */
export function sumsOf(sums: readonly WrongfulSum[]) {
  return [...Map.groupBy(sums, ({ party }) => party.id)].map(([id, own]) => {
    const cells = (['undecided', 'owed', 'not-owed'] as const).map((owes) => {
      const those = own.filter((one) => one.owes === owes)
      return {
        owes,
        reports: those.reduce((sum, { reports }) => sum + reports, 0),
        cents: those.reduce((sum, { cents }) => sum + cents, 0),
      }
    })
    return { id, name: own[0]?.party.name ?? id, cells }
  })
}
