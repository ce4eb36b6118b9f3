import { z } from '@hono/zod-openapi'
import { toIso } from '#kernel/clock'
import { townOperation } from '#modules/directory'
import { among } from '#platform/operation'
import { IdCursor, pageById, pageOf, pageQuery } from '#platform/page'
import { ROLES } from '../permissions.ts'
import { IDENTITY_PROBLEMS } from '../problems.ts'
import type { RoleNeeds } from './roles.ts'

const OpenInvitation = z
  .object({
    id: z.uuid(),
    address: z.string(),
    role: z.enum(ROLES),
    organisation: z.string().optional(),
    invitedAt: z.iso.datetime(),
    invitedBy: z.string(),
    expiresAt: z.iso.datetime(),
    isOver: z.boolean().openapi({ description: 'Nobody took it in time.' }),
  })
  .openapi('OpenInvitation')

export const listInvitations = ({ identity: { invitations, clock } }: RoleNeeds) =>
  townOperation({
    method: 'get',
    path: '/invitations',
    operationId: 'listInvitations',
    tag: 'Accounts',
    summary: 'Who was invited and has not come',
    parameters: { query: z.strictObject(pageQuery(IdCursor)) },
    success: { 200: 'Neither used nor withdrawn, in the order of their ids.' },
    answer: pageOf(OpenInvitation, 'OpenInvitations'),
    problems: {},
    async handle({ caller: { municipality }, query }) {
      const { rows, next } = pageById(await invitations.list(municipality), query)
      const now_ms = clock()
      const items = rows.map(({ id, address = '', role, invitedBy, invited_ms, expires_ms }) => ({
        id,
        address,
        role: role.role,
        ...(role.organisation === undefined ? {} : { organisation: role.organisation }),
        invitedAt: toIso(invited_ms),
        invitedBy,
        expiresAt: toIso(expires_ms),
        isOver: expires_ms <= now_ms,
      }))
      return { body: { items, next } }
    },
  })

export const deleteInvitation = ({ identity: { invitations } }: RoleNeeds) =>
  townOperation({
    method: 'delete',
    path: '/invitations/{invitation}',
    operationId: 'deleteInvitation',
    tag: 'Accounts',
    summary: 'Withdraw an invitation',
    parameters: { path: z.strictObject({ invitation: z.uuid() }) },
    success: { 200: 'Its link works no more; the address is forgotten.' },
    answer: z.object({ id: z.uuid() }).openapi('InvitationWithdrawn'),
    problems: among(IDENTITY_PROBLEMS, 'invitation-not-found'),
    async handle({ caller: { municipality }, path: { invitation: id } }, refuse) {
      const isWithdrawn = await invitations.withdraw(municipality, id)
      return isWithdrawn ? { body: { id } } : refuse('invitation-not-found')
    },
  })
