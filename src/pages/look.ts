import type { Context } from 'hono'
import type { Html } from './layout.ts'
import type { Municipality, Visit } from './visit.ts'

/** One look at a page of one municipality. */
export type Look = { visit: Visit; town: Municipality }

export type Reply = Response | Promise<Response>
export type Shown = {
  title: string
  body: Html
  head?: Html
  status?: number
  /** Beside, or instead of, those that every page has. */
  headers?: Readonly<Record<string, string>>
}
export type Show = (c: Context, look: Look, page: Shown) => Reply

/** A handler that runs only in a municipality that is served; elsewhere there is no such page. */
export type InTown = (handle: (c: Context, look: Look) => Reply) => (c: Context) => Reply
