import type { AnyOperation } from '#modules/directory'
import type { Pool } from '#platform/database'
import { createDutyRoster, type RosterNeeds } from './create-duty-roster.ts'
import { listDutyRosters } from './list-duty-rosters.ts'

export function dutyOperations(needs: RosterNeeds & { pool: Pool }): AnyOperation[] {
  return [listDutyRosters(needs), createDutyRoster(needs)]
}
