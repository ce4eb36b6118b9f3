import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { cellToChildren, cellToParent, getResolution, gridDisk, latLngToCell } from 'h3-js'
import {
  COUNTED_RESOLUTION,
  fewEnough,
  isOfRegion,
  MOST_CELLS,
  parentBits,
  RESOLUTION_BITS,
  rangesOf,
  rangeUnder,
  sumOf,
} from './map-cells.ts'

const lon = fc.double({ min: 3.4, max: 7.2, noNaN: true })
const lat = fc.double({ min: 50.8, max: 53.5, noNaN: true })
const side = fc.constantFrom(0.0005, 0.004, 0.03, 0.3, 2)
const numberOf = (cell: string) => BigInt(`0x${cell}`)

describe('cells of a map', () => {
  it('finds the parent of a counted cell by its bits, as H3 does', () => {
    fc.assert(
      fc.property(lon, lat, fc.integer({ min: 0, max: COUNTED_RESOLUTION }), (x, y, resolution) => {
        const cell = latLngToCell(y, x, COUNTED_RESOLUTION)
        const parent = (numberOf(cell) & ~RESOLUTION_BITS) | parentBits(resolution)
        assert.equal(parent.toString(16), cellToParent(cell, resolution))
      }),
    )
  })

  it('takes for a range under a cell all its children and nothing of its neighbours', () => {
    fc.assert(
      fc.property(lon, lat, fc.integer({ min: 6, max: COUNTED_RESOLUTION }), (x, y, resolution) => {
        const cell = latLngToCell(y, x, resolution)
        const { first, last } = rangeUnder(cell)
        const isIn = (child: string) =>
          numberOf(child) >= BigInt(first) && numberOf(child) <= BigInt(last)
        for (const near of gridDisk(cell, 1))
          for (const child of cellToChildren(near, COUNTED_RESOLUTION))
            assert.equal(isIn(child), near === cell)
      }),
      { numRuns: 30 },
    )
  })

  it('covers every place of a box, in whatever cell of whatever resolution it lies', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    const resolution = fc.integer({ min: 4, max: 12 })
    fc.assert(
      fc.property(lon, lat, side, share, share, resolution, (x, y, size, dx, dy, at) => {
        const region = { box: [x, y, x + size, y + size / 2] as const }
        const [px, py] = [x + dx * size, y + (dy * size) / 2]
        assert(isOfRegion(latLngToCell(py, px, at), region))
        const counted = numberOf(latLngToCell(py, px, COUNTED_RESOLUTION))
        const ranges = rangesOf(region) ?? []
        assert(ranges.some((one) => counted >= BigInt(one.first) && counted <= BigInt(one.last)))
        assert(ranges.length <= 250, `${ranges.length} ranges`)
      }),
    )
  })

  it('covers every place whose fine cell lies under a parent', () => {
    fc.assert(
      fc.property(lon, lat, fc.integer({ min: 4, max: COUNTED_RESOLUTION }), (x, y, above) => {
        const parent = cellToParent(latLngToCell(y, x, 12), above)
        assert(isOfRegion(latLngToCell(y, x, 12), { parent }))
        const counted = numberOf(latLngToCell(y, x, COUNTED_RESOLUTION))
        const ranges = rangesOf({ parent }) ?? []
        assert(ranges.some((one) => counted >= BigInt(one.first) && counted <= BigInt(one.last)))
      }),
    )
  })

  it('draws larger cells where there are too many, and loses no case', () => {
    const cells = gridDisk(latLngToCell(52, 5, 9), 60).map((cell, n) => ({ cell, cases: n % 5 }))
    assert(cells.length > MOST_CELLS)
    const drawn = fewEnough(cells, 9, 4)
    assert.equal(drawn.resolution, 8)
    assert(drawn.cells.length <= MOST_CELLS)
    assert.equal(sumOf(drawn.cells), sumOf(cells))
    for (const { cell } of drawn.cells) assert.equal(getResolution(cell), 8)
    assert.equal(fewEnough(cells, 9, 9).resolution, 9, 'but none larger than the parent')
  })
})
