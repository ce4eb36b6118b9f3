import type { Category } from './category.ts'

export type TreeFault = {
  category: string
  fault: 'unknown-parent' | 'circle' | 'question-without-values'
}

/** What is wrong with a tree of categories; nothing when every node leads to a root. */
export function checkTree(categories: readonly Category[]): TreeFault[] {
  const byId = new Map(categories.map((category) => [category.id, category]))
  const faults: TreeFault[] = []
  for (const category of categories) {
    if (category.parent !== undefined && !byId.has(category.parent))
      faults.push({ category: category.id, fault: 'unknown-parent' })
    if (pathOf(byId, category.id) === undefined)
      faults.push({ category: category.id, fault: 'circle' })
    for (const question of category.questions) {
      if (question.datatype.endsWith('valuelist') && !question.values?.length)
        faults.push({ category: category.id, fault: 'question-without-values' })
    }
  }
  return faults
}

/** From the root to the category itself; undefined where the way up runs in a circle. */
export function pathOf(
  byId: ReadonlyMap<string, Category>,
  id: string,
): readonly string[] | undefined {
  const path: string[] = []
  for (let at: string | undefined = id; at !== undefined; at = byId.get(at)?.parent) {
    if (path.includes(at)) return undefined
    path.unshift(at)
  }
  return path
}
