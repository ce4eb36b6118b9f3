import { type ButtonProps, Button as NlButton } from '@nl-design-system-candidate/button-react'
import type { ComponentProps } from 'react'

type Look = {
  /** `primary` once on a page, for what one came to do; `danger` for what cannot be undone. */
  look?: keyof typeof LOOKS
}

const LOOKS = {
  primary: { purpose: 'primary' },
  quiet: { purpose: 'secondary' },
  danger: { purpose: 'primary', hint: 'negative' },
} as const

/** It sends its form, unless it says that it is of another `type`. */
export function Button({
  look = 'primary',
  ...rest
}: Look & Omit<ComponentProps<'button'>, 'disabled'>) {
  return <NlButton type="submit" {...LOOKS[look]} {...(rest as ButtonProps)} />
}

/** Looks like a button and leads to another page: there is none such among the candidates, so it is their class. */
export function ButtonLink({ look = 'primary', ...rest }: Look & ComponentProps<'a'>) {
  const hint = look === 'danger' ? ' nl-button--negative' : ''
  return <a {...rest} className={`nl-button nl-button--${LOOKS[look].purpose}${hint}`} />
}
