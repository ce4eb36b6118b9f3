import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { type LonLat, M_PER_DEGREE } from '#kernel/geometry'
import { indexAssets } from './asset-index.ts'
import { holderOf, snapToAsset } from './locate-asset.ts'
import type { Asset } from './place.ts'

const OTTERLO = new URL('../../../../shared/data/bgt-otterlo/paal.geojson', import.meta.url)
const skip = existsSync(OTTERLO) ? false : 'shared/data/bgt-otterlo is absent'

/** The point so many metres from another, in a direction in radians. */
function off([lon, lat]: LonLat, distance_m: number, direction: number): LonLat {
  const north = (distance_m * Math.cos(direction)) / M_PER_DEGREE
  const east = (distance_m * Math.sin(direction)) / M_PER_DEGREE / Math.cos((lat * Math.PI) / 180)
  return [lon + east, lat + north]
}

const CENTER: LonLat = [5.23, 52.53]
const lamp = (id: string, owner: string, east_m: number, rest: Partial<Asset> = {}): Asset => {
  return { id, type: 'lamp-post', owner, place: off(CENTER, east_m, Math.PI / 2), ...rest }
}
const types = ['lamp-post']

describe('snapToAsset', () => {
  it('takes the nearest of the types, sure of it when all about it are of one holder', () => {
    const index = indexAssets([
      lamp('near', 'G', 8),
      lamp('far', 'G', -9),
      lamp('b', 'P', 0, { type: 'bench' }),
    ])
    const { asset, distance_m, isUncertain, rivals } = snapToAsset(index, CENTER, { types })
    assert.equal(asset?.id, 'near')
    assert.ok(Math.abs((distance_m ?? 0) - 8) < 0.01)
    assert.deepEqual([isUncertain, rivals], [false, []])
  })

  it('is uncertain with another holder within the accuracy, or as near as the nearest', () => {
    const index = indexAssets([lamp('ours', 'G', 2), lamp('theirs', 'P', -14)])
    assert.equal(snapToAsset(index, CENTER, { types }).isUncertain, true)
    assert.equal(snapToAsset(index, CENTER, { types, accuracy_m: 10 }).isUncertain, false)
    const even = indexAssets([lamp('ours', 'G', 25), lamp('theirs', 'P', -25)])
    assert.equal(snapToAsset(even, CENTER, { types }).isUncertain, true)
    const less = indexAssets([lamp('ours', 'G', 20), lamp('theirs', 'P', -25)])
    assert.equal(snapToAsset(less, CENTER, { types }).isUncertain, false)
  })

  it('goes by the manager before the owner', () => {
    const index = indexAssets([lamp('a', 'G', 2), lamp('b', 'P', -3, { manager: 'G' })])
    assert.equal(snapToAsset(index, CENTER, { types }).isUncertain, false)
  })

  it('finds nothing beyond reach, and reaches as far as the point may be off', () => {
    const index = indexAssets([lamp('a', 'G', 40)])
    assert.deepEqual(snapToAsset(index, CENTER, { types }), { isUncertain: false, rivals: [] })
    assert.equal(snapToAsset(index, CENTER, { types, accuracy_m: 50 }).asset?.id, 'a')
  })
})

describe('snapToAsset with 10 m of error on the lamp posts of Otterlo', { skip }, () => {
  const lamps: Asset[] = skip ? [] : readLamps()
  const index = indexAssets(lamps)

  for (const accuracy_m of [10, 15]) {
    it(`never takes another owner's for sure (accuracy ${accuracy_m} m)`, (t) => {
      const random = seeded(20_251_122)
      const counts = { tried: 0, otherLamp: 0, otherHolder: 0, uncertain: 0 }
      for (const truth of lamps) {
        for (let turn = 0; turn < 72; turn++) {
          const error_m = turn % 2 === 0 ? 10 : 10 * Math.sqrt(random())
          const point = off(truth.place, error_m, random() * 2 * Math.PI)
          const snap = snapToAsset(index, point, { types, accuracy_m })
          const isOther = snap.asset !== undefined && holderOf(snap.asset) !== holderOf(truth)
          counts.tried++
          if (snap.asset?.id !== truth.id) counts.otherLamp++
          if (isOther) counts.otherHolder++
          if (snap.isUncertain) counts.uncertain++
          assert.ok(!isOther || snap.isUncertain, `${truth.id} taken for ${snap.asset?.id}`)
        }
      }
      assert.ok(counts.otherHolder > 0 && counts.uncertain < counts.tried * 0.1)
      t.diagnostic(shares(counts))
    })
  }
})

function shares({ tried, ...counts }: Record<string, number>): string {
  const share = (count: number) => `${((100 * count) / (tried ?? 1)).toFixed(2)} %`
  return Object.entries(counts)
    .map(([what, count]) => `${what} ${share(count)}`)
    .join(', ')
}

function readLamps(): Asset[] {
  const { features } = JSON.parse(readFileSync(OTTERLO, 'utf8'))
  return features
    .filter(
      (feature: { properties: { plusType: string } }) =>
        feature.properties.plusType === 'lichtmast',
    )
    .map(
      ({
        properties,
        geometry,
      }: {
        properties: { lokaalID: string; bronhouder: string }
        geometry: { coordinates: LonLat }
      }) => {
        const { lokaalID: id, bronhouder: owner } = properties
        return { id, type: 'lamp-post', place: geometry.coordinates, owner }
      },
    )
}

/** Numerical Recipes' linear congruential generator: the same jitter on every machine. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
