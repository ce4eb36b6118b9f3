import { type Mailer, openMailer } from '#platform/mail'
import { type CallOutside, createCallOutside } from '#platform/outgoing'
import type { AppOptions } from './app-options.ts'

/** A thousand requests of a party's Open311 server, which is the most that it gives. */
const MOST_OPEN311_BYTES = 5_000_000

/** How a server of a party is asked; what is longer than it may be is a fault. */
export function callOf(options: AppOptions): CallOutside {
  return createCallOutside({
    allowPrivate: options.canCallPrivateAddresses,
    timeout_ms: options.webhookTimeout_s * 1000,
    most_bytes: MOST_OPEN311_BYTES,
    whenLonger: 'fail',
  })
}

/** A relay is given the time that a party's own server gets. */
export function mailerOf({ mail, publicUrl, clock, webhookTimeout_s }: AppOptions): Mailer {
  const { from, folder, smtpUrl } = mail
  return openMailer({
    folder,
    ...(smtpUrl === undefined ? {} : { smtpUrl }),
    from: () => from ?? `lantaarn@${new URL(publicUrl()).hostname}`,
    clock,
    timeout_ms: webhookTimeout_s * 1000,
  })
}
