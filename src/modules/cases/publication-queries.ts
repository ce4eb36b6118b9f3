import sql from 'sql-template-tag'
import type { Query } from '#platform/database'
import type { Vault } from '#platform/vault'
import { readPublished } from './sealing.ts'

type PublicationRow = {
  signal: string
  case_id: string
  publication_id: string
  has_text: boolean
  photos: string[]
  published_at: number
}

/** What everybody may see of a signal, as long as everybody may see its case. */
export type Published = { signal: string; text?: string; photos: string[]; published_ms: number }

/**
 * What is released of cases, by the id of the case, the first signal first. Two questions however many cases; a
 * publication that nothing is left of is left out.
 */
export async function listPublished(
  query: Query,
  vault: Vault,
  municipality: string,
  caseIds: readonly string[],
): Promise<Map<string, Published[]>> {
  if (caseIds.length === 0) return new Map()
  const rows = await query<PublicationRow>(sql`
    select id as signal, case_id, publication_id, has_text, photos, published_at
    from cases.publications
    where municipality = ${municipality} and case_id = any(${caseIds}::uuid[])
      and not is_withdrawn
    order by id`)
  const ids = rows.filter(({ has_text }) => has_text).map(({ publication_id }) => publication_id)
  const texts = await readPublished(query, vault, municipality, ids)
  const shown = rows.flatMap(({ case_id, signal, publication_id, photos, published_at }) => {
    const text = texts.get(publication_id)
    if (text === undefined && photos.length === 0) return []
    const published = { signal, photos, published_ms: published_at }
    return [{ case_id, published: text === undefined ? published : { ...published, text } }]
  })
  const byCase = Map.groupBy(shown, ({ case_id }) => case_id)
  return new Map([...byCase].map(([id, all]) => [id, all.map(({ published }) => published)]))
}
