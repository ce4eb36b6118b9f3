import { Alert as UtrechtAlert } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'

/**
 * What came of what somebody just did, or why it was not done. Below the title of the page, before all else: there the
 * page begins for whoever reads on, with and without scripts.
 */
export function Notice({
  isWrong = false,
  title,
  children,
}: {
  isWrong?: boolean
  title?: ReactNode
  children?: ReactNode
}) {
  return (
    <UtrechtAlert
      className="outcome"
      type={isWrong ? 'error' : 'ok'}
      role={isWrong ? 'alert' : 'status'}
      tabIndex={-1}
      autoFocus
    >
      {title && <strong>{title}</strong>}
      {children}
    </UtrechtAlert>
  )
}
