import assert from 'node:assert/strict'
import { it } from 'node:test'
import { DESK_REASONS } from './lifecycle.ts'
import { NEED_REASONS, NEEDS, urgencyOf } from './needs.ts'

it('what brings a case to the desk has words and a place in the order, each once', () => {
  for (const reason of DESK_REASONS) assert(NEED_REASONS.includes(reason), reason)
  assert.equal(new Set(NEED_REASONS).size, NEED_REASONS.length)
  assert.equal(urgencyOf('danger-unacknowledged'), 0)
  for (const { title, next } of NEEDS)
    for (const text of [title.nl, title.en, next.nl, next.en]) assert(text.length > 4)
})
