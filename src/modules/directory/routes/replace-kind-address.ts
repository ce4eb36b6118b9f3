import { z } from '@hono/zod-openapi'
import { among } from '#platform/operation'
import { type KindAddress, OFFICE_KINDS } from '../kind-address.ts'
import { DIRECTORY_PROBLEMS } from '../problems.ts'
import { townOperation } from './caller.ts'
import { KindAddressBody, KindAddressView, kindAddressView } from './kind-address-view.ts'

/** Records the address, and lets the rules of the municipality be made anew. */
export type EnterKindAddress = (
  municipality: string,
  address: KindAddress,
  enteredBy: string,
) => Promise<'entered' | 'organisation-unknown'>

export const replaceKindAddress = ({ enterKindAddress }: { enterKindAddress: EnterKindAddress }) =>
  townOperation({
    method: 'put',
    path: '/kind-addresses/{kind}',
    operationId: 'replaceKindAddress',
    tag: 'Signals',
    summary: 'Say which office answers a kind of signal that is no fault',
    description:
      'It counts from this moment for what is received since. What waits at the desk for want of an address stays there until the desk sends it on.',
    parameters: { path: z.strictObject({ kind: z.enum(OFFICE_KINDS) }) },
    body: KindAddressBody,
    success: { 200: 'The office that answers this kind from now on.' },
    answer: KindAddressView,
    problems: among(DIRECTORY_PROBLEMS, 'organisation-unknown'),
    async handle({ caller, path, body }, refuse) {
      const { municipality, by, isStaff } = caller
      const { organisation, ...rest } = body
      const address = {
        kind: path.kind,
        ...rest,
        ...(organisation === undefined ? {} : { organisation }),
      }
      const answer = await enterKindAddress(municipality, address, by)
      if (answer === 'organisation-unknown') return refuse(answer)
      return { body: kindAddressView(municipality, address, isStaff) }
    },
  })
