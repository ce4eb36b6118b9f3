import type { Clock } from '#kernel/clock'
import { REPORTER_MESSAGE } from '#modules/delivery'
import type { Mail, Mailer } from '#platform/mail'
import type { Around } from '#platform/mount-operation'
import type { Message, Sent } from '#platform/outbox'

/**
 * Writes the mail of one message when it leaves: only then are address, names and words read. Undefined where there
 * is nobody to write to (any more), which counts as delivered; a failure is tried again, as any other.
 */
export type ComposeMail = (
  message: Message,
) => Promise<Omit<Mail, 'messageId'> | Extract<Sent, { isDelivered: false }> | undefined>

/** A reporter's mailbox that has refused a mail for so long is tried again only when a person says so. */
const GIVEN_UP_AFTER_MS = 30 * 86_400_000

/**
 * Sends a message by the composer of its type; the mail bears the message's id. Mails to reporters share one window: those
 * to mailboxes that are no more would take its places for ever. A party's mail is tried on, for its work waits for it.
 */
export function createMailSender(options: {
  mailer: Mailer
  clock: Clock
  composers: Readonly<Record<string, ComposeMail>>
  /** Around the writing of a mail, by its type: whose data it opens is written down before it leaves. */
  around: (type: string) => Around
}): (message: Message) => Promise<Sent> {
  const { mailer, clock, composers, around } = options
  return async (message) => {
    if (!Object.hasOwn(composers, message.type))
      return {
        isDelivered: false,
        error: `no mail is written of ${message.type}`,
        isOfMessage: true,
      }
    const mail = await around(message.type)(async () => composers[message.type]?.(message))
    if (!mail) return { isDelivered: true }
    if ('isDelivered' in mail) return mail
    const sent = await mailer.send({ ...mail, messageId: message.id })
    const isGivenUp =
      message.type === REPORTER_MESSAGE && clock() - message.created_at >= GIVEN_UP_AFTER_MS
    const isRefused = !sent.isDelivered && sent.isOfMessage
    return isRefused && isGivenUp ? { ...sent, waitsForPerson: true } : sent
  }
}
