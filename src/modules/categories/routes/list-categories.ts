import { z } from '@hono/zod-openapi'
import { townOperation } from '#modules/directory'
import { IdCursor, pageById, pageOf, pageQuery } from '#platform/page'
import { type Category, LocalText, PRIORITIES, Question, VISIBILITIES } from '../category.ts'

export type CategoriesOf = (municipality: string) => Promise<ReadonlyMap<string, Category>>

const CategoryView = z
  .object({
    id: z.string(),
    parent: z.string().optional(),
    name: LocalText,
    description: LocalText,
    synonyms: z.array(z.string()),
    isReportable: z.boolean().openapi({ description: 'Whether residents may choose it.' }),
    visibility: z.enum(VISIBILITIES).openapi({
      description:
        'Of its cases: public; status-only (no place, no object); confidential (its cases are in no answer).',
    }),
    priority: z.enum(PRIORITIES),
    assetTypes: z.array(z.string()),
    questions: z.array(Question),
  })
  .openapi('Category')

export const listCategories = ({ categoriesOf }: { categoriesOf: CategoriesOf }) =>
  townOperation({
    method: 'get',
    path: '/categories',
    operationId: 'listCategories',
    tag: 'Categories',
    summary: 'The tree of what a signal can be about',
    description:
      'A category that is confidential is listed where residents may report it; its cases are in no list, figure or stream.',
    parameters: { query: z.strictObject(pageQuery(IdCursor)) },
    success: { 200: 'Categories in the order of their ids; `parent` makes the tree.' },
    answer: pageOf(CategoryView, 'Categories'),
    problems: {},
    async handle({ caller: { municipality, isStaff }, query }) {
      const categories = await categoriesOf(municipality)
      const shown = [...categories.values()]
        .filter((one) => isStaff || one.isReportable || one.visibility !== 'confidential')
        .sort((a, b) => (a.id < b.id ? -1 : 1))
      const { rows, next } = pageById(shown, query)
      return { body: { items: rows.map(viewOf), next } }
    },
  })

function viewOf(category: Category): z.infer<typeof CategoryView> {
  const { id, parent, name, description, synonyms, isReportable, visibility } = category
  const { priority, assetTypes, questions } = category
  const about = { id, parent, name, description, synonyms, isReportable, visibility }
  return { ...about, priority, assetTypes, questions }
}
