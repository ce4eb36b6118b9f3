import type { Clock } from '#kernel/clock'
import { organisationByOpen311 } from '#modules/delivery'
import { readMailAddresses } from '#modules/directory'
import type { Identity } from '#modules/identity'
import { subscriptionOf } from '#modules/subscriptions'
import { byMailTo, isByMail } from '#platform/by-mail'
import type { Pool } from '#platform/database'
import type { Mailer } from '#platform/mail'
import type { Message, Sent } from '#platform/outbox'
import type { Vault } from '#platform/vault'
import type { Open311Client } from '#standards/open311'
import { createRecordSights } from './log-sights.ts'
import { createMailSender } from './mail/mail-sender.ts'
import { mailComposers } from './mail/mails.ts'
import type { MessageReading } from './message-reading.ts'
import { createOpen311Sender } from './open311-party/open311-sender.ts'
import { openSubscriberSender } from './subscriber-webhooks.ts'
import type { Towns } from './town.ts'
import { openWebhookSender } from './webhook-sender.ts'

/** Whom the processing log names where no person looks, but a letter is written. */
const WRITER = 'lantaarn'

/**
 * Carries a message the way that its destination says: by mail, to an organisation's Open311 server, to its own address, or
 * to a system that follows.
 */
export function openSender(options: {
  pool: Pool
  worker: Pool
  vault: Vault
  clock: Clock
  towns: Towns
  publicUrl: () => string
  identity: Pick<Identity, 'invitations' | 'passwordResets'>
  mailer: Mailer
  replyTo?: string | undefined
  canCallPrivateAddresses: boolean
  /** The one address of this very program, if it has one. */
  isOwnAddress?: ((address: string) => boolean) | undefined
  client: Open311Client
  reading: MessageReading
  webhookTimeout_s: number
}): (message: Message) => Promise<Sent> {
  const recordSights = createRecordSights(options)
  const byMail = createMailSender({
    mailer: options.mailer,
    clock: options.clock,
    composers: mailComposers(options),
    around: (type) => recordSights(`mail:${type}`, WRITER),
  })
  const { reading } = options
  const byWebhook = openWebhookSender({ ...options, reading })
  const toSubscriber = openSubscriberSender(options)
  const byOpen311 = createOpen311Sender({
    ...options,
    reading,
    async tellByMail(message, organisation) {
      const { worker, vault } = options
      const known = await readMailAddresses(worker, vault, [organisation])
      if (!known.has(organisation)) return undefined
      return byMail({ ...message, destination: byMailTo(organisation) })
    },
  })
  return (message) => {
    if (isByMail(message.destination)) return byMail(message)
    if (subscriptionOf(message.destination) !== undefined) return toSubscriber(message)
    const isByOpen311 = organisationByOpen311(message.destination) !== undefined
    return isByOpen311 ? byOpen311(message) : byWebhook(message)
  }
}
