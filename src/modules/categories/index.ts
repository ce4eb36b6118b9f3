export { Category, LocalText, PRIORITIES, type Priority, VISIBILITIES } from './category.ts'
export { checkTree, pathOf, type TreeFault } from './category-tree.ts'
export {
  CATEGORIES,
  type EnterCategoriesAnswer,
  enterCategories,
  listCategories,
} from './commands.ts'
export { categoryOperations } from './routes/category-operations.ts'
