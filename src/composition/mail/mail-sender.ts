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

/** Sends a message by the composer of its type; the mail bears the message's id. */
export function createMailSender(options: {
  mailer: Mailer
  composers: Readonly<Record<string, ComposeMail>>
  /** Around the writing of a mail, by its type: whose data it opens is written down before it leaves. */
  around: (type: string) => Around
}): (message: Message) => Promise<Sent> {
  const { mailer, composers, around } = options
  return async (message) => {
    if (!Object.hasOwn(composers, message.type))
      return {
        isDelivered: false,
        error: `no mail is written of ${message.type}`,
        isOfMessage: true,
      }
    const mail = await around(message.type)(async () => composers[message.type]?.(message))
    if (!mail) return { isDelivered: true }
    return 'isDelivered' in mail ? mail : mailer.send({ ...mail, messageId: message.id })
  }
}
