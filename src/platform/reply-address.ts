import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto'

/** What a reply to a mail is about: as a link, but short enough to be part of a mail address. */
export type ReplyTo = {
  /** Two letters and four digits. */
  tenant: string
  /** A UUID. */
  subject: string
  revision: number
  /** To the day, upwards. */
  expires_ms: number
}

export type ReplyReading = { state: 'valid' | 'expired'; reply: ReplyTo } | { state: 'forged' }

/** RFC 5321, 4.5.3.1.1: the longest that may stand before the @. */
const MOST_LOCAL = 64
/** 80 bits: there is no way to try one but to send us a mail. */
const MAC = 10
const HEAD = 6
const BYTES = MAC + HEAD + 2 + 16
const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567'
const TOKEN_LENGTH = Math.ceil((BYTES * 8) / 5)
const DAY_MS = 86_400_000
const FORGED = { state: 'forged' } as const

/** What is left for the name before the plus. */
export const MOST_REPLY_NAME = MOST_LOCAL - TOKEN_LENGTH - 1

/** Lower case letters and digits: what carries mail on its way may change the case of an address. */
export function signReply(
  key: KeyObject,
  { tenant, subject, revision, expires_ms }: ReplyTo,
): string {
  const [, letters = '', digits = ''] = /^([A-Z]{2})(\d{4})$/.exec(tenant) ?? []
  if (letters === '' || revision > 0xffff) throw new Error('this is nothing to reply to')
  const head = Buffer.alloc(HEAD)
  head.write(letters, 0, 'latin1')
  head.writeUInt16BE(Number(digits), 2)
  head.writeUInt16BE(Math.ceil(expires_ms / DAY_MS), 4)
  const count = Buffer.alloc(2)
  count.writeUInt16BE(revision)
  const said = Buffer.concat([head, count, Buffer.from(subject.replaceAll('-', ''), 'hex')])
  return base32(Buffer.concat([macOf(key, said), said]))
}

/** Whether it has expired is told only of one that is ours. */
export function readReply(key: KeyObject, token: string, now_ms: number): ReplyReading {
  const bytes = fromBase32(token.toLowerCase())
  if (bytes?.length !== BYTES) return FORGED
  const said = bytes.subarray(MAC)
  if (!timingSafeEqual(macOf(key, said), bytes.subarray(0, MAC))) return FORGED
  const expires_ms = said.readUInt16BE(4) * DAY_MS
  const reply = {
    tenant: said.toString('latin1', 0, 2) + String(said.readUInt16BE(2)).padStart(4, '0'),
    subject: said.toString('hex', 8).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'),
    revision: said.readUInt16BE(6),
    expires_ms,
  }
  return { state: now_ms < expires_ms ? 'valid' : 'expired', reply }
}

/** `antwoord@town.example` with a token becomes `antwoord+token@town.example`. */
export function replyAddress(base: string, token: string): string {
  const at = base.lastIndexOf('@')
  return `${base.slice(0, at)}+${token}${base.slice(at)}`
}

/** The token in an address of ours; undefined of any other address. */
export function tokenIn(base: string, address: string): string | undefined {
  const at = base.lastIndexOf('@')
  const [name, host] = [base.slice(0, at), base.slice(at)].map((part) => part.toLowerCase())
  const given = address.toLowerCase()
  if (!given.startsWith(`${name}+`) || !given.endsWith(host ?? '')) return undefined
  const token = given.slice((name?.length ?? 0) + 1, given.length - (host?.length ?? 0))
  return /^[a-z2-7]+$/.test(token) ? token : undefined
}

function macOf(key: KeyObject, said: Buffer): Buffer {
  return createHmac('sha256', key).update('reply').update(said).digest().subarray(0, MAC)
}

function base32(bytes: Buffer): string {
  let text = ''
  let bits = 0
  let left = 0
  for (const byte of bytes) {
    left = (left << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += LETTERS[(left >> bits) & 31]
    }
    left &= (1 << bits) - 1
  }
  return bits === 0 ? text : text + LETTERS[(left << (5 - bits)) & 31]
}

/** Undefined of what is not base32, or has bits to spare that say something: one token has one spelling. */
function fromBase32(text: string): Buffer | undefined {
  if (text.length !== TOKEN_LENGTH) return undefined
  const bytes: number[] = []
  let bits = 0
  let left = 0
  for (const letter of text) {
    const value = LETTERS.indexOf(letter)
    if (value < 0) return undefined
    left = (left << 5) | value
    bits += 5
    if (bits >= 8) {
      bits -= 8
      bytes.push((left >> bits) & 255)
      left &= (1 << bits) - 1
    }
  }
  return left === 0 ? Buffer.from(bytes) : undefined
}
