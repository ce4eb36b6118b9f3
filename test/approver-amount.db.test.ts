import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import { type ApiTown, openApiTown } from './api-town.ts'
import { giveRole, makeAccount, signIn } from './signed-in.ts'
import { agreementOf } from './small-town.ts'
import { NOORDDIJK } from './town.ts'

let api: ApiTown
before(async () => {
  api = await openApiTown()
})
after(() => api[Symbol.asyncDispose]())

const priced = (id: string, cents: number) => ({
  ...agreementOf({ id, party: 'buurtgroep', categories: ['litter'], rank: 5 }),
  price: { wrongfulReport: cents },
})

it('an approver enters no agreement with a higher price than their amount, by itself or in a draft', async () => {
  const { address } = await makeAccount(api.app, NOORDDIJK, { role: 'approver', upTo_cents: 5_000 })
  const browser = await signIn(api.app, address)
  assert.equal((await browser.post('/api/v1/agreements', priced('just', 5_000))).status, 201)
  const above = await browser.post('/api/v1/agreements', priced('above', 5_001))
  assert.equal(above.status, 403)
  assert.equal(above.json.type, '/problems/agreement-above-amount')
  assert.deepEqual(above.json.above, [{ agreement: 'above', cents: 5_001 }])
  assert.equal((await api.get('/agreements/above', { as: 'desk' })).status, 404)

  const draft = { id: 'dear', title: 'Dear', agreements: [priced('dear', 9_000)], ends: [] }
  const entered = await api.post('/agreement-drafts', { as: 'administrator', body: draft })
  assert.equal(entered.status, 201, entered.text)
  const refused = await browser.post('/api/v1/agreement-drafts/dear/entries')
  assert.equal(refused.json.type, '/problems/agreement-above-amount')
  const put = await api.post('/agreement-drafts/dear/entries', { as: 'administrator' })
  assert.equal(put.status, 201, put.text)
})

it('whoever may enter agreements by another role too is not held to the amount', async () => {
  const { address, account } = await makeAccount(api.app, NOORDDIJK, {
    role: 'approver',
    upTo_cents: 5_000,
  })
  const id = crypto.randomUUID()
  const wanted = { id, account, role: 'administrator', from_ms: api.town.clock() } as const
  await giveRole(api.app, NOORDDIJK, wanted)
  const browser = await signIn(api.app, address)
  assert.equal((await browser.post('/api/v1/agreements', priced('both', 9_000))).status, 201)
})
