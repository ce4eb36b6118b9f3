import { randomBytes } from 'node:crypto'
import { Webhook, WebhookVerificationError } from 'standardwebhooks'

/** Standard Webhooks asks for 24 to 64 bytes. */
const SECRET_BYTES = 32

export type WebhookHeaders = {
  'webhook-id': string
  'webhook-timestamp': string
  'webhook-signature': string
}

/** A new secret for one receiver: `whsec_` and 32 random bytes in Base64. */
export function makeWebhookSecret(): string {
  return `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`
}

/**
 * The headers of one attempt (https://www.standardwebhooks.com): `id` stays the same over all
 * attempts, `timestamp_s` (seconds since 1970) is that of this attempt, for receivers refuse what
 * is older than five minutes. `body` is the very text that is sent.
 */
export function signWebhook(attempt: {
  secret: string
  id: string
  timestamp_s: number
  body: string
}): WebhookHeaders {
  const { secret, id, timestamp_s, body } = attempt
  // The signed text is `id.timestamp.body`: a dot within the id would make it ambiguous.
  if (!/^[\w-]+$/.test(id)) throw new TypeError('webhook-id must consist of [A-Za-z0-9_-]')
  const seconds = Math.floor(timestamp_s)
  return {
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': new Webhook(secret).sign(id, new Date(seconds * 1000), body),
  }
}

/** Whether a received message is what its sender signed, within five minutes; the library checks it. */
export function isSignedWebhook(
  secret: string,
  headers: Readonly<Record<string, string>>,
  body: string,
): boolean {
  try {
    new Webhook(secret).verify(body, headers)
    return true
  } catch (error) {
    if (error instanceof WebhookVerificationError) return false
    throw error
  }
}
