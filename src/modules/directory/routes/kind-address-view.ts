import { z } from '@hono/zod-openapi'
import { hrefOf } from '#platform/operation'
import { type KindAddress, OFFICE_KINDS } from '../kind-address.ts'

const Office = z
  .string()
  .trim()
  .min(1)
  .max(120)
  .regex(/^[^\p{Cc}\u2028\u2029]*$/u, 'a name is one line, without control characters')
  .openapi({
    description: 'The name of the office, as the reporter reads it.',
    example: 'Klantcontactcentrum',
  })
const Organisation = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,63}$/)
  .openapi({
    description: 'The party that the office is of, where it is not of the municipality.',
  })

export const KindAddressBody = z
  .strictObject({
    office: Office,
    email: z.email().max(254),
    organisation: Organisation.optional(),
  })
  .openapi('KindAddressBody')

export const KindAddressView = z
  .object({
    href: z.string(),
    kind: z.enum(OFFICE_KINDS),
    office: z.string(),
    organisation: z.string().optional(),
    email: z.string().optional().openapi({ description: 'For staff.' }),
  })
  .openapi('KindAddress')

export function kindAddressView(
  municipality: string,
  { kind, office, email, organisation }: KindAddress,
  isStaff: boolean,
): z.input<typeof KindAddressView> {
  return {
    href: hrefOf(['kind-addresses', kind], { municipality }),
    kind,
    office,
    ...(organisation === undefined ? {} : { organisation }),
    ...(isStaff ? { email } : {}),
  }
}
