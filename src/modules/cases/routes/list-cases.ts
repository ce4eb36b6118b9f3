import { z } from '@hono/zod-openapi'
import type { Clock } from '#kernel/clock'
import { townOperation } from '#modules/directory'
import type { Pool } from '#platform/database'
import { among } from '#platform/operation'
import { cutPage, pageOf, pageQuery } from '#platform/page'
import { HTTP_PROBLEMS } from '#platform/problem'
import { listCases as readCases } from '../case-list-queries.ts'
import { SIGNAL_KINDS } from '../kinds.ts'
import { CASE_STATUSES } from '../lifecycle.ts'
import { sightOfAll } from './case-sight.ts'
import { CaseView, caseView } from './case-view.ts'
import { confidentialIn, notPublicIn, type TownOf } from './town-view.ts'

const Query = z.strictObject({
  status: z.array(z.enum(CASE_STATUSES)).optional(),
  kind: z.array(z.enum(SIGNAL_KINDS)).optional().openapi({
    description: 'For staff: everybody else is listed faults only.',
  }),
  category: z.array(z.string().max(64)).max(50).optional(),
  area: z.string().max(80).optional(),
  asset: z.string().max(80).optional(),
  atDesk: z.literal('true').optional().openapi({
    description: 'For staff: only what waits for the desk.',
  }),
  openedFrom: z.iso.datetime({ offset: true }).optional(),
  openedTo: z.iso.datetime({ offset: true }).optional(),
  ...pageQuery(z.tuple([z.number(), z.uuid()]).transform(([opened_ms, id]) => ({ opened_ms, id }))),
})

const CasePage = pageOf(CaseView, 'Cases')

export const listCases = ({ pool, clock, townOf }: { pool: Pool; clock: Clock; townOf: TownOf }) =>
  townOperation({
    method: 'get',
    path: '/cases',
    operationId: 'listCases',
    tag: 'Cases',
    summary: 'Cases from the newest to the oldest',
    description:
      'What is confidential is listed for the staff of the municipality only. What shows only its status is listed without a place, and not at all where a place is asked for.',
    parameters: { query: Query },
    success: { 200: 'One page of cases.' },
    answer: CasePage,
    problems: among(HTTP_PROBLEMS, 'not-allowed'),
    async handle({ caller, query, locale }, refuse) {
      const { municipality, isStaff } = caller
      if (query.atDesk && !isStaff) return refuse('not-allowed')
      const {
        status: statuses,
        kind: kinds,
        category: categories,
        area,
        asset,
        cursor,
        limit,
      } = query
      const town = await townOf(municipality)
      // Where a place is asked for, an answer would tell where it is.
      const isPlaced = area !== undefined || asset !== undefined
      const found = await pool.read({ tenant: municipality }, (run) =>
        readCases(run, municipality, {
          isStaff,
          confidential: isPlaced ? notPublicIn(town) : confidentialIn(town),
          ...(statuses && { statuses }),
          ...(kinds && { kinds }),
          ...(categories && { categories }),
          ...(area === undefined ? {} : { area }),
          ...(asset === undefined ? {} : { asset }),
          ...(query.atDesk ? { isAtDesk: true } : {}),
          ...(query.openedFrom && { opened_from_ms: Date.parse(query.openedFrom) }),
          ...(query.openedTo && { opened_to_ms: Date.parse(query.openedTo) }),
          ...(cursor && { after: cursor }),
          most: limit + 1,
        }),
      )
      const { rows, next } = cutPage(found, limit, (row) => [row.opened_at, row.id])
      const now_ms = clock()
      const items = rows.flatMap((row) => {
        const sight = isStaff ? 'staff' : sightOfAll(row, town)
        return sight ? [caseView(municipality, row, { town, sight, locale, now_ms })] : []
      })
      return { body: { items, next } }
    },
  })
