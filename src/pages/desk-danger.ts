import { html } from 'hono/html'
import type { CaseInFull } from './api-answers.ts'
import type { DeskForms, Typed } from './desk-forms.ts'
import type { Html } from './layout.ts'
import { momentIn } from './moments.ts'
import type { Visit } from './visit.ts'

/** Who was called because it is dangerous, and what the desk can do about it; nothing where a case is closed. */
export function dangerPanel(
  visit: Visit,
  one: CaseInFull,
  { forms, typed }: { forms: DeskForms; typed: Typed },
): Html | false {
  const { desk } = visit
  if (one.status !== 'open') return false
  const isUnsafe = one.priority === 'danger' && one.madeSafeAt === undefined
  const raise = html`<details ${typed.do === 'raise' ? 'open' : ''}>
<summary>${desk.danger.raise}</summary>${forms.raise(one, typed)}</details>`
  if (one.priority !== 'danger') return raise
  const isUnattended = one.duty?.isUnattended === true
  return html`<div class="danger"><h3>${desk.danger.title}</h3>
<p>${standing(visit, one, isUnsafe)}</p>${calls(visit, one)}
${
  isUnsafe &&
  html`<div class="buttons">${isUnattended && forms.takeOver(one)}${forms.madeSafe(one)}</div>`
}
${!isUnsafe && raise}
<details ${typed.do === 'lower' ? 'open' : ''}><summary>${desk.danger.lower}</summary>
${forms.lower(one, typed)}</details></div>`
}

function standing({ desk, locale }: Visit, one: CaseInFull, isUnsafe: boolean): string {
  const { danger } = desk
  if (!isUnsafe && one.madeSafeAt) return danger.safeSince(momentIn(one.madeSafeAt, locale))
  const { duty } = one
  if (duty?.takenOverAt)
    return danger.takenOver(momentIn(duty.takenOverAt, locale), duty.takenOverBy)
  return duty?.isUnattended === false ? danger.begun : danger.unattended
}

function calls({ desk, locale }: Visit, { duty }: CaseInFull): Html | false {
  if (!duty || duty.calls.length === 0) return false
  return html`<ol class="calls">${duty.calls.map(
    ({ contact, calledAt, until }) =>
      html`<li>${desk.danger.called(contact, momentIn(calledAt, locale), momentIn(until, locale))}</li>`,
  )}</ol>`
}
