import { z } from '@hono/zod-openapi'
import type { Pool } from '#platform/database'
import { hrefOf } from '#platform/operation'
import { findRelated } from '../circuit-queries.ts'
import type { SeenCase } from './case-sight.ts'
import type { TownView } from './town-view.ts'

/** Another municipality that is served here; undefined for one that is not, or not any more. */
export type NeighbourOf = (
  municipality: string,
) => Promise<(Pick<TownView, 'categories'> & { name: string }) | undefined>

export const RelatedCase = z
  .object({
    href: z.string(),
    number: z.string(),
    municipality: z.object({ id: z.string(), name: z.string() }),
  })
  .openapi('RelatedCase')

/**
 * What other municipalities have open on the same cabinet, for whoever sees what this one is about. What the other has made
 * less than public since is left out.
 */
export async function relatedTo(
  { pool, neighbourOf }: { pool: Pool; neighbourOf: NeighbourOf },
  municipality: string,
  { row, sight }: SeenCase,
) {
  if (!row.cluster || (sight !== 'staff' && sight !== 'public' && sight !== 'assigned')) return {}
  const found = await pool.read({ tenant: municipality }, (query) =>
    findRelated(query, municipality, row.id),
  )
  const told = await Promise.all(
    found.map(async ({ municipality: id, number, category }) => {
      const other = await neighbourOf(id)
      if (other?.categories.get(category)?.visibility !== 'public') return []
      const href = hrefOf(['cases', number], { municipality: id })
      return [{ href, number, municipality: { id, name: other.name } }]
    }),
  )
  const relatedCases = told.flat()
  return relatedCases.length === 0 ? {} : { relatedCases }
}
