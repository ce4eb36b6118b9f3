import { z } from '@hono/zod-openapi'
import { townOperation } from '#modules/directory'
import { type Category, LocalText, PRIORITIES, VISIBILITIES } from '../category.ts'
import { type CategorySearch, searchCategories as indexCategories } from '../category-search.ts'
import { pathOf } from '../category-tree.ts'
import type { CategoriesOf } from './list-categories.ts'

const MOST = 20

const FoundCategory = z
  .object({
    id: z.string(),
    name: LocalText,
    description: LocalText,
    visibility: z.enum(VISIBILITIES),
    priority: z.enum(PRIORITIES),
    above: z
      .array(z.object({ id: z.string(), name: LocalText }))
      .openapi({ description: 'The nodes of the tree above it, the root first.' }),
  })
  .openapi('FoundCategory')

const Query = z.strictObject({
  q: z.string().min(1).max(200).openapi({
    description: 'What somebody would say of it, in Dutch or English.',
    example: 'de straat is donker',
  }),
  limit: z.coerce.number().int().min(1).max(MOST).default(8),
})

/** Made once of each state of the tree; a tree that changed is another map. */
const searches = new WeakMap<ReadonlyMap<string, Category>, CategorySearch>()

function searchOf(categories: ReadonlyMap<string, Category>): CategorySearch {
  const known = searches.get(categories)
  if (known) return known
  const made = indexCategories(categories)
  searches.set(categories, made)
  return made
}

export const searchCategories = ({ categoriesOf }: { categoriesOf: CategoriesOf }) =>
  townOperation({
    method: 'get',
    path: '/found-categories',
    operationId: 'searchCategories',
    tag: 'Categories',
    summary: 'What can be reported, by the words of whoever reports it',
    description:
      'Looks in names, synonyms and descriptions in both languages. Case and diacritics are nothing, and a typing error is forgiven.',
    parameters: { query: Query },
    success: { 200: 'The categories that fit, the best first.' },
    answer: z.object({ items: z.array(FoundCategory) }).openapi('FoundCategories'),
    problems: {},
    async handle({ caller: { municipality }, query: { q, limit }, locale }) {
      const categories = await categoriesOf(municipality)
      const items = searchOf(categories)(q, locale, limit).map((one) => foundOf(one, categories))
      return { body: { items } }
    },
  })

function foundOf(category: Category, categories: ReadonlyMap<string, Category>) {
  const { id, name, description, visibility, priority } = category
  const above = (pathOf(categories, id) ?? [])
    .slice(0, -1)
    .flatMap((one) => categories.get(one) ?? [])
  return {
    id,
    name,
    description,
    visibility,
    priority,
    above: above.map((one) => ({ id: one.id, name: one.name })),
  }
}
