/** A mail that we wrote, as its reader sees it. */
export type WrittenMail = { from: string; to: string; subject: string; date: string; text: string }

/** Reads one of our own mails back (RFC 5322, with one part of plain text); of any other it shows what it finds. */
export function readMail(raw: string): WrittenMail {
  const { headers, body } = split(raw)
  const of = (name: string) => decoded(headers.get(name) ?? '')
  return {
    from: of('from'),
    to: of('to'),
    subject: of('subject'),
    date: of('date'),
    text: textOf(headers, body).replaceAll('\r\n', '\n'),
  }
}

function split(raw: string): { headers: Map<string, string>; body: string } {
  const end = raw.indexOf('\r\n\r\n')
  const head = end < 0 ? raw : raw.slice(0, end)
  const lines = head.replaceAll(/\r\n[ \t]+/g, ' ').split('\r\n')
  const headers = new Map(
    lines.map((line) => {
      const at = line.indexOf(':')
      return [line.slice(0, at).toLowerCase(), line.slice(at + 1).trim()]
    }),
  )
  return { headers, body: end < 0 ? '' : raw.slice(end + 4) }
}

function textOf(headers: ReadonlyMap<string, string>, body: string): string {
  const type = headers.get('content-type') ?? 'text/plain'
  const boundary = /^multipart\/.*boundary="?([^";]+)"?/i.exec(type)?.[1]
  if (boundary !== undefined) {
    const parts = body.split(`--${boundary}`).map((part) => split(part.replace(/^\r\n/, '')))
    const of = (type: string) =>
      parts.find((part) => part.headers.get('content-type')?.startsWith(type))
    // With a file beside it, the text stands one deeper.
    const plain = of('text/plain') ?? of('multipart/')
    return plain ? textOf(plain.headers, plain.body) : ''
  }
  switch (headers.get('content-transfer-encoding')?.toLowerCase()) {
    case 'base64':
      return Buffer.from(body, 'base64').toString()
    case 'quoted-printable':
      return unquoted(body.replaceAll('=\r\n', ''))
    default:
      return body
  }
}

/** Encoded words of RFC 2047; white space between two of them is not there. */
function decoded(header: string): string {
  return header
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, how: string, text: string) =>
      how.toLowerCase() === 'b'
        ? Buffer.from(text, 'base64').toString()
        : unquoted(text.replaceAll('_', ' ')),
    )
}

function unquoted(text: string): string {
  const bytes = text.replaceAll(/=([0-9a-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
  return Buffer.from(bytes, 'latin1').toString()
}
