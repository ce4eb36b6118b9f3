export { defaultCategories } from './categories/default-categories.ts'
export { makeSampleTown, type SampleMunicipality } from './sample-town.ts'
