import { Fieldset, FieldsetLegend } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import { describedBy, FieldNotes, type FieldWords } from './form-field.tsx'

export type Choice = { value: string; label: ReactNode; description?: ReactNode }

/** One of a few (`radio`), or any of them (`checkbox`). A list of faults leads to the first. */
export function ChoiceField({
  type,
  name,
  id = name,
  label,
  description,
  error,
  choices,
  chosen = [],
  required,
}: FieldWords & {
  type: 'radio' | 'checkbox'
  choices: readonly Choice[]
  chosen?: readonly string[]
  /** Of `radio` alone: a browser cannot ask for at least one checkbox of many. */
  required?: boolean
}) {
  return (
    <Fieldset
      invalid={Boolean(error)}
      {...describedBy({ id, description, error })}
      {...(type === 'radio' && { role: 'radiogroup', required: required === true })}
    >
      <FieldsetLegend>{label}</FieldsetLegend>
      <FieldNotes id={id} description={description} error={error} />
      {choices.map((choice, i) => (
        <label key={choice.value} className="choice-field__choice">
          <input
            type={type}
            id={i === 0 ? id : `${id}-${i + 1}`}
            name={name}
            value={choice.value}
            defaultChecked={chosen.includes(choice.value)}
            required={type === 'radio' && required}
          />
          <span>
            {choice.label}
            {choice.description && <span className="quiet">{choice.description}</span>}
          </span>
        </label>
      ))}
    </Fieldset>
  )
}
