import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto'

/** What a signed link is about. Whoever holds it may do what it was made for, and nothing is kept of it here. */
export type Link = {
  kind: string
  tenant: string
  /** A UUID. */
  subject: string
  /** Of the subject, when the link was made: its revision, a step. 0 where there is none. */
  revision: number
  /** To the second. */
  expires_ms: number
}

export type LinkReading =
  | { state: 'valid' | 'expired'; link: Link }
  /** Not ours, or altered: nothing that it says is believed. */
  | { state: 'forged' }

/** Every link begins with it, so that logs can leave links out and nobody takes one for an API key. */
export const LINK_PREFIX = 'll_'

const FORGED = { state: 'forged' } as const
const MAC = 16
const HEAD = MAC + 4 + 4 + 16
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const NAMES = /^([a-z-]{1,20})\/([\w-]{1,20})$/
const MOST_CHARACTERS = 200

/** About a hundred characters that survive every mail reader: letters, digits, `-` and `_`. */
export function signLink(key: KeyObject, link: Link): string {
  const names = `${link.kind}/${link.tenant}`
  if (!UUID.test(link.subject) || !NAMES.test(names)) throw new Error('this is nothing to link to')
  const numbers = Buffer.alloc(8)
  numbers.writeUInt32BE(Math.floor(link.expires_ms / 1000), 0)
  numbers.writeUInt32BE(link.revision, 4)
  const subject = Buffer.from(link.subject.replaceAll('-', ''), 'hex')
  const said = Buffer.concat([numbers, subject, Buffer.from(names)])
  return LINK_PREFIX + Buffer.concat([macOf(key, said), said]).toString('base64url')
}

/** Whether a link has expired is told only of one that is ours. */
export function readLink(key: KeyObject, token: string, now_ms: number): LinkReading {
  if (!token.startsWith(LINK_PREFIX) || token.length > MOST_CHARACTERS) return FORGED
  const text = token.slice(LINK_PREFIX.length)
  const bytes = Buffer.from(text, 'base64url')
  // One link has one spelling.
  if (bytes.length <= HEAD || bytes.toString('base64url') !== text) return FORGED
  const said = bytes.subarray(MAC)
  if (!timingSafeEqual(macOf(key, said), bytes.subarray(0, MAC))) return FORGED
  const [, kind = '', tenant = ''] = NAMES.exec(bytes.subarray(HEAD).toString()) ?? []
  const hex = said.subarray(8, 24).toString('hex')
  const expires_ms = said.readUInt32BE(0) * 1000
  const link = {
    kind,
    tenant,
    subject: hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'),
    revision: said.readUInt32BE(4),
    expires_ms,
  }
  return { state: now_ms < expires_ms ? 'valid' : 'expired', link }
}

function macOf(key: KeyObject, said: Buffer): Buffer {
  return createHmac('sha256', key).update(said).digest().subarray(0, MAC)
}
