import canonicalize from 'canonicalize'
import sql from 'sql-template-tag'
import { type Batch, readVersion } from '#journal'
import { toIso } from '#kernel/clock'
import { beginningsOf, nextOf } from '#kernel/in-time'
import type { Query } from '#platform/database'
import { table } from '#platform/table'
import type { Category } from './category.ts'
import { checkTree, type TreeFault } from './category-tree.ts'
import { type CategoryVersion, categoriesInTime } from './category-versions.ts'

type CategoryRow = {
  municipality: string
  id: string
  version: number
  epoch: number
  entered_at: number | null
  /** Null: always. */
  valid_from: number | null
  body: Category
}

/** Every version of every category. */
export const CATEGORIES = table<CategoryRow>({
  name: 'categories.categories',
  key: ['municipality', 'id', 'version'],
  columns: {
    municipality: 'text',
    id: 'text',
    version: 'int4',
    epoch: 'int8',
    entered_at: 'timestamptz',
    valid_from: 'timestamptz',
    body: 'jsonb',
  },
  onConflict: 'fail',
})

/** Every version of every category of a municipality, the oldest first. */
export async function listCategoryVersions(
  query: Query,
  municipality: string,
): Promise<CategoryVersion[]> {
  const rows = await query<Omit<CategoryRow, 'municipality'>>(sql`
    select id, version, epoch, entered_at, valid_from, body
    from categories.categories
    where municipality = ${municipality}
    order by id, version`)
  return rows.map(({ version, epoch, entered_at, valid_from, body }) => ({
    category: body,
    version,
    epoch,
    entered_ms: entered_at ?? -Infinity,
    from_ms: valid_from ?? -Infinity,
  }))
}

export type EnterCategories = {
  categories: readonly Category[]
  /** Since when they hold; without it what is new always did, and what is changed does from now on. */
  from_ms?: number
}

export type EnterCategoriesAnswer =
  | { accepted: true; changed: number }
  | { accepted: false; reason: 'category-tree-broken'; faults: readonly TreeFault[] }

/** Adds and changes categories; under the lock, with one event for all that changed. */
export async function enterCategories(
  commands: readonly EnterCategories[],
  batch: Batch,
): Promise<readonly EnterCategoriesAnswer[]> {
  const { municipality, now_ms } = batch
  const epoch = batch.epoch + 1
  let known = await listCategoryVersions(batch.query, municipality)
  let streamVersion = await readVersion(batch.query, municipality, 'categories')
  return commands.map(({ categories, from_ms }) => {
    const added = changesIn(known, categories, { now_ms, from_ms, epoch })
    const all = [...known, ...added]
    const faults = faultsSince(all, Math.min(...added.map((one) => one.from_ms)))
    if (faults.length > 0) return { accepted: false, reason: 'category-tree-broken', faults }
    known = all
    if (added.length === 0) return { accepted: true, changed: 0 }
    streamVersion += 1
    batch.append({
      stream: 'categories',
      version: streamVersion,
      type: 'CategoriesEntered',
      typeVersion: 1,
      data: {
        categories: added.map(({ category }) => category),
        epoch,
        ...(from_ms === undefined ? {} : { from: toIso(from_ms) }),
      },
    })
    batch.write(
      CATEGORIES,
      added.map((one) => rowOf(municipality, one)),
    )
    batch.raiseEpoch()
    return { accepted: true, changed: added.length }
  })
}

function changesIn(
  known: readonly CategoryVersion[],
  categories: readonly Category[],
  entering: { now_ms: number; from_ms: number | undefined; epoch: number },
): CategoryVersion[] {
  const added = new Map<string, CategoryVersion>()
  for (const category of categories) {
    const own = known.filter((one) => one.category.id === category.id)
    const same = canonicalize(category)
    const next = nextOf(own, entering, (one) => canonicalize(one.category) === same)
    if (next) added.set(category.id, { ...next, category })
  }
  return [...added.values()]
}

/** A tree that is sound today must be so on each later date on which a part of it changes. */
function faultsSince(all: readonly CategoryVersion[], from_ms: number): TreeFault[] {
  const categoriesAt = categoriesInTime(all)
  const begin = beginningsOf(all).find((one) => {
    return one >= from_ms && checkTree(categoriesAt(one)).length > 0
  })
  return begin === undefined ? [] : checkTree(categoriesAt(begin))
}

function rowOf(
  municipality: string,
  { category, version, epoch, entered_ms, from_ms }: CategoryVersion,
): CategoryRow {
  return {
    municipality,
    id: category.id,
    version,
    epoch,
    entered_at: entered_ms,
    valid_from: from_ms === -Infinity ? null : from_ms,
    body: category,
  }
}
