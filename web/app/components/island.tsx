import type { HTMLAttributes, ReactNode } from 'react'
import { useIsland, useNonce } from '../setting.ts'

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      /** An element of ours: its tag is the name of its file in `web/islands`, and `data-…` tell it the rest. */
      [element: `${string}-${string}`]: HTMLAttributes<HTMLElement>
    }
  }
}

type Props = {
  name: string
  /** It may come to a page that runs already, where only such a script is run. Its element looks for nothing at first. */
  comesLate?: boolean
  children: ReactNode
}

/**
 * A part of a page for residents that does more where scripts run: what is in it works, or is hidden, without. Its
 * script runs once the whole page is there: an element that is made before what is in it would find nothing.
 */
export function Island({ name, comesLate = false, children }: Props) {
  const src = useIsland(name)
  const nonce = useNonce()
  if (src === undefined) throw new Error(`there is no web/islands/${name}.ts`)
  return (
    <>
      {children}
      <script type="module" src={src} nonce={nonce} async={comesLate} />
    </>
  )
}
