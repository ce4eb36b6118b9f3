import { html } from 'hono/html'
import type { Fault } from './api-client.ts'
import type { Typed } from './desk-forms.ts'
import type { Html } from './layout.ts'
import { momentIn } from './moments.ts'
import type { Municipality, Visit } from './visit.ts'

/** What the API tells of one mail in one language. */
export type MailTextTold = {
  kind: string
  locale: 'nl' | 'en'
  subject: string
  text: string
  isDefault: boolean
  placeholders: readonly string[]
  required: readonly string[]
  changedAt?: string
}

export type PreviewTold = { subject: string; text: string }

export const mailTextsPath = (town: Municipality) => `/${town.id}/desk/templates`

/** Every mail, with who wrote its text. */
export function mailTextsPage(
  visit: Visit,
  town: Municipality,
  all: readonly MailTextTold[],
): Html {
  const { mailTexts: words, desk } = visit
  const inOrder = Object.entries(words.kinds).map(
    ([kind, told]) =>
      [kind, told, all.filter((one) => one.kind === kind).toSorted(inDutchFirst)] as const,
  )
  return html`<p class="crumb"><a href="${visit.link(`/${town.id}/desk`)}">← ${desk.back}</a></p>
<h1>${words.title}</h1>
<p class="lead">${words.intro}</p>
<ul class="rows">${inOrder.map(
    ([kind, [name, when], texts]) => html`<li class="row"><div>
<h2>${name}</h2><p class="quiet">${when}</p></div>
<ul class="chips">${texts.map(
      ({ locale, isDefault }) =>
        html`<li><a href="${visit.link(`${mailTextsPath(town)}/${kind}/${locale}`)}"
><span class="unseen">${words.change} ${name}: </span>${words.languages[locale]}
<span class="quiet">${isDefault ? words.standard : words.own}</span></a></li>`,
    )}</ul></li>`,
  )}</ul>`
}

const inDutchFirst = (a: MailTextTold, b: MailTextTold) => (a.locale < b.locale ? 1 : -1)

type State = {
  /** What proves that a form is ours. */
  csrf: string
  typed: PreviewTold
  preview?: PreviewTold | undefined
  problem?: string | undefined
  faults?: readonly Fault[] | undefined
  told?: string | undefined
}

/** One mail, to be changed, beside what it becomes. */
export function mailTextPage(
  visit: Visit,
  town: Municipality,
  one: MailTextTold,
  state: State,
): Html {
  const { mailTexts: words, locale } = visit
  const [name = one.kind, when = ''] = words.kinds[one.kind] ?? []
  const path = visit.link(`${mailTextsPath(town)}/${one.kind}/${one.locale}`)
  return html`${notice(visit, state)}
<p class="crumb"><a href="${visit.link(mailTextsPath(town))}">← ${words.back}</a></p>
<h1>${name} <span class="number">${words.languages[one.locale]}</span></h1>
<p class="lead">${when}</p>
<p class="quiet">${one.isDefault ? words.standard : words.own}${
    one.changedAt && html` · ${words.changedOn} ${momentIn(one.changedAt, locale)}`
  }</p>
<div class="columns">
${form(visit, one, { ...state, path })}
${example(visit, one, state.preview)}
</div>`
}

function form(
  { mailTexts: words }: Visit,
  one: MailTextTold,
  { csrf, typed, path }: State & { path: string },
): Html {
  return html`<form class="panel" method="post" action="${path}">
<input type="hidden" name="csrf" value="${csrf}">
<label for="subject">${words.subject}</label>
<p class="hint" id="subject-hint">${words.subjectHint}</p>
<input id="subject" name="subject" required value="${typed.subject}" aria-describedby="subject-hint"
  lang="${one.locale}">
<label for="text">${words.text}</label>
<p class="hint" id="text-hint">${words.textHint}</p>
<textarea id="text" name="text" rows="20" required aria-describedby="text-hint" lang="${one.locale}"
>
${typed.text}</textarea>
<div class="buttons"><button class="plain" name="do" value="preview">${words.see}</button>
<button name="do" value="save">${words.save}</button>
${!one.isDefault && html`<button class="plain" name="do" value="restore" formnovalidate>${words.restore}</button>`}
</div>
<details><summary>${words.placeholders}</summary>
<dl class="facts">${one.placeholders.map(
    (name) =>
      html`<div><dt><code>{${name}}</code></dt><dd>${words.meanings[name]}${
        one.required.includes(name) && html` (<strong>${words.required}</strong>)`
      }</dd></div>`,
  )}</dl></details>
</form>`
}

function example({ mailTexts: words }: Visit, one: MailTextTold, preview: PreviewTold | undefined) {
  return (
    preview &&
    html`<section class="panel" aria-labelledby="example"><h2 id="example">${words.preview}</h2>
<p class="hint">${words.previewText}</p>
<div lang="${one.locale}"><p><strong>${preview.subject}</strong></p>
<p class="letter">${preview.text}</p></div></section>`
  )
}

function notice({ mailTexts: words }: Visit, { problem, faults = [], told }: State): Html | false {
  if (problem !== undefined)
    return html`<div class="notice notice-wrong" role="alert"><h2>${words.wrong}</h2>
<p>${words.problems[problem] ?? words.otherProblem}</p>
${
  problem === 'template-invalid' &&
  html`<ul>${faults.map(
    ({ path, fault = '', name }) =>
      html`<li>${words.fields[path]} ${words.faults[fault]}${name !== undefined && ` {${name}}`}</li>`,
  )}</ul>`
}</div>`
  const said = told === undefined ? undefined : words.told[told]
  return said !== undefined && html`<p class="notice notice-told" role="status">${said}</p>`
}

/** What a form brought; lines of a textarea come as CR LF. */
export function textIn(typed: Typed): PreviewTold {
  const { subject = '', text = '' } = typed
  return { subject: subject.trim(), text: text.replaceAll('\r\n', '\n') }
}
