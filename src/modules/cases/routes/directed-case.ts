import type { Clock } from '#kernel/clock'
import type { TownCaller } from '#modules/directory'
import type { Pool } from '#platform/database'
import { hrefOf, type Locale } from '#platform/operation'
import type { Vault } from '#platform/vault'
import { findCase } from '../case-queries.ts'
import type { CaseDoor } from '../door.ts'
import type { Sight } from './case-sight.ts'
import { type CaseTold, caseView } from './case-view.ts'
import type { TownOf } from './town-view.ts'

export type DirectingNeeds = { pool: Pool; clock: Clock; townOf: TownOf; cases: CaseDoor }

/** What is said of danger is kept sealed, each under an id of its own. */
export type DangerNeeds = DirectingNeeds & { vault: Vault; newId: () => string }

/** A case as it is after something was done to it: the answer to whoever did it. */
export async function directedCase(
  { pool, clock, townOf }: DirectingNeeds,
  { municipality }: TownCaller,
  caseId: string,
  { sight, locale }: { sight: Sight; locale: Locale },
): Promise<{ status: 201; body: CaseTold; headers: { location: string } }> {
  const row = await pool.read({ tenant: municipality }, (query) =>
    findCase(query, municipality, caseId, true),
  )
  if (!row) throw new Error(`case ${caseId} is gone`)
  const town = await townOf(municipality)
  return {
    status: 201,
    body: caseView(municipality, row, { town, sight, locale, now_ms: clock() }),
    headers: { location: hrefOf(['cases', row.number], { municipality }) },
  }
}
