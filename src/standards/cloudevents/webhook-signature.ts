import { randomBytes, timingSafeEqual } from 'node:crypto'
import { Webhook } from 'standardwebhooks'

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

const TOLERANCE_S = 300

/**
 * Whether a received message is what its sender signed, within five minutes. The library signs; it would compare with
 * the clock on the wall, and a receiver is handed its clock.
 */
export function isSignedWebhook(
  secret: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  now_ms = Date.now(),
): boolean {
  const {
    'webhook-id': id = '',
    'webhook-timestamp': time = '',
    'webhook-signature': given = '',
  } = headers
  const timestamp_s = /^\d{1,12}$/.test(time) ? Number(time) : Number.NaN
  if (!(Math.abs(now_ms / 1000 - timestamp_s) <= TOLERANCE_S)) return false
  const wanted = new Webhook(secret).sign(id, new Date(timestamp_s * 1000), body)
  // While a secret is replaced a sender may sign with both.
  return given.split(' ').some((one) => isSame(one, wanted))
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
