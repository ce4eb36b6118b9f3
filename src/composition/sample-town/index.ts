export { defaultCategories } from './categories/default-categories.ts'
export type { PastOutcome, PastReport } from './history/history.ts'
export {
  makeSampleTown,
  type SampleMunicipality,
  type SampleTown,
  type SampleTownOptions,
} from './sample-town.ts'
