import { type InvitedRole, ROLES } from '#modules/identity'
import { isMailAddress } from '#platform/mail'
import { createLayInvitation, invitationUrl } from '../composition/mail/invitation-mail.ts'
import { type CommandInput, need, readWords, UsageError } from './command.ts'
import { openProgram } from './program.ts'

const OPTIONS = ['role', 'municipality', 'organisation', 'areas', 'up-to'] as const

/** Invites somebody to a role: mails the link, and prints it for who cannot be mailed yet. */
export async function invite({ settings, log, words, say }: CommandInput): Promise<void> {
  const { options, rest } = readWords(words, OPTIONS)
  const address = need(rest[0], 'Whom? lantaarn invite ADDRESS --role administrator')
  if (rest.length > 1 || !isMailAddress(address))
    throw new UsageError('A mail address looks like naam@example.org, and there is one.')
  const role = roleOf(options)
  await using program = await openProgram(settings, log, [])
  const { towns, identity, pool, wake } = program.app
  const wanted = need(options.municipality, 'In which municipality? --municipality GM0228')
  const municipality = towns.find(wanted.toUpperCase())
  if (!municipality?.isServed) throw new UsageError(`Municipality ${wanted} is not served here.`)
  const { id } = municipality
  const { organisation } = role
  if (organisation !== undefined && !(await towns.get(id)).parties.has(organisation))
    throw new UsageError(`Organisation ${organisation} is no party in ${id}.`)
  const { invitations, clock } = identity
  const made = await invitations.invite(id, { address, role, by: 'command line' })
  await createLayInvitation({ pool, clock, wake })(id, made.id)
  say(invitationUrl(program.publicUrl(), made.token))
}

function roleOf(options: Partial<Record<(typeof OPTIONS)[number], string>>): InvitedRole {
  const role = ROLES.find((one) => one === options.role)
  if (!role) throw new UsageError(`A role is one of ${ROLES.join(', ')}: --role administrator`)
  const { organisation } = options
  const isOfParty = role === 'planner' || role === 'crew'
  if (isOfParty !== (organisation !== undefined))
    throw new UsageError('A planner and a crew are of an organisation, and nobody else is.')
  if ((role === 'approver') !== (options['up-to'] !== undefined))
    throw new UsageError('An approver has --up-to AMOUNT in euros, and nobody else has.')
  const areas = options.areas?.split(',')
  if ((role === 'area-manager') !== (areas !== undefined))
    throw new UsageError('An area manager has --areas ID,ID, and nobody else has it here.')
  const upTo = options['up-to']
  if (upTo !== undefined && !/^[1-9]\d{0,9}$/.test(upTo))
    throw new UsageError('--up-to is a whole number of euros.')
  return {
    role,
    ...(organisation === undefined ? {} : { organisation }),
    ...(areas === undefined ? {} : { areas }),
    ...(upTo === undefined ? {} : { upTo_cents: Number(upTo) * 100 }),
  }
}
