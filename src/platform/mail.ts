import { mkdir, open, rename } from 'node:fs/promises'
import path from 'node:path'
import { createTransport } from 'nodemailer'
import type { Clock } from '#kernel/clock'
import type { Sent } from './outbox.ts'

/** One mail to one reader, named by the message of the outbox that it carries: sent again, it is the same mail. */
export type Mail = {
  to: string
  subject: string
  text: string
  html?: string
  messageId: string
  /** The message that this one follows: readers show both as one thread. */
  inReplyTo?: string
  headers?: Readonly<Record<string, string>>
  /** Where a reply goes, and what cannot be delivered too. */
  replyTo?: string
  attachments?: readonly { filename: string; contentType: string; content: Uint8Array }[]
}

export type MailSettings = {
  /** smtp:// or smtps://, with the user and the password in it. Absent: each mail becomes a file in `folder`. */
  smtpUrl?: string
  from: () => string
  folder: string
  clock: Clock
  timeout_ms: number
}

export type Mailer = { send(mail: Mail): Promise<Sent> }

const MOST_SUBJECT = 200
const MOST_ADDRESS = 254
const ADDRESS = /^[^\s@<>()[\]\\,;:"\p{Cc}]+@[^\s@<>()[\]\\,;:"\p{Cc}]+$/u
const HEADER_NAME = /^[A-Za-z][A-Za-z0-9-]{0,60}$/
/** What says who writes to whom, when and how is set here alone. */
const OWN_HEADERS =
  /^(from|to|cc|bcc|sender|reply-to|subject|date|message-id|in-reply-to|references|auto-submitted|mime-version|content-.*|received|return-path|dkim-.*)$/i

/** One bare address: no name, no list. */
export function isMailAddress(text: string): boolean {
  return text.length <= MOST_ADDRESS && ADDRESS.test(text)
}

/** Sends mails through the relay that is set, or writes each as a file that any mail reader opens. */
export function openMailer(settings: MailSettings): Mailer {
  const { smtpUrl } = settings
  const carry = smtpUrl === undefined ? toFolder(settings) : toRelay(smtpUrl, settings.timeout_ms)
  return {
    async send(mail) {
      const fault = faultOf(mail)
      if (fault !== undefined) return { isDelivered: false, error: fault, isOfMessage: true }
      return carry(contentOf(mail, settings))
    },
  }
}

/** A line break in what becomes a header would let its writer add headers, or readers, of their own. */
function faultOf(mail: Mail): string | undefined {
  const { to, subject, messageId, inReplyTo, headers = {}, replyTo, attachments = [] } = mail
  if (!isMailAddress(to)) return 'this is not one mail address'
  if (replyTo !== undefined && !isMailAddress(replyTo)) return 'this is no address to reply to'
  if (attachments.some(({ filename }) => !/^[\w-]{1,60}\.\w{1,5}$/.test(filename)))
    return 'this is no name of a file'
  if (/\p{Cc}/u.test(subject) || !subject.isWellFormed()) return 'the subject is not one line'
  if (subject.length > MOST_SUBJECT) return 'the subject is too long'
  for (const id of [messageId, inReplyTo])
    if (id !== undefined && !/^[\w-]{1,80}$/.test(id)) return 'this is no id of a message'
  for (const [name, value] of Object.entries(headers))
    if (!HEADER_NAME.test(name) || OWN_HEADERS.test(name) || !/^[\x20-\x7e]{0,900}$/.test(value))
      return `the header ${JSON.stringify(name)} cannot be sent`
  return undefined
}

type Content = ReturnType<typeof contentOf>

function contentOf(mail: Mail, { from, clock }: MailSettings) {
  const sender = from()
  const host = sender.slice(sender.lastIndexOf('@') + 1)
  const idOf = (id: string) => `<${id}@${host}>`
  const { inReplyTo } = mail
  return {
    from: { name: '', address: sender },
    to: { name: '', address: mail.to },
    subject: mail.subject,
    text: mail.text,
    ...(mail.html === undefined ? {} : { html: mail.html }),
    messageId: idOf(mail.messageId),
    ...(inReplyTo === undefined ? {} : { inReplyTo: idOf(inReplyTo), references: idOf(inReplyTo) }),
    ...(mail.replyTo === undefined
      ? {}
      : { replyTo: mail.replyTo, envelope: { from: mail.replyTo, to: mail.to } }),
    ...(mail.attachments === undefined
      ? {}
      : {
          attachments: mail.attachments.map(({ content, ...one }) => ({
            ...one,
            content: Buffer.from(content),
          })),
        }),
    date: new Date(clock()),
    // Out-of-office replies and the like are not sent to a machine (RFC 3834).
    headers: { 'Auto-Submitted': 'auto-generated', ...mail.headers },
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

const LOOPBACK = /^(localhost|127\..+|\[::1\])$/

function toRelay(smtpUrl: string, timeout_ms: number) {
  const url = new URL(smtpUrl)
  const isSecure = url.protocol === 'smtps:'
  const hasUser = url.username !== ''
  const relay = createTransport({
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || (isSecure ? 465 : 587),
    secure: isSecure,
    // A password leaves this machine under TLS or not at all.
    requireTLS: hasUser && !LOOPBACK.test(url.hostname),
    ...(hasUser && {
      auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    }),
    connectionTimeout: timeout_ms,
    greetingTimeout: timeout_ms,
    socketTimeout: timeout_ms,
    dnsTimeout: timeout_ms,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return async (content: Content): Promise<Sent> => {
    try {
      await relay.sendMail(content)
      return { isDelivered: true }
    } catch (error) {
      return refusalOf(error as RelayError)
    }
  }
}

type RelayError = Error & {
  code?: string
  command?: string
  response?: string
  responseCode?: number
}

/** Only codes: what a relay says in words may name whom the mail was for. */
function refusalOf({ code, command, response = '', responseCode }: RelayError): Sent {
  if (responseCode === undefined)
    return {
      isDelivered: false,
      error: `the mail server cannot be reached: ${code ?? 'no reason'}`,
    }
  const detail = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1]
  const error = `the mail server answered ${[responseCode, detail].filter(Boolean).join(' ')}`
  const isOfMessage = command === 'RCPT TO' || (command === 'DATA' && responseCode >= 500)
  return { isDelivered: false, error, ...(isOfMessage ? { isOfMessage } : {}) }
}

function toFolder({ folder, clock }: MailSettings) {
  const writer = createTransport({ streamTransport: true, buffer: true })
  let written = 0
  return async (content: Content): Promise<Sent> => {
    const { message } = await writer.sendMail(content)
    const time = new Date(clock()).toISOString().replaceAll(/[:.]/g, '-')
    const id = content.messageId.slice(1, content.messageId.indexOf('@'))
    // Of two within a millisecond the first one comes first.
    const turn = String(written++ % 10_000).padStart(4, '0')
    const file = path.join(folder, `${time}-${turn}-${id}.eml`)
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await writeSynced(`${file}.draft`, message as Buffer)
    await rename(`${file}.draft`, file)
    await sync(folder)
    return { isDelivered: true }
  }
}

async function writeSynced(file: string, bytes: Buffer): Promise<void> {
  await using handle = await open(file, 'w', 0o600)
  await handle.writeFile(bytes)
  await handle.sync()
}

/** A name is only safe when its folder has been synced too. */
async function sync(folder: string): Promise<void> {
  await using handle = await open(folder, 'r')
  await handle.sync()
}
