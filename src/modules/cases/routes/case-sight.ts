import type { TownCaller } from '#modules/directory'
import type { Pool } from '#platform/database'
import { listAssignments } from '../assignment-queries.ts'
import { type CaseRow, findCase } from '../case-queries.ts'
import type { AssignmentStatus } from '../lifecycle.ts'
import type { TownOf, TownView } from './town-view.ts'

/** How much of a case somebody sees: `status` is all but where it is, `standing` of what is no fault only how it stands. */
export type Sight = 'staff' | 'assigned' | 'public' | 'status' | 'standing'

/** Whoever refused it, passed it on or lost it sees no more of the case than everybody. */
const HAS_IT: readonly AssignmentStatus[] = [
  'offered',
  'accepted',
  'planned',
  'started',
  'done',
  'nothing-found',
]

export type SeenCase = { row: CaseRow; sight: Sight; town: TownView }

/**
 * A case as this caller may see it. What is confidential is not there for anybody but the staff and the party that
 * has the assignment, in the same words as what never was.
 */
export async function seeCase(
  { pool, townOf }: { pool: Pool; townOf: TownOf },
  { municipality, isStaff, organisation, link }: TownCaller,
  name: string,
): Promise<SeenCase | undefined> {
  const row = await pool.read({ tenant: municipality }, (query) =>
    findCase(query, municipality, name, true),
  )
  if (!row) return undefined
  const town = await townOf(municipality)
  if (isStaff) return { row, sight: 'staff', town }
  // Whoever was called has to find the place; admission has seen that it is this case.
  if (link?.kind === 'duty' && link.subject === row.id) return { row, sight: 'assigned', town }
  if (organisation !== undefined && (await isAssigned(pool, municipality, organisation, row.id)))
    return { row, sight: 'assigned', town }
  const sight = sightOfAll(row, town)
  return sight && { row, sight, town }
}

export async function isAssigned(
  pool: Pool,
  municipality: string,
  organisation: string,
  caseId: string,
): Promise<boolean> {
  const own = await pool.read({ tenant: municipality }, (query) =>
    listAssignments(query, {
      of: { organisation, municipality },
      caseId,
      statuses: HAS_IT,
      most: 1,
    }),
  )
  return own.length > 0
}

/** A party speaks of the cases that it has, and of no other. */
export function isStranger({ organisation }: TownCaller, sight: Sight): boolean {
  return organisation !== undefined && sight !== 'assigned'
}

export const hasIt = (status: AssignmentStatus): boolean => HAS_IT.includes(status)

/** The stricter of what the case was opened as and what its category is now. */
export function strictestOf(row: CaseRow, town: TownView): CaseRow['visibility'] {
  const all = [row.visibility, town.categories.get(row.category)?.visibility]
  if (all.includes('confidential')) return 'confidential'
  return all.includes('status-only') ? 'status-only' : 'public'
}

/** What everybody sees. */
export function sightOfAll(
  row: CaseRow,
  town: TownView,
): 'public' | 'status' | 'standing' | undefined {
  const visibility = strictestOf(row, town)
  if (visibility === 'confidential') return undefined
  if (row.kind !== 'fault') return 'standing'
  return visibility === 'status-only' ? 'status' : 'public'
}
