import { BY_MAIL, isByMail } from '#platform/by-mail'
import { gatheredFor } from '#platform/gathered-destination'
import type { Message } from '#platform/outbox'
import { DIGEST_TYPES } from './digest.ts'
import { MESSAGE_TYPES } from './message-types.ts'
import { organisationByOpen311 } from './open311-destination.ts'
import { WRONGFUL_TYPES } from './wrongful-message.ts'

const TO_PARTIES: ReadonlySet<string> = new Set(
  [MESSAGE_TYPES, WRONGFUL_TYPES, DIGEST_TYPES].flatMap((types) => Object.values(types)),
)

/**
 * The organisation that a message is for; undefined where it is for somebody else, such as a reporter, a follower, or a
 * system that follows what everybody may know.
 */
export function organisationToldBy({
  destination,
  type,
}: Pick<Message, 'destination' | 'type'>): string | undefined {
  // Behind a mailbox of its own may stand anybody: there the type tells.
  if (isByMail(destination))
    return TO_PARTIES.has(type) ? destination.slice(BY_MAIL.length + 1) || undefined : undefined
  const named = organisationByOpen311(destination) ?? gatheredFor(destination) ?? destination
  // An id of an organisation holds no slash: what does is nobody's of ours.
  return named.includes('/') ? undefined : named
}

/** By what a message leaves, or will. */
export function kindOfDestination(destination: string): 'webhook' | 'open311' | 'email' {
  if (isByMail(destination) || gatheredFor(destination) !== undefined) return 'email'
  return organisationByOpen311(destination) === undefined ? 'webhook' : 'open311'
}
