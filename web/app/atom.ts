/** What XML takes for its own, and the control characters that it cannot hold at all. */
export function escaped(text: string): string {
  const named: Readonly<Record<string, string>> = {
    '<': '&lt;',
    '>': '&gt;',
    '&': '&amp;',
    '"': '&quot;',
  }
  return text
    .replace(/[<>&"]/g, (one) => named[one] ?? '')
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd]/g, '')
}

export const atomAnswer = (text: string): Response =>
  new Response(text, { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } })
