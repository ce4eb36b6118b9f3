import { type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { DIRECTORY_PROBLEMS } from '#modules/directory'
import { IDENTITY_PROBLEMS } from '#modules/identity'
import { HTTP_PROBLEMS, problemOf } from '#platform/problem'
import type { DeskSessions } from './desk-session.ts'
import { isFromElsewhere } from './from-elsewhere.ts'

type Needs = {
  sessions: DeskSessions
  municipalities: () => readonly { id: string }[]
  publicUrl: () => string
  clock: () => number
}

const Given = z.strictObject({ key: z.string().max(200) })
/** What can stand in a header. */
const KEY = /^[\x21-\x7e]{1,200}$/

/**
 * Opens the desk of one municipality to whoever has its key and no account, and closes it. Beside /auth, it sets a
 * cookie and is no part of the API for programs. The key goes sealed into the cookie.
 */
export function mountDeskDoor(http: OpenAPIHono, needs: Needs): void {
  const path = '/auth/desks/:municipality'
  http.post(path, (c) => enter(c, http, needs))
  http.delete(path, (c) => leave(c, needs))
}

const townIn = (c: Context, { municipalities }: Needs) =>
  municipalities().find(({ id }) => id === c.req.param('municipality')?.toUpperCase())?.id

async function enter(c: Context, http: OpenAPIHono, needs: Needs): Promise<Response> {
  if (isFromElsewhere(c, needs.publicUrl())) return problemOf(IDENTITY_PROBLEMS, 'cross-site')
  const town = townIn(c, needs)
  if (town === undefined) return problemOf(DIRECTORY_PROBLEMS, 'municipality-unknown')
  const given = Given.safeParse(await c.req.json().catch(() => undefined))
  if (!given.success) return problemOf(HTTP_PROBLEMS, 'input-invalid')
  const { key } = given.data
  if (key === '') return problemOf(HTTP_PROBLEMS, 'key-missing')
  if (!KEY.test(key)) return problemOf(HTTP_PROBLEMS, 'key-wrong')
  const query = new URLSearchParams({ municipality: town, atDesk: 'true', limit: '1' })
  const headers = { authorization: `Bearer ${key}` }
  // The API alone knows what a key is for.
  const tried = await http.request(`/api/v1/cases?${query}`, { headers }, c.env as object)
  if (!tried.ok) return tried
  needs.sessions.begin(c, town, key, needs.clock())
  return c.json({ entered: true }, 201)
}

function leave(c: Context, needs: Needs): Response {
  if (isFromElsewhere(c, needs.publicUrl())) return problemOf(IDENTITY_PROBLEMS, 'cross-site')
  const town = townIn(c, needs)
  if (town === undefined) return problemOf(DIRECTORY_PROBLEMS, 'municipality-unknown')
  needs.sessions.end(c, town)
  return c.json({ left: true })
}
