import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import sql from 'sql-template-tag'
import { enterRosters, readReaches, sealReaches } from '#modules/duty'
import { ensureWebBuild } from '../src/composition/web-build.ts'
import { type ApiTown, openApiTown } from './api-town.ts'
import { NOORDDIJK, openTown, type SmallTown, until } from './town.ts'

const MINUTE_MS = 60_000

const contact = (id: string, organisation: string, minutes = 10) => ({
  id,
  name: `Piket ${id}`,
  hours: [],
  minutes,
  email: `${id}@example.org`,
  organisation,
})
const ROSTER = {
  id: 'danger',
  title: 'Piket openbare ruimte',
  contacts: [
    contact('one', 'wijkteam'),
    contact('two', 'straatwerk'),
    contact('three', 'groenwerk'),
  ],
}

async function enterRoster({ app }: SmallTown): Promise<void> {
  const parties = new Set((await app.towns.get(NOORDDIJK)).parties.keys())
  const reaches = sealReaches(app.vault, NOORDDIJK, ROSTER)
  const command = { roster: ROSTER, reaches, enteredBy: 'test', parties }
  assert((await app.committer.submit(NOORDDIJK, enterRosters, command)).accepted)
  app.towns.touch(NOORDDIJK)
}

const DANGER = { category: 'mast-hit', asset: 'L3' }

describe('given a duty roster whose first two contacts stay silent', () => {
  let town: SmallTown
  before(async () => {
    await ensureWebBuild(() => undefined)
    town = await openTown({ roles: ['work', 'web'] })
    await enterRoster(town)
  })
  after(() => town[Symbol.asyncDispose]())

  /** A clock that jumps ends leases too: a message may arrive twice, under the same id. */
  const calls = (organisation: string) => [
    ...new Map(
      town.receivers
        .at(organisation)
        .filter(({ event }) => event.type.includes('.duty.'))
        .map((arrival) => [arrival.id, arrival]),
    ).values(),
  ]
  const isCalled = (organisation: string, times = 1) =>
    until(`${organisation} is called`, () => calls(organisation).length >= times)

  test('each is called after the minutes of the one before, the third takes over, and the others hear of it', async () => {
    const { caseId } = await town.report(DANGER)
    await isCalled('wijkteam')
    assert.deepEqual(calls('straatwerk'), [])
    town.pass(10 * MINUTE_MS)
    await isCalled('straatwerk')
    town.pass(10 * MINUTE_MS)
    await isCalled('groenwerk')
    const answer = await town.app.cases(NOORDDIJK, {
      type: 'TakeOverDanger',
      caseId,
      by: 'key/x',
      step: 3,
    })
    assert.equal(answer.status, 'accepted')
    await isCalled('wijkteam', 2)
    await isCalled('straatwerk', 2)
    town.pass(60 * MINUTE_MS)
    const kinds = ['wijkteam', 'straatwerk', 'groenwerk'].map((one) =>
      calls(one).map(({ event }) => event.type.split('.').at(-2)),
    )
    assert.deepEqual(kinds, [['called', 'taken-over'], ['called', 'taken-over'], ['called']])
    const [first] = calls('wijkteam')
    assert.equal(first?.event.subject, caseId)
    assert.deepEqual((await town.case(caseId)).desk, [])
    assert.equal(JSON.stringify(first?.event).includes('example.org'), false)
  })

  test('all three stay silent: then the desk has it, also when the program was away meanwhile', async () => {
    const { caseId } = await town.report({ ...DANGER, asset: 'L4' })
    for (let contact = 0; contact < 3; contact += 1) {
      const seen = (await town.case(caseId)).duty?.calls.length ?? 0
      town.pass(10 * MINUTE_MS)
      await until('the next step', async () => {
        const { duty, desk } = await town.case(caseId)
        return (duty?.calls.length ?? 0) > seen || desk.length > 0
      })
    }
    assert.deepEqual((await town.case(caseId)).desk, ['danger-unacknowledged'])
  })
})

