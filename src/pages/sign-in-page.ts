import { html } from 'hono/html'
import { notice, type Typed } from './desk-forms.ts'
import type { Html } from './layout.ts'
import type { Municipality, Visit } from './visit.ts'

/** What can be typed again without harm; the rest of a form is of no use outside it. */
const KEPT = ['remark', 'why', 'subject', 'text']

/** Asks for the key of the desk. What a session that ended had typed is given back to be copied. */
export function signInPage(
  visit: Visit,
  town: Municipality,
  state: { problem?: string | undefined; told?: string | undefined; typed?: Typed } = {},
): Html {
  const { desk } = visit
  const kept = KEPT.flatMap((name) => state.typed?.[name] || [])
  return html`${notice(visit, state.problem, state.told)}
<h1>${desk.signInTitle(town.name)}</h1>
<p class="lead">${desk.signInText}</p>
<form class="panel" method="post" action="${visit.link(`/${town.id}/desk/sign-in`)}">
<label for="key">${desk.key}</label>
<p class="hint" id="key-hint">${desk.keyHint}</p>
<input id="key" name="key" type="password" required autocomplete="current-password"
  spellcheck="false" maxlength="200" aria-describedby="key-hint">
<button>${desk.signIn}</button>
</form>
${kept.map((text) => html`<blockquote>${text}</blockquote>`)}`
}
