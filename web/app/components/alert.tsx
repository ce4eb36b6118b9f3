import { Alert as UtrechtAlert } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'

/** What one has to know before all else, whoever comes and whenever. What one just did is told by a `Notice`. */
export function Alert({
  kind = 'info',
  title,
  children,
}: {
  kind?: 'info' | 'ok' | 'warning' | 'error'
  title: ReactNode
  children?: ReactNode
}) {
  return (
    <UtrechtAlert type={kind} role="group">
      <strong>{title}</strong>
      {children}
    </UtrechtAlert>
  )
}
