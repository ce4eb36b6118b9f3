import { z } from '@hono/zod-openapi'
import type { Clock } from '#kernel/clock'
import { type Cell, SHEET_FORMATS, SHEET_TYPES, writeSheet } from '#languages/sheet'
import { ownOperation } from '#modules/directory'
import type { Pool } from '#platform/database'
import { among, type Locale } from '#platform/operation'
import { localDateOf } from '../local-date.ts'
import { CASE_PROBLEMS } from '../problems.ts'
import { listWrongfulReports } from '../wrongful-queries.ts'
import { WRONGFUL_QUERY } from './list-wrongful-reports.ts'
import { scopeOf, withCases, wrongfulFilterOf } from './seen-wrongful-reports.ts'
import type { TownOf } from './town-view.ts'
import { type WrongfulTold, wrongfulView } from './wrongful-report-view.ts'

/** As many as a program for sheets opens with ease, and we hold at once. */
const MOST_IN_SHEET = 20_000

export const readWrongfulSheet = (needs: { pool: Pool; townOf: TownOf; clock: Clock }) =>
  ownOperation({
    method: 'get',
    path: '/wrongful-report-sheets',
    operationId: 'readWrongfulSheet',
    tag: 'Wrongful reports',
    summary: 'The same list as a file for the bookkeeping',
    description: `At most ${MOST_IN_SHEET} rows, the newest first; amounts in euro cents. What anybody wrote is not in it. The headings are in the language that is asked for.`,
    parameters: {
      query: z.strictObject({ ...WRONGFUL_QUERY, format: z.enum(SHEET_FORMATS).default('csv') }),
    },
    success: { 200: 'The sheet, as CSV or xlsx.' },
    answer: z.string().openapi({ format: 'binary' }),
    contentType: 'application/octet-stream',
    problems: among(CASE_PROBLEMS, 'period-too-large'),
    async handle({ caller, query, locale }, refuse) {
      const { format, ...asked } = query
      const now_ms = needs.clock()
      const filter = await wrongfulFilterOf(needs, caller, asked, now_ms)
      const rows = await needs.pool.read(scopeOf(caller.of), (run) =>
        listWrongfulReports(run, filter, { most: MOST_IN_SHEET + 1 }),
      )
      if (rows.length > MOST_IN_SHEET) return refuse('period-too-large')
      const isParty = 'organisation' in caller.of
      const told = (await withCases(needs, rows, filter)).map((one) =>
        wrongfulView(one, { isParty, now_ms }),
      )
      const bytes = writeSheet(
        [COLUMNS.map(({ name }) => name[locale]), ...told.map((one) => cellsOf(one, locale))],
        format,
      )
      return new Response(bytes, {
        headers: {
          'content-type': SHEET_TYPES[format],
          'content-disposition': `attachment; filename="lantaarn-wrongful-reports.${format}"`,
          'cache-control': 'private, no-store',
          'x-content-type-options': 'nosniff',
          vary: 'Accept-Language, Authorization, Cookie, X-Api-Key',
        },
      })
    },
  })

type Column = {
  name: Record<Locale, string>
  of: (one: WrongfulTold, locale: Locale) => Cell | undefined
}

const lastOf = ({ steps }: WrongfulTold) => steps.at(-1)
const dayOf = (instant: string) => localDateOf(Date.parse(instant))

const COLUMNS: readonly Column[] = [
  { name: { nl: 'Gemeente', en: 'Municipality' }, of: (one) => one.municipality },
  { name: { nl: 'Melding', en: 'Case' }, of: (one) => one.case.number },
  { name: { nl: 'Taak', en: 'Assignment' }, of: (one) => one.id },
  { name: { nl: 'Partij', en: 'Party' }, of: (one) => one.party.name },
  { name: { nl: 'Beheerafspraak', en: 'Agreement' }, of: (one) => one.agreement.id },
  { name: { nl: 'Versie', en: 'Version' }, of: (one) => one.agreement.version },
  { name: { nl: 'Bekend op', en: 'Known on' }, of: (one) => dayOf(one.knownAt) },
  { name: { nl: 'Reden', en: 'Reason' }, of: (one, locale) => one.reasonInWords[locale] },
  { name: { nl: 'Eurocent', en: 'Euro cents' }, of: (one) => one.cents },
  { name: { nl: 'Btw', en: 'VAT' }, of: (one) => one.vat },
  { name: { nl: 'Stand', en: 'State' }, of: (one) => one.state },
  { name: { nl: 'Verschuldigd', en: 'Owed' }, of: (one) => one.owes },
  { name: { nl: 'Betwisten tot en met', en: 'Dispute by' }, of: (one) => one.disputeBy },
  {
    name: { nl: 'Laatste stap op', en: 'Last step on' },
    of: (one) => {
      const last = lastOf(one)
      return last && dayOf(last.at)
    },
  },
  { name: { nl: 'Laatste stap door', en: 'Last step by' }, of: (one) => lastOf(one)?.by },
  { name: { nl: 'Waarom', en: 'Why' }, of: (one, locale) => one.because[locale] },
]

const cellsOf = (one: WrongfulTold, locale: Locale): Cell[] =>
  COLUMNS.map(({ of }) => of(one, locale) ?? null)
