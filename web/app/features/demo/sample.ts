import { type Town, townOf, type Visit } from '../../visit.ts'

/** The sample town, and what breaks in it; elsewhere there is no such page. */
export function sampleOf(visit: Visit): { town: Town; sample: NonNullable<Visit['sample']> } {
  const town = townOf(visit)
  const { sample } = visit
  if (sample?.municipality !== town.id) throw new Response(null, { status: 404 })
  return { town, sample }
}
