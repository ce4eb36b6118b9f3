import assert from 'node:assert/strict'

export type ReadMail = {
  to: string
  subject: string
  text: string
  /** By their names in lower case. */
  headers: ReadonlyMap<string, string>
  /** The link of a reporter in it, as a path of ours; empty where there is none. */
  link: string
}

/** A mail as its reader sees it. */
export function readMail(eml: string): ReadMail {
  const split = eml.indexOf('\r\n\r\n')
  assert(split > 0, 'a mail has a head and a body')
  const lines = eml
    .slice(0, split)
    .replaceAll(/\r\n[ \t]+/g, ' ')
    .split('\r\n')
  const headers = new Map(
    lines.map((line) => {
      const colon = line.indexOf(':')
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const
    }),
  )
  const encoding = headers.get('content-transfer-encoding') ?? '7bit'
  const body = eml.slice(split + 4)
  const text = (
    encoding === 'base64'
      ? Buffer.from(body, 'base64').toString()
      : encoding === 'quoted-printable'
        ? fromQuoted(body.replaceAll('=\r\n', ''))
        : body
  ).replaceAll('\r\n', '\n')
  return {
    to: headers.get('to') ?? '',
    subject: wordsOf(headers.get('subject') ?? ''),
    text,
    headers,
    link: /https?:\/\/[^/\s]+(\/GM\d{4}\/solved\/ll_[\w-]+)/.exec(text)?.[1] ?? '',
  }
}

function fromQuoted(text: string): string {
  const bytes = text.replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
  return Buffer.from(bytes, 'latin1').toString()
}

function wordsOf(subject: string): string {
  return subject
    .replaceAll(/\?= =\?/g, '?==?')
    .replaceAll(/=\?utf-8\?([QB])\?(.*?)\?=/gi, (_, how: string, said: string) =>
      how.toUpperCase() === 'B'
        ? Buffer.from(said, 'base64').toString()
        : fromQuoted(said.replaceAll('_', ' ')),
    )
}
