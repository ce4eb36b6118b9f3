import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { indexAssets } from './asset-index.ts'
import { circuitsOf } from './circuits.ts'
import type { Asset } from './place.ts'

/** About so many metres east and north of a point in the Netherlands. */
const at = (east_m: number, north_m = 0) =>
  [5 + east_m / 68_460, 52 + north_m / 111_195] as [number, number]
const lamp = (id: string, own: Partial<Asset> = {}): Asset => ({
  id,
  type: 'lamp-post',
  place: at(0),
  street: 'Dorpsstraat',
  ...own,
})
const of = (...assets: Asset[]) => {
  const index = indexAssets(assets)
  const circuits = circuitsOf(index)
  const asset = (id: string) => index.byId(id) as Asset
  return {
    above: (id: string) => [...circuits.above(asset(id))].map(([type, { id }]) => `${type} ${id}`),
    row: (id: string) => circuits.rowOf(asset(id)),
    nextTo: (id: string, gap_m: number) => circuits.nextTo(asset(id), gap_m).toSorted(),
  }
}

describe('what a lamp hangs from', () => {
  it('is found upward, whatever is missing in between, and also in a ring', () => {
    const circuits = of(
      lamp('lamp', { parent: 'cable' }),
      lamp('other', { parent: 'box' }),
      lamp('ring', { parent: 'ring' }),
      lamp('lost', { parent: 'nowhere' }),
      { id: 'cable', type: 'segment', place: at(0), parent: 'box' },
      { id: 'box', type: 'cabinet', place: at(0), parent: 'north' },
      { id: 'north', type: 'switching-area', place: at(0) },
      lamp('lit', { parent: 'own-box' }),
      { id: 'own-box', type: 'lighting-cabinet', place: at(0), parent: 'north' },
    )
    // As registers call the cabinets of street lights.
    assert.deepEqual(circuits.above('lit'), ['cabinet own-box', 'switching-area north'])
    assert.deepEqual(circuits.above('lamp'), [
      'segment cable',
      'cabinet box',
      'switching-area north',
    ])
    assert.deepEqual(circuits.above('other'), ['cabinet box', 'switching-area north'])
    assert.deepEqual(circuits.above('ring'), [])
    assert.deepEqual(circuits.above('lost'), [])
  })
})

describe('a row in a street', () => {
  const circuits = of(
    lamp('a', { place: at(0) }),
    lamp('b', { place: at(30, 2) }),
    lamp('c', { place: at(60, -2) }),
    lamp('d', { place: at(150) }),
    lamp('side', { place: at(31, 5), street: 'Zijweg' }),
    lamp('far', { place: at(2_000) }),
    lamp('nameless', { street: undefined as never, place: at(10) }),
  )
  it('is of those that stand next to each other with none between them, and no farther than agreed', () => {
    assert.deepEqual(circuits.nextTo('a', 60), ['b'])
    assert.deepEqual(circuits.nextTo('b', 60), ['a', 'c'])
    assert.deepEqual(circuits.nextTo('c', 60), ['b'])
    assert.deepEqual(circuits.nextTo('c', 100), ['b', 'd'])
    assert.deepEqual(circuits.nextTo('side', 60), [])
  })

  it('is another where a street of the same name lies elsewhere, and none without a street', () => {
    assert.deepEqual([circuits.row('a'), circuits.row('d'), circuits.row('far')], ['a', 'a', 'far'])
    assert.equal(circuits.row('side'), 'side')
    assert.equal(circuits.row('nameless'), undefined)
  })
})
