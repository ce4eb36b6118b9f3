import type { AnyOperation } from '#modules/directory'
import type { Pool } from '#platform/database'
import { listDeliveryAttempts } from './list-delivery-attempts.ts'
import { readForeignRequest } from './read-foreign-request.ts'

export function deliveryOperations(needs: { pool: Pool }): AnyOperation[] {
  return [listDeliveryAttempts(needs), readForeignRequest(needs)]
}
