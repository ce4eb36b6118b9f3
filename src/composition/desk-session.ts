import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Vault } from '#platform/vault'

/** One working day. The key is asked at every page, so one that is revoked ends sooner. */
const LASTS_S = 8 * 60 * 60
/** Behind TLS the browser itself holds it to that: no page without TLS can lay another in its place. */
const COOKIE = { plain: 'desk', secure: '__Secure-desk' }

type DeskSession = { id: string; key: string; expires_ms: number }

type Secrets = Pick<Vault, 'wrapSecret' | 'unwrapSecret' | 'pseudonym'>

/**
 * Who is signed in at the desk of one municipality. The key travels sealed in a cookie that no script reads and no
 * other site sends: any process of the program can open it, and none has to remember it.
 */
export function createDeskSessions(options: { secrets: Secrets; isSecure: () => boolean }) {
  const { secrets, isSecure } = options
  const purpose = (municipality: string) => `desk session of ${municipality}`
  const cookie = () => (isSecure() ? COOKIE.secure : COOKIE.plain)
  const path = (municipality: string) => `/${municipality}/desk`
  return {
    begin(c: Context, municipality: string, key: string, now_ms: number): void {
      const session: DeskSession = { id: randomUUID(), key, expires_ms: now_ms + LASTS_S * 1000 }
      const sealed = secrets.wrapSecret(purpose(municipality), JSON.stringify(session))
      setCookie(c, cookie(), sealed.toString('base64url'), {
        path: path(municipality),
        httpOnly: true,
        sameSite: 'Strict',
        secure: isSecure(),
        maxAge: LASTS_S,
      })
    },
    end: (c: Context, municipality: string) =>
      void deleteCookie(c, cookie(), { path: path(municipality), secure: isSecure() }),
    read(c: Context, municipality: string, now_ms: number): DeskSession | undefined {
      const session = unsealed(secrets, purpose(municipality), getCookie(c, cookie()) ?? '')
      return session && session.expires_ms > now_ms ? session : undefined
    },
    /** What a form must bring back; it follows from the session and cannot be made without the program's secret. */
    formToken: ({ id }: DeskSession) => secrets.pseudonym('desk form', id),
  }
}

export type DeskSessions = ReturnType<typeof createDeskSessions>

function unsealed(secrets: Secrets, purpose: string, cookie: string): DeskSession | undefined {
  try {
    return JSON.parse(secrets.unwrapSecret(purpose, Buffer.from(cookie, 'base64url')))
  } catch {
    // What does not open was not sealed by us, for this desk.
    return undefined
  }
}