describe('given contacts that are called by mail', () => {
  let town: SmallTown
  before(async () => {
    await ensureWebBuild(() => undefined)
    town = await openTown({ roles: ['work', 'web'] })
    await enterRoster(town)
  })
  after(() => town[Symbol.asyncDispose]())

  const LINK = /http:\/\/localhost(\/GM9801\/duty\/\S+)/
  const mailTo = async (name: string, times = 1) => {
    const own = async () =>
      (await town.mails()).filter((mail) => mail.includes(`To: ${name}@example.org`))
    await until(`a mail to ${name}`, async () => (await own()).length >= times)
    return ((await own()).at(-1) ?? '').replaceAll('=\r\n', '').replaceAll('=3D', '=')
  }
  const open = (path: string, method = 'GET', act?: string) =>
    town.app.http.request(path, {
      method,
      ...(act === undefined ? {} : { body: new URLSearchParams({ act }) }),
    })
  const events = () =>
    town.app.pool.read({ tenant: NOORDDIJK }, (query) =>
      query<{ events: number }>(sql`select count(*) as events from journal.events`),
    )

  test('whoever looks at the link changes nothing; the button takes over, once', async () => {
    const { caseId, number } = await town.report(DANGER)
    const mail = await mailTo('one')
    assert.match(mail, new RegExp(`Subject: .*${number}`))
    const path = LINK.exec(mail)?.[1] ?? ''
    town.pass(10 * MINUTE_MS)
    const second = LINK.exec(await mailTo('two'))?.[1] ?? ''
    const before = await events()
    for (const method of ['GET', 'HEAD', 'GET'])
      assert.equal((await open(path, method)).status, 200)
    assert.deepEqual(await events(), before)
    assert.match(await (await open(path)).text(), /Ik neem het over/)
    const taken = await open(second, 'POST', 'take-over')
    assert.equal(taken.status, 200)
    const { duty } = await town.case(caseId)
    assert.equal(duty?.takenOverBy, 'two')
    const late = await open(path, 'POST', 'take-over')
    assert.equal(late.status, 409)
    assert.match(await late.text(), /Iemand heeft dit al overgenomen/)
    assert.match(await mailTo('one', 2), /Iemand anders heeft dit overgenomen/)
    assert.equal((await open(path, 'POST', 'made-safe')).status, 200)
    assert((await town.case(caseId)).made_safe_at !== null)
  })

  test('a link is of one case, ends, and a changed one is no link', async () => {
    const { caseId } = await town.report({ ...DANGER, asset: 'L5' })
    const other = await town.report({ ...DANGER, asset: 'L6' })
    const path = LINK.exec(await mailTo('one', 4))?.[1] ?? ''
    const token = path.split('/').at(-1) ?? ''
    const wrong = path.includes(caseId) ? other.caseId : caseId
    assert.equal((await open(`/GM9801/duty/${wrong}/${token}`, 'POST', 'take-over')).status, 404)
    assert.equal((await open(`${path.slice(0, -3)}abc`, 'POST', 'take-over')).status, 404)
    town.pass(37 * 60 * MINUTE_MS)
    assert.equal((await open(path)).status, 410)
    assert.equal((await open(path, 'POST', 'take-over')).status, 410)
  })
})

