import { z } from '@hono/zod-openapi'
import type { Clock } from '#kernel/clock'
import { LocalText } from '#modules/categories'
import { townOperation } from '#modules/directory'
import type { Pool } from '#platform/database'
import { among } from '#platform/operation'
import { type AreaCount, countInArea } from '../area-queries.ts'
import { CASE_PROBLEMS } from '../problems.ts'
import { notPublicIn, type TownOf } from './town-view.ts'

const DAYS = 90
/** Of fewer, a share says more than is known. */
const SHARE_FROM = 10

const Counted = {
  open: z.int(),
  late: z.int().openapi({ description: 'Open, and later than was told.' }),
  solved: z.int().openapi({ description: 'Confirmed, or not contradicted, within `days`.' }),
  dated: z.int().openapi({ description: 'Said to be done within `days`, where a date was told.' }),
  kept: z.int().openapi({ description: 'Of `dated`: not later than that date.' }),
  keptShare: z
    .number()
    .optional()
    .openapi({ description: `\`kept\` of \`dated\`; left out below ${SHARE_FROM}.` }),
}

const AreaFigures = z
  .object({
    area: z.object({ id: z.string(), kind: z.string(), name: z.string() }),
    days: z.int(),
    ...Counted,
    categories: z.array(z.object({ id: z.string(), name: LocalText.optional(), ...Counted })),
  })
  .openapi('AreaFigures')

type Needs = { pool: Pool; clock: Clock; townOf: TownOf }

export const readAreaFigures = ({ pool, clock, townOf }: Needs) =>
  townOperation({
    method: 'get',
    path: '/areas/{area}/figures',
    operationId: 'readAreaFigures',
    tag: 'Figures',
    summary: 'How it stands in a neighbourhood: open, solved lately, and which terms are kept',
    description: 'Counts what everybody may find by its place, and nothing else.',
    parameters: { path: z.object({ area: z.string().min(1).max(80) }) },
    success: { 200: 'The figures, of all and of each category.' },
    answer: AreaFigures,
    problems: among(CASE_PROBLEMS, 'area-not-found'),
    async handle({ caller: { municipality }, path: { area: id } }, refuse) {
      const town = await townOf(municipality)
      const area = town.areas.area(id)
      if (!area) return refuse('area-not-found')
      const counted = await pool.read({ tenant: municipality }, (query) =>
        countInArea(query, municipality, {
          area: id,
          hidden: notPublicIn(town),
          now_ms: clock(),
          days: DAYS,
        }),
      )
      const categories = counted.map(({ category, ...counts }) => ({
        id: category,
        name: town.categories.get(category)?.name,
        ...withShare(counts),
      }))
      const { kind, name } = area
      return { body: { area: { id, kind, name }, days: DAYS, ...sumOf(counted), categories } }
    },
  })

type Counts = Omit<AreaCount, 'category'>

function sumOf(all: readonly Counts[]) {
  const sum = (name: keyof Counts) => all.reduce((total, one) => total + one[name], 0)
  return withShare({
    open: sum('open'),
    late: sum('late'),
    solved: sum('solved'),
    dated: sum('dated'),
    kept: sum('kept'),
  })
}

function withShare(counts: Counts) {
  const { dated, kept } = counts
  return dated < SHARE_FROM
    ? counts
    : { ...counts, keptShare: Math.round((kept / dated) * 100) / 100 }
}
