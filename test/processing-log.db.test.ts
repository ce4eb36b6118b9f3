import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import pg from 'pg'
import sql from 'sql-template-tag'
import { type ApiTown, openApiTown } from './api-town.ts'
import { type Browser, makeAccount, signIn } from './signed-in.ts'
import { NOORDDIJK, until } from './town.ts'

describe('the processing log', () => {
  let api: ApiTown
  let number: string
  let officer: Browser
  before(async () => {
    api = await openApiTown()
    const lamp = await api.town.report({
      category: 'lamp-out',
      asset: 'L1',
      words: { description: 'it is dark at my door' },
    })
    number = lamp.number
    officer = await signIn(
      api.app,
      (await makeAccount(api.app, NOORDDIJK, { role: 'privacy-officer' })).address,
    )
  })
  after(() => api[Symbol.asyncDispose]())

  type Line = { name: string; by: string; trace_id: string; attributes: Record<string, string> }
  const lines = async (query = ''): Promise<Line[]> =>
    (await officer.get(`/api/v1/processing-log?limit=200${query}`)).json.items

  it('has a line of every sight by a key and by an account, with the trace of the call', async () => {
    const made = await makeAccount(api.app, NOORDDIJK, { role: 'desk' })
    const desk = await signIn(api.app, made.address)
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01'
    const told = await desk.request('GET', `/api/v1/cases/${number}`, undefined, { traceparent })
    assert(told.text.includes('dark at my door'))
    await api.get(`/cases/${number}`, { as: 'desk' })
    const all = (await lines()).filter(({ name }) => name === 'readCase')
    const own = all.find(({ by }) => by === `account/${made.account}`)
    assert(own, 'the account stands in it')
    assert.equal(own.trace_id, '0af7651916cd43dd8448eb211c80319c')
    assert(all.some(({ by }) => by.startsWith('key/')))
    const subject = own.attributes['dpl.core.data_subject_id'] ?? ''
    assert(own.attributes['dpl.core.processing_activity_id']?.endsWith(':readCase'))
    const about = await lines(`&subject=${encodeURIComponent(subject)}`)
    assert(about.length >= 2)
    for (const line of about) assert.equal(line.attributes['dpl.core.data_subject_id'], subject)
    assert.deepEqual(await lines('&subject=nobody'), [])
    const rows = await api.app.pool.read({ tenant: NOORDDIJK }, (query) =>
      query<{ row: string }>(sql`select p::text as row from identity.processings p`),
    )
    for (const { row } of rows) assert(!row.includes(subject), 'in the table it is encrypted')
  })

  it('has none of who sees nothing that is personal', async () => {
    const before = (await lines()).length
    await api.get(`/cases/${number}?municipality=${NOORDDIJK}`)
    await api.get('/cases', { as: 'desk' })
    await api.get(`/cases/${number}`, { as: 'integrator' })
    assert.equal((await lines()).length, before)
  })

  it('cannot be changed or taken away by whoever serves, and is read page by page', async () => {
    for (const statement of [
      sql`delete from identity.processings`,
      sql`update identity.processings set by_whom = 'nobody'`,
    ])
      for (const pool of [api.app.pool, api.app.worker])
        await assert.rejects(
          pool.write({ tenant: NOORDDIJK }, (query) => query(statement)),
          /permission denied/,
        )
    const first = await officer.get('/api/v1/processing-log?limit=1')
    const next = await officer.get(`/api/v1/processing-log?limit=1&cursor=${first.json.next}`)
    assert.equal(next.json.items.length, 1)
    assert.notDeepEqual(next.json.items, first.json.items)
  })

  it('holds the answer back where it cannot be written', async () => {
    const owner = new pg.Client({ connectionString: api.town.database.ownerUrl })
    await owner.connect()
    try {
      await owner.query('revoke insert on identity.processings from lantaarn_app')
      const told = await api.get(`/cases/${number}`, { as: 'desk' })
      assert.equal(told.status, 500)
      assert(!told.text.includes('dark'))
      await owner.query('grant insert on identity.processings to lantaarn_app')
      assert.equal((await api.get(`/cases/${number}`, { as: 'desk' })).status, 200)
    } finally {
      await owner.end()
    }
  })

  it('has a line of every mail that is written to a person, before it leaves', async () => {
    await using working = await api.town.open({ roles: ['work'] })
    const email = 'told-by-mail@example.org'
    const contact = { email, wantsMail: true }
    const { caseId } = await api.town.report({ category: 'lamp-out', asset: 'L9', contact })
    const task = await api.assignmentOf(caseId)
    await api.town.answer(task.id, { answer: 'accepted' })
    await api.town.answer(task.id, { answer: 'done', next: [] })
    api.town.pass(60_000)
    working.wake.ring('outbox')
    await until('a mail has left', async () =>
      (await api.town.mails()).some((one) => JSON.stringify(one).includes(email)),
    )
    const own = (await lines('&by=lantaarn')).filter(({ name }) => name.startsWith('mail:'))
    assert(own.length > 0)
    for (const { attributes } of own)
      assert.match(attributes['dpl.core.processing_activity_id'] ?? '', /:mail:nl\.lantaarn\./)
  })
})
