/** What `/auth` answers: its body as it is, or the name of what went wrong. */
export type AuthAnswer<Body = Record<string, unknown>> =
  | { ok: true; body: Body }
  | { ok: false; status: number; problem: string }

/** The addresses at which people sign in. They set cookies, which the program passes on to the browser by itself. */
export type Auth = <Body = Record<string, unknown>>(
  method: 'GET' | 'POST' | 'DELETE',
  path: `/${string}`,
  body?: unknown,
) => Promise<AuthAnswer<Body>>

export function createAuth(origin: string, fetch: (request: Request) => Promise<Response>): Auth {
  return async <Body>(method: string, path: string, body?: unknown) => {
    const response = await fetch(
      new Request(`${origin}/auth${path}`, {
        method,
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        ...(method === 'POST' && { body: JSON.stringify(body ?? {}) }),
      }),
    )
    if (response.ok) return { ok: true, body: (await response.json()) as Body }
    // What cannot be answered now is said as a page of its own.
    if (response.status >= 500 && response.status !== 503) throw new Response(null, { status: 503 })
    const { status } = response
    return { ok: false, status, problem: problemOf(await response.json()) }
  }
}

/** The name of a problem, which is the end of its `type` (RFC 9457). */
export function problemOf(error: unknown): string {
  const type = (error as { type?: unknown } | undefined)?.type
  return typeof type === 'string' ? (type.split('/').at(-1) ?? '') : ''
}
