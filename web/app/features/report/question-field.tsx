import { Field } from '../../components/field.tsx'
import { useSetting, useWords } from '../../setting.ts'
import type { Question } from './categories.ts'
import { answerField } from './draft.ts'

type Props = { question: Question; answer: readonly string[]; fault: string | undefined }

const INPUT = { number: 'number', datetime: 'datetime-local', string: 'text' } as const

/** One question of a category, as its kind is answered. */
export function QuestionField({ question, answer, fault }: Props) {
  const { questions } = useWords().report
  const { locale } = useSetting()
  const { code, text, datatype, isRequired, values } = question
  const name = answerField(code)
  const label = isRequired ? text[locale] : `${text[locale]} (${questions.optional})`
  const about = { name, label, fault }
  switch (datatype) {
    case 'singlevaluelist':
    case 'multivaluelist':
      return (
        <fieldset
          className={fault === undefined ? 'field radios' : 'field field--wrong radios'}
          id={`field-${name}`}
        >
          <legend>{label}</legend>
          {fault && <p className="field__fault">{fault}</p>}
          {(values ?? []).map(({ key, name: said }) => (
            <label className="radio" key={key}>
              <input
                type={datatype === 'singlevaluelist' ? 'radio' : 'checkbox'}
                name={name}
                value={key}
                defaultChecked={answer.includes(key)}
                required={isRequired && datatype === 'singlevaluelist'}
              />
              <span>{said[locale]}</span>
            </label>
          ))}
        </fieldset>
      )
    case 'text':
      return (
        <Field {...about}>
          {(given) => (
            <textarea
              name={name}
              rows={3}
              maxLength={4000}
              required={isRequired}
              defaultValue={answer[0]}
              {...given}
            />
          )}
        </Field>
      )
    case 'number':
    case 'datetime':
    case 'string':
      return (
        <Field
          {...about}
          type={INPUT[datatype]}
          {...(datatype === 'number' && { step: 'any', inputMode: 'decimal' })}
          maxLength={4000}
          required={isRequired}
          defaultValue={answer[0]}
        />
      )
  }
}
