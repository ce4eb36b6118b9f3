import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type ApiTown, openApiTown } from './api-town.ts'
import { openAuthenticator } from './authenticator.ts'
import {
  type Browser,
  codeNow,
  makeAccount,
  openBrowser,
  PASSWORD,
  setUpSecondFactor,
  signIn,
} from './signed-in.ts'
import { NOORDDIJK } from './town.ts'

describe('a session that was stolen', () => {
  let api: ApiTown
  before(async () => {
    api = await openApiTown()
  })
  after(() => api[Symbol.asyncDispose]())

  const newAccount = async (role: 'desk' | 'administrator' = 'desk') =>
    (await makeAccount(api.app, NOORDDIJK, { role })).address
  const me = (browser: Browser) => browser.get('/api/v1/me')
  const isIn = async (browser: Browser) => (await me(browser)).status === 200

  /** Somebody with the same cookies in another browser. */
  function thiefOf(browser: Browser): Browser {
    const thief = openBrowser(api.app)
    for (const [name, value] of browser.jar) thief.jar.set(name, value)
    return thief
  }

  it('is of no more use once the second factor is withdrawn elsewhere, and roles that need it count no more', async () => {
    const address = await newAccount('administrator')
    const owner = await signIn(api.app, address)
    const stolen = thiefOf(await signIn(api.app, address))
    assert(await isIn(stolen))
    assert.equal((await stolen.get('/api/v1/keys')).status, 200)
    const ended = await owner.post('/auth/second-factor/end', { password: PASSWORD })
    assert.equal(ended.status, 200, ended.text)
    assert(!(await isIn(stolen)))
    assert.equal((await me(owner)).json.lacksSecondFactor, true)
    const refused = await owner.get('/api/v1/keys')
    assert.deepEqual([refused.status, refused.json.type], [403, '/problems/second-factor-needed'])
  })

  it('is of no more use once the passkey of the lost device is taken away, nor is what it made of the owner’s', async () => {
    const address = await newAccount('administrator')
    const owner = openBrowser(api.app)
    await owner.post('/auth/sign-in/password', { address, password: PASSWORD })
    const device = openAuthenticator('http://localhost')
    const { json: options } = await owner.post('/auth/passkeys/options')
    const added = await owner.post('/auth/passkeys', {
      response: device.create(options),
      name: 'Telephone',
    })
    assert.equal(added.status, 200, added.text)
    assert.equal((await owner.get('/api/v1/keys')).status, 200, 'a passkey is two factors')
    const lost = openBrowser(api.app)
    const { json: asked } = await lost.post('/auth/sign-in/passkey/options')
    await lost.post('/auth/sign-in/passkey', { response: device.get(asked) })
    assert.equal((await lost.get('/api/v1/keys')).status, 200)
    const gone = await owner.request('DELETE', `/auth/passkeys/${added.json.id}`)
    assert.equal(gone.status, 200, gone.text)
    assert(!(await isIn(lost)))
    assert.equal((await owner.get('/api/v1/keys')).status, 403, 'nothing is left of two factors')
    const { json: again } = await lost.post('/auth/sign-in/passkey/options')
    const back = await lost.post('/auth/sign-in/passkey', { response: device.get(again) })
    assert.equal(back.status, 401)
  })

  it('is the same session from another browser, until its owner ends it', async () => {
    const owner = await signIn(api.app, await newAccount())
    const thief = thiefOf(owner)
    const elsewhere = await thief.request('GET', '/api/v1/me', undefined, {
      'user-agent': 'another browser',
    })
    assert.equal(elsewhere.status, 200)
    await owner.post('/auth/sign-out')
    assert(!(await isIn(thief)))
  })

  it('cannot be laid ready: whoever signs in gets a new one, and the one from before ends', async () => {
    const [victim, attacker] = [await newAccount(), await newAccount()]
    const fixed = await signIn(api.app, attacker)
    const browser = thiefOf(fixed)
    const [[name, planted] = ['', '']] = [...browser.jar]
    const { status } = await browser.post('/auth/sign-in/password', {
      address: victim,
      password: PASSWORD,
    })
    assert.equal(status, 200)
    assert.notEqual(browser.jar.get(name), planted)
    assert.equal((await me(browser)).json.address, victim)
    assert(!(await isIn(fixed)), 'what was planted is nobody’s')
    const madeUp = openBrowser(api.app)
    madeUp.jar.set(name, 'a-value-that-was-chosen.by-somebody')
    await madeUp.post('/auth/sign-in/password', { address: victim, password: PASSWORD })
    assert.notEqual(madeUp.jar.get(name), 'a-value-that-was-chosen.by-somebody')
  })

  it('cannot be begun by the half of a sign-in, and the second half makes a new one', async () => {
    const address = await newAccount()
    const uri = await setUpSecondFactor(await signIn(api.app, address))
    const half = openBrowser(api.app)
    await half.post('/auth/sign-in/password', { address, password: PASSWORD })
    const stolenHalf = thiefOf(half)
    assert(!(await isIn(stolenHalf)))
    // The code of a step before is not taken twice, so this one is of the next.
    const whole = await half.post('/auth/sign-in/code', { code: codeNow(uri, 1) })
    assert.equal(whole.status, 200, whole.text)
    assert(await isIn(half))
    assert(!(await isIn(stolenHalf)))
  })

  it('keeps what it was given: every cookie of a sign-in is unread by scripts, of this host and of our own pages', async () => {
    const origin = 'https://meldingen.noorddijk.example'
    await using app = await api.town.open({ publicUrl: () => origin })
    const address = await newAccount()
    const browser = openBrowser(app, origin)
    const told = [
      await browser.post('/auth/sign-in/password', { address, password: PASSWORD }),
      await browser.post('/auth/passkeys/options'),
      await browser.post('/auth/second-factor', { password: PASSWORD }),
    ]
    const uri = told[2]?.json.uri
    told.push(await browser.post('/auth/second-factor/confirmation', { code: codeNow(uri) }))
    const next = openBrowser(app, origin)
    told.push(await next.post('/auth/sign-in/password', { address, password: PASSWORD }))
    told.push(await next.post('/auth/sign-in/code', { code: codeNow(uri, 1) }))
    told.push(await next.post('/auth/sign-out'))
    const cookies = told.flatMap(({ headers }) => headers.getSetCookie())
    assert(cookies.length >= 6, cookies.join('\n'))
    for (const cookie of cookies) {
      assert.match(cookie, /^__Host-/)
      assert.doesNotMatch(cookie, /domain=/i)
      assert.match(cookie, /; Secure/)
      assert.match(cookie, /Path=\//)
      if (/max-age=0/i.test(cookie)) continue
      for (const word of ['HttpOnly', 'SameSite=Lax']) assert(cookie.includes(word), cookie)
    }
  })
})
