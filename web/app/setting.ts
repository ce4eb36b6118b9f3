import { createContext, useContext } from 'react'
import { useRouteLoaderData } from 'react-router'
import type { Locale } from './messages/languages.ts'
import type { Words } from './messages/nl.ts'

export const APPEARANCES = ['automatic', 'light', 'dark'] as const
export type Appearance = (typeof APPEARANCES)[number]

/** What every part of a page may know of where it stands. It is sent to the browser where a page hydrates. */
export type Setting = {
  locale: Locale
  appearance: Appearance
  /** Of this page, with its query. */
  path: string
  town?: { id: string; name: string }
  isSignedIn: boolean
  /** Where the scripts of the islands lie, by their names. */
  islands: Readonly<Record<string, string>>
  /** The town's own colours and logo. */
  theme?: { stylesheet: string; logo?: string }
}

type Given = {
  words: Words
  /** On the server. In the browser the root's loader data say the same. */
  setting?: Setting
  /** On the server: which scripts of this answer may run. */
  nonce?: string
}

const GivenContext = createContext<Given | undefined>(undefined)
export const GivenProvider = GivenContext.Provider

function useGiven(): Given {
  const given = useContext(GivenContext)
  if (given === undefined) throw new Error('a page stands within GivenProvider')
  return given
}

export const useWords = (): Words => useGiven().words
export const useNonce = (): string | undefined => useGiven().nonce
export const useIsland = (name: string): string | undefined => useSetting().islands[name]

export function useSetting(): Setting {
  const { setting } = useGiven()
  const loaded = useRouteLoaderData('root') as Setting | undefined
  const known = setting ?? loaded
  if (known === undefined) throw new Error('the root tells the setting of a page')
  return known
}
