import {
  FormField,
  FormFieldDescription,
  FormFieldErrorMessage,
  FormLabel,
  Textarea,
  Textbox,
} from '@utrecht/component-library-react'
import type { ComponentProps, ReactNode } from 'react'

/** What a field is called in its form, what it says, and what was wrong with what was sent. */
export type FieldWords = {
  name: string
  /** Of the field in its page, where its name is not the only one; a list of faults leads to it. */
  id?: string
  label: ReactNode
  description?: ReactNode
  error?: ReactNode
}

type Notes = { id: string; description: ReactNode; error: ReactNode }

/** Which of the words around a field belong to it, for whoever hears the page. */
export function describedBy({ id, description, error }: Notes) {
  const ids = [description && `${id}-description`, error && `${id}-error`].filter(Boolean)
  return ids.length > 0 && { 'aria-describedby': ids.join(' ') }
}

/** The description, and after it, before the field, what is wrong: a keyboard on the screen hides what is below. */
export function FieldNotes({ id, description, error }: Notes) {
  return (
    <>
      {description && (
        <FormFieldDescription id={`${id}-description`}>{description}</FormFieldDescription>
      )}
      {error && <FormFieldErrorMessage id={`${id}-error`}>{error}</FormFieldErrorMessage>}
    </>
  )
}

type Shown = Notes & { label: ReactNode; children: ReactNode }

function Field({ id, label, description, error, children }: Shown) {
  return (
    <FormField
      invalid={Boolean(error)}
      label={<FormLabel htmlFor={id}>{label}</FormLabel>}
      description={
        (description || error) && <FieldNotes id={id} description={description} error={error} />
      }
      input={children}
    />
  )
}

/** One line of text; a `type` of another kind where the browser can help. */
export function TextField({
  name,
  id = name,
  label,
  description,
  error,
  required,
  ...rest
}: FieldWords & Omit<ComponentProps<typeof Textbox>, 'ref'>) {
  const notes = { id, description, error }
  return (
    <Field label={label} {...notes}>
      <Textbox
        {...rest}
        id={id}
        name={name}
        inputRequired={required === true}
        invalid={Boolean(error)}
        {...describedBy(notes)}
      />
    </Field>
  )
}

/** More lines of text. */
export function TextAreaField({
  name,
  id = name,
  label,
  description,
  error,
  required,
  ...rest
}: FieldWords & Omit<ComponentProps<typeof Textarea>, 'ref'>) {
  const notes = { id, description, error }
  return (
    <Field label={label} {...notes}>
      <Textarea
        rows={4}
        {...rest}
        id={id}
        name={name}
        inputRequired={required === true}
        invalid={Boolean(error)}
        {...describedBy(notes)}
      />
    </Field>
  )
}

/** One of a long list; its `option`s are the children. The list is drawn by the browser, in the dark, too. */
export function SelectField({
  name,
  id = name,
  label,
  description,
  error,
  ...rest
}: FieldWords & ComponentProps<'select'>) {
  const notes = { id, description, error }
  return (
    <Field label={label} {...notes}>
      <select
        {...rest}
        className="select-field__select"
        id={id}
        name={name}
        aria-invalid={error ? true : undefined}
        {...describedBy(notes)}
      />
    </Field>
  )
}
