import { html } from 'hono/html'
import type { CaseTold, Described, Released } from './api-answers.ts'
import type { Html } from './layout.ts'
import type { DeskWords } from './words/desk-nl.ts'

type Typed = Readonly<Record<string, string>>
type Form = (number: string, what: string, fields: Html) => Html

/** The forms with which the desk shows everybody what somebody wrote and sent, and takes it back. */
export function releaseForms(desk: DeskWords, form: Form) {
  return {
    publish: (
      { number }: CaseTold,
      { signal, text, proposal, hasThreat, mayPublish, photos = [] }: Described,
      released: Released | undefined,
      typed: Typed | undefined,
    ) => {
      const isChosen = (id: string) =>
        typed ? typed[`photo-${id}`] !== undefined : released?.photos.some((one) => one.id === id)
      const words = typed ? typed.text : released ? released.text : (proposal ?? text)
      return form(
        number,
        'publish',
        html`<input type="hidden" name="signal" value="${signal}">
<label for="text-${signal}">${desk.publicWords}</label>
<p class="hint" id="text-${signal}-hint">${desk.publicWordsHint}</p>
<textarea id="text-${signal}" name="text" rows="4" maxlength="4000"
aria-describedby="text-${signal}-hint">${words ?? ''}</textarea>
${photos.map(
  ({ id }, i) => html`<label><input type="checkbox" name="photo-${id}" value="yes"
${isChosen(id) ? 'checked' : ''}> ${desk.showPhoto(i + 1)}</label>`,
)}
${mayPublish === false && html`<p class="hint">${desk.withheld}</p>`}
${hasThreat && html`<p class="hint">${desk.threatens}</p>`}
${
  proposal !== undefined &&
  html`<label><input type="checkbox" name="checked" value="yes"> ${desk.isChecked}</label>`
}
<button class="plain">${desk.publish}</button>`,
      )
    },
    unpublish: ({ number }: CaseTold, { signal }: Described) =>
      form(
        number,
        'unpublish',
        html`<input type="hidden" name="signal" value="${signal}">
<button class="plain">${desk.unpublish}</button>`,
      ),
  }
}
