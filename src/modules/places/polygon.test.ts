import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon'
import fc from 'fast-check'
import type { Polygonal } from '#kernel/geometry'
import { holds, size_m2 } from './polygon.ts'

function square(west: number, south: number, side: number): number[][] {
  const [east, north] = [west + side, south + side]
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
}

/** A star-shaped ring, so that it does not cross itself. */
const ring = fc
  .array(fc.double({ min: 0.2, max: 1, noNaN: true }), { minLength: 3, maxLength: 40 })
  .map((radii) => {
    const points = radii.map((radius, at) => {
      const angle = (2 * Math.PI * at) / radii.length
      return [5 + radius * Math.cos(angle), 52 + radius * Math.sin(angle)]
    })
    return [...points, points[0] as number[]]
  })
const degrees = fc.double({ min: -1.2, max: 1.2, noNaN: true })

describe('holds', () => {
  it('answers as turf does, off the border', () => {
    fc.assert(
      fc.property(ring, degrees, degrees, (outside, dx, dy) => {
        const shape: Polygonal = { type: 'Polygon', coordinates: [outside] }
        const point = [5 + dx, 52 + dy] as const
        const isInside = booleanPointInPolygon([...point], shape)
        fc.pre(isInside === booleanPointInPolygon([...point], shape, { ignoreBoundary: true }))
        assert.equal(holds(shape, point), isInside)
      }),
      { numRuns: 500 },
    )
  })

  it('gives a common border to one of two areas, the one east or north of it', () => {
    const [west, east, north] = [square(5, 52, 1), square(6, 52, 1), square(5, 53, 1)].map(
      (outside): Polygonal => ({ type: 'Polygon', coordinates: [outside] }),
    ) as [Polygonal, Polygonal, Polygonal]
    assert.deepEqual([holds(west, [6, 52.5]), holds(east, [6, 52.5])], [false, true])
    assert.deepEqual([holds(west, [5.5, 53]), holds(north, [5.5, 53])], [false, true])
  })

  it('gives a point on any common border to exactly one, whichever way round the rings run', () => {
    const tenth = fc.integer({ min: -50, max: 50 })
    const from = fc.tuple(tenth, tenth).map(([x, y]) => [x / 10, y / 10] as const)
    const to = fc.tuple(tenth, tenth).map(([x, y]) => [x / 10 + 11, y / 10 + 0.05] as const)
    fc.assert(
      fc.property(from, to, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (a, b, along) => {
        const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
        const on = [a[0] + along * dx, a[1] + along * dy] as const
        // Two triangles on the line a–b, with their tips far to either side of it.
        const left = [a, b, [a[0] - dy * 9, a[1] + dx * 9], a].map((at) => [...at])
        const right = [b, a, [a[0] + dy * 9, a[1] - dx * 9], b].map((at) => [...at])
        const holders = [left, right].filter((ring) =>
          holds({ type: 'Polygon', coordinates: [ring] }, on),
        )
        assert.equal(holders.length, 1)
      }),
    )
  })

  it('leaves out holes and takes in every part', () => {
    const shape: Polygonal = {
      type: 'MultiPolygon',
      coordinates: [[square(5, 52, 1), square(5.4, 52.4, 0.2)], [square(8, 52, 1)]],
    }
    assert.equal(holds(shape, [5.1, 52.1]), true)
    assert.equal(holds(shape, [5.5, 52.5]), false)
    assert.equal(holds(shape, [8.5, 52.5]), true)
    assert.equal(holds(shape, [7, 52.5]), false)
  })

  it('holds no point that is not a number', () => {
    assert.equal(
      holds({ type: 'Polygon', coordinates: [square(5, 52, 1)] }, [Number.NaN, 52.5]),
      false,
    )
  })
})

describe('size_m2', () => {
  it('knows a square degree at 52° N, less its hole', () => {
    const whole = size_m2({ type: 'Polygon', coordinates: [square(5, 52, 1)] })
    // (sin 53° − sin 52°) × one degree × R²: the exact area between two parallels.
    assert.ok(Math.abs(whole / 7.527e9 - 1) < 1e-3, `${whole}`)
    const holed = size_m2({
      type: 'Polygon',
      coordinates: [square(5, 52, 1), square(5.2, 52.2, 0.5)],
    })
    assert.ok(holed > whole * 0.74 && holed < whole * 0.76)
  })
})
