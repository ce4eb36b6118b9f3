import { html } from 'hono/html'
import type { Html } from './layout.ts'
import type { Municipality, Visit } from './visit.ts'

/** Which municipalities are served here. */
export function startPage(visit: Visit, municipalities: readonly Municipality[]): Html {
  const { words } = visit
  return html`<h1>${words.startTitle}</h1>
<p class="lead">${words.startIntro}</p>
<h2>${words.municipalities}</h2>
${
  municipalities.length === 0
    ? html`<p>${words.noMunicipalities}</p>`
    : html`<ul class="cards">${municipalities.map(
        ({ id, name }) =>
          html`<li><a href="${visit.link(`/${id}`)}"><strong>${name}</strong>
            <span class="quiet">${id}</span></a></li>`,
      )}</ul>`
}`
}
