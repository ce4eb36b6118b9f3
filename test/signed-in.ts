import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { giveRoles, type Role } from '#modules/identity'
import type { App } from '../src/app.ts'

/** The cookies of one browser. */
export function openBrowser(app: App, origin = 'http://localhost') {
  const jar = new Map<string, string>()
  async function request(method: string, path: string, body?: unknown, headers = {}) {
    const response = await app.http.request(path, {
      method,
      headers: {
        ...(jar.size > 0 ? { cookie: [...jar].map((one) => one.join('=')).join('; ') } : {}),
        'sec-fetch-site': 'same-origin',
        'user-agent': 'a browser of the tests',
        origin,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = cookie.split('; ')
      const at = pair.indexOf('=')
      const isGone = attributes.some((one) => /^max-age=0$/i.test(one))
      if (isGone) jar.delete(pair.slice(0, at))
      else jar.set(pair.slice(0, at), pair.slice(at + 1))
    }
    const isStream = response.headers.get('content-type') === 'text/event-stream'
    if (isStream) await response.body?.cancel()
    const text = isStream ? '' : await response.text()
    const isJson = /json\b/.test(response.headers.get('content-type') ?? '')
    // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape.
    const json: any = isJson ? JSON.parse(text) : undefined
    return { status: response.status, headers: response.headers, text, json }
  }
  return {
    jar,
    request,
    get: (path: string) => request('GET', path),
    post: (path: string, body: unknown = {}) => request('POST', path, body),
  }
}

export type Browser = ReturnType<typeof openBrowser>

export const PASSWORD = 'a long enough password'

/** An account with this role, made by an invitation as anybody's is. */
export async function makeAccount(
  app: App,
  municipality: string,
  own: { role: Role; address?: string } & Record<string, unknown>,
): Promise<{ account: string; address: string; grant: string }> {
  const { address = `${own.role}-${randomUUID()}@example.org`, ...role } = own
  const { id } = await app.identity.invitations.invite(municipality, { address, role, by: 'test' })
  const passwordHash = await app.identity.authentication().hashPassword(PASSWORD)
  const letIn = await app.identity.letIn(
    { municipality, id },
    { name: `The ${own.role}`, provedBy: { passwordHash } },
  )
  assert(typeof letIn !== 'string', `${own.role}: ${letIn}`)
  return { account: letIn.account, address, grant: id }
}

export async function giveRole(
  app: App,
  municipality: string,
  wanted: Parameters<typeof giveRoles>[0][number]['wanted'],
  parties: readonly string[] = [],
) {
  return app.committer.submit(municipality, giveRoles, {
    wanted,
    parties: new Set(parties),
    by: 'test',
  })
}

export async function signIn(app: App, address: string): Promise<Browser> {
  const browser = openBrowser(app)
  const { status, json } = await browser.post('/auth/sign-in/password', {
    address,
    password: PASSWORD,
  })
  assert.equal(status, 200, JSON.stringify(json))
  return browser
}
