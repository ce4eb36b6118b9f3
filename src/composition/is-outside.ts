import { findAssignment, findCase } from '#modules/cases'
import type { Pool } from '#platform/database'
import type { IsOutside } from './admit-session.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * Holds the place of a case, or of the case of an assignment, against the areas of a role. What is of no case is of
 * the whole municipality, and so outside. What does not exist is for the operation to say.
 */
export function createIsOutside(pool: Pool): IsOutside {
  return (municipality, path, areas) =>
    pool.read({ tenant: municipality }, async (query) => {
      const { assignment } = path
      if (assignment !== undefined && !UUID.test(assignment)) return false
      const own = assignment && (await findAssignment(query, { municipality }, assignment))
      const name = path.case ?? (own ? own.case_id : undefined)
      if (name === undefined) return assignment === undefined
      const found = await findCase(query, municipality, name, true)
      return found !== undefined && !found.areas.some((area) => areas.includes(area))
    })
}
