import { startOfLocalDate_ms, wrongfulTermsOf } from '#modules/agreements'
import type { OwnCaller } from '#modules/directory'
import type { Pool } from '#platform/database'
import { listCases } from '../case-list-queries.ts'
import type { CaseRow } from '../case-queries.ts'
import { localDateOf } from '../local-date.ts'
import {
  listTownsOfRefusals,
  listWrongfulReports,
  type PricedVersion,
  type WrongfulFilter,
  type WrongfulRow,
} from '../wrongful-queries.ts'
import type { TownOf, TownView } from './town-view.ts'

export type SeenWrongful = {
  row: WrongfulRow
  ofCase: CaseRow
  town: TownView
  terms: PricedVersion
}

type Needs = { pool: Pool; townOf: TownOf }

export type WrongfulAsked = {
  party?: string | undefined
  agreement?: string | undefined
  state?: WrongfulFilter['states']
  /** Local dates, `[from, to)`. */
  from?: string | undefined
  to?: string | undefined
}

/** As a party's, in all its municipalities, or as those of one: held to in the database. */
export function scopeOf(of: OwnCaller['of']) {
  return 'organisation' in of ? { organisation: of.organisation } : { tenant: of.municipality }
}

/** What is asked, with what the agreements of each municipality ask for a wrongful report. */
export async function wrongfulFilterOf(
  { pool, townOf }: Needs,
  { of }: Pick<OwnCaller, 'of'>,
  { party, agreement, state: states, from, to }: WrongfulAsked,
  now_ms: number,
): Promise<WrongfulFilter> {
  const towns =
    of.municipality !== undefined
      ? [of.municipality]
      : await pool.read(scopeOf(of), (query) =>
          'organisation' in of ? listTownsOfRefusals(query, of.organisation) : Promise.resolve([]),
        )
  const priced: PricedVersion[] = []
  for (const municipality of towns)
    priced.push(...pricedIn(municipality, await townOf(municipality)))
  return {
    of,
    priced,
    today: localDateOf(now_ms),
    party,
    agreement,
    states,
    from_ms: from === undefined ? undefined : startOfLocalDate_ms(from),
    to_ms: to === undefined ? undefined : startOfLocalDate_ms(to),
  }
}

function pricedIn(municipality: string, { agreements }: TownView): PricedVersion[] {
  return [...agreements.values()].flatMap((versions) =>
    versions.flatMap(({ agreement, version }) => {
      const terms = wrongfulTermsOf(agreement)
      return terms ? [{ ...terms, municipality, agreement: agreement.id, version }] : []
    }),
  )
}

/** With their cases, read once a municipality. */
export async function withCases(
  { pool, townOf }: Needs,
  rows: readonly WrongfulRow[],
  { priced }: Pick<WrongfulFilter, 'priced'>,
): Promise<SeenWrongful[]> {
  const cases = new Map<string, CaseRow>()
  const towns = new Map<string, TownView>()
  for (const [municipality, own] of Map.groupBy(rows, (row) => row.municipality)) {
    const ids = [...new Set(own.map((row) => row.case_id))]
    const read = await pool.read({ tenant: municipality }, (query) =>
      listCases(query, municipality, { isStaff: true, ids, most: ids.length }),
    )
    for (const row of read) cases.set(row.id, row)
    towns.set(municipality, await townOf(municipality))
  }
  return rows.flatMap((row) => {
    const ofCase = cases.get(row.case_id)
    const town = towns.get(row.municipality)
    const terms = priced.find(
      (one) =>
        one.municipality === row.municipality &&
        one.agreement === row.agreement &&
        one.version === row.agreement_version,
    )
    return ofCase && town && terms ? [{ row, ofCase, town, terms }] : []
  })
}

/** One that is the caller's own: a party's, or of the staff's municipality. */
export async function seeWrongful(
  needs: Needs,
  caller: Pick<OwnCaller, 'of'>,
  id: string,
  now_ms: number,
): Promise<SeenWrongful | undefined> {
  const filter = { ...(await wrongfulFilterOf(needs, caller, {}, now_ms)), id }
  const rows = await needs.pool.read(scopeOf(caller.of), (query) =>
    listWrongfulReports(query, filter, { most: 1 }),
  )
  return (await withCases(needs, rows, filter))[0]
}
