import { z } from '@hono/zod-openapi'
import { getResolution, isValidCell } from 'h3-js'
import type { Clock } from '#kernel/clock'
import type { Box } from '#kernel/geometry'
import { townOperation } from '#modules/directory'
import type { Pool } from '#platform/database'
import { listCases } from '../case-list-queries.ts'
import { CASE_STATUSES } from '../lifecycle.ts'
import { COARSEST, COUNTED_RESOLUTION, FINEST, MOST_CELLS, type Region } from '../map-cells.ts'
import { FEW, type MapFilter, MOST_PLACES, readCaseMap } from '../map-queries.ts'
import { sightOfAll } from './case-sight.ts'
import { CaseView, caseView } from './case-view.ts'
import { confidentialIn, notPublicIn, type TownOf } from './town-view.ts'

/** Wider than the country with its islands at sea. */
const MOST_DEGREES = 10

const CellView = z
  .object({
    cell: z.string().openapi({ description: 'H3 index.', example: '891969a8a4fffff' }),
    cases: z.int().min(1),
  })
  .openapi('CaseCell')

const CaseCellsView = z
  .object({
    resolution: z.int().openapi({ description: 'At which it was counted.' }),
    total: z.int().min(0),
    cells: z.array(CellView),
    cases: z
      .array(CaseView)
      .optional()
      .openapi({ description: `Where there are at most ${FEW}: each of them.` }),
  })
  .openapi('CaseCells')

const Box4 = z
  .string()
  .max(120)
  .transform((text, context): Box => {
    const sides = text.split(',').map((side) => (side.trim() === '' ? Number.NaN : Number(side)))
    const [west = Number.NaN, south = Number.NaN, east = Number.NaN, north = Number.NaN] = sides
    const isOnEarth = west >= -180 && east <= 180 && south >= -90 && north <= 90
    const isBox = sides.length === 4 && west < east && south < north
    const isSmall = east - west <= MOST_DEGREES && north - south <= MOST_DEGREES
    if (isOnEarth && isBox && isSmall) return [west, south, east, north]
    const message = `west,south,east,north in degrees, at most ${MOST_DEGREES} on a side`
    context.addIssue({ code: 'custom', message })
    return z.NEVER
  })

const Parent = z.string().refine(isCoarseCell, {
  message: `an H3 cell of a resolution from ${COARSEST} to ${COUNTED_RESOLUTION}`,
})

function isCoarseCell(text: string): boolean {
  if (!/^8[0-9a-f]{14}$/.test(text) || !isValidCell(text)) return false
  const resolution = getResolution(text)
  return resolution >= COARSEST && resolution <= COUNTED_RESOLUTION
}

const Query = z
  .strictObject({
    bbox: Box4.optional().openapi({
      type: 'string',
      description: 'Every cell that touches it: west, south, east, north in degrees (WGS84).',
      example: '5.20,52.50,5.26,52.55',
    }),
    parent: Parent.optional().openapi({ description: 'An H3 cell: all that lies under it.' }),
    resolution: z.coerce
      .number()
      .int()
      .min(COARSEST)
      .max(FINEST)
      .default(8)
      .openapi({
        description: `Of H3. The answer is in larger cells where there would be more than ${MOST_CELLS}, and in those of ${COUNTED_RESOLUTION} where there are more than ${MOST_PLACES} cases to count finer.`,
      }),
    status: z.array(z.enum(CASE_STATUSES)).optional(),
    category: z.array(z.string().max(64)).max(50).optional(),
  })
  .refine(({ bbox, parent }) => !(bbox && parent), {
    path: ['parent'],
    message: 'a bbox or a parent, not both',
  })
  .refine(({ parent, resolution }) => !parent || getResolution(parent) <= resolution, {
    path: ['resolution'],
    message: 'coarser than the parent',
  })

type Needs = { pool: Pool; clock: Clock; townOf: TownOf }

export const listCaseCells = ({ pool, clock, townOf }: Needs) =>
  townOperation({
    method: 'get',
    path: '/case-cells',
    operationId: 'listCaseCells',
    tag: 'Cases',
    summary: 'How many cases there are in each cell of a map',
    description:
      'Cells of H3, without those that are empty. What shows only its status is on the map of the staff alone; what is confidential has its place sealed, and is on none.',
    parameters: { query: Query },
    success: { 200: 'The cells, and the cases themselves where they are few.' },
    answer: CaseCellsView,
    problems: {},
    async handle({ caller: { municipality, isStaff }, query, locale }) {
      const { bbox, parent, resolution, status: statuses, category: categories } = query
      const region: Region = bbox ? { box: bbox } : parent === undefined ? undefined : { parent }
      const town = await townOf(municipality)
      const filter: MapFilter = {
        isStaff,
        hidden: notPublicIn(town),
        ...(statuses && { statuses }),
        ...(categories && { categories }),
      }
      const { map, rows } = await pool.read({ tenant: municipality }, async (run) => {
        const map = await readCaseMap(run, municipality, { region, resolution, filter })
        const { ids } = map
        if (!ids) return { map, rows: undefined }
        const seen = { isStaff, confidential: confidentialIn(town), ids, most: FEW }
        return { map, rows: await listCases(run, municipality, seen) }
      })
      const now_ms = clock()
      const cases = rows?.flatMap((row) => {
        const sight = isStaff ? 'staff' : sightOfAll(row, town)
        return sight ? [caseView(municipality, row, { town, sight, locale, now_ms })] : []
      })
      const { cells, total } = map
      return {
        body: { resolution: map.resolution, total, cells: [...cells], ...(cases && { cases }) },
      }
    },
  })
