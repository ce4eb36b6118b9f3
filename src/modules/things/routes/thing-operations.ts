import type { AnyOperation } from '#modules/directory'
import type { Pool } from '#platform/database'
import type { Vault } from '#platform/vault'
import { createEvents, type TakeRequest } from './create-events.ts'
import { listRejects } from './list-rejects.ts'

export function thingOperations(needs: {
  pool: Pool
  vault: Vault
  takeRequest: TakeRequest
}): AnyOperation[] {
  return [createEvents(needs), listRejects(needs)]
}
