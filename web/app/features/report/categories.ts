import type { Api, Told } from '../../api/client.ts'
import { told } from '../../api/told.ts'

export type Category = Told['Category']
export type Question = Category['questions'][number]

/** More than any town has; each page of them is one question to the API. */
const MOST_PAGES = 10
const ON_PAGE = 200

/** What can be reported here, in the order of the tree's ids. */
export async function readCategories(api: Api, municipality: string): Promise<Category[]> {
  const all: Category[] = []
  let cursor: string | undefined
  for (let page = 0; page < MOST_PAGES; page++) {
    const query = { municipality, limit: ON_PAGE, ...(cursor !== undefined && { cursor }) }
    const answer = told(await api.GET('/categories', { params: { query } }))
    all.push(...answer.items)
    cursor = answer.next
    if (cursor === undefined) break
  }
  return all.filter(({ isReportable }) => isReportable)
}

/** What hangs under a node; without one, what hangs under nothing that can be reported. */
export function below(categories: readonly Category[], parent: string | undefined): Category[] {
  const known = new Set(categories.map(({ id }) => id))
  return categories.filter((one) =>
    parent === undefined
      ? one.parent === undefined || !known.has(one.parent)
      : one.parent === parent,
  )
}

export const isChosen = ({ datatype }: Question) => datatype !== 'string' && datatype !== 'text'

/** Those whose answer is chosen stand on a page of their own; what is written is written with the rest. */
export function chosenOf({ questions }: Category): Question[] {
  return questions.filter(isChosen)
}

export function writtenOf({ questions }: Category): Question[] {
  return questions.filter((one) => !isChosen(one))
}
