import { html } from 'hono/html'
import type { Municipality, Visit } from './visit.ts'

export type Html = ReturnType<typeof html>

const LANTERN = html`<svg class="mark" viewBox="0 0 24 24" aria-hidden="true">
  <path d="M12 1v3M7 8l2-4h6l2 4" /><path class="glow" d="M7 8h10l-1.6 11H8.6z" />
  <path d="M7 8h10l-1.6 11H8.6zM8 22h8M9 19v3M15 19v3" /></svg>`

type Page = {
  title: string
  town?: Municipality | undefined
  /** Of the stylesheet, with its version. */
  stylesheet: string
  /** What the head has beside this, such as a feed. */
  head?: Html
  body: Html
}

/** The frame of every page: landmarks, the way back and the other language. */
export function layout(visit: Visit, { title, town, stylesheet, head, body }: Page): Html {
  const { words, locale } = visit
  const other = locale === 'nl' ? 'en' : 'nl'
  const name = town ? `${title} · ${town.name}` : title
  return html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${name} · Lantaarn</title>
<link rel="stylesheet" href="${stylesheet}">
<link rel="icon" href="data:,">
${head}
</head>
<body>
<a class="skip" href="#content">${words.skip}</a>
<header class="top"><div class="frame">
  <a class="brand" href="${visit.link('/')}" title="${words.home}">${LANTERN}<span>Lantaarn</span></a>
  ${town && html`<a class="town" href="${visit.link(`/${town.id}`)}">${town.name}</a>`}
  <a class="language" href="${visit.inOtherLanguage}" lang="${other}" hreflang="${other}"
    >${words.otherLanguage}</a>
</div></header>
<main id="content" class="frame" tabindex="-1">
${body}
</main>
<footer class="frame foot">
  <p>${words.footer}</p>
  <p>${town && html`<a href="${visit.link(`/${town.id}/desk`)}">${words.desk}</a>`}
    <a href="/api/v1/openapi.json">${words.api}</a></p>
</footer>
</body>
</html>
`
}
