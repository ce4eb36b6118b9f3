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
  /** What is wrong with what was sent; the list of faults leads to it. */
  fault?: string | undefined
  typed: Typed
  isRequired?: boolean
}

type Noted = Pick<FieldProps, 'name' | 'hint' | 'fault'>

/** A page of the desk has many forms, whose fields may be called alike: only what is wrong is found by its name. */
function useAbout({ name, hint, fault }: Noted) {
  const own = useId()
  const id = fault === undefined ? own : `field-${name}`
  const told = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ')
  return {
    id,
    ...(told !== '' && { 'aria-describedby': told }),
    ...(fault !== undefined && { 'aria-invalid': true as const }),
  }
}

function Notes({ id, hint, fault }: { id: string } & Pick<Noted, 'hint' | 'fault'>) {
  return (
    <>
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
    </>
  )
}

const classOf = (fault: string | undefined) =>
  fault === undefined ? 'field' : 'field field--wrong'

export function TextArea({ name, label, typed, isRequired = true, ...noted }: FieldProps) {
  const about = useAbout({ name, ...noted })
  const whole = (
    <>
      <label htmlFor={about.id}>{label}</label>
      <Notes id={about.id} {...noted} />
      <GivenTextarea
        name={name}
        rows={3}
        maxLength={2000}
        required={isRequired}
        given={typed[name] ?? ''}
        {...about}
      />
    </>
  )
  return noted.fault === undefined ? whole : <div className={classOf(noted.fault)}>{whole}</div>
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
    typed,
    isRequired = false,
    type = 'text',
    most = 300,
    auto = 'off',
    ...noted
  } = props
  const about = useAbout({ name, ...noted })
  return (
    <div className={classOf(noted.fault)}>
      <label htmlFor={about.id}>{label}</label>
      <Notes id={about.id} {...noted} />
      <input
        name={name}
        type={type}
        maxLength={most}
        required={isRequired}
        autoComplete={auto}
        defaultValue={typed[name] ?? ''}
        {...about}
      />
    </div>
  )
}

type ChoiceProps = {
  name: string
  label: string
  options: readonly (readonly [value: string, label: string])[]
  chosen?: string | undefined
  fault?: string | undefined
  isRequired?: boolean
}

export function Choice({ name, label, options, chosen, fault, isRequired = true }: ChoiceProps) {
  const about = useAbout({ name, fault })
  return (
    <div className={classOf(fault)}>
      <label htmlFor={about.id}>{label}</label>
      <Notes id={about.id} fault={fault} />
      <select name={name} required={isRequired} defaultValue={chosen} {...about}>
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
