import EmailReplyParser from 'email-reply-parser'
import PostalMime, { type Attachment, type Email } from 'postal-mime'

export type IncomingMail = {
  /** The sender's own id, or an empty text. */
  messageId: string
  /** As the sender calls itself: a name, else the address. */
  sender: string
  /** What was written, without what it quotes and without the signature. */
  text: string
  attachments: readonly { name: string; type: string; bytes: Uint8Array; isInline: boolean }[]
  /** By a machine: an absence, a list, a notice. Nobody answers it. */
  isAutomatic: boolean
  /** That something could not be delivered for good. */
  isBounce: boolean
}

const MOST_DEPTH = 20
const MOST_HEADERS = 256 * 1024
const MOST_TEXT = 20_000
const MOST_ATTACHMENTS = 20

/** Reads a mail as it came in; undefined where it cannot be read as one. */
export async function readIncomingMail(raw: Uint8Array): Promise<IncomingMail | undefined> {
  let mail: Email
  try {
    mail = await PostalMime.parse(raw, {
      maxNestingDepth: MOST_DEPTH,
      maxHeadersSize: MOST_HEADERS,
      attachmentEncoding: 'arraybuffer',
    })
  } catch {
    return undefined
  }
  const headerOf = (name: string) =>
    mail.headers.find(({ key }) => key === name)?.value.toLowerCase() ?? ''
  const type = headerOf('content-type')
  const isReport = /^multipart\/report\b/.test(type)
  const name = mail.from?.name?.trim() || mail.from?.address || ''
  return {
    messageId: (mail.messageId ?? '').slice(0, 500),
    sender: name
      .replaceAll(/\p{Cc}/gu, ' ')
      .toWellFormed()
      .slice(0, 100)
      .trim(),
    text: newTextOf(mail),
    attachments: mail.attachments.slice(0, MOST_ATTACHMENTS).map(attachmentOf),
    isAutomatic: isReport || isOfMachine(headerOf),
    isBounce: isReport && hasFailed(mail.attachments),
  }
}

/** RFC 3834, and what was used before it and beside it. */
function isOfMachine(headerOf: (name: string) => string): boolean {
  const submitted = headerOf('auto-submitted')
  return (
    (submitted !== '' && !/^no\b/.test(submitted)) ||
    /\b(bulk|junk|list|auto_reply)\b/.test(headerOf('precedence')) ||
    /\b(all|oof|autoreply)\b/.test(headerOf('x-auto-response-suppress')) ||
    ['x-autoreply', 'x-autorespond', 'list-id', 'list-unsubscribe'].some(
      (name) => headerOf(name) !== '',
    ) ||
    headerOf('return-path') === '<>'
  )
}

/** RFC 3464: a delay is no failure. */
function hasFailed(attachments: readonly Attachment[]): boolean {
  return attachments.some(
    ({ mimeType, content }) =>
      mimeType === 'message/delivery-status' && /^action:\s*failed/im.test(textIn(content)),
  )
}

const textIn = (content: Attachment['content']) =>
  typeof content === 'string' ? content : new TextDecoder().decode(content)

function newTextOf({ text, html }: Email): string {
  const whole = (text ?? plainOf(html ?? '')).slice(0, MOST_TEXT).replaceAll('\r\n', '\n')
  const visible = new EmailReplyParser().parseReply(whole)
  return visible
    .split('\n')
    .filter((line) => !line.startsWith('>'))
    .join('\n')
    .toWellFormed()
    .trim()
}

/** Of a mail that has only HTML: its lines, without what is quoted in it. */
function plainOf(html: string): string {
  return html
    .slice(0, 200_000)
    .replaceAll(/<(blockquote|style|script|head)\b[\s\S]*?(<\/\1>|$)/gi, '')
    .replaceAll(/<(br|\/p|\/div|\/tr|\/li)\b[^>]*>/gi, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

function attachmentOf({ filename, mimeType, disposition, content }: Attachment) {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return {
    name: (filename ?? '').slice(0, 200),
    type: mimeType.toLowerCase(),
    bytes: new Uint8Array(bytes),
    isInline: disposition === 'inline',
  }
}
