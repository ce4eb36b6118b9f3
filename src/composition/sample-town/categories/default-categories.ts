import { Category } from '#modules/categories'
import { GREENERY_AND_WATER } from './greenery-and-water.ts'
import { LIGHTING } from './lighting.ts'
import { ROADS } from './roads.ts'
import { WASTE_AND_NUISANCE } from './waste-and-nuisance.ts'

/** The tree that a new municipality begins with. */
export const defaultCategories: Category[] = [
  ...LIGHTING,
  ...ROADS,
  ...GREENERY_AND_WATER,
  ...WASTE_AND_NUISANCE,
].map((draft) => Category.parse(draft))
