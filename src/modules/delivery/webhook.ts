import type { Endpoint } from '#modules/directory'
import type { Message, Sent, Told } from '#platform/outbox'
import type { PostOutside } from '#platform/outgoing'
import { scrubbed } from './scrub.ts'

/** What a signal says, as far as it has not been destroyed. */
export type Unsealed = {
  signal: string
  description?: string
  place?: { lon: number; lat: number }
}

/** The envelope and the signature are public standards, spoken a floor higher: the app hands them in. */
export type WebhookOptions = {
  endpointOf: (organisation: string) => Promise<Endpoint | undefined>
  unseal: (municipality: string, signals: readonly string[]) => Promise<readonly Unsealed[]>
  /** What the reporter replied; undefined once it was destroyed. */
  unsealReply: (municipality: string, reply: string) => Promise<string | undefined>
  isConfidential: (message: Pick<Message, 'tenant' | 'body'>) => Promise<boolean>
  mediaType: string
  envelope: (message: Message, data: object) => string
  sign: (endpoint: Endpoint, message: Message, body: string) => Record<string, string>
  post: PostOutside
}

/** Sends one message as a signed webhook. A 2xx answer is the receipt; anything else is tried again. */
export function createWebhookSender(options: WebhookOptions): (message: Message) => Promise<Sent> {
  const { endpointOf, isConfidential, mediaType, envelope, sign, post } = options
  return async (message) => {
    const endpoint = await endpointOf(message.destination)
    if (!endpoint) return { isDelivered: false, error: 'this organisation has no endpoint' }
    if (endpoint.kind === 'open311')
      return {
        isDelivered: false,
        error: 'this organisation has an Open311 server and no endpoint for webhooks',
      }
    const data = await completeMessage(message, options)
    const body = envelope(message, data)
    const answer = await post(endpoint.url, {
      headers: { 'content-type': mediaType, ...sign(endpoint, message, body) },
      body,
    })
    const told: Told = {
      kind: 'webhook',
      host: URL.parse(endpoint.url)?.host ?? '',
      ...(answer.status === 0 ? {} : { status: answer.status }),
      ...(answer.text === undefined || (await isConfidential(message))
        ? {}
        : { answer: scrubbed(answer.text, wordsIn(data)) }),
    }
    if (answer.status >= 200 && answer.status < 300) return { isDelivered: true, told }
    return { isDelivered: false, error: answer.error ?? `answered ${answer.status}`, told }
  }
}

/**
 * Whether a message tells of what is confidential: when it was laid, or by what its category is now. What a far end answers
 * to it may repeat where that is, so nothing of the answer is kept but its status.
 */
export function tellsConfidential(
  body: unknown,
  visibilityOf: (category: string) => 'public' | 'status-only' | 'confidential' | undefined,
): boolean {
  const { sealedPlaceOf, case: of, assignment } = body as Partial<Stored> & About
  const categories = [of?.category, assignment?.category].filter((one) => one !== undefined)
  return (
    sealedPlaceOf !== undefined || categories.some((one) => visibilityOf(one) === 'confidential')
  )
}

type About = { case?: { category?: string }; assignment?: { category?: string } }

type Stored = {
  case: object
  shares?: { ground: string; signals: readonly string[]; reply?: string }
  sealedPlaceOf?: string
}

/**
 * Adds what never stands in the outbox: the reporters' words, where the agreement names the ground on which the
 * party may have them, and the place of what is confidential, without which nobody could do the work.
 */
export async function completeMessage(
  message: Pick<Message, 'tenant' | 'body'>,
  { unseal, unsealReply }: Pick<WebhookOptions, 'unseal' | 'unsealReply'>,
): Promise<object> {
  const { shares, sealedPlaceOf, ...data } = message.body as Stored
  const wanted = [...(shares?.signals ?? []), ...(sealedPlaceOf ? [sealedPlaceOf] : [])]
  if (wanted.length === 0) return data
  const unsealed = await unseal(message.tenant, wanted)
  const place = unsealed.find(({ signal }) => signal === sealedPlaceOf)?.place
  const descriptions = unsealed.flatMap(({ signal, description }) =>
    shares?.signals.includes(signal) && description !== undefined
      ? [{ signal, text: description }]
      : [],
  )
  const reply = shares?.reply && (await unsealReply(message.tenant, shares.reply))
  const shared = { descriptions, ...(reply ? { reply } : {}), sharedOnGroundOf: shares?.ground }
  return {
    ...data,
    case: { ...data.case, ...(place === undefined ? {} : { place }) },
    ...(shares === undefined ? {} : shared),
  }
}

/** What people wrote of what leaves: none of it may come back into a log by an answer that repeats it. */
export function wordsIn(data: object): string[] {
  const { descriptions = [], reply } = data as {
    descriptions?: readonly { text: string }[]
    reply?: string
  }
  return [...descriptions.map(({ text }) => text), ...(reply === undefined ? [] : [reply])]
}
