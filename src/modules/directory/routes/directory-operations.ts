import type { AnyOperation } from './caller.ts'
import { listParties, type PartiesOf } from './list-parties.ts'

export function directoryOperations(needs: { partiesOf: PartiesOf }): AnyOperation[] {
  return [listParties(needs)]
}
