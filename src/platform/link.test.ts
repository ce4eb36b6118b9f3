import assert from 'node:assert/strict'
import { createSecretKey, randomUUID } from 'node:crypto'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { type Link, readLink, signLink } from './link.ts'

const key = createSecretKey(Buffer.alloc(32, 1))
const other = createSecretKey(Buffer.alloc(32, 2))
const NOW = Date.parse('2026-06-09T08:00:00Z')

const LINK: Link = {
  kind: 'assignment',
  tenant: 'GM9801',
  subject: '0197f2a0-1111-7222-8333-444455556666',
  revision: 3,
  expires_ms: NOW + 60_000,
}

describe('a link', () => {
  it('says what it was made for, in letters that survive a mail', () => {
    const token = signLink(key, LINK)
    assert.match(token, /^ll_[\w-]{60,100}$/)
    assert.deepEqual(readLink(key, token, NOW), { state: 'valid', link: LINK })
    assert.equal(signLink(key, LINK), token, 'made again it is the same')
  })

  it('says so of any subject, revision and kind', () => {
    const links = fc.record({
      kind: fc.constantFrom('assignment', 'report', 'duty'),
      tenant: fc.constantFrom('GM0001', 'GM9999'),
      subject: fc.uuid().map((id) => id.toLowerCase()),
      revision: fc.nat(2 ** 31 - 1),
      expires_ms: fc.integer({ min: 0, max: 2 ** 32 - 1 }).map((s) => s * 1000),
    })
    fc.assert(
      fc.property(links, (link) => {
        const reading = readLink(key, signLink(key, link), NOW)
        assert(reading.state !== 'forged')
        assert.deepEqual(reading.link, { ...link })
        assert.equal(reading.state, NOW < link.expires_ms ? 'valid' : 'expired')
      }),
    )
  })

  it('expires, and only one that is ours is said to have', () => {
    const token = signLink(key, LINK)
    assert.equal(readLink(key, token, LINK.expires_ms - 1).state, 'valid')
    assert.equal(readLink(key, token, LINK.expires_ms).state, 'expired')
    assert.deepEqual(readLink(other, token, LINK.expires_ms), { state: 'forged' })
  })

  it('is forged when any character of it is another', () => {
    const token = signLink(key, LINK)
    for (let at = 0; at < token.length; at++) {
      const changed = token[at] === 'A' ? 'B' : 'A'
      const text = token.slice(0, at) + changed + token.slice(at + 1)
      assert.deepEqual(readLink(key, text, NOW), { state: 'forged' }, `character ${at}`)
    }
  })

  it('is forged when it is longer, shorter, or something else altogether', () => {
    const token = signLink(key, LINK)
    const texts = [
      '',
      'll_',
      'll_AAAA',
      `${token}A`,
      `${token}=`,
      token.slice(0, -1),
      `lk_${token}`,
    ]
    for (const text of [...texts, token.slice(3), `ll_${'A'.repeat(100_000)}`, 'll_\0', 'll_é'])
      assert.deepEqual(readLink(key, text, NOW), { state: 'forged' }, text.slice(0, 20))
  })

  it('is not made of what could be taken for something else', () => {
    assert.throws(() => signLink(key, { ...LINK, subject: 'lamp-1' }))
    assert.throws(() => signLink(key, { ...LINK, kind: 'a/b' }))
    assert.throws(() => signLink(key, { ...LINK, tenant: 'GM/9801' }))
    assert.throws(() => signLink(key, { ...LINK, revision: -1 }))
    assert.doesNotThrow(() => signLink(key, { ...LINK, subject: randomUUID() }))
  })
})
