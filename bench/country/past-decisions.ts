import type { CompiledAgreements } from '#modules/agreements'
import { route } from '#modules/agreements'
import type { Pool } from '#platform/database'
import { insertRows, table } from '#platform/table'
import type { CountryTown } from './country.ts'
import { signalsOf } from './signals.ts'

const DAY_MS = 86_400_000
const PIECE = 2_000

const DECISIONS = table<{
  municipality: string
  id: string
  case_id: string
  routed_for: string
  decided_at: number
  body: unknown
}>({
  name: 'cases.decisions',
  key: ['municipality', 'id'],
  columns: {
    municipality: 'text',
    id: 'uuid',
    case_id: 'uuid',
    routed_for: 'text',
    decided_at: 'timestamptz',
    body: 'jsonb',
  },
  onConflict: 'fail',
})

/** So many first decisions of the years before, as the rule takes and the program stores them, without their cases. */
export async function writePastDecisions(
  pool: Pool,
  town: CountryTown,
  options: { compiled: CompiledAgreements; count: number; days: number; now_ms: number },
): Promise<{ from_ms: number; to_ms: number }> {
  const { compiled, count, days, now_ms } = options
  const to_ms = Math.floor(now_ms / DAY_MS) * DAY_MS
  const from_ms = to_ms - days * DAY_MS
  let made = 0
  for (const piece of signalsOf(town, { count, from_ms, to_ms, piece: PIECE })) {
    const rows = piece.map(({ place: _, ...facts }) => {
      made += 1
      const own = made.toString(16).padStart(8, '0')
      return {
        municipality: town.id,
        id: `${own}-0000-7000-8000-000000000004`,
        case_id: `${own}-0000-7000-8000-000000000001`,
        routed_for: 'signal',
        decided_at: facts.at_ms,
        body: route(compiled, facts, facts.at_ms),
      }
    })
    await pool.write({ tenant: town.id }, (query) => query(insertRows(DECISIONS, rows)))
  }
  // The last of a day may be told after midnight.
  return { from_ms: from_ms - DAY_MS, to_ms: to_ms + DAY_MS }
}
