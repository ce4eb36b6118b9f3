import { z } from '@hono/zod-openapi'
import { toIso } from '#kernel/clock'
import { listOpenPlaces, type OpenPlace } from '#modules/cases'
import { townOperation } from '#modules/directory'
import { type Moved, movedTo } from '#modules/places'
import type { Pool } from '#platform/database'
import { hrefOf, type Locale } from '#platform/operation'
import { encodeCursor, pageOf, pageQuery } from '#platform/page'
import type { Town, Towns } from './town.ts'

const PIECE = 500
/** So many open cases are looked through for one page. */
const MOST_FOR_PAGE = 10_000

const MovedCase = z
  .object({
    href: z.string(),
    id: z.uuid(),
    number: z.string(),
    category: z.string(),
    place: z.object({ lon: z.number(), lat: z.number() }),
    openedAt: z.iso.datetime(),
    since: z.iso.datetime().openapi({ description: 'When the border moved.' }),
    nowIn: z.object({ municipality: z.string(), name: z.string() }).optional(),
    reason: z.string().openapi({ description: 'In the language asked for.' }),
  })
  .openapi('MovedCase')

const Key = z.tuple([z.number(), z.uuid()]).transform(([opened_ms, id]) => ({ opened_ms, id }))

type Needs = { pool: Pool; towns: Towns }

/** A case stays with the municipality in whose journal it is, also when its land goes to another: here the desk sees which. */
export const listMovedCases = ({ pool, towns }: Needs) =>
  townOperation({
    method: 'get',
    path: '/moved-cases',
    operationId: 'listMovedCases',
    tag: 'Cases',
    summary: 'Open cases whose place is in another municipality by now',
    description:
      'A border moved after they were reported. They stay where they are, with the party that has them, until they are closed. A page may hold fewer than asked; `next` goes on from there.',
    parameters: { query: z.strictObject(pageQuery(Key)) },
    success: { 200: 'From the newest to the oldest.' },
    answer: pageOf(MovedCase, 'MovedCases'),
    problems: {},
    async handle({ caller: { municipality }, query: { cursor, limit }, locale }) {
      const town = await towns.get(municipality)
      const items: z.input<typeof MovedCase>[] = []
      if (!town.surroundings.before?.length) return { body: { items } }
      let seen = 0
      for (let after = cursor; seen < MOST_FOR_PAGE; ) {
        const rows = await pool.read({ tenant: municipality }, (run) =>
          listOpenPlaces(run, municipality, { after, most: PIECE }),
        )
        for (const row of rows) {
          const moved = movedTo([row.lon, row.lat], town.surroundings)
          if (moved) items.push(viewOf(town, row, moved, locale))
          if (items.length === limit) return { body: { items, next: nextAfter(row) } }
        }
        const last = rows.at(-1)
        if (!last || rows.length < PIECE) return { body: { items } }
        after = { opened_ms: last.opened_at, id: last.id }
        seen += rows.length
        if (seen >= MOST_FOR_PAGE) return { body: { items, next: nextAfter(last) } }
      }
      return { body: { items } }
    },
  })

const nextAfter = ({ opened_at, id }: OpenPlace) => encodeCursor([opened_at, id])

function viewOf(
  town: Town,
  { id, number, category, lon, lat, opened_at }: OpenPlace,
  { since_ms, neighbour }: Moved,
  locale: Locale,
): z.input<typeof MovedCase> {
  const day = new Intl.DateTimeFormat(locale === 'nl' ? 'nl' : 'en-GB', {
    dateStyle: 'long',
    timeZone: 'Europe/Amsterdam',
  }).format(since_ms)
  const where = neighbour?.name
  const REASONS = {
    nl: `Deze plek ligt sinds ${day} ${where ? `in de gemeente ${where}` : 'in een andere gemeente'}. De melding blijft hier tot zij is afgehandeld.`,
    en: `Since ${day} this place is in ${where ? `the municipality of ${where}` : 'another municipality'}. The case stays here until it is closed.`,
  }
  return {
    href: hrefOf(['cases', number], { municipality: town.municipality.id }),
    id,
    number,
    category,
    place: { lon, lat },
    openedAt: toIso(opened_at),
    since: toIso(since_ms),
    ...(neighbour && { nowIn: { municipality: neighbour.id, name: neighbour.name } }),
    reason: REASONS[locale],
  }
}
