import canonicalize from 'canonicalize'
import sql from 'sql-template-tag'
import { type Batch, readVersion } from '#journal'
import type { Query } from '#platform/database'
import { table } from '#platform/table'
import type { Category } from './category.ts'
import { checkTree, type TreeFault } from './category-tree.ts'

type CategoryRow = { municipality: string; id: string; body: Category }

export const CATEGORIES = table<CategoryRow>({
  name: 'categories.categories',
  key: ['municipality', 'id'],
  columns: { municipality: 'text', id: 'text', body: 'jsonb' },
  onConflict: 'replace',
})

export async function listCategories(query: Query, municipality: string): Promise<Category[]> {
  const rows = await query<{ body: Category }>(sql`
    select body from categories.categories where municipality = ${municipality} order by id`)
  return rows.map((row) => row.body)
}

export type EnterCategoriesAnswer =
  | { accepted: true; changed: number }
  | { accepted: false; reason: 'category-tree-broken'; faults: readonly TreeFault[] }

/** Adds and changes categories; under the lock, with one event for all that changed. */
export async function enterCategories(
  commands: readonly { categories: readonly Category[] }[],
  batch: Batch,
): Promise<readonly EnterCategoriesAnswer[]> {
  const { municipality } = batch
  const known = new Map<string, Category>()
  for (const category of await listCategories(batch.query, municipality))
    known.set(category.id, category)
  let version = await readVersion(batch.query, municipality, 'categories')
  return commands.map(({ categories }) => {
    const merged = new Map(known)
    for (const category of categories) merged.set(category.id, category)
    const faults = checkTree([...merged.values()])
    if (faults.length > 0) return { accepted: false, reason: 'category-tree-broken', faults }
    const changed = categories.filter(
      (category) => canonicalize(category) !== canonicalize(known.get(category.id)),
    )
    for (const category of changed) known.set(category.id, category)
    if (changed.length > 0) {
      version += 1
      batch.append({
        stream: 'categories',
        version,
        type: 'CategoriesEntered',
        typeVersion: 1,
        data: { categories: changed },
      })
      batch.write(
        CATEGORIES,
        changed.map((body) => ({ municipality, id: body.id, body })),
      )
      batch.raiseEpoch()
    }
    return { accepted: true, changed: changed.length }
  })
}