describe('given the API', () => {
  let api: ApiTown
  before(async () => {
    api = await openApiTown()
  })
  after(() => api[Symbol.asyncDispose]())

  const enter = (body: object, as: 'administrator' | 'desk' = 'administrator') =>
    api.post('/duty-rosters', { as, body })

  test('a roster is entered by the administrator, and read with how its contacts are reached', async () => {
    assert.equal((await enter(ROSTER, 'desk')).status, 403)
    assert.equal((await enter(ROSTER)).json.version, 1)
    const changed = { ...ROSTER, contacts: ROSTER.contacts.slice(0, 2) }
    assert.equal((await enter(changed)).json.version, 2)
    const told = await api.get('/duty-rosters', { as: 'desk' })
    assert.deepEqual(told.json.items, [{ id: 'danger', version: 2, roster: changed }])
    for (const as of ['public', 'integrator', 'party'] as const)
      assert.notEqual(
        (await api.get(`/duty-rosters?municipality=${NOORDDIJK}`, { as })).status,
        200,
      )
  })

  test('nothing of a person stands in the journal, and what was replaced cannot be read any more', async () => {
    const { app } = api
    const text = await app.pool.read({ tenant: NOORDDIJK }, async (query) => {
      const rows = await query<{ body: string }>(
        sql`select body from journal.events where type = 'DutyRosterEntered'`,
      )
      return rows.map(({ body }) => body).join()
    })
    assert.match(text, /"one"/)
    assert.doesNotMatch(text, /example\.org|Piket one/)
    const reaches = await readReaches(app.pool, app.vault, NOORDDIJK, ['danger'])
    assert.deepEqual(Object.keys(reaches.get('danger') ?? {}), ['one', 'two'])
  })

  test('bad rosters are refused with every fault at once', async () => {
    const [one, two] = ROSTER.contacts
    const bad: [object, RegExp][] = [
      [{ ...ROSTER, contacts: [] }, /contacts/],
      [{ ...ROSTER, contacts: [one, one] }, /also contacts\[0\]/],
      [{ ...ROSTER, contacts: [{ id: 'x', name: 'X', minutes: 5 }] }, /name one of them/],
      [
        {
          ...ROSTER,
          contacts: [
            { ...one, minutes: 0 },
            { ...two, email: 'x' },
          ],
        },
        /minutes[\s\S]*email/,
      ],
      [
        { ...ROSTER, contacts: [{ ...one, hours: [{ days: [], from: '25:00', to: '1' }] }] },
        /hours/,
      ],
    ]
    for (const [body, fault] of bad) {
      const told = await enter(body)
      assert.equal(told.status, 400)
      assert.match(told.text, fault)
    }
    const unknown = await enter({ ...ROSTER, contacts: [contact('x', 'nobody')] })
    assert.equal(unknown.json.type, '/problems/duty-organisation-unknown')
  })

  test('an agreement that names a roster that is not there is refused', async () => {
    const { json } = await api.get('/agreements/lighting', { as: 'administrator' })
    const agreement = json.items.at(-1).agreement
    const told = await api.post('/agreements', {
      as: 'administrator',
      body: { ...agreement, duty: 'nowhere' },
    })
    assert.equal(told.json.type, '/problems/agreement-names-unknown')
    assert.match(told.json.detail, /duty: nowhere/)
  })

  async function lamp(asset: string) {
    const { caseId, number } = await api.town.report({ category: 'lamp-out', asset })
    const step = (what: string, as: 'desk' | 'party' | 'team' | 'integrator', body: object) =>
      api.post(`/cases/${number}/${what}?municipality=${NOORDDIJK}`, { as, body })
    return { caseId, number, step }
  }

  test('from raised to lowered: who may, what it answers, and what everybody sees', async () => {
    const { number, step } = await lamp('L1')
    const reason = { reason: 'the door hangs open and wires stick out' }
    assert.equal((await step('danger-raisings', 'team', reason)).status, 404)
    assert.equal((await step('danger-raisings', 'desk', {})).status, 400)
    const raised = await step('danger-raisings', 'party', reason)
    assert.deepEqual([raised.status, raised.json.priority], [201, 'danger'])
    assert.equal((await step('danger-raisings', 'integrator', reason)).status, 409)
    const seen = await api.get(`/cases/${number}`, { as: 'desk' })
    assert.deepEqual([seen.json.duty.isUnattended, seen.json.duty.calls[0].contact], [true, 'one'])
    const { roster } = seen.json.duty
    const listed = await api.get(roster.href.replace('/api/v1', ''), { as: 'desk' })
    assert.ok(
      listed.json.items.some((one: { id: string }) => one.id === roster.id),
      'by which roster, and where it is',
    )
    const open = await api.get(`/cases/${number}?municipality=${NOORDDIJK}`)
    assert.deepEqual([open.json.priority, open.json.duty], ['danger', undefined])
    assert.equal((await step('takeovers', 'integrator', {})).status, 403)
    const taken = await step('takeovers', 'party', {})
    assert.equal(taken.status, 201)
    assert.equal(taken.json.duty.roster, undefined, 'a party reads no roster')
    assert.equal((await step('takeovers', 'desk', {})).json.type, '/problems/already-taken-over')
    assert.equal((await step('safety-reports', 'party', {})).status, 403)
    assert.equal((await step('safety-reports', 'desk', {})).status, 201)
    assert.equal((await step('safety-reports', 'desk', {})).json.type, '/problems/not-dangerous')
    const lowering = { priority: 'normal', ...reason }
    for (const as of ['party', 'integrator'] as const)
      assert.equal((await step('danger-lowerings', as, lowering)).status, 403)
    const lowered = await step('danger-lowerings', 'desk', lowering)
    assert.deepEqual([lowered.status, lowered.json.priority], [201, 'normal'])
  })
})
