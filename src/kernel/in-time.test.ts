import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { beginningsOf, holdingAt, type InTime, knownAtEpoch, knownBy, nextOf } from './in-time.ts'

const of = (version: number, from_ms: number, entered_ms = version): InTime => ({
  version,
  from_ms,
  entered_ms,
  epoch: version,
})

describe('versions along both axes of time', () => {
  const all = [of(1, -Infinity), of(2, 100), of(3, 50)]

  it('hold from their own moment on, the one that was entered last first', () => {
    assert.equal(holdingAt(all, 49)?.version, 1)
    assert.equal(holdingAt(all, 50)?.version, 3)
    assert.equal(holdingAt(all, 100)?.version, 3, 'what was planned before is replaced')
    assert.equal(holdingAt([of(1, 10)], 9), undefined)
  })

  it('count from when they were entered', () => {
    assert.equal(holdingAt(all.filter(knownBy(2)), 100)?.version, 2)
    assert.equal(holdingAt(all.filter(knownBy(2)), 50)?.version, 1)
    assert.equal(holdingAt(all.filter(knownBy(0)), 100), undefined)
    assert.equal(holdingAt(all.filter(knownAtEpoch(1)), 100)?.version, 1)
    assert.deepEqual(beginningsOf([...all, of(4, 50)]), [-Infinity, 50, 100])
  })

  it('begin always, then now, or at the moment that is said', () => {
    const never = () => false
    assert.equal(nextOf([], { now_ms: 7, epoch: 1 }, never)?.from_ms, -Infinity)
    assert.equal(nextOf([], { now_ms: 7, from_ms: 9, epoch: 1 }, never)?.from_ms, 9)
    assert.deepEqual(nextOf(all, { now_ms: 7, epoch: 5 }, never), {
      version: 4,
      from_ms: 7,
      entered_ms: 7,
      epoch: 5,
    })
    const isSecond = ({ version }: InTime) => version === 2
    const planned = [of(1, -Infinity), of(2, 100)]
    assert.equal(nextOf(planned, { now_ms: 7, from_ms: 100, epoch: 3 }, isSecond), undefined)
    assert.equal(nextOf(planned, { now_ms: 7, epoch: 3 }, isSecond)?.version, 3)
  })
})
