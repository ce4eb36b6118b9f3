import { z } from '@hono/zod-openapi'
import { toIso } from '#kernel/clock'
import { townOperation } from '#modules/directory'
import { isMailAddress } from '#platform/mail'
import { among, hrefOf } from '#platform/operation'
import { PASSWORD_LENGTH } from '../authentication.ts'
import { decideGrant } from '../grant.ts'
import { ROLES } from '../permissions.ts'
import { IDENTITY_PROBLEMS } from '../problems.ts'
import { type RoleNeeds, roleFields } from './roles.ts'

export type InvitationNeeds = RoleNeeds & {
  /** Has the invitation mailed. */
  layInvitation: (municipality: string, id: string) => Promise<void>
}

const NewInvitation = z
  .strictObject({
    address: z.string().refine(isMailAddress, 'this is not one mail address'),
    ...roleFields,
  })
  .openapi('NewInvitation')

const Invited = z.object({ id: z.uuid(), expiresAt: z.iso.datetime() }).openapi('Invited')

export const createInvitation = (needs: InvitationNeeds) =>
  townOperation({
    method: 'post',
    path: '/invitations',
    operationId: 'createInvitation',
    tag: 'Accounts',
    summary: 'Invite somebody to a role, by mail',
    description:
      'The mail holds a link that makes the account, or gives the role to who has one. It can be used once.',
    body: NewInvitation,
    success: { 201: 'The mail is on its way.' },
    answer: Invited,
    answerHeaders: { Location: 'Where the invitations are.' },
    problems: among(
      IDENTITY_PROBLEMS,
      'role-incomplete',
      'role-period-empty',
      'role-organisation-unknown',
      'role-deputy-impossible',
    ),
    async handle({ caller: { municipality, by }, body }, refuse) {
      const { invitations, clock } = needs.identity
      const { address, role, organisation, areas, upToCents, until } = body
      const wanted = {
        role,
        ...(organisation === undefined ? {} : { organisation }),
        ...(areas === undefined ? {} : { areas }),
        ...(upToCents === undefined ? {} : { upTo_cents: upToCents }),
        ...(until === undefined ? {} : { until_ms: Date.parse(until) }),
      }
      const now_ms = clock()
      const rejection = decideGrant(
        { ...wanted, id: '', account: '', from_ms: now_ms },
        { grants: [], parties: await needs.partiesOf(municipality), now_ms },
      )
      if (rejection) return refuse(rejection)
      const made = await invitations.invite(municipality, { address, role: wanted, by })
      await needs.layInvitation(municipality, made.id)
      return {
        status: 201,
        headers: { location: hrefOf(['invitations'], { municipality }) },
        body: { id: made.id, expiresAt: toIso(made.expires_ms) },
      }
    },
  })

export const readInvitation = ({ identity }: InvitationNeeds) =>
  townOperation({
    method: 'get',
    path: '/invitation',
    operationId: 'readInvitation',
    tag: 'Accounts',
    summary: 'What the link in an invitation invites to',
    success: { 200: 'It can still be used.' },
    answer: z
      .object({
        municipality: z.string(),
        address: z.string(),
        role: z.enum(ROLES),
        expiresAt: z.iso.datetime(),
      })
      .openapi('Invitation'),
    problems: among(IDENTITY_PROBLEMS, 'invitation-over'),
    async handle({ caller: { municipality, link } }, refuse) {
      const found = link && (await identity.invitations.read(municipality, link.subject))
      if (!found || found.isUsed || found.address === undefined) return refuse('invitation-over')
      const { address, role, expires_ms } = found
      return { body: { municipality, address, role: role.role, expiresAt: toIso(expires_ms) } }
    },
  })

const NewAccount = z
  .strictObject({
    name: z.string().trim().min(1).max(120),
    password: z.string().min(PASSWORD_LENGTH.min).max(PASSWORD_LENGTH.max),
  })
  .openapi('NewAccount')

export const createAccount = ({ identity }: InvitationNeeds) =>
  townOperation({
    method: 'post',
    path: '/accounts',
    operationId: 'createAccount',
    tag: 'Accounts',
    summary: 'Take an invitation, with the link from its mail',
    description:
      'Makes the account. Whoever has one already gets the role on it, and keeps the name and the password.',
    body: NewAccount,
    success: { 201: 'Now sign in.' },
    answer: z.object({ account: z.uuid(), isNew: z.boolean() }).openapi('AccountMade'),
    problems: among(
      IDENTITY_PROBLEMS,
      'invitation-over',
      'sign-in-of-other',
      'role-incomplete',
      'role-period-empty',
      'role-organisation-unknown',
      'role-deputy-impossible',
    ),
    async handle({ caller: { municipality, link }, body }, refuse) {
      if (!link) return refuse('invitation-over')
      const { authentication, letIn } = identity
      const passwordHash = await authentication().hashPassword(body.password)
      const taken = { municipality, id: link.subject }
      const answer = await letIn(taken, { name: body.name, provedBy: { passwordHash } })
      return typeof answer === 'string' ? refuse(answer) : { status: 201, body: answer }
    },
  })
