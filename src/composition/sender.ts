import type { Clock } from '#kernel/clock'
import type { Identity } from '#modules/identity'
import { subscriptionOf } from '#modules/subscriptions'
import { isByMail } from '#platform/by-mail'
import type { Pool } from '#platform/database'
import type { Mailer } from '#platform/mail'
import type { Message, Sent } from '#platform/outbox'
import type { Vault } from '#platform/vault'
import { createRecordSights } from './log-sights.ts'
import { createMailSender } from './mail/mail-sender.ts'
import { mailComposers } from './mail/mails.ts'
import { openSubscriberSender } from './subscriber-webhooks.ts'
import type { Towns } from './town.ts'
import { openWebhookSender } from './webhook-sender.ts'

/** Whom the processing log names where no person looks, but a letter is written. */
const WRITER = 'lantaarn'

/** Carries a message the way that its destination says: by mail, to an organisation's own address, or to a system that follows. */
export function openSender(options: {
  pool: Pool
  worker: Pool
  vault: Vault
  clock: Clock
  towns: Towns
  publicUrl: () => string
  identity: Pick<Identity, 'invitations' | 'passwordResets'>
  mailer: Mailer
  canCallPrivateAddresses: boolean
  /** The one address of this very program, if it has one. */
  isOwnAddress?: ((address: string) => boolean) | undefined
  webhookTimeout_s: number
}): (message: Message) => Promise<Sent> {
  const recordSights = createRecordSights(options)
  const byMail = createMailSender({
    mailer: options.mailer,
    composers: mailComposers(options),
    around: (type) => recordSights(`mail:${type}`, WRITER),
  })
  const byWebhook = openWebhookSender(options)
  const toSubscriber = openSubscriberSender(options)
  return (message) => {
    if (isByMail(message.destination)) return byMail(message)
    return subscriptionOf(message.destination) === undefined
      ? byWebhook(message)
      : toSubscriber(message)
  }
}
