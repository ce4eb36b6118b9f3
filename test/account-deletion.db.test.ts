import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import sql, { raw } from 'sql-template-tag'
import { readAfter } from '#journal'
import { type ApiTown, openApiTown } from './api-town.ts'
import {
  codeNow,
  makeAccount,
  openBrowser,
  PASSWORD,
  setUpSecondFactor,
  signIn,
} from './signed-in.ts'
import { NOORDDIJK } from './town.ts'

describe('taking one’s own account away', () => {
  let api: ApiTown
  before(async () => {
    api = await openApiTown()
  })
  after(() => api[Symbol.asyncDispose]())

  const deletion = '/auth/account/deletion'
  const rowsOf = (account: string) =>
    api.app.worker.read({}, async (query) => {
      let count = 0
      for (const table of ['people', 'sessions', 'sign_ins', 'second_factors', 'used_codes'])
        count += (
          await query(sql`select 1 from identity.${raw(table)} where account = ${account}::uuid`)
        ).length
      count += (await query(sql`select 1 from identity.accounts where id = ${account}::uuid`))
        .length
      return count
    })

  it('asks for the password and the second factor, ends the roles, and erases the person', async () => {
    const { account, address, grant } = await makeAccount(api.app, NOORDDIJK, { role: 'desk' })
    const browser = await signIn(api.app, address)
    const other = await signIn(api.app, address)
    const { number } = await api.town.report({
      category: 'strange',
      place: { lon: 5.01, lat: 52.004 },
    })
    const closed = await browser.post(`/api/v1/cases/${number}/closures`, {
      as: 'settled-by-desk',
      remark: 'x',
    })
    assert.equal(closed.status, 201, closed.text)
    const uri = await setUpSecondFactor(browser)
    assert((await rowsOf(account)) > 0)
    assert.equal((await browser.post(deletion)).json.type, '/problems/sign-in-refused')
    const wrong = await browser.post(deletion, { password: 'not this one' })
    assert.equal(wrong.json.type, '/problems/sign-in-refused')
    const half = await browser.post(deletion, { password: PASSWORD })
    assert.equal(half.json.type, '/problems/code-refused')
    const used = await browser.post(deletion, { password: PASSWORD, code: codeNow(uri) })
    assert.equal(used.json.type, '/problems/code-refused', 'it set the second factor up')
    assert.equal((await browser.get('/api/v1/me')).status, 200)

    const done = await browser.post(deletion, { password: PASSWORD, code: codeNow(uri, 1) })
    assert.deepEqual([done.status, done.json], [200, { next: 'deleted' }])
    for (const one of [browser, other]) assert.equal((await one.get('/api/v1/me')).status, 401)
    assert.equal(await rowsOf(account), 0)
    const again = await openBrowser(api.app).post('/auth/sign-in/password', {
      address,
      password: PASSWORD,
    })
    assert.equal(again.status, 401)
    const events = await api.app.pool.read({ tenant: NOORDDIJK }, (query) =>
      readAfter(query, NOORDDIJK, 0, 10_000),
    )
    const ended = events.find(
      ({ stream, type }) => stream === `role/${grant}` && type === 'RoleEnded',
    )
    assert.equal((ended?.data as { by?: string } | undefined)?.by, `account/${account}`)
    // What they did stays, under a number that leads to nobody.
    assert(events.some(({ data }) => JSON.stringify(data).includes(account)))
    assert(!JSON.stringify(events).includes(address))
  })

  it('is refused to the last administrator, and then nothing has ended', async () => {
    const { address } = await makeAccount(api.app, NOORDDIJK, { role: 'administrator' })
    const browser = await signIn(api.app, address)
    const proof = { password: PASSWORD }
    const telephone = await browser.post('/auth/second-factor/end', proof)
    assert.equal(telephone.status, 200)
    const refused = await browser.post(deletion, proof)
    assert.equal(refused.json.type, '/problems/role-of-last-administrator')
    assert.equal((await browser.get('/api/v1/me')).json.roles.length, 1)
    await makeAccount(api.app, NOORDDIJK, { role: 'administrator' })
    assert.equal((await browser.post(deletion, proof)).status, 200)
  })

  it('without a password asks for a session that was begun a short while ago', async () => {
    const { account } = await makeAccount(api.app, NOORDDIJK, { role: 'desk' })
    await api.app.worker.write({}, async (query) => {
      await query(sql`delete from identity.sign_ins where account = ${account}::uuid`)
    })
    const { beginSession } = api.app.identity.authentication()
    const comeIn = async () => {
      const browser = openBrowser(api.app)
      const [cookie = ''] = await beginSession(account, 'a browser of the tests')
      const [pair = ''] = cookie.split(';')
      browser.jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
      return browser
    }
    const stale = await comeIn()
    await api.app.worker.write({}, (query) =>
      query(sql`
        update identity.sessions set created_at = created_at - interval '20 minutes'
        where account = ${account}::uuid`),
    )
    assert.equal((await stale.post(deletion)).json.type, '/problems/sign-in-too-long-ago')
    assert.equal((await (await comeIn()).post(deletion)).status, 200)
  })

  it('is for whoever has signed in, from a page of our own, and not to be guessed at', async () => {
    assert.equal((await openBrowser(api.app).post(deletion)).status, 401)
    const { address } = await makeAccount(api.app, NOORDDIJK, { role: 'desk' })
    const browser = await signIn(api.app, address)
    const elsewhere = await browser.request(
      'POST',
      deletion,
      {},
      { 'sec-fetch-site': 'cross-site' },
    )
    assert.equal(elsewhere.status, 403)
    assert.equal((await browser.post(deletion, { sure: true })).status, 400)
    let status = 0
    for (let tries = 0; tries < 11; tries++)
      ({ status } = await browser.post(deletion, { password: 'guess' }))
    assert.equal(status, 429)
  })
})
