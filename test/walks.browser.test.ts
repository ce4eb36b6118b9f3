import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openSite, type Site } from './browser.ts'
import { GAITS, walkerOf } from './walker.ts'
import { WALKS } from './walks.ts'

describe('every journey', () => {
  let site: Site
  before(async () => {
    site = await openSite()
  })
  after(() => site[Symbol.asyncDispose]())

  for (const gait of GAITS)
    describe(
      gait.hasScripts
        ? 'wide, in Dutch, by the keyboard alone'
        : 'on a phone, in English, without scripts',
      () => {
        for (const [name, walk] of WALKS)
          it(name, async () => {
            await using one = await site.visit('/health/live', gait)
            await walk(walkerOf(site, one, gait))
            assert.deepEqual(one.offences, [])
          })
      },
    )
})
