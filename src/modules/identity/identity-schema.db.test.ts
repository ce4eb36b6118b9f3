import assert from 'node:assert/strict'
import { it } from 'node:test'
import { openVault } from '#platform/vault'
import { openTestDatabase } from '../../../test/rig.ts'
import { openAuthentication, openAuthenticationPool } from './authentication.ts'

it('the library finds every table and column that it wants, and none that it does not fill', async () => {
  await using database = await openTestDatabase()
  const pool = openAuthenticationPool({ url: database.workerUrl, onError: assert.ifError })
  const secret = openVault('a secret of the tests, long enough to be one').pseudonym('a', 'b')
  try {
    const { call } = openAuthentication({ pool, origin: 'http://localhost', secret })
    const nobody = { email: 'nobody@account.invalid', password: 'a long enough password' }
    const from = { cookie: '', userAgent: '' }
    // It compares its schema with the database at the first call, and throws where they differ.
    const { status } = await call('POST', '/sign-in/email', from, nobody)
    assert.equal(status, 401)
  } finally {
    await pool.end()
  }
})
