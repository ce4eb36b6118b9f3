export { Category, LocalText, PRIORITIES, type Priority, VISIBILITIES } from './category.ts'
