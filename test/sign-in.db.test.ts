import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import sql from 'sql-template-tag'
import { type ApiTown, openApiTown } from './api-town.ts'
import { openAuthenticator } from './authenticator.ts'
import { type Browser, codeNow, makeAccount, openBrowser, PASSWORD, signIn } from './signed-in.ts'
import { NOORDDIJK, ZUIDDIJK } from './town.ts'

const signInWith = (browser: Browser, address: string, password = PASSWORD) =>
  browser.post('/auth/sign-in/password', { address, password })

describe('signing in', () => {
  let api: ApiTown
  let address: string
  before(async () => {
    api = await openApiTown()
    address = (await makeAccount(api.app, NOORDDIJK, { role: 'desk' })).address
  })
  after(() => api[Symbol.asyncDispose]())

  async function addPasskey(browser: Browser, device: ReturnType<typeof openAuthenticator>) {
    const { json: options, status } = await browser.post('/auth/passkeys/options')
    assert.equal(status, 200, JSON.stringify(options))
    return browser.post('/auth/passkeys', { response: device.create(options), name: 'Laptop' })
  }

  async function comeWithPasskey(browser: Browser, device: ReturnType<typeof openAuthenticator>) {
    const { json: options } = await browser.post('/auth/sign-in/passkey/options')
    assert.equal(options.userVerification, 'required')
    return browser.post('/auth/sign-in/passkey', { response: device.get(options) })
  }

  it('opens what the role opens, and nothing of another town', async () => {
    const browser = await signIn(api.app, address)
    const { number } = await api.town.report({ category: 'lamp-out', asset: 'L1' })
    const told = await browser.get(`/api/v1/cases/${number}`)
    assert(told.json.descriptions, 'what people wrote is shown to the desk')
    assert.equal((await browser.get(`/api/v1/cases/${number}/remarks`)).status, 200)
    const other = await browser.get(`/api/v1/cases/${number}/remarks?municipality=${ZUIDDIJK}`)
    assert.equal(other.status, 403)
  })

  it('sets a cookie that no script reads and that comes along from nowhere else', async () => {
    const browser = openBrowser(api.app)
    const { headers } = await signInWith(browser, address)
    const [cookie = ''] = headers.getSetCookie()
    for (const word of ['HttpOnly', 'SameSite=Lax', 'Path=/']) assert(cookie.includes(word), word)
    assert(!/domain/i.test(cookie))
  })

  it('keeps its cookie to this host and to TLS behind an address of https', async () => {
    const origin = 'https://meldingen.noorddijk.example'
    await using app = await api.town.open({ publicUrl: () => origin })
    const browser = openBrowser(app, origin)
    const { headers, status } = await signInWith(browser, address)
    assert.equal(status, 200)
    const [cookie = ''] = headers.getSetCookie()
    assert(cookie.startsWith('__Host-lantaarn='), cookie)
    for (const word of ['Secure', 'HttpOnly', 'SameSite=Lax', 'Path=/'])
      assert(cookie.includes(word))
    // Behind the proxy it is plain HTTP, and what a client writes into headers changes nothing of that.
    const spoofed = await browser.request('GET', '/api/v1/me', undefined, {
      'x-forwarded-proto': 'http',
      'x-forwarded-host': 'evil.example',
    })
    assert.equal(spoofed.status, 200)
  })

  it('is answered alike for a wrong password and for nobody, and counted alike', async () => {
    const one = openBrowser(api.app)
    const { address: known } = await makeAccount(api.app, NOORDDIJK, { role: 'desk' })
    const answers: string[][] = [[], []]
    for (let tries = 0; tries < 12; tries++)
      for (const [i, name] of [known, 'nobody@example.org'].entries()) {
        const { status, json } = await signInWith(one, name, 'not the right one')
        answers[i]?.push(`${status} ${json.type}`)
      }
    assert.deepEqual(answers[0], answers[1])
    assert.equal(answers[0]?.[0], '401 /problems/sign-in-refused')
    assert.equal(answers[0]?.at(-1), '429 /problems/sign-in-too-often')
    assert.equal((await signInWith(one, known)).status, 429, 'the right one, too late')
    assert.equal(one.jar.size, 0)
  })

  it('is counted together by all processes', async () => {
    await using other = await api.town.open()
    const { address: known } = await makeAccount(api.app, NOORDDIJK, { role: 'desk' })
    const statuses: number[] = []
    for (let tries = 0; tries < 12; tries++) {
      const one = openBrowser(tries % 2 ? other : api.app)
      statuses.push((await signInWith(one, known, 'not the right one')).status)
    }
    assert.deepEqual(statuses, [...Array.from({ length: 10 }, () => 401), 429, 429])
    const [row] = await api.app.worker.read({}, (query) =>
      query<{ all: string }>(sql`select jsonb_agg(a)::text as all from identity.attempts a`),
    )
    assert(row && !row.all.includes(known) && !row.all.includes('127.0.0.1'), row?.all)
  })

  it('with a passkey goes on where the password is tried too often', async () => {
    const { address: own } = await makeAccount(api.app, NOORDDIJK, { role: 'desk' })
    const device = openAuthenticator('http://localhost')
    const added = await addPasskey(await signIn(api.app, own), device)
    assert.equal(added.status, 200, added.text)
    const thief = openBrowser(api.app)
    let status = 0
    for (let tries = 0; tries < 11; tries++) ({ status } = await signInWith(thief, own, 'guess'))
    assert.equal(status, 429)
    const browser = openBrowser(api.app)
    const came = await comeWithPasskey(browser, device)
    assert.equal(came.status, 200, came.text)
    assert.equal((await browser.get('/api/v1/me')).status, 200)
  })

  it('with a passkey asks for the person, the right origin and a fresh challenge', async () => {
    const { address: own } = await makeAccount(api.app, NOORDDIJK, { role: 'desk' })
    const signedIn = await signIn(api.app, own)
    const careless = openAuthenticator('http://localhost', { isUserVerified: false })
    assert.equal((await addPasskey(signedIn, careless)).status, 401)
    const device = openAuthenticator('http://localhost')
    assert.equal((await addPasskey(signedIn, device)).status, 200)
    const stranger = openAuthenticator('http://localhost')
    assert.equal((await comeWithPasskey(openBrowser(api.app), stranger)).status, 401)
    const elsewhere = openAuthenticator('http://evil.example')
    assert.equal((await addPasskey(signedIn, elsewhere)).status, 401)
    const browser = openBrowser(api.app)
    const { json: options } = await browser.post('/auth/sign-in/passkey/options')
    const response = device.get(options)
    assert.equal((await browser.post('/auth/sign-in/passkey', { response })).status, 200)
    assert.equal(
      (await browser.post('/auth/sign-in/passkey', { response })).status,
      401,
      'replayed',
    )
    const { json } = await signedIn.get('/auth/passkeys')
    assert.deepEqual(
      json.items.map(({ name }: { name: string }) => name),
      ['Laptop'],
    )
    const { address: another } = await makeAccount(api.app, NOORDDIJK, { role: 'desk' })
    const other = await signIn(api.app, another)
    const gone = await other.request('DELETE', `/auth/passkeys/${json.items[0].id}`)
    assert.equal(gone.status, 401, 'an id that was guessed is of no use')
    assert.equal((await signedIn.get('/auth/passkeys')).json.items.length, 1)
  })

  it('asks for the second factor where there is one, and takes each recovery code once', async () => {
    const { address: own } = await makeAccount(api.app, NOORDDIJK, { role: 'desk' })
    const browser = await signIn(api.app, own)
    const elsewhere = await signIn(api.app, own)
    assert.equal((await browser.post('/auth/second-factor', { password: 'guess' })).status, 401)
    const { json: begun } = await browser.post('/auth/second-factor', { password: PASSWORD })
    assert(decodeURIComponent(begun.uri).includes(own), 'the app shows whose it is')
    const wrong = await browser.post('/auth/second-factor/confirmation', { code: '000000' })
    assert.equal(wrong.status, 401)
    const code = codeNow(begun.uri)
    const confirmed = await browser.post('/auth/second-factor/confirmation', { code })
    assert.equal(confirmed.status, 200, confirmed.text)
    assert.equal((await browser.get('/api/v1/me')).json.secondFactor, true)
    assert.equal((await elsewhere.get('/api/v1/me')).status, 401, 'begun without it')

    const half = openBrowser(api.app)
    const { json } = await signInWith(half, own)
    assert.deepEqual(json, { next: 'second-factor' })
    assert.equal((await half.get('/api/v1/me')).status, 401, 'half is nothing')
    assert.equal((await half.post('/auth/sign-in/code', { code: '123' })).status, 400)
    assert.equal((await half.post('/auth/sign-in/code', { code: '000000' })).status, 401)
    // What was used to set it up, or to come in, opens nothing a second time.
    assert.equal((await half.post('/auth/sign-in/code', { code })).status, 401)
    assert.equal((await half.get('/api/v1/me')).status, 401, 'nothing is left of it')
    await signInWith(half, own)
    const later = codeNow(begun.uri, 1)
    const next = await half.post('/auth/sign-in/code', { code: later })
    assert.equal(next.status, 200, next.text)
    assert.equal((await half.get('/api/v1/me')).status, 200)

    const shoulder = openBrowser(api.app)
    await signInWith(shoulder, own)
    const replayed = await shoulder.post('/auth/sign-in/code', { code: later })
    assert.equal(replayed.json.type, '/problems/code-refused')
    assert.equal((await shoulder.get('/api/v1/me')).status, 401)

    const [recoveryCode] = begun.recoveryCodes
    for (const expected of [200, 401]) {
      const again = openBrowser(api.app)
      await signInWith(again, own)
      const { status } = await again.post('/auth/sign-in/code', { recoveryCode })
      assert.equal(status, expected)
    }
    const stranger = openBrowser(api.app)
    const { status } = await stranger.post('/auth/sign-in/code', { code: codeNow(begun.uri) })
    assert.equal(status, 401, 'a code without a password before it is nothing')
  })

  it('changes a password only for who knows it', async () => {
    const { address: own } = await makeAccount(api.app, NOORDDIJK, { role: 'desk' })
    const browser = await signIn(api.app, own)
    const change = (password: string) =>
      browser.post('/auth/password', { password, newPassword: 'another long password' })
    assert.equal((await change('guess')).status, 401)
    for (let tries = 0; tries < 9; tries++) assert.equal((await change('guess')).status, 401)
    assert.equal((await change(PASSWORD)).status, 429, 'nobody goes on guessing by a session')
  })

  it('ends all other sessions when the password changes', async () => {
    const { address: own } = await makeAccount(api.app, NOORDDIJK, { role: 'desk' })
    const [browser, other] = [await signIn(api.app, own), await signIn(api.app, own)]
    const change = (password: string) =>
      browser.post('/auth/password', { password, newPassword: 'another long password' })
    assert.deepEqual((await change(PASSWORD)).json, { ended: 1 })
    assert.equal((await other.get('/api/v1/me')).status, 401)
    assert.equal((await browser.get('/api/v1/me')).status, 200)
    assert.equal((await signInWith(openBrowser(api.app), own)).status, 401)
  })

  it('keeps no address, name or password in the clear', async () => {
    const rows = await api.app.worker.read({}, (query) =>
      query<{ row: string }>(sql`
        select a::text || s::text || convert_from(decode(replace(encode(p.wrapped, 'escape'), '\\', ''), 'escape'), 'LATIN1') as row
        from identity.accounts a
        join identity.sign_ins s on s.account = a.id
        join identity.people p on p.account = a.id`),
    )
    assert(rows.length > 0)
    for (const { row } of rows)
      for (const secret of ['example.org', 'The desk', PASSWORD]) assert(!row.includes(secret))
    await assert.rejects(
      api.app.pool.read({ tenant: NOORDDIJK }, (query) =>
        query(sql`select 1 from identity.accounts`),
      ),
      /permission denied/,
    )
  })
})
