import { z } from '@hono/zod-openapi'
import type { Clock } from '#kernel/clock'
import { ownOperation } from '#modules/directory'
import type { Pool } from '#platform/database'
import { cutPage, pageOf, pageQuery } from '#platform/page'
import { listWrongfulReports as readList, sumWrongfulReports } from '../wrongful-queries.ts'
import { OWES, WRONGFUL_STATES } from '../wrongful-reports.ts'
import { scopeOf, withCases, wrongfulFilterOf } from './seen-wrongful-reports.ts'
import type { TownOf } from './town-view.ts'
import { WrongfulReportView, wrongfulView } from './wrongful-report-view.ts'

/** What the list and the file of it are narrowed by. */
export const WRONGFUL_QUERY = {
  party: z.string().min(1).max(80).optional(),
  agreement: z.string().min(1).max(80).optional(),
  state: z.array(z.enum(WRONGFUL_STATES)).optional(),
  from: z.iso.date().optional().openapi({ description: 'Known on this day or later.' }),
  to: z.iso.date().optional().openapi({ description: 'Known before this day.' }),
}

const Sum = z
  .object({
    municipality: z.string(),
    party: z.object({ id: z.string(), name: z.string() }),
    state: z.enum(WRONGFUL_STATES),
    owes: z.enum(['owed', 'not-owed', 'undecided']),
    reports: z.int(),
    cents: z.int(),
  })
  .openapi('WrongfulReportSum')

const Query = z.strictObject({
  ...WRONGFUL_QUERY,
  ...pageQuery(z.tuple([z.number(), z.uuid()]).transform(([known_ms, id]) => ({ known_ms, id }))),
})

export const listWrongfulReports = (needs: { pool: Pool; townOf: TownOf; clock: Clock }) =>
  ownOperation({
    method: 'get',
    path: '/wrongful-reports',
    operationId: 'listWrongfulReports',
    tag: 'Wrongful reports',
    summary:
      'What proved not to be a party’s and has a price: of one municipality, or a party’s own',
    description:
      'It follows from what the party answered and from its agreement; nobody enters it. `sums` are of all that the filters leave but for `state`, and stand on the first page.',
    parameters: { query: Query },
    success: { 200: 'Wrongful reports, the newest first.' },
    answer: pageOf(WrongfulReportView, 'WrongfulReports').extend({
      sums: z.array(Sum).optional(),
    }),
    problems: {},
    async handle({ caller, query }) {
      const { pool, townOf, clock } = needs
      const { cursor, limit, ...asked } = query
      const now_ms = clock()
      const filter = await wrongfulFilterOf(needs, caller, asked, now_ms)
      const { found, sums } = await pool.read(scopeOf(caller.of), async (run) => ({
        found: await readList(run, filter, { after: cursor, most: limit + 1 }),
        sums: cursor ? undefined : await sumWrongfulReports(run, { ...filter, states: undefined }),
      }))
      const { rows, next } = cutPage(found, limit, (row) => [row.known_at, row.id])
      const all = await withCases(needs, rows, filter)
      const isParty = 'organisation' in caller.of
      const items = all.map((one) => wrongfulView(one, { isParty, now_ms }))
      if (!sums) return { body: { items, next } }
      const told = []
      for (const { municipality, organisation: id, state, reports, cents } of sums) {
        const name = (await townOf(municipality)).parties.get(id)?.name ?? id
        told.push({ municipality, party: { id, name }, state, owes: OWES[state], reports, cents })
      }
      return { body: { items, next, sums: told } }
    },
  })
