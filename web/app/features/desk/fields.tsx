import { type ReactNode, useId } from 'react'
import { GivenTextarea } from '../../components/given-textarea.tsx'
import { useSetting } from '../../setting.ts'
import type { Typed } from './desk-visit.ts'
import { type Does, useMay } from './seat.ts'

type FormProps = {
  number: string
  /** What the form asks; the desk knows it by this. */
  does: Does
  formToken: string
  /** Where it leads back to when it is done. */
  back?: 'today' | 'moderation'
  /** For a button that stands outside it. */
  id?: string
  children: ReactNode
}

/** A form about one case, for whoever may do what it asks: it needs no script. */
export function CaseForm({ number, does, formToken, back, id, children }: FormProps) {
  const { town } = useSetting()
  if (!useMay(does)) return null
  return (
    <form method="post" action={`/${town?.id}/desk/cases/${number}`} id={id}>
      <input type="hidden" name="formToken" value={formToken} />
      <input type="hidden" name="do" value={does} />
      {back && <input type="hidden" name="back" value={back} />}
      {children}
    </form>
  )
}

type FieldProps = {
  name: string
  label: string
  hint?: string
  typed: Typed
  isRequired?: boolean
}

export function TextArea({ name, label, hint, typed, isRequired = true }: FieldProps) {
  const id = useId()
  return (
    <>
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="quiet" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <GivenTextarea
        id={id}
        name={name}
        rows={3}
        maxLength={2000}
        required={isRequired}
        given={typed[name] ?? ''}
        aria-describedby={hint ? `${id}-hint` : undefined}
      />
    </>
  )
}

type InputProps = FieldProps & {
  type?: 'text' | 'tel' | 'email' | 'date'
  most?: number
  auto?: string
}

export function TextField(props: InputProps) {
  const {
    name,
    label,
    hint,
    typed,
    isRequired = false,
    type = 'text',
    most = 300,
    auto = 'off',
  } = props
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="quiet" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <input
        id={id}
        name={name}
        type={type}
        maxLength={most}
        required={isRequired}
        autoComplete={auto}
        defaultValue={typed[name] ?? ''}
        aria-describedby={hint ? `${id}-hint` : undefined}
      />
    </div>
  )
}

type ChoiceProps = {
  name: string
  label: string
  options: readonly (readonly [value: string, label: string])[]
  chosen?: string | undefined
  isRequired?: boolean
}

export function Choice({ name, label, options, chosen, isRequired = true }: ChoiceProps) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} name={name} required={isRequired} defaultValue={chosen}>
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  )
}

/** For whoever hears the page: of which case a button is, among many that read the same. */
export function Of({ number }: { number: string }) {
  return <span className="unseen"> ({number})</span>
}
