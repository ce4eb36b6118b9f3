/** A mail as its writer thinks of it: short lines, facts with their names, and what to press. */
export type LetterPart =
  | { line: string; isStrong?: true }
  | { facts: readonly (readonly [name: string, value: string])[] }
  /** What a person wrote: shown as theirs, and never read as anything else. */
  | { quote: string }
  | { link: { label: string; url: string } }

/** The same letter for every reader: as plain text, and as simple HTML without pictures or anything from outside. */
export function writeLetter(
  locale: string,
  parts: readonly LetterPart[],
): { text: string; html: string } {
  return {
    text: `${parts.map(asText).join('\n\n')}\n`,
    html: `<!doctype html>
<html lang="${escapeHtml(locale)}"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"></head>
<body style="font:16px/1.5 system-ui,sans-serif;max-width:38em;margin:1em">
${parts.map(asHtml).join('\n')}
</body></html>
`,
  }
}

function asText(part: LetterPart): string {
  if ('line' in part) return part.line
  if ('quote' in part)
    return part.quote
      .split(/\r?\n/)
      .map((line) => `> ${line}`)
      .join('\n')
  if ('link' in part) return `${part.link.label}:\n${part.link.url}`
  return part.facts.map(([name, value]) => `${name}: ${value}`).join('\n')
}

function asHtml(part: LetterPart): string {
  if ('line' in part) {
    const line = escapeHtml(part.line)
    return part.isStrong ? `<p><strong>${line}</strong></p>` : `<p>${line}</p>`
  }
  if ('quote' in part)
    return `<blockquote style="white-space:pre-wrap">${escapeHtml(part.quote)}</blockquote>`
  if ('link' in part) {
    const url = escapeHtml(part.link.url)
    return `<p><a href="${url}"><strong>${escapeHtml(part.link.label)}</strong></a><br>${url}</p>`
  }
  const rows = part.facts.map(([name, value]) => {
    const cell = 'style="text-align:left;vertical-align:top;padding:.15em .8em .15em 0"'
    return `<tr><th scope="row" ${cell}>${escapeHtml(name)}</th><td ${cell}>${escapeHtml(value)}</td></tr>`
  })
  return `<table>${rows.join('')}</table>`
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] as string)
}

/** A header is one line: whatever a name holds, it neither breaks the line nor fills the screen. */
export function subjectLine(parts: readonly (string | undefined)[]): string {
  const line = parts
    .filter((part) => part !== undefined && part !== '')
    .join(' — ')
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .toWellFormed()
    .trim()
  return line.length <= 150 ? line : `${line.slice(0, 149).toWellFormed()}…`
}
