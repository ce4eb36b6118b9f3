import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { indexAreas } from './area-index.ts'
import type { Area } from './place.ts'
import { holds } from './polygon.ts'

function rectangle(
  id: string,
  west: number,
  south: number,
  side: number,
  rest: Partial<Area> = {},
): Area {
  const [east, north] = [west + side, south + side]
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
  const geometry = { type: 'Polygon' as const, coordinates: [ring] }
  return { id, kind: 'neighbourhood', name: id, geometry, ...rest }
}

describe('indexAreas', () => {
  it('answers as brute force does', () => {
    const tenth = fc.integer({ min: 0, max: 20 }).map((tenths) => 5 + tenths / 10)
    const side = fc.integer({ min: 1, max: 20 }).map((tenths) => tenths / 10)
    const areas = fc
      .array(fc.tuple(tenth, tenth, side), { maxLength: 60 })
      .map((all) => all.map(([west, south, size], at) => rectangle(`a${at}`, west, south, size)))
    fc.assert(
      fc.property(areas, tenth, tenth, (all, lon, lat) => {
        const expected = all
          .filter(({ geometry }) => holds(geometry, [lon, lat]))
          .map(({ id }) => id)
        assert.deepEqual(indexAreas(all).at([lon, lat]), expected.sort())
      }),
    )
  })

  it('names sizes of all, and managers of management areas only', () => {
    const index = indexAreas([
      rectangle('town', 5, 52, 1, { kind: 'municipality', manager: 'G0001' }),
      rectangle('road', 5, 52, 0.5, { kind: 'management-area', manager: 'P0001' }),
      rectangle('park', 5, 52, 0.5, { kind: 'management-area' }),
    ])
    assert.deepEqual([...index.managers], [['road', 'P0001']])
    assert.deepEqual([...index.sizes_m2.keys()], ['park', 'road', 'town'])
    assert.ok((index.sizes_m2.get('town') ?? 0) > 3.9 * (index.sizes_m2.get('road') ?? 0))
    assert.equal(index.area('road')?.manager, 'P0001')
    assert.equal(index.area('lake'), undefined)
  })

  it('answers for a municipality without areas, and throws at a double id', () => {
    assert.deepEqual(indexAreas([]).at([5, 52]), [])
    assert.throws(
      () => indexAreas([rectangle('a', 5, 52, 1), rectangle('a', 6, 52, 1)]),
      /one id: a/,
    )
  })
})
