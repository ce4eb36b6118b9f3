import type { AnyOperation } from './caller.ts'
import { type KindAddressesOf, listKindAddresses } from './list-kind-addresses.ts'
import { listParties, type PartiesOf } from './list-parties.ts'
import { type EnterKindAddress, replaceKindAddress } from './replace-kind-address.ts'

export function directoryOperations(needs: {
  partiesOf: PartiesOf
  kindAddressesOf: KindAddressesOf
  enterKindAddress: EnterKindAddress
}): AnyOperation[] {
  return [listParties(needs), listKindAddresses(needs), replaceKindAddress(needs)]
}
