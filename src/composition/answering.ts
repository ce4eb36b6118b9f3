import type { AnsweringNeeds } from '#modules/cases'
import { createLocateCorrection } from './locate-correction.ts'
import { namesOf } from './names.ts'
import type { Towns } from './town.ts'

/** What taking an answer needs, in whatever way it comes. */
export function createAnswering<
  Needs extends Pick<AnsweringNeeds, 'pool' | 'vault' | 'cases' | 'newId'> & { towns: Towns },
>(needs: Needs): Needs & AnsweringNeeds {
  const townOf = (municipality: string) => needs.towns.get(municipality)
  return {
    ...needs,
    townOf,
    locate: createLocateCorrection(needs.towns),
    namesOf: async (municipality, locale) => namesOf(await townOf(municipality), locale),
  }
}
