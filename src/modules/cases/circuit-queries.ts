import sql from 'sql-template-tag'
import type { Query } from '#platform/database'
import { table } from '#platform/table'
import type { Case } from './case-state.ts'
import { circuitKey, circuitOf } from './shared-circuits.ts'

type CircuitRow = {
  municipality: string
  id: string
  circuit: string | undefined
  number: string | undefined
  category: string | undefined
}

export const CIRCUIT_CASES = table<CircuitRow>({
  name: 'cases.circuit_cases',
  key: ['municipality', 'id'],
  columns: {
    municipality: 'text',
    id: 'uuid',
    circuit: 'text',
    number: 'text',
    category: 'text',
  },
  onConflict: 'replace',
})

/**
 * What others are told of a case: nothing but its number, while it is open and everybody may see it. None where it is not
 * on what may stand in two registers, or where the row stands as it was.
 */
export function circuitRows(
  municipality: string,
  { before, after }: { before: Case | undefined; after: Case },
): CircuitRow[] {
  const circuit = after.cluster && circuitOf(after.cluster)
  if (!circuit) return []
  const is = isTold(after)
  const isSame = before && isTold(before) === is && before.category === after.category
  if (isSame) return []
  const { id, number, category } = after
  const told = is ? { circuit: circuitKey(circuit), number, category } : UNTOLD
  return [{ municipality, id, ...told }]
}

const UNTOLD = { circuit: undefined, number: undefined, category: undefined }

const isTold = ({ status, visibility, joinedInto, isHistory }: Case): boolean =>
  status === 'open' && visibility === 'public' && joinedInto === undefined && !isHistory

export type RelatedRow = { municipality: string; number: string; category: string }

/** More municipalities than one cabinet feeds. */
const MOST_RELATED = 10

/** The open cases of other municipalities on the same cabinet, cable or switching area, as they let everybody see. */
export async function findRelated(
  query: Query,
  municipality: string,
  caseId: string,
): Promise<RelatedRow[]> {
  return query<RelatedRow>(sql`
    select other.municipality, other.number, other.category
    from cases.circuit_cases own
    join cases.circuit_cases other
      on other.circuit = own.circuit and other.municipality <> own.municipality
    where own.municipality = ${municipality} and own.id = ${caseId}::uuid
    order by other.municipality, other.number
    limit ${MOST_RELATED}`)
}
