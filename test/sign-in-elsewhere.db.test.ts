import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import sql from 'sql-template-tag'
import { openOidcExchange } from '../src/modules/identity/oidc-exchange.ts'
import { type ApiTown, openApiTown } from './api-town.ts'
import { type Issuer, openIssuer } from './issuer.ts'
import { type Browser, makeAccount, openBrowser, signIn } from './signed-in.ts'
import { NOORDDIJK } from './town.ts'

const REDIRECT = 'http://localhost/auth/oidc/town/callback'

describe('signing in at an OIDC provider', () => {
  let api: ApiTown
  let issuer: Issuer
  let other: Issuer
  before(async () => {
    issuer = await openIssuer(REDIRECT)
    other = await openIssuer('http://localhost/auth/oidc/other/callback', 'other')
    api = await openApiTown({ oidc: [issuer.configured, other.configured] })
    const came = await invited('person-1')
    assert.equal(came.status, 303, came.text)
  })
  beforeEach(() => Object.assign(issuer.mood, { subject: 'person-1', acr: 'urn:level:high' }))
  after(async () => {
    await api[Symbol.asyncDispose]()
    await issuer[Symbol.asyncDispose]()
    await other[Symbol.asyncDispose]()
  })

  async function invited(subject: string, browser = openBrowser(api.app)) {
    const { invitations } = api.app.identity
    const address = `${subject}@example.org`
    const made = await invitations.invite(NOORDDIJK, {
      address,
      role: { role: 'desk' },
      by: 'test',
    })
    issuer.mood.subject = subject
    return come(browser, { invitation: made.token, name: 'Someone' })
  }

  async function leave(browser: Browser, body: object = {}): Promise<string> {
    const { status, json } = await browser.post('/auth/oidc/town', body)
    assert.equal(status, 200, JSON.stringify(json))
    return json.url
  }

  const back = (browser: Browser, url: URL) =>
    browser.request('GET', `${url.pathname}${url.search}`, undefined, {
      'sec-fetch-site': 'cross-site',
    })

  async function come(browser: Browser, body: object = {}, change = (url: string) => url) {
    return back(browser, await issuer.visit(change(await leave(browser, body))))
  }

  it('begins a session of who was let in before, and goes where they were going', async () => {
    const browser = openBrowser(api.app)
    const url = new URL(await leave(browser, { to: '/desk?x=1' }))
    for (const name of ['state', 'nonce', 'code_challenge'])
      assert(Buffer.from(url.searchParams.get(name) ?? '', 'base64url').length >= 16, name)
    assert.equal(url.searchParams.get('code_challenge_method'), 'S256')
    const came = await back(browser, await issuer.visit(url.href))
    assert.equal(came.status, 303)
    assert.equal(came.headers.get('location'), '/desk?x=1')
    const me = await browser.get('/api/v1/me')
    assert.deepEqual(
      me.json.roles.map(({ role }: { role: string }) => role),
      ['desk'],
    )
  })

  it('is refused to who has no account, however sure the issuer is', async () => {
    issuer.mood.subject = 'a stranger'
    const browser = openBrowser(api.app)
    const came = await come(browser)
    assert.equal(came.status, 403)
    assert.equal(came.json.type, '/problems/account-unknown')
    assert.equal((await browser.get('/api/v1/me')).status, 401)
  })

  it('is refused below the assurance that is asked, and at one that is not known', async () => {
    for (const acr of ['urn:level:low', 'urn:level:unheard-of']) {
      issuer.mood.acr = acr
      const came = await come(openBrowser(api.app))
      assert.equal(came.status, 401, acr)
      assert.equal(came.json.type, '/problems/oidc-refused')
    }
  })

  it('is refused with the nonce of another sign-in', async () => {
    const came = await come(openBrowser(api.app), {}, (url) => {
      const changed = new URL(url)
      changed.searchParams.set('nonce', 'somebody else began this one')
      return changed.href
    })
    assert.equal(came.status, 401)
  })

  it('is refused with a token that has expired', async () => {
    let asked = 0
    // The answer of the issuer takes an hour: only the last look at the clock, for the token, is after it.
    const late = () => Date.now() + (++asked > 3 ? 3_600_000 : 0)
    const told: unknown[] = []
    for (const clock of [Date.now, late]) {
      asked = 0
      const exchange = openOidcExchange(issuer.configured, clock)
      const { url, departure } = await exchange.depart(REDIRECT)
      const { searchParams } = await issuer.visit(url)
      const back = { code: searchParams.get('code') ?? '', iss: searchParams.get('iss') ?? '' }
      told.push(await exchange.arrive(REDIRECT, departure, back))
    }
    assert.deepEqual(told, [
      { issuer: issuer.configured.issuer, subject: 'person-1' },
      'token-wrong',
    ])
    assert.equal(asked, 4, 'the clock was looked at as often as this test takes for granted')
  })

  it('takes a code once: not the same return again, and not under another state', async () => {
    const browser = openBrowser(api.app)
    const url = await issuer.visit(await leave(browser))
    assert.equal((await back(browser, url)).status, 303)
    assert.equal((await back(browser, url)).status, 401)
    const next = await leave(browser)
    const again = new URL(url)
    again.searchParams.set('state', new URL(next).searchParams.get('state') ?? '')
    assert.equal((await back(browser, again)).status, 401)
  })

  it('takes nobody back in another browser than they left with', async () => {
    const url = await issuer.visit(await leave(openBrowser(api.app)))
    const stranger = openBrowser(api.app)
    await leave(stranger)
    assert.equal((await back(stranger, url)).status, 401)
    assert.equal((await stranger.get('/api/v1/me')).status, 401)
  })

  it('believes no other issuer, by the parameter or by the path', async () => {
    const browser = openBrowser(api.app)
    const named = await issuer.visit(await leave(browser))
    named.searchParams.set('iss', other.configured.issuer)
    assert.equal((await back(browser, named)).status, 401)
    const nameless = await issuer.visit(await leave(browser))
    nameless.searchParams.delete('iss')
    assert.equal((await back(browser, nameless)).status, 401)
    const elsewhere = await issuer.visit(await leave(browser))
    elsewhere.pathname = '/auth/oidc/other/callback'
    assert.equal((await back(browser, elsewhere)).status, 401)
  })

  it('leaves an account whose mail address the issuer may know to its owner', async () => {
    await makeAccount(api.app, NOORDDIJK, { role: 'desk', address: 'owner@example.org' })
    issuer.mood.subject = 'owner@example.org'
    assert.equal((await come(openBrowser(api.app))).status, 403)
  })

  it('cannot give one sign-in to two accounts', async () => {
    const before = await invited('person-2')
    assert.equal(before.status, 303)
    const { invitations } = api.app.identity
    const made = await invitations.invite(NOORDDIJK, {
      address: 'another@example.org',
      role: { role: 'alderman' },
      by: 'test',
    })
    const came = await come(openBrowser(api.app), { invitation: made.token, name: 'Another' })
    assert.equal(came.json.type, '/problems/sign-in-of-other')
  })

  it('ends the session that was there before', async () => {
    const { address } = await makeAccount(api.app, NOORDDIJK, { role: 'desk' })
    const browser = await signIn(api.app, address)
    const before = new Map(browser.jar)
    assert.equal((await come(browser)).status, 303)
    const thief = openBrowser(api.app)
    for (const [name, value] of before) thief.jar.set(name, value)
    assert.equal((await thief.get('/api/v1/me')).status, 401)
  })

  it('sends people only to our own pages, and begins only from there', async () => {
    const browser = openBrowser(api.app)
    for (const to of ['https://evil.example', '//evil.example', '/\\evil.example', 'desk'])
      assert.equal((await browser.post('/auth/oidc/town', { to })).status, 400, to)
    const forged = await browser.request(
      'POST',
      '/auth/oidc/town',
      {},
      {
        'sec-fetch-site': 'cross-site',
        origin: 'https://evil.example',
      },
    )
    assert.equal(forged.status, 403)
  })

  it('keeps nothing in the clear of who is away', async () => {
    const browser = openBrowser(api.app)
    const state = new URL(await leave(browser)).searchParams.get('state') ?? ''
    const rows = await api.app.worker.read({}, (query) =>
      query(
        sql`select encode(state_digest, 'escape') || encode(wrapped, 'escape') as all from identity.departures`,
      ),
    )
    assert(rows.length > 0)
    for (const row of rows) assert(!String(row.all).includes(state))
  })

  it('shows the key that an issuer needs, and never the private one', async () => {
    const { json } = await openBrowser(api.app).get('/auth/oidc/town/jwks.json')
    assert.equal(json.keys[0].kty, 'RSA')
    assert.equal('d' in json.keys[0], false)
    const listed = await openBrowser(api.app).get('/auth/oidc')
    assert.deepEqual(listed.json.items, [
      { id: 'town', name: 'The town' },
      { id: 'other', name: 'The town' },
    ])
  })
})
