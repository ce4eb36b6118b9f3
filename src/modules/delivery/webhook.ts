import type { Endpoint } from '#modules/directory'
import type { Message, Sent } from '#platform/outbox'
import type { PostOutside } from '#platform/outgoing'

export type Description = { signal: string; text: string }

/** The envelope and the signature are public standards, spoken a floor higher: the app hands them in. */
export type WebhookOptions = {
  endpointOf: (organisation: string) => Promise<Endpoint | undefined>
  /** The words of these signals, as far as they have not been destroyed. */
  describe: (municipality: string, signals: readonly string[]) => Promise<readonly Description[]>
  mediaType: string
  envelope: (message: Message, data: object) => string
  sign: (endpoint: Endpoint, message: Message, body: string) => Record<string, string>
  post: PostOutside
}

/** Sends one message as a signed webhook. A 2xx answer is the receipt; anything else is tried again. */
export function createWebhookSender(options: WebhookOptions): (message: Message) => Promise<Sent> {
  const { endpointOf, describe, mediaType, envelope, sign, post } = options
  return async (message) => {
    const endpoint = await endpointOf(message.destination)
    if (!endpoint) return { isDelivered: false, error: 'this organisation has no endpoint' }
    const { shares, ...data } = message.body as {
      shares?: { ground: string; signals: readonly string[] }
    }
    const descriptions = shares && (await describe(message.tenant, shares.signals))
    const shared = shares && { descriptions, sharedOnGroundOf: shares.ground }
    const body = envelope(message, { ...data, ...shared })
    const answer = await post(endpoint.url, {
      headers: { 'content-type': mediaType, ...sign(endpoint, message, body) },
      body,
    })
    if (answer.status >= 200 && answer.status < 300) return { isDelivered: true }
    return { isDelivered: false, error: answer.error ?? `answered ${answer.status}` }
  }
}
