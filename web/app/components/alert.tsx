import { Alert as UtrechtAlert } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'

/** What one has to know before all else. `isNew` where it came by what one just did: it is then read out at once. */
export function Alert({
  kind = 'info',
  title,
  isNew = false,
  children,
}: {
  kind?: 'info' | 'ok' | 'warning' | 'error'
  title: ReactNode
  isNew?: boolean
  children?: ReactNode
}) {
  return (
    <UtrechtAlert type={kind} {...(!isNew && { role: 'group' })}>
      <strong>{title}</strong>
      {children}
    </UtrechtAlert>
  )
}
