import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Polygonal } from '#kernel/geometry'
import { mendPolygon } from './mend-polygon.ts'

/** About 700 m by 1,100 m. */
const SQUARE = [
  [5, 52],
  [5.01, 52],
  [5.01, 52.01],
  [5, 52.01],
  [5, 52],
]
const HOLE = [
  [5.002, 52.002],
  [5.002, 52.004],
  [5.004, 52.004],
  [5.004, 52.002],
  [5.002, 52.002],
]
const polygon = (...coordinates: number[][][]): Polygonal => ({ type: 'Polygon', coordinates })

function mendingsOf(shape: Polygonal) {
  const mended = mendPolygon(shape)
  return 'reason' in mended ? mended.reason : mended.mendings
}

describe('a polygon', () => {
  it('that is sound stays as it is, with its hole, point by point', () => {
    const shape = polygon(SQUARE, HOLE)
    const mended = mendPolygon(shape)
    assert.ok('shape' in mended)
    assert.deepEqual(mended, { shape, mendings: [], changed_share: 0 })
  })

  const cases: [name: string, shape: Polygonal, expected: string[] | string][] = [
    ['that is not closed is closed', polygon(SQUARE.slice(0, -1)), ['ring-closed']],
    ['that turns with the clock is turned', polygon(SQUARE.toReversed()), ['winding-turned']],
    [
      'whose hole turns against the clock is turned',
      polygon(SQUARE, HOLE.toReversed()),
      ['winding-turned'],
    ],
    [
      'with a point twice loses one of them',
      polygon([SQUARE[0] as number[], ...SQUARE]),
      ['points-twice'],
    ],
    [
      'of two points is none',
      polygon([SQUARE[0], SQUARE[1], SQUARE[0]] as number[][]),
      'ring-too-short',
    ],
    ['without rings is none', polygon(), 'empty'],
    [
      'like a bow tie is refused: nobody knows which half is meant',
      polygon([SQUARE[0], SQUARE[2], SQUARE[1], SQUARE[3], SQUARE[0]] as number[][]),
      'crosses-itself',
    ],
    [
      'with a large hole outside is refused',
      polygon(
        SQUARE,
        HOLE.map(([x, y]) => [(x as number) + 0.02, y as number]),
      ),
      'hole-outside',
    ],
  ]
  for (const [name, shape, expected] of cases)
    it(name, () => assert.deepEqual(mendingsOf(shape), expected))

  it('that crosses itself by a hair is untied, and keeps its size', () => {
    const [a, b, c, d] = SQUARE as [number[], number[], number[], number[]]
    const knot = [
      [5.0050001, 52.01],
      [5.00500015, 52.0100001],
      [5.0050001, 52.0100001],
      [5.00500015, 52.01],
    ]
    const mended = mendPolygon(polygon([a, b, c, ...knot, d, a]))
    assert.ok('shape' in mended, JSON.stringify(mended))
    assert.deepEqual(mended.mendings, ['crossing-untied'])
    assert.ok(mended.changed_share < 1e-6)
  })
})
