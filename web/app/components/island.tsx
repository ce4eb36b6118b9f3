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

/** A part of a page for residents that does more where scripts run: what is in it works, or is hidden, without. */
export function Island({ name, children }: { name: string; children: ReactNode }) {
  const src = useIsland(name)
  const nonce = useNonce()
  if (src === undefined) throw new Error(`there is no web/islands/${name}.ts`)
  return (
    <>
      {children}
      <script type="module" src={src} nonce={nonce} async />
    </>
  )
}
