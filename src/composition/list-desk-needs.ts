import { z } from '@hono/zod-openapi'
import type { Clock } from '#kernel/clock'
import {
  CaseView,
  caseView,
  inUrgency,
  listCases,
  listOpenPlaces,
  listWaiting,
  NEED_REASONS,
  NeedReasonView,
  needInWords,
  urgencyOf,
  type Waiting,
} from '#modules/cases'
import { townOperation } from '#modules/directory'
import { movedTo } from '#modules/places'
import { countStopped } from '#modules/subscriptions'
import type { Pool } from '#platform/database'
import type { Locale } from '#platform/operation'
import { cutPage, pageQuery } from '#platform/page'
import type { Town, Towns } from './town.ts'

const PIECE = 500
/** So many open cases are looked through for those that a border left behind. */
const MOST_PLACES = 10_000
/** A border moves once in some years: the count need not follow each case. */
const MOVED_LASTS_MS = 60_000

const DeskNeed = z
  .object({ case: CaseView, reasons: z.array(NeedReasonView) })
  .openapi('DeskNeed', { description: 'The most urgent reason first.' })

const DeskNeeds = z
  .object({
    counts: z
      .array(NeedReasonView.extend({ count: z.int() }))
      .openapi({ description: 'Of all that waits, whatever was asked for; none are left out.' }),
    total: z.int(),
    items: z.array(DeskNeed),
    next: z.string().optional(),
    stoppedWebhooks: z.int().openapi({
      description:
        'Systems that follow the changes and were not reached for a day. They are of no case, and wait until somebody resumes them.',
    }),
  })
  .openapi('DeskNeeds')

const Key = z
  .tuple([z.int(), z.number(), z.uuid()])
  .transform(([urgency, opened_ms, id]) => ({ urgency, opened_ms, id }))

const Query = z.strictObject({
  reason: z.array(z.enum(NEED_REASONS)).optional().openapi({
    description: 'Only what waits for one of these.',
  }),
  ...pageQuery(Key),
})

type Needs = { pool: Pool; towns: Towns; clock: Clock }
type Ranked = Waiting & { urgency: number }

/** All that needs a person of the desk, in one list: what cannot go on by itself, whom to tell, what to look at. */
export const listDeskNeeds = (needs: Needs) => {
  const movedOf = createMovedOf(needs)
  return townOperation({
    method: 'get',
    path: '/desk-needs',
    operationId: 'listDeskNeeds',
    tag: 'Directing',
    summary: 'What needs a person now, the most urgent first',
    description:
      'Each case stands in it once, with every reason in words and the next step. Of equal urgency the oldest comes first. With `reason` a case is ordered by the most urgent of those that were asked for.',
    parameters: { query: Query },
    success: { 200: 'One page, and how many wait for each reason.' },
    answer: DeskNeeds,
    problems: {},
    async handle({ caller: { municipality, isStaff }, query, locale }) {
      const { pool, towns, clock } = needs
      const town = await towns.get(municipality)
      const [listed, stoppedWebhooks] = await pool.read({ tenant: municipality }, (run) =>
        Promise.all([listWaiting(run, municipality), countStopped(run, municipality)]),
      )
      const waiting = withMoved(listed, await movedOf(town))
      const { rows, next } = pageFrom(waiting, query)
      const ids = rows.map(({ id }) => id)
      const cases = await pool.read({ tenant: municipality }, (run) =>
        listCases(run, municipality, { isStaff: true, ids, most: Math.max(1, ids.length) }),
      )
      const byId = new Map(cases.map((row) => [row.id, row]))
      const now_ms = clock()
      const sight = isStaff ? 'staff' : 'public'
      return {
        body: {
          counts: countsOf(waiting, locale),
          total: waiting.length,
          // One that was settled since the list was read is not there any more.
          items: rows.flatMap(({ id, reasons }) => {
            const row = byId.get(id)
            if (!row) return []
            const told = caseView(municipality, row, { town, sight, locale, now_ms })
            return [
              { case: told, reasons: inUrgency(reasons).map((one) => needInWords(one, locale)) },
            ]
          }),
          next,
          stoppedWebhooks,
        },
      }
    },
  })
}

function pageFrom(
  waiting: readonly Waiting[],
  { reason, cursor, limit }: z.output<typeof Query>,
): { rows: readonly Ranked[]; next: string | undefined } {
  const ranked = waiting.flatMap((one): Ranked[] => {
    const asked = reason ? one.reasons.filter((own) => reason.includes(own)) : one.reasons
    return asked.length === 0 ? [] : [{ ...one, urgency: Math.min(...asked.map(urgencyOf)) }]
  })
  const from = cursor ? ranked.filter((one) => byUrgency(one, cursor) > 0) : ranked
  const found = from.toSorted(byUrgency).slice(0, limit + 1)
  return cutPage(found, limit, (one) => [one.urgency, one.opened_ms, one.id])
}

type Place = { urgency: number; opened_ms: number; id: string }

function byUrgency(one: Place, other: Place): number {
  const apart = one.urgency - other.urgency || one.opened_ms - other.opened_ms
  return apart || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0)
}

function countsOf(waiting: readonly Waiting[], locale: Locale) {
  return NEED_REASONS.flatMap((reason) => {
    const count = waiting.filter(({ reasons }) => reasons.includes(reason)).length
    return count === 0 ? [] : [{ ...needInWords(reason, locale), count }]
  })
}

function withMoved(waiting: readonly Waiting[], moved: readonly Waiting[]): Waiting[] {
  const all = new Map(waiting.map((one) => [one.id, one]))
  for (const one of moved) {
    const known = all.get(one.id)
    all.set(one.id, known ? { ...known, reasons: [...known.reasons, 'moved'] } : one)
  }
  return [...all.values()]
}

/** The open cases whose place is in another municipality by now; where no border moved nothing is read for it. */
function createMovedOf({ pool, clock }: Needs): (town: Town) => Promise<readonly Waiting[]> {
  const known = new WeakMap<Town, { until_ms: number; moved: Promise<readonly Waiting[]> }>()
  return async (town) => {
    if (!town.surroundings.before?.length) return []
    const kept = known.get(town)
    if (kept && kept.until_ms > clock()) return kept.moved
    const moved = findMoved(pool, town)
    known.set(town, { until_ms: clock() + MOVED_LASTS_MS, moved })
    // A failure is for those who waited for it; whoever comes next tries again.
    moved.catch(() => known.delete(town))
    return moved
  }
}

async function findMoved(pool: Pool, town: Town): Promise<readonly Waiting[]> {
  const { id: tenant } = town.municipality
  const moved: Waiting[] = []
  let after: { opened_ms: number; id: string } | undefined
  for (let seen = 0; seen < MOST_PLACES; seen += PIECE) {
    const rows = await pool.read({ tenant }, (query) =>
      listOpenPlaces(query, tenant, { after, most: PIECE }),
    )
    for (const { id, lon, lat, opened_at: opened_ms } of rows)
      if (movedTo([lon, lat], town.surroundings)) moved.push({ id, opened_ms, reasons: ['moved'] })
    const last = rows.at(-1)
    if (!last || rows.length < PIECE) break
    after = { opened_ms: last.opened_at, id: last.id }
  }
  return moved
}
