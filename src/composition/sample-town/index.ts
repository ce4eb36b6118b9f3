export { defaultCategories } from './categories/default-categories.ts'
export { SAMPLE_MAIL_ADDRESSES } from './parties.ts'
export { makeSampleTown, type SampleMunicipality } from './sample-town.ts'
