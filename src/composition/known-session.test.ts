import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sessionOnce, shareSession } from './known-session.ts'

const session = { id: 's', account: 'a', held: [], lacksSecondFactor: false }
const pageAt = (method: string) => new Request('http://town.example/desk', { method })

function reader() {
  let times = 0
  return {
    times: () => times,
    read: async () => {
      times += 1
      return session
    },
  }
}

describe('the session of a request', () => {
  it('is read once, also by what is asked to make its page', async () => {
    const { times, read } = reader()
    const page = pageAt('GET')
    await Promise.all([sessionOnce(page, read), sessionOnce(page, read)])
    const asked = pageAt('GET')
    shareSession(page, asked)
    assert.equal(await sessionOnce(asked, read), session)
    assert.equal(times(), 1)
  })

  it('is read anew for what a form asks, and for another request', async () => {
    for (const [page, asked] of [
      [pageAt('POST'), pageAt('GET')],
      [pageAt('GET'), undefined],
    ] as const) {
      const { times, read } = reader()
      await sessionOnce(page, read)
      if (asked) shareSession(page, asked)
      await sessionOnce(asked ?? pageAt('GET'), read)
      assert.equal(times(), 2)
    }
  })
})
