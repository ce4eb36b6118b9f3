import { html } from 'hono/html'
import type { CaseInFull } from './api-answers.ts'
import { categoryOf, lineOf } from './case-row.ts'
import { happeningsOf } from './timeline.ts'
import type { Municipality, Visit } from './visit.ts'

/** What happened to a case as an Atom feed (RFC 4287), the newest first. */
export function caseFeed(visit: Visit, town: Municipality, one: CaseInFull, origin: string) {
  const page = `${origin}${visit.link(`/${town.id}/cases/${one.number}`)}`
  const entries = happeningsOf(one, visit).flatMap(({ at, text }, place) =>
    at === undefined ? [] : [{ at, text, id: `${page}#${place + 1}` }],
  )
  return html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${visit.locale}">
<id>${page}</id>
<title>${categoryOf(one, visit)} · ${one.number}</title>
<subtitle>${lineOf(one, visit)}</subtitle>
<author><name>${town.name}</name></author>
<updated>${one.updatedAt}</updated>
<link rel="alternate" type="text/html" href="${page}"/>
${entries.toReversed().map(
  ({ at, text, id }) =>
    html`<entry><id>${id}</id><title>${text}</title><updated>${at}</updated>
<link href="${page}"/><content type="text">${text}</content></entry>
`,
)}</feed>
`
}
