import { html } from 'hono/html'
import { type AssignmentTold, type CaseTold, type DeskReason, OFFICE_KINDS } from './api-answers.ts'
import { releaseForms } from './desk-release-forms.ts'
import type { Html } from './layout.ts'
import type { Municipality, Visit } from './visit.ts'
import { KINDS } from './words/kinds.ts'

/** What was typed and not accepted, by the name of the field. */
export type Typed = Readonly<Record<string, string>>

/** Where the forms of one desk go, and what proves that they are ours. */
export type DeskForms = ReturnType<typeof deskForms>

export function deskForms(visit: Visit, town: Municipality, token: string) {
  const { desk } = visit
  const form = (number: string, what: string, fields: Html) =>
    html`<form method="post" action="${visit.link(`/${town.id}/desk/cases/${number}`)}">
<input type="hidden" name="csrf" value="${token}"><input type="hidden" name="do" value="${what}">
${fields}</form>`
  return {
    release: ({ number }: CaseTold, { id, party }: AssignmentTold) =>
      form(
        number,
        'release',
        html`<input type="hidden" name="assignment" value="${id}">
<button>${desk.release(party.name)}${of(number)}</button>`,
      ),
    settle: ({ number }: CaseTold, reason: DeskReason) =>
      form(
        number,
        'settle',
        html`<input type="hidden" name="reason" value="${reason}">
<button class="plain">${desk.settles[reason] ?? desk.settle}${of(number)}</button>`,
      ),
    verify: ({ number }: CaseTold, typed: Typed = {}) =>
      form(
        number,
        'verify',
        html`<label for="by-${number}">${desk.by}${of(number)}</label>
${select(`by-${number}`, 'by', Object.entries(desk.sources), typed.by)}
<div class="buttons"><button name="outcome" value="confirmed">${desk.confirm}${of(number)}</button>
<button class="plain" name="outcome" value="contested">${desk.contest}${of(number)}</button></div>`,
      ),
    close: ({ number }: CaseTold, typed: Typed) =>
      form(
        number,
        'close',
        html`<label for="as">${desk.closeAs}</label>
${select('as', 'as', Object.entries(desk.closings), typed.as)}
${area('remark', desk.remark, desk.remarkHint, typed.remark)}
<button class="plain">${desk.close}</button>`,
      ),
    give: ({ number }: CaseTold, agreements: readonly [string, string][], typed: Typed) =>
      form(
        number,
        'give',
        html`<label for="agreement">${desk.agreement}</label>
${select('agreement', 'agreement', [['', desk.choose], ...agreements], typed.agreement)}
${area('why', desk.reason, desk.remarkHint, typed.why)}
<button class="plain">${desk.give}</button>`,
      ),
    reply: ({ number }: CaseTold, typed: Typed) =>
      form(
        number,
        'reply',
        html`${area('reply', desk.dialogue.reply, desk.dialogue.replyHint, typed.reply)}
<button class="plain">${desk.dialogue.record}</button>`,
      ),
    raise: ({ number }: CaseTold, typed: Typed) =>
      form(
        number,
        'raise',
        html`${area('danger', desk.reason, desk.remarkHint, typed.danger)}
<button>${desk.danger.raise}</button>`,
      ),
    takeOver: ({ number }: CaseTold) =>
      form(number, 'take-over', html`<button>${desk.danger.takeOver}</button>`),
    madeSafe: ({ number }: CaseTold) =>
      form(number, 'made-safe', html`<button class="plain">${desk.danger.madeSafe}</button>`),
    lower: ({ number }: CaseTold, typed: Typed) =>
      form(
        number,
        'lower',
        html`<label for="priority">${desk.danger.lowerTo}</label>
${select('priority', 'priority', Object.entries(desk.danger.priorities), typed.priority)}
${area('lowering', desk.reason, desk.remarkHint, typed.lowering)}
<button class="plain">${desk.danger.lower}</button>`,
      ),
    kind: ({ number }: CaseTold, typed: Typed) =>
      form(
        number,
        'kind',
        html`<label for="kind">${desk.kindAs}</label>
${select(
  'kind',
  'kind',
  OFFICE_KINDS.map((kind) => [kind, KINDS[kind][visit.locale]]),
  typed.kind,
)}
<button class="plain">${desk.correctKind}</button>`,
      ),
    ...releaseForms(desk, form),
    signOut: () => html`<form method="post" action="${visit.link(`/${town.id}/desk/sign-out`)}">
<input type="hidden" name="csrf" value="${token}">
<button class="plain small">${desk.signOut}</button></form>`,
  }
}

/** For whoever hears the page: of which case this button is, among many that read the same. */
const of = (number: string) => html`<span class="unseen"> (${number})</span>`

function select(
  id: string,
  name: string,
  options: readonly [string, string][],
  chosen: string | undefined,
): Html {
  return html`<select id="${id}" name="${name}" required>${options.map(
    ([value, label]) =>
      html`<option value="${value}" ${value === chosen ? 'selected' : ''}>${label}</option>`,
  )}</select>`
}

function area(name: string, label: string, hint: string, typed = ''): Html {
  return html`<label for="${name}">${label}</label>
<p class="hint" id="${name}-hint">${hint}</p>
<textarea id="${name}" name="${name}" rows="3" maxlength="2000" required
aria-describedby="${name}-hint">${typed}</textarea>`
}

/** At the top of the page, for eyes and screen readers alike. */
export function notice({ desk }: Visit, problem: string | undefined, told: string | undefined) {
  if (problem !== undefined)
    return html`<div class="notice notice-wrong" role="alert"><h2>${desk.wrong}</h2>
<p>${desk.problems[problem] ?? desk.otherProblem}</p></div>`
  const said = told === undefined ? undefined : desk.told[told]
  return said && html`<p class="notice notice-told" role="status">${said}</p>`
}
