import assert from 'node:assert/strict'
import { createHmac, randomUUID } from 'node:crypto'
import sql from 'sql-template-tag'
import { giveRoles, type Role } from '#modules/identity'
import type { App } from '../src/app.ts'

/** The cookies of one browser. */
export function openBrowser(app: App, origin = 'http://localhost') {
  const jar = new Map<string, string>()
  async function request(method: string, path: string, body?: unknown, headers = {}) {
    const isForm = body instanceof URLSearchParams
    const type = isForm ? 'application/x-www-form-urlencoded' : 'application/json'
    const own: Record<string, string | undefined> = {
      ...(jar.size > 0 ? { cookie: [...jar].map((one) => one.join('=')).join('; ') } : {}),
      'sec-fetch-site': 'same-origin',
      'user-agent': 'a browser of the tests',
      origin,
      ...(body === undefined ? {} : { 'content-type': type }),
      ...headers,
    }
    const given = Object.entries(own).filter((one): one is [string, string] => one[1] !== undefined)
    const response = await app.http.request(path, {
      method,
      headers: Object.fromEntries(given),
      ...(body === undefined ? {} : { body: isForm ? String(body) : JSON.stringify(body) }),
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
    /** A form; a header that is set to undefined is one that this browser does not send. */
    send: (path: string, form: URLSearchParams, headers: Record<string, string | undefined> = {}) =>
      request('POST', path, form, headers),
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

/** RFC 6238, as every app on a telephone does it. */
export function codeNow(uri: string, steps = 0): string {
  const secret = new URL(uri).searchParams.get('secret') ?? ''
  const bits = [...secret].map((one) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(one))
  const text = bits.map((n) => n.toString(2).padStart(5, '0')).join('')
  const key = Buffer.from((text.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps))
  const mac = createHmac('sha1', key).update(counter).digest()
  const at = (mac.at(-1) ?? 0) & 15
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

/** What the app on the telephone of each account keeps. */
const telephones = new Map<string, string>()

/** A code opens one session: whoever comes again within the minute would have to wait for the next. */
async function forgetCodes(app: App): Promise<void> {
  await app.worker.write({}, (query) => query(sql`delete from identity.used_codes`))
}

/** With the second factor, which is set up first where a role needs it. */
export async function signIn(app: App, address: string): Promise<Browser> {
  const browser = openBrowser(app, app.identity.origin())
  const { status, json } = await browser.post('/auth/sign-in/password', {
    address,
    password: PASSWORD,
  })
  assert.equal(status, 200, JSON.stringify(json))
  const telephone = telephones.get(address)
  if (json.next === 'second-factor' && telephone) {
    await forgetCodes(app)
    const code = await browser.post('/auth/sign-in/code', { code: codeNow(telephone) })
    assert.equal(code.status, 200, code.text)
  } else if ((await browser.get('/api/v1/me')).json.lacksSecondFactor)
    telephones.set(address, await setUpSecondFactor(browser))
  return browser
}

/** Gives what the app on the telephone was shown. */
export async function setUpSecondFactor(browser: Browser): Promise<string> {
  const { json } = await browser.post('/auth/second-factor', { password: PASSWORD })
  const made = await browser.post('/auth/second-factor/confirmation', { code: codeNow(json.uri) })
  assert.equal(made.status, 200, made.text)
  return json.uri
}
