import { html } from 'hono/html'
import { ANSWER_FIELDS, type AnswerField, fieldId, placeOfFault } from './answer-fields.ts'
import type { AskedTask, CategoryTold } from './answer-page.ts'
import type { Typed } from './desk-forms.ts'
import type { Html } from './layout.ts'
import type { Visit } from './visit.ts'
import type { AnswerWords } from './words/answer-nl.ts'

const UNLESS_SAFE = ['not-ours', 'passed-on', 'question', 'suspended', 'will-not-be-done']
const GOES_ON = ['started', 'done', 'nothing-found']

/** The answers that can be given now: what the assignment takes, less what danger or another task holds up. */
export function answersOpenTo(task: AskedTask): string[] {
  const isUnsafe = task.case.priority === 'danger' && !task.case.isMadeSafe
  const waits = (task.waitsFor ?? []).length > 0
  const open = Object.keys(ANSWER_FIELDS).filter(
    (answer) =>
      task.allowedAnswers.includes(answer) &&
      !(isUnsafe && UNLESS_SAFE.includes(answer)) &&
      !(waits && GOES_ON.includes(answer)),
  )
  return isUnsafe ? open.toSorted((a, b) => rank(a) - rank(b)) : open
}

/** What makes it safe stands first where it is dangerous. */
const rank = (answer: string): number => (answer === 'made-safe' ? 0 : 1)

type Shown = {
  visit: Visit
  words: AnswerWords
  categories: readonly CategoryTold[]
  /** For what the agreement lets work stand still. */
  suspensions: NonNullable<AskedTask['suspensions']>
  typed: Typed
  missing: readonly string[]
  /** Photos that came along with what is asked again: no page can give them back. */
  hadPhotos: boolean
}

/**
 * One form with every answer, and under each what it asks. It is sent as multipart, so that a file may go along.
 * Without a style sheet, or in a browser that does not know `:has`, all fields are simply there.
 */
export function answerForm(
  shown: Shown,
  { task, action, formId }: { task: AskedTask; action: string; formId: string },
): Html {
  const { words, typed, missing } = shown
  return html`<form class="panel answer-form" method="post" enctype="multipart/form-data"
  action="${action}" novalidate>
<input type="hidden" name="do" value="answer"><input type="hidden" name="form" value="${formId}">
<fieldset id="answer"><legend>${words.choose}</legend>
${missing.includes('answer') && html`<p class="fault">${words.missing.answer}</p>`}
${answersOpenTo(task).map((answer) => choice(shown, answer))}
</fieldset>
${labelled(
  shown,
  'name',
  true,
  html`<input id="name" name="name" autocomplete="name" maxlength="100" required
  value="${typed.name ?? ''}" ${described('name', shown)} ${invalid(missing, 'name')}>`,
)}
${labelled(
  shown,
  'remark',
  false,
  html`<textarea id="remark" name="remark" rows="3" maxlength="2000"
  ${described('remark', shown)} ${invalid(missing, 'remark')}>${typed.remark ?? ''}</textarea>`,
)}
${labelled(
  shown,
  'photos',
  false,
  html`${shown.hadPhotos && html`<p class="fault">${words.photosAgain}</p>`}
<input id="photos" name="photos" type="file" multiple
  accept="image/jpeg,image/png,image/webp,image/avif" ${described('photos', shown)}>`,
)}
<p class="hint">${words.onlyThen}</p>
<button>${words.send}</button>
</form>`
}

function choice(shown: Shown, answer: string): Html {
  const { words, typed } = shown
  const fields = ANSWER_FIELDS[answer] ?? []
  return html`<div class="choice"><input type="radio" name="answer" id="is-${answer}"
value="${answer}" ${typed.answer === answer ? 'checked' : ''} required>
<label for="is-${answer}">${words.kinds[answer]?.[0] ?? answer}</label>
${
  fields.length > 0 &&
  html`<div class="beside">${fields.map((field) => fieldOf(shown, answer, field))}</div>`
}</div>`
}

function fieldOf(shown: Shown, answer: string, field: AnswerField): Html {
  const { typed, missing } = shown
  const id = fieldId(answer, field.name)
  const value = typed[id] ?? ''
  const around = html`${described(id, shown)} ${invalid(missing, id)}`
  const options = optionsOf(shown, answer, field)
  if (field.kind === 'words')
    return labelled(
      shown,
      id,
      true,
      html`<textarea id="${id}" name="${id}" rows="3" maxlength="2000" ${around}>${value}</textarea>`,
    )
  const input = options
    ? html`<select id="${id}" name="${id}" ${around}>${options.map(
        ([key, label]) =>
          html`<option value="${key}" ${key === value ? 'selected' : ''}>${label}</option>`,
      )}</select>`
    : html`<input id="${id}" name="${id}" type="${field.kind === 'date' ? 'date' : 'text'}"
maxlength="80" value="${value}" ${around}>`
  return labelled(shown, id, field.isRequired === true, input)
}

function optionsOf(
  { words, categories, suspensions, visit }: Shown,
  answer: string,
  { kind, of = [], isRequired }: AnswerField,
): [string, string][] | undefined {
  const empty: [string, string] = ['', isRequired ? words.pick : words.none]
  const named = ({ id, name }: CategoryTold): [string, string] => [id, name[visit.locale]]
  switch (kind) {
    case 'causes':
      return [
        [empty[0], answer === 'done' ? words.pick : empty[1]],
        ...Object.entries(words.causes),
      ]
    case 'suspensions':
      return [
        empty,
        ...suspensions.map(({ reason, name }): [string, string] => [reason, name[visit.locale]]),
      ]
    case 'reasons':
      return [empty, ...of.map((one): [string, string] => [one, words.reasons[one] ?? one])]
    case 'tasks':
      return [empty, ...categories.filter(({ isReportable }) => !isReportable).map(named)]
    case 'categories':
      return [['', words.unchanged], ...categories.filter((one) => one.isReportable).map(named)]
    case 'date':
    case 'text':
    case 'words':
    case 'place':
      return undefined
  }
}

function labelled({ words, missing }: Shown, id: string, isRequired: boolean, input: Html): Html {
  const hint = words.hints[id]
  return html`<label for="${id}">${words.fields[id] ?? id}${
    !isRequired && hint === undefined && html` <span class="quiet">${words.optional}</span>`
  }</label>
${hint && html`<p class="hint" id="${id}-hint">${hint}</p>`}
${faultAt(missing, id) && html`<p class="fault" id="${id}-fault">${words.missing[faultAt(missing, id) ?? id]}</p>`}
${input}`
}

/** Says to a screen reader what is asked, and what is wrong. */
function described(id: string, { words, missing }: Shown): Html | false {
  const by = [
    ...(words.hints[id] ? [`${id}-hint`] : []),
    ...(faultAt(missing, id) ? [`${id}-fault`] : []),
  ]
  return by.length > 0 && html`aria-describedby="${by.join(' ')}"`
}

const invalid = (missing: readonly string[], id: string) =>
  faultAt(missing, id) && html`aria-invalid="true"`

const faultAt = (missing: readonly string[], id: string): string | undefined =>
  missing.find((fault) => placeOfFault(fault) === id)
