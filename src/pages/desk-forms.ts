import { html } from 'hono/html'
import type { Visit } from './visit.ts'

/** What was typed and not accepted, by the name of the field. */
export type Typed = Readonly<Record<string, string>>

/** At the top of the page, for eyes and screen readers alike. */
export function notice({ desk }: Visit, problem: string | undefined, told: string | undefined) {
  if (problem !== undefined)
    return html`<div class="notice notice-wrong" role="alert"><h2>${desk.wrong}</h2>
<p>${desk.problems[problem] ?? desk.otherProblem}</p></div>`
  const said = told === undefined ? undefined : desk.told[told]
  return said && html`<p class="notice notice-told" role="status">${said}</p>`
}
