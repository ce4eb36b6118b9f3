import type { ReactNode } from 'react'
import { Button } from '../../components/button.tsx'
import { SelectField, TextAreaField, TextField } from '../../components/form-field.tsx'
import { Island } from '../../components/island.tsx'
import { useSetting, useWords } from '../../setting.ts'
import {
  ANSWER_FIELDS,
  type AnswerField,
  fieldId,
  placeOfFault,
  type Typed,
} from './answer-fields.ts'
import type { Category, Task } from './read-answer.ts'
import { MOST_PHOTOS } from './send-answer.ts'
import { isUnsafe } from './task-facts.tsx'

const UNLESS_SAFE = ['not-ours', 'passed-on', 'question', 'suspended', 'will-not-be-done']
const GOES_ON = ['started', 'done', 'nothing-found']

/** The answers that can be given now: what the assignment takes, less what danger or another task holds up. */
function answersOpenTo(task: Task): string[] {
  const isHeld = isUnsafe(task)
  const waits = (task.waitsFor ?? []).length > 0
  const allowed: readonly string[] = task.allowedAnswers
  const open = Object.keys(ANSWER_FIELDS).filter(
    (answer) =>
      allowed.includes(answer) &&
      !(isHeld && UNLESS_SAFE.includes(answer)) &&
      !(waits && GOES_ON.includes(answer)),
  )
  // What makes it safe stands first where it is dangerous.
  const rank = (answer: string) => (answer === 'made-safe' ? 0 : 1)
  return isHeld ? open.toSorted((a, b) => rank(a) - rank(b)) : open
}

type Group = 'progress' | 'done' | 'cannot'
const IS_DONE = ['done', 'nothing-found', 'passed-on']
const IS_HELD_UP = [
  ...['suspended', 'needs-first', 'facts-corrected', 'question'],
  ...['not-ours', 'will-not-be-done'],
]

const groupOf = (answer: string): Group => {
  if (IS_DONE.includes(answer)) return 'done'
  return IS_HELD_UP.includes(answer) ? 'cannot' : 'progress'
}

/** So that whoever looks for one answer reads three headings, and not fourteen answers. */
function groupsIn(answers: readonly string[]): [Group, string[]][] {
  const groups: Group[] = ['progress', 'done', 'cannot']
  return groups
    .map((group): [Group, string[]] => [group, answers.filter((one) => groupOf(one) === group)])
    .filter(([, all]) => all.length > 0)
}

export type Filled = {
  categories: readonly Category[]
  task: Task
  typed: Typed
  missing: readonly string[]
  /** Photos that came along with what is asked again: no page can give them back. */
  hadPhotos: boolean
}

/**
 * One form with every answer, and under each what it asks. It is sent as multipart, so that a file may go along.
 * Without a style sheet, or in a browser that does not know `:has`, all fields are simply there.
 */
export function AnswerForm({ form, at, ...filled }: Filled & { form: string; at: string }) {
  const { answer: words } = useWords()
  const { task, typed, missing, hadPhotos } = filled
  return (
    <form method="post" encType="multipart/form-data" action={at} noValidate className="answer">
      <input type="hidden" name="do" value="answer" />
      <input type="hidden" name="form" value={form} />
      <fieldset id="answer" className="answer__choices">
        <legend>{words.choose}</legend>
        {missing.includes('answer') && (
          <p className="field__fault" id="answer-fault">
            {words.missing.answer}
          </p>
        )}
        {groupsIn(answersOpenTo(task)).map(([group, answers]) => (
          <fieldset key={group} className="answer__choices">
            <legend className="answer__group">{words.groups[group]}</legend>
            {answers.map((answer) => (
              <Choice key={answer} answer={answer} filled={filled} />
            ))}
          </fieldset>
        ))}
      </fieldset>
      <TextField
        {...aboutOf(words, missing, 'name')}
        autoComplete="name"
        maxLength={100}
        required
        defaultValue={typed.name}
      />
      <TextAreaField
        {...aboutOf(words, missing, 'remark')}
        rows={3}
        maxLength={2000}
        defaultValue={typed.remark}
      />
      <photo-picker data-remove={words.removePhoto} data-most={MOST_PHOTOS}>
        <TextField
          {...aboutOf(words, missing, 'photos')}
          error={hadPhotos ? words.photosAgain : undefined}
          type="file"
          multiple
          accept="image/jpeg,image/png,image/webp,image/avif"
        />
        <ul className="thumbs" />
      </photo-picker>
      <p className="quiet">{words.onlyThen}</p>
      <p className="actions">
        <Button>{words.send}</Button>
      </p>
      <Island name="photo-picker">{null}</Island>
    </form>
  )
}

type AnswerWords = ReturnType<typeof useWords>['answer']

/** What a field is called, what helps to fill it in, and what is wrong with what was sent. */
function aboutOf(words: AnswerWords, missing: readonly string[], id: string, isAsked = true) {
  const fault = missing.find((one) => placeOfFault(one) === id)
  const description = words.hints[id]
  const label: ReactNode = (
    <>
      {words.fields[id] ?? id}
      {!isAsked && description === undefined && <span className="quiet"> {words.optional}</span>}
    </>
  )
  return {
    name: id,
    label,
    ...(description !== undefined && { description }),
    ...(fault !== undefined && { error: words.missing[fault] }),
  }
}

function Choice({ answer, filled }: { answer: string; filled: Filled }) {
  const { answer: words } = useWords()
  const fields = ANSWER_FIELDS[answer] ?? []
  const id = `is-${answer}`
  return (
    <div className="answer__choice">
      <input
        type="radio"
        name="answer"
        id={id}
        value={answer}
        defaultChecked={filled.typed.answer === answer}
        required
      />
      <label htmlFor={id}>{words.kinds[answer]?.[0] ?? answer}</label>
      {fields.length > 0 && (
        <div className="answer__beside">
          {fields.map((field) => (
            <Beside key={field.name} answer={answer} field={field} filled={filled} />
          ))}
        </div>
      )}
    </div>
  )
}

function Beside({ answer, field, filled }: { answer: string; field: AnswerField; filled: Filled }) {
  const { answer: words } = useWords()
  const options = useOptions(answer, field, filled)
  const id = fieldId(answer, field.name)
  const about = aboutOf(words, filled.missing, id, field.isRequired === true)
  const defaultValue = filled.typed[id] ?? ''
  if (field.kind === 'words')
    return <TextAreaField {...about} rows={3} maxLength={2000} defaultValue={defaultValue} />
  if (options)
    return (
      <SelectField {...about} defaultValue={defaultValue}>
        {options.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </SelectField>
    )
  const type = field.kind === 'date' ? 'date' : 'text'
  return <TextField {...about} type={type} maxLength={80} defaultValue={defaultValue} />
}

type Option = [value: string, label: string]

function useOptions(
  answer: string,
  { kind, of = [], isRequired }: AnswerField,
  { categories, task }: Filled,
): Option[] | undefined {
  const { answer: words } = useWords()
  const { locale } = useSetting()
  const empty: Option = ['', isRequired ? words.pick : words.none]
  const named = ({ id, name }: Category): Option => [id, name[locale]]
  switch (kind) {
    case 'causes':
      return [['', answer === 'done' ? words.pick : empty[1]], ...Object.entries(words.causes)]
    case 'suspensions':
      return [
        empty,
        ...(task.suspensions ?? []).map(({ reason, name }): Option => [reason, name[locale]]),
      ]
    case 'reasons':
      return [empty, ...of.map((one): Option => [one, words.reasons[one] ?? one])]
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
