import type { ReactNode } from 'react'

/** What just happened, or why it did not; heard at once. */
export function Notice({ isWrong = false, children }: { isWrong?: boolean; children: ReactNode }) {
  return (
    <div
      className={isWrong ? 'notice notice--wrong' : 'notice'}
      role={isWrong ? 'alert' : 'status'}
    >
      {children}
    </div>
  )
}
