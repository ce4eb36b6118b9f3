import { html } from 'hono/html'
import type { Html } from './layout.ts'
import type { Municipality, Visit } from './visit.ts'

/** The same for what never was and for what not everybody may see: it says what to do next. */
export function missingPage(visit: Visit, town: Municipality | undefined): Html {
  const { words } = visit
  return html`<h1>${words.missingTitle}</h1>
<p class="lead">${words.missingText}</p>
<h2>${words.missingNext}</h2>
<ul>${words.missingSteps.map((step) => html`<li>${step}</li>`)}</ul>
<p><a class="button" href="${visit.link(town ? `/${town.id}` : '/')}">${
    town ? words.toTown(town.name) : words.home
  }</a></p>`
}
