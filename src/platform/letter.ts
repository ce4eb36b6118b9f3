/** A mail as its writer thinks of it: short lines, facts with their names, and what to press. */
export type LetterPart =
  | { heading: string; level: 2 | 3 }
  | { line: string; isStrong?: true }
  | { facts: readonly (readonly [name: string, value: string])[] }
  /** What a person wrote: shown as theirs, and never read as anything else. */
  | { quote: string }
  /** `isBrief`: where it can be pressed, its address need not be read. */
  | { link: { label: string; url: string; isBrief?: true } }

/** The same letter for every reader: as plain text, and as simple HTML without pictures or anything from outside. */
export function writeLetter(
  locale: string,
  parts: readonly LetterPart[],
): { text: string; html: string } {
  return {
    text: `${parts.map(asText).join('\n\n')}\n`,
    html: `<!doctype html>
<html lang="${escapeHtml(locale)}"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"></head>
<body style="font:16px/1.5 system-ui,sans-serif;max-width:38em;margin:1em;overflow-wrap:anywhere">
${parts.map(asHtml).join('\n')}
</body></html>
`,
  }
}

function asText(part: LetterPart): string {
  if ('heading' in part) return part.level === 2 ? underlined(part.heading) : part.heading
  if ('line' in part) return part.line
  if ('quote' in part)
    return part.quote
      .split(/\r?\n/)
      .map((line) => `> ${line}`)
      .join('\n')
  if ('link' in part) return `${part.link.label}:\n${part.link.url}`
  return part.facts.map(([name, value]) => `${name}: ${value}`).join('\n')
}

function underlined(text: string): string {
  return `${text}\n${'='.repeat(Math.min(text.length, 60))}`
}

const HEADINGS = {
  2: 'font-size:1.25em;line-height:1.3;margin:1.6em 0 .2em',
  3: 'font-size:1em;margin:1.4em 0 .2em;padding-top:.9em;border-top:1px solid #8888',
} as const

function asHtml(part: LetterPart): string {
  if ('heading' in part) {
    const { heading, level } = part
    return `<h${level} style="${HEADINGS[level]}">${escapeHtml(heading)}</h${level}>`
  }
  if ('line' in part) {
    const line = escapeHtml(part.line)
    return part.isStrong ? `<p><strong>${line}</strong></p>` : `<p>${line}</p>`
  }
  if ('quote' in part)
    return `<blockquote style="white-space:pre-wrap;margin:.8em 0;padding-left:.8em;border-left:3px solid #8888">${escapeHtml(part.quote)}</blockquote>`
  if ('link' in part) {
    const url = escapeHtml(part.link.url)
    const address = part.link.isBrief ? '' : `<br>${url}`
    return `<p><a href="${url}"><strong>${escapeHtml(part.link.label)}</strong></a>${address}</p>`
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
