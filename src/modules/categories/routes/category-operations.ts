import type { AnyOperation } from '#modules/directory'
import { type CategoriesOf, listCategories } from './list-categories.ts'
import { searchCategories } from './search-categories.ts'

export function categoryOperations(needs: { categoriesOf: CategoriesOf }): AnyOperation[] {
  return [listCategories(needs), searchCategories(needs)]
}
