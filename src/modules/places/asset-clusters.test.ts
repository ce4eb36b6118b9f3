import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { boxOfTile, isInTile, onWorld } from '#languages/vector-tile'
import { countAssets, READABLE_ZOOM } from './asset-clusters.ts'
import { indexAssets } from './asset-index.ts'

const place = fc.tuple(
  fc.double({ min: 5.6, max: 5.9, noNaN: true }),
  fc.double({ min: 52, max: 52.2, noNaN: true }),
)

it('counts at every zoom each object once, and finds in a box what a look at each finds', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(place, { minLength: 1, maxLength: 40 }),
      fc.integer({ min: 0, max: READABLE_ZOOM - 1 }),
      async (places, z) => {
        const index = indexAssets(
          places.map((at, id) => ({ id: `${id}`, type: 'tree', place: at })),
        )
        const clusters = await countAssets(index, async () => undefined)
        const tiles = new Map(
          places.map((at) => {
            const [u, v] = onWorld(at)
            const tile = { z, x: Math.floor(u * 2 ** z), y: Math.floor(v * 2 ** z) }
            return [JSON.stringify(tile), tile]
          }),
        )
        let counted = 0
        for (const tile of tiles.values()) {
          const own = places.filter((at) => isInTile(tile, at)).length
          const told = clusters.inTile(tile).reduce((sum, { assets }) => sum + assets, 0)
          assert.equal(told, own)
          counted += told
          const [west, south, east, north] = boxOfTile(tile)
          const within = places.flatMap(([lon, lat], row) =>
            lon >= west && lon <= east && lat >= south && lat <= north ? [row] : [],
          )
          assert.deepEqual(
            index.rowsWithin(boxOfTile(tile)).sort((a, b) => a - b),
            within,
          )
        }
        assert.equal(counted, places.length)
      },
    ),
  )
})
