import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { exampleSignal } from '../../../test/example-case.ts'
import type { Case } from './case.ts'
import { createFoldCache, type Folded } from './fold-cache.ts'

const folded = (id: string, count: number, own: Partial<Case> = {}): Folded => ({
  state: { id, status: 'open', version: count, ...own } as Case,
  told: new Map(Array.from({ length: count }, (_, at) => [`${id}/${at}`, exampleSignal()])),
})

describe('cases that are kept folded', () => {
  it('are the large and open ones, of one municipality', () => {
    const cache = createFoldCache()
    cache.keep('A', folded('large', 20))
    cache.keep('A', folded('small', 2))
    assert.equal(cache.get('A', 'large')?.state.version, 20)
    assert.equal(cache.get('B', 'large'), undefined)
    assert.equal(cache.get('A', 'small'), undefined)
    cache.keep('A', folded('large', 21, { status: 'closed' }))
    assert.equal(cache.get('A', 'large'), undefined)
  })

  it('make room, those that were used longest ago first', () => {
    const cache = createFoldCache(50)
    for (const id of ['one', 'two']) cache.keep('A', folded(id, 20))
    cache.get('A', 'one')
    cache.keep('A', folded('three', 20))
    assert.deepEqual(
      ['one', 'two', 'three'].map((id) => cache.get('A', id)?.state.id),
      ['one', undefined, 'three'],
    )
    cache.keep('A', folded('one', 30))
    assert.equal(cache.get('A', 'three')?.state.id, 'three')
    assert.equal(cache.get('A', 'one')?.told.size, 30)
  })
})
