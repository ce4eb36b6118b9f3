import type { InputHTMLAttributes, ReactNode } from 'react'
import { useWords } from '../setting.ts'
import { Notice } from './notice.tsx'

type Props = {
  name: string
  label: string
  hint?: string | undefined
  fault?: string | undefined
  children?: (about: {
    id: string
    'aria-describedby'?: string
    'aria-invalid'?: true
  }) => ReactNode
} & Omit<InputHTMLAttributes<HTMLInputElement>, 'children'>

/** A label, what helps to fill it in, what is wrong with it, and the field itself. */
export function Field({ name, label, hint, fault, children, ...input }: Props) {
  const id = `field-${name}`
  const told = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ')
  const about = {
    id,
    ...(told !== '' && { 'aria-describedby': told }),
    ...(fault !== undefined && { 'aria-invalid': true as const }),
  }
  return (
    <div className={fault === undefined ? 'field' : 'field field--wrong'}>
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="quiet" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {fault && (
        <p className="field__fault" id={`${id}-fault`}>
          {fault}
        </p>
      )}
      {children ? children(about) : <input name={name} {...about} {...input} />}
    </div>
  )
}

/** What is wrong with a form, at its head: a link to each field. Heard at once, and read first. */
export function Faults({
  title,
  faults,
}: {
  /** Where it says more than that something is wrong. */
  title?: string
  faults: Readonly<Record<string, string>>
}) {
  const { errors } = useWords()
  const all = Object.entries(faults)
  if (all.length === 0) return null
  return (
    <Notice isWrong title={title ?? errors.faults}>
      <ul>
        {all.map(([name, fault]) => (
          <li key={name}>{name === '' ? fault : <a href={`#field-${name}`}>{fault}</a>}</li>
        ))}
      </ul>
    </Notice>
  )
}
