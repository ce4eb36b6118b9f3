import type { Session } from '#modules/identity'

const known = new WeakMap<Request, Promise<Session | undefined>>()

/** A request is counted, looked at and let in: its session is read once. */
export function sessionOnce(
  request: Request,
  read: () => Promise<Session | undefined>,
): Promise<Session | undefined> {
  const found = known.get(request) ?? read()
  known.set(request, found)
  return found
}

/**
 * What a page asks for while it is made, it asks with the session that was read for the page. Not for a form, which may
 * end that session, or begin another, before it asks for more.
 */
export function shareSession(page: Request, asked: Request): void {
  const found = known.get(page)
  if (page.method === 'GET' && found) known.set(asked, found)
}
