import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type ApiTown, openApiTown } from './api-town.ts'
import { makeAccount, openBrowser, PASSWORD, signIn } from './signed-in.ts'
import { NOORDDIJK, ZUIDDIJK } from './town.ts'

describe('signing in with a password', () => {
  let api: ApiTown
  let address: string
  before(async () => {
    api = await openApiTown()
    address = (await makeAccount(api.app, NOORDDIJK, { role: 'desk' })).address
  })
  after(() => api[Symbol.asyncDispose]())

  it('opens what the role opens, and nothing of another town', async () => {
    const browser = await signIn(api.app, address)
    const { number } = await api.town.report({ category: 'lamp-out', asset: 'L1' })
    const told = await browser.get(`/api/v1/cases/${number}`)
    assert.equal(told.status, 200, told.text)
    assert(told.json.descriptions, 'what people wrote is shown to the desk')
    assert.equal((await browser.get(`/api/v1/cases/${number}/remarks`)).status, 200)
    const other = await browser.get(`/api/v1/cases/${number}/remarks?municipality=${ZUIDDIJK}`)
    assert.equal(other.status, 403)
  })

  it('is answered alike for a wrong password and for nobody', async () => {
    const browser = openBrowser(api.app)
    const wrong = await browser.post('/auth/sign-in/password', {
      address,
      password: `${PASSWORD}?`,
    })
    const nobody = await browser.post('/auth/sign-in/password', {
      address: 'nobody@example.org',
      password: PASSWORD,
    })
    assert.deepEqual([wrong.status, wrong.text], [nobody.status, nobody.text])
    assert.equal(wrong.status, 401)
    assert.equal(browser.jar.size, 0)
  })
})
