export { Category, LocalText, PRIORITIES, type Priority, VISIBILITIES } from './category.ts'
export { checkTree, pathOf, type TreeFault } from './category-tree.ts'
export {
  type CategoriesAt,
  type CategoryVersion,
  categoriesInTime,
} from './category-versions.ts'
export {
  CATEGORIES,
  type EnterCategoriesAnswer,
  enterCategories,
  listCategoryVersions,
} from './commands.ts'
export { categoryOperations } from './routes/category-operations.ts'
