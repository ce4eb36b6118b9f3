import type { NeighbourOf } from '#modules/cases'
import type { Towns } from './town.ts'

/** What one municipality may be told of another: its name, and what that one shows to everybody now. */
export function createNeighbourOf(towns: Pick<Towns, 'find' | 'get'>): NeighbourOf {
  return async (id) => {
    const known = towns.find(id)
    if (!known) return undefined
    const { categories } = await towns.get(known.id)
    return { name: known.name, categories }
  }
}
