import { z } from '@hono/zod-openapi'
import { pageOf } from '#platform/page'
import type { KindAddress } from '../kind-address.ts'
import { townOperation } from './caller.ts'
import { KindAddressView, kindAddressView } from './kind-address-view.ts'

export type KindAddressesOf = (municipality: string) => Promise<ReadonlyMap<string, KindAddress>>

export const listKindAddresses = ({ kindAddressesOf }: { kindAddressesOf: KindAddressesOf }) =>
  townOperation({
    method: 'get',
    path: '/kind-addresses',
    operationId: 'listKindAddresses',
    tag: 'Signals',
    summary: 'Which office answers what is no fault',
    description: 'A kind that is not in the list goes to the desk. There are never more than five.',
    parameters: { query: z.strictObject({}) },
    success: { 200: 'The offices in the order of their kinds.' },
    answer: pageOf(KindAddressView, 'KindAddresses'),
    problems: {},
    async handle({ caller: { municipality, isStaff } }) {
      const addresses = await kindAddressesOf(municipality)
      const sorted = [...addresses.values()].sort((a, b) => (a.kind < b.kind ? -1 : 1))
      return { body: { items: sorted.map((one) => kindAddressView(municipality, one, isStaff)) } }
    },
  })
