import { createContext } from 'react-router'
import type { Auth } from './api/auth.ts'
import type { Api } from './api/client.ts'
import type { Words } from './messages/nl.ts'
import type { Setting } from './setting.ts'

export type Town = { id: string; name: string }

/** One look at one page, on the server: `context.get(visitContext)` in a loader or an action. */
export type Visit = Setting & {
  words: Words
  /** Asks as this visitor: with the key of their session, or as the public. */
  api: Api
  /** Signs in and out, and sets how; also as this visitor. */
  auth: Auth
  /** The municipalities that are served here. */
  municipalities: readonly Town[]
  /**
   * Of whoever has signed in: with an account, or else with the key of this town's desk. What their forms must bring
   * back stands in it.
   */
  session?: { formToken: string; isAccount: boolean }
  /** The sample town, where there is one, in which a thing breaks when somebody asks for it. */
  sample?: {
    municipality: string
    breakThing(): Promise<{ number: string } | { problem: 'none' | 'often' | 'trouble' }>
  }
  now_ms: number
  /** Where the program is reached from outside. */
  origin: string
}

export const visitContext = createContext<Visit>()

/** The town whose page this is, or there is no such page. */
export function townOf({ town }: Visit): Town {
  if (town === undefined) throw new Response(null, { status: 404 })
  return town
}
