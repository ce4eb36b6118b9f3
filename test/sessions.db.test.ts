import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import sql from 'sql-template-tag'
import { type ApiTown, openApiTown } from './api-town.ts'
import { readMail } from './read-mail.ts'
import { type Browser, giveRole, makeAccount, openBrowser, PASSWORD, signIn } from './signed-in.ts'
import { NOORDDIJK, until } from './town.ts'

describe('a session', () => {
  let api: ApiTown
  let address: string
  before(async () => {
    api = await openApiTown()
    address = (await makeAccount(api.app, NOORDDIJK, { role: 'administrator' })).address
  })
  after(() => api[Symbol.asyncDispose]())

  const isIn = async (browser: Browser) => (await browser.get('/api/v1/me')).status === 200
  const age = (column: 'updated_at' | 'expires_at', by: string) =>
    api.app.worker.write({}, (query) =>
      column === 'updated_at'
        ? query(sql`update identity.sessions set updated_at = updated_at - ${by}::interval`)
        : query(sql`update identity.sessions set expires_at = expires_at - ${by}::interval`),
    )

  it('is shown with its device, and ends when its owner says so, also for who stole its cookie', async () => {
    const [here, there] = [await signIn(api.app, address), await signIn(api.app, address)]
    const thief = openBrowser(api.app)
    for (const [name, value] of there.jar) thief.jar.set(name, value)
    assert(await isIn(thief))
    const { json } = await here.get('/api/v1/sessions')
    assert.equal(json.items.length, 2)
    assert.equal(json.items[0].device, 'a browser of the tests')
    assert(!JSON.stringify(json).includes([...there.jar.values()][0]?.split('.')[0] as string))
    const other = json.items.find((one: { isThisOne: boolean }) => !one.isThisOne)
    const stranger = await signIn(
      api.app,
      (await makeAccount(api.app, NOORDDIJK, { role: 'desk' })).address,
    )
    const guessed = await stranger.request('DELETE', `/api/v1/sessions/${other.id}`)
    assert.equal(guessed.status, 404, 'an id that was guessed is of no use')
    assert(await isIn(there))
    const ended = await here.request('DELETE', `/api/v1/sessions/${other.id}`)
    assert.deepEqual([ended.status, ended.json], [200, { ended: 1 }])
    assert(!(await isIn(there)) && !(await isIn(thief)))
    assert(await isIn(here))
  })

  it('ends with all others, or is the one that stays', async () => {
    const browsers = [
      await signIn(api.app, address),
      await signIn(api.app, address),
      await signIn(api.app, address),
    ] as const
    await browsers[0].request('DELETE', '/api/v1/sessions?keep=this')
    assert.deepEqual(await Promise.all(browsers.map(isIn)), [true, false, false])
    await browsers[0].request('DELETE', '/api/v1/sessions')
    assert(!(await isIn(browsers[0])))
  })

  it('ends when it is signed out, left alone for an hour, or twelve hours old', async () => {
    const out = await signIn(api.app, address)
    const before = new Map(out.jar)
    assert.equal((await out.post('/auth/sign-out')).status, 200)
    for (const [name, value] of before) out.jar.set(name, value)
    assert(!(await isIn(out)))
    const idle = await signIn(api.app, address)
    await age('updated_at', '59 minutes')
    assert(await isIn(idle), 'and its use is written down')
    await age('updated_at', '59 minutes')
    assert(await isIn(idle))
    await age('updated_at', '60 minutes')
    assert(!(await isIn(idle)))
    const old = await signIn(api.app, address)
    await age('expires_at', '11 hours 59 minutes')
    assert(await isIn(old))
    await age('expires_at', '1 minute')
    assert(!(await isIn(old)))
  })

  it('is nobody’s with a cookie that was altered or made up', async () => {
    const browser = await signIn(api.app, address)
    const [[name = '', value = '']] = [...browser.jar] as [[string, string]]
    for (const made of [`${value}x`, `x${value}`, value.split('.')[0] as string, 'a.b', '']) {
      browser.jar.set(name, made)
      assert(!(await isIn(browser)), made)
      assert.equal((await browser.get(`/api/v1/cases?municipality=${NOORDDIJK}`)).status, 200)
    }
  })

  it('is not taken from another site for anything that changes', async () => {
    const browser = await signIn(api.app, address)
    const role = { account: randomUUID(), role: 'desk' }
    const foreign = [
      { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
      { 'sec-fetch-site': 'same-site', origin: 'http://sub.localhost' },
      { 'sec-fetch-site': 'same-origin', origin: 'https://evil.example' },
      { 'sec-fetch-site': 'none', origin: 'null' },
    ]
    for (const headers of foreign) {
      const told = await browser.request('POST', '/api/v1/roles', role, headers)
      assert.deepEqual([told.status, told.json.type], [403, '/problems/cross-site'])
      const ended = await browser.request('DELETE', '/api/v1/sessions', undefined, headers)
      assert.equal(ended.status, 403)
      const signed = await browser.request(
        'POST',
        '/auth/sign-in/password',
        { address, password: PASSWORD },
        headers,
      )
      assert.equal(signed.status, 403, 'nobody is signed in from elsewhere either')
    }
    const cookie = [...browser.jar].map((one) => one.join('=')).join('; ')
    const bare = await api.app.http.request('/api/v1/sessions', {
      method: 'DELETE',
      headers: { cookie },
    })
    assert.equal(bare.status, 403, 'what names no origin is no browser')
    assert(await isIn(browser))
    assert.equal(
      (await browser.post('/api/v1/roles', role)).json.type,
      '/problems/account-not-found',
    )
  })

  it('loses a role at once when it ends', async () => {
    const made = await makeAccount(api.app, NOORDDIJK, { role: 'desk' })
    const [desk, administrator] = [
      await signIn(api.app, made.address),
      await signIn(api.app, address),
    ]
    assert.equal((await desk.get('/api/v1/rejects')).status, 200)
    const ended = await administrator.request('DELETE', `/api/v1/roles/${made.grant}`)
    assert.equal(ended.status, 200, ended.text)
    assert.equal((await desk.get(`/api/v1/rejects?municipality=${NOORDDIJK}`)).status, 403)
    const again = await administrator.request('DELETE', `/api/v1/roles/${made.grant}`)
    assert.equal(again.status, 404)
  })
})

describe('roles', () => {
  let api: ApiTown
  let administrator: Browser
  let own: { account: string; address: string; grant: string }
  before(async () => {
    api = await openApiTown()
    own = await makeAccount(api.app, NOORDDIJK, { role: 'administrator' })
    administrator = await signIn(api.app, own.address)
  })
  after(() => api[Symbol.asyncDispose]())

  const DAY_MS = 86_400_000
  const rolesOf = async (browser: Browser) =>
    (await browser.get('/api/v1/me')).json.roles.map(({ role }: { role: string }) => role)
  const iso = (by_ms: number) => new Date(api.town.clock() + by_ms).toISOString()

  it('are held from and until their dates, and by a deputy during theirs', async () => {
    const chief = await makeAccount(api.app, NOORDDIJK, { role: 'moderator' })
    const deputy = await makeAccount(api.app, NOORDDIJK, { role: 'alderman' })
    const browser = await signIn(api.app, deputy.address)
    const { account } = deputy
    const later = { account, role: 'inspector', from: iso(DAY_MS), until: iso(2 * DAY_MS) }
    assert.equal((await administrator.post('/api/v1/roles', later)).status, 201)
    const standIn = {
      account,
      role: 'moderator',
      deputyFor: chief.grant,
      from: iso(DAY_MS),
      until: iso(3 * DAY_MS),
    }
    const given = await administrator.post('/api/v1/roles', standIn)
    assert.equal(given.status, 201, given.text)
    assert.deepEqual(await rolesOf(browser), ['alderman'])
    api.town.pass(DAY_MS)
    assert.deepEqual((await rolesOf(browser)).sort(), ['alderman', 'inspector', 'moderator'])
    api.town.pass(DAY_MS)
    assert.deepEqual((await rolesOf(browser)).sort(), ['alderman', 'moderator'])
    await administrator.request('DELETE', `/api/v1/roles/${chief.grant}`)
    assert.deepEqual(
      await rolesOf(browser),
      ['alderman'],
      'who stands in holds no more than the other',
    )
  })

  it('are refused where they lack what they need', async () => {
    const { account, grant } = await makeAccount(api.app, NOORDDIJK, { role: 'desk' })
    const told = async (body: object) =>
      (await administrator.post('/api/v1/roles', { account, ...body })).json.type
    assert.equal(await told({ role: 'planner' }), '/problems/role-incomplete')
    assert.equal(await told({ role: 'approver' }), '/problems/role-incomplete')
    assert.equal(await told({ role: 'area-manager' }), '/problems/role-incomplete')
    assert.equal(await told({ role: 'desk', upToCents: 5 }), '/problems/role-incomplete')
    assert.equal(
      await told({ role: 'crew', organisation: 'nobody' }),
      '/problems/role-organisation-unknown',
    )
    assert.equal(await told({ role: 'desk', until: iso(-1) }), '/problems/role-period-empty')
    assert.equal(
      await told({ role: 'desk', deputyFor: grant, until: iso(DAY_MS) }),
      '/problems/role-deputy-impossible',
      'nobody stands in for themselves',
    )
    assert.equal(await told({ role: 'mayor' }), '/problems/input-invalid')
  })

  it('leave an administrator, whoever asks', async () => {
    const last = await administrator.request('DELETE', `/api/v1/roles/${own.grant}`)
    assert.deepEqual([last.status, last.json.type], [409, '/problems/role-of-last-administrator'])
    const second = await makeAccount(api.app, NOORDDIJK, { role: 'administrator' })
    const ended = await Promise.all(
      [own.grant, second.grant].map((id) =>
        api.call('DELETE', `/roles/${id}`, { as: 'administrator' }),
      ),
    )
    const statuses = ended.map(({ status }) => status).sort()
    assert.deepEqual(statuses, [200, 409], 'of two at once one stays')
    // So that the tests after this one have their administrator.
    await giveRole(api.app, NOORDDIJK, {
      id: randomUUID(),
      account: own.account,
      role: 'administrator',
      from_ms: api.town.clock(),
    })
  })

  it('stand in the journal: who gave what to whom, and who ended it', async () => {
    const rows = await api.app.pool.read({ tenant: NOORDDIJK }, (query) =>
      query<{ type: string; by: string }>(sql`
        select type, data ->> 'by' as by from (
          select type, body::jsonb as data from journal.events where type in ('RoleGranted', 'RoleEnded')) e`),
    )
    const by = `account/${own.account}`
    for (const type of ['RoleGranted', 'RoleEnded'])
      assert(
        rows.some((row) => row.type === type && row.by === by),
        type,
      )
    const { json } = await administrator.get('/api/v1/roles?limit=200')
    assert(json.items.some((one: { grantedBy: string; endedAt?: string }) => one.grantedBy === by))
  })

  it('with areas count for what lies in them', async () => {
    const lamp = await api.town.report({ category: 'lamp-out', asset: 'L1' })
    const { areas } = await api.town.case(lamp.number)
    const closure = { as: 'settled-by-desk', remark: 'seen to' }
    const close = async (allowed: readonly string[]) => {
      const made = await makeAccount(api.app, NOORDDIJK, { role: 'area-manager', areas: allowed })
      const browser = await signIn(api.app, made.address)
      return (await browser.post(`/api/v1/cases/${lamp.number}/closures`, closure)).status
    }
    assert.equal(await close(['somewhere-else']), 403)
    if (areas.length > 0) assert.notEqual(await close(areas), 403)
    assert(areas.length > 0, 'the lamp stands in an area')
  })

  it('of a party see its work in the town that gave them, and no other party’s', async () => {
    const lamp = await api.town.report({ category: 'lamp-out', asset: 'L2' })
    const { id, organisation } = await api.assignmentOf(lamp.caseId)
    const planner = await makeAccount(api.app, NOORDDIJK, { role: 'planner', organisation })
    const stranger = await makeAccount(api.app, NOORDDIJK, {
      role: 'planner',
      organisation: 'wijkteam',
    })
    const see = async (address: string) =>
      (await (await signIn(api.app, address)).get(`/api/v1/assignments/${id}`)).status
    assert.equal(await see(planner.address), 200)
    assert.equal(await see(stranger.address), 404)
  })

  it('of invitations are given once, in time, and by mail', async () => {
    const invited = await administrator.post('/api/v1/invitations', {
      address: 'new.colleague@example.org',
      role: 'desk',
    })
    assert.equal(invited.status, 201, invited.text)
    const { id } = invited.json
    const token = api.app.identity.invitations.tokenOf({
      municipality: NOORDDIJK,
      id,
      expires_ms: Date.parse(invited.json.expiresAt),
    })
    const body = { name: 'New colleague', password: PASSWORD }
    const read = await api.get('/invitation', { token })
    assert.equal(read.json.address, 'new.colleague@example.org')
    const both = await Promise.all([
      api.post('/accounts', { token, body }),
      api.post('/accounts', { token, body }),
    ])
    assert.deepEqual(both.map(({ status }) => status).sort(), [201, 409])
    assert.equal((await api.get('/invitation', { token })).status, 409)
    assert.deepEqual(await rolesOf(await signIn(api.app, 'new.colleague@example.org')), ['desk'])

    const again = await administrator.post('/api/v1/invitations', {
      address: 'New.Colleague@example.org',
      role: 'inspector',
    })
    const next = api.app.identity.invitations.tokenOf({
      municipality: NOORDDIJK,
      id: again.json.id,
      expires_ms: Date.parse(again.json.expiresAt),
    })
    const taken = await api.post('/accounts', {
      token: next,
      body: { name: 'Thief', password: 'of another person' },
    })
    assert.deepEqual([taken.status, taken.json.isNew], [201, false])
    const colleague = await signIn(api.app, 'new.colleague@example.org')
    assert.deepEqual((await rolesOf(colleague)).sort(), ['desk', 'inspector'])
    assert.equal((await colleague.get('/api/v1/me')).json.name, 'New colleague')

    const late = await administrator.post('/api/v1/invitations', {
      address: 'late@example.org',
      role: 'desk',
    })
    const expired = api.app.identity.invitations.tokenOf({
      municipality: NOORDDIJK,
      id: late.json.id,
      expires_ms: Date.parse(late.json.expiresAt),
    })
    api.town.pass(15 * DAY_MS)
    const refused = await api.post('/accounts', { token: expired, body })
    assert.deepEqual([refused.status, refused.json.type], [401, '/problems/link-expired'])
    const forged = api.linkTo(late.json.id, 0, { kind: 'report' })
    assert.equal((await api.post('/accounts', { token: forged, body })).status, 403)
  })

  it('mail the invitation, with the link in it', async () => {
    await using working = await api.town.open({ roles: ['work'] })
    assert(working)
    await administrator.post('/api/v1/invitations', { address: 'mailed@example.org', role: 'desk' })
    api.town.pass(1)
    const mailed = async () =>
      (await api.town.mails()).map(readMail).find(({ to }) => to.includes('mailed@example.org'))
    await until('the mail leaves', async () => (await mailed()) !== undefined)
    assert.match((await mailed())?.text ?? '', /http:\/\/localhost\/invitation\/ll_/)
  })
})

describe('keys of a municipality', () => {
  it('are as wide as they were made, and end', async () => {
    await using api = await openApiTown()
    const expiresAt = new Date(api.town.clock() + 30 * 86_400_000).toISOString()
    const body = { kind: 'desk', label: 'a dashboard', actions: ['see-rejects'], expiresAt }
    const made = await api.post('/keys', { as: 'administrator', body })
    assert.equal(made.status, 201, made.text)
    const { id, key: token } = made.json
    assert.equal((await api.get('/rejects', { token })).status, 200)
    assert.equal((await api.get('/templates', { token })).status, 403)
    assert.equal((await api.get('/cases', { token })).status, 403)
    const wide = { ...body, kind: 'integrator' }
    assert.equal((await api.post('/keys', { as: 'administrator', body: wide })).status, 400)
    const long = { ...body, expiresAt: '2040-01-01T00:00:00Z' }
    assert.equal(
      (await api.post('/keys', { as: 'administrator', body: long })).json.type,
      '/problems/key-period-wrong',
    )
    const listed = await api.get('/keys?limit=200', { as: 'administrator' })
    assert(listed.json.items.some((one: { id: string }) => one.id === id))
    assert(!listed.text.includes(token))
    const other = await api.call('DELETE', `/keys/${id}`, { as: 'zuiddijkDesk' })
    assert.equal(other.status, 403)
    assert.equal((await api.call('DELETE', `/keys/${id}`, { as: 'administrator' })).status, 200)
    api.town.pass(11_000)
    assert.equal((await api.get('/rejects', { token })).status, 401)
  })
})
