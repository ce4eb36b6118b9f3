import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { VectorTile } from '@mapbox/vector-tile'
import fc from 'fast-check'
import { PbfReader } from 'pbf'
import {
  boxOfTile,
  cutTile,
  type Drawn,
  EXTENT,
  encodeTile,
  isInTile,
  onWorld,
  projectInto,
} from './index.ts'

const place = fc.tuple(
  fc.double({ min: 3.3, max: 7.2, noNaN: true }),
  fc.double({ min: 50.7, max: 53.6, noNaN: true }),
)
const AROUND_OTTERLO = { z: 14, x: 8453, y: 5397 }

const decode = (bytes: Uint8Array) => new VectorTile(new PbfReader(bytes))

describe('vector tiles', () => {
  it('give back what was put in, by a decoder that is not ours', () => {
    const points: Drawn[] = [
      { type: 1, geometry: [[0, 0]], tags: { number: 'L1 “é”', cases: 3, share: 0.5 } },
      { type: 1, geometry: [[4095, 12]], tags: { number: 'L2', isKnown: true } },
    ]
    const { layers } = decode(encodeTile({ assets: points, nothing: [] }))
    assert.deepEqual(Object.keys(layers), ['assets'])
    const layer = layers.assets
    assert(layer)
    assert.deepEqual([layer.length, layer.extent, layer.version], [2, EXTENT, 2])
    assert.deepEqual({ ...layer.feature(0).properties }, { number: 'L1 “é”', cases: 3, share: 0.5 })
    const [[second] = []] = layer.feature(1).loadGeometry()
    assert.deepEqual([second?.x, second?.y], [4095, 12])
    assert.equal(encodeTile({ assets: [] }).length, 0)
  })

  it('lay a place in exactly one tile, within its box, to a ten-thousandth of its width', () => {
    fc.assert(
      fc.property(place, fc.integer({ min: 4, max: 18 }), (at, z) => {
        const [u, v] = onWorld(at)
        const [column, row] = [Math.floor(u * 2 ** z), Math.floor(v * 2 ** z)]
        const all = [-1, 0, 1].flatMap((dx) =>
          [-1, 0, 1].map((dy) => ({ z, x: column + dx, y: row + dy })),
        )
        assert.equal(all.filter((tile) => isInTile(tile, at)).length, 1)
        for (const tile of all.filter((one) => isInTile(one, at))) {
          const [west, south, east, north] = boxOfTile(tile)
          const slack = 1e-9
          assert(at[0] >= west - slack && at[0] <= east + slack)
          assert(at[1] >= south - slack && at[1] <= north + slack)
          const [x, y] = projectInto(tile)(at)
          assert(x >= 0 && x <= EXTENT && y >= 0 && y <= EXTENT)
        }
      }),
    )
  })

  it('cut a polygon to the tile, and leave out what is too small to be seen', () => {
    const square = (west: number, south: number, side: number) => ({
      type: 'Polygon' as const,
      coordinates: [
        [
          [west, south],
          [west + side, south],
          [west + side, south + side],
          [west, south + side],
          [west, south],
        ],
      ],
    })
    const feature = (name: string, geometry: GeoJSON.Geometry) => ({
      type: 'Feature' as const,
      properties: { name },
      geometry,
    })
    const [west, south] = boxOfTile(AROUND_OTTERLO)
    const features = [
      feature('large', square(west - 1, south - 1, 2)),
      feature('elsewhere', square(west + 1, south + 1, 0.1)),
      feature('tiny', square(west + 0.01, south + 0.005, 0.0000001)),
    ]
    const drawn = cutTile(features, AROUND_OTTERLO)
    assert.deepEqual(
      drawn.map(({ tags }) => tags.name),
      ['large'],
    )
    const { layers } = decode(encodeTile({ areas: drawn }))
    const xs =
      layers.areas
        ?.feature(0)
        .loadGeometry()
        .flat()
        .map(({ x }) => x) ?? []
    assert(Math.min(...xs) >= -64 && Math.max(...xs) <= EXTENT + 64)
  })
})
