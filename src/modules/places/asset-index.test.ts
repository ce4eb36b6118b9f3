import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { distance_m, type LonLat } from '#kernel/geometry'
import { indexAssets, type NearestQuery } from './asset-index.ts'
import type { Asset } from './place.ts'

function bruteForce(assets: readonly Asset[], point: LonLat, query: NearestQuery): number[] {
  return assets
    .filter(({ type }) => query.types.includes(type))
    .map(({ place }) => distance_m(point, place))
    .filter((distance) => distance <= query.radius_m)
    .sort((a, b) => a - b)
    .slice(0, query.most)
}

const isWellFormed = (text: string) => text.isWellFormed()

describe('indexAssets', () => {
  it('finds the nearest as brute force does, from a street to a whole province', () => {
    const span = fc.constantFrom(0.001, 0.05, 0.3)
    const unit = fc.double({ min: -1, max: 1, noNaN: true })
    const type = fc.constantFrom('lamp-post', 'bench', 'tree')
    const spots = fc.array(fc.tuple(unit, unit, type), { minLength: 1, maxLength: 80 })
    const query = fc.record({
      types: fc.subarray(['lamp-post', 'bench', 'drain']),
      radius_m: fc.constantFrom(0, 30, 500, 20_000, 1e6),
      most: fc.constantFrom(1, 2, 7, Infinity),
    })
    fc.assert(
      fc.property(span, spots, unit, unit, query, (degrees, all, dx, dy, asked) => {
        const assets = all.map(([x, y, kind], at): Asset => {
          return { id: `${at}`, type: kind, place: [5 + x * degrees, 52 + y * degrees] }
        })
        const point: LonLat = [5 + dx * degrees, 52 + dy * degrees]
        const found = indexAssets(assets).nearest(point, asked)
        assert.deepEqual(
          found.map((near) => near.distance_m),
          bruteForce(assets, point, asked),
        )
      }),
      { numRuns: 500 },
    )
  })

  it('names the street of the nearest that has one, as brute force does', () => {
    const unit = fc.double({ min: -1, max: 1, noNaN: true })
    const spot = fc.tuple(unit, unit, fc.boolean())
    const spots = fc.array(spot, { minLength: 1, maxLength: 60 })
    const radius = fc.constantFrom(0, 20, 120, 5_000)
    fc.assert(
      fc.property(spots, unit, unit, radius, (all, dx, dy, radius_m) => {
        const assets = all.map(([x, y, isNamed], at): Asset => {
          const place: LonLat = [5 + x * 0.01, 52 + y * 0.01]
          return { id: `${at}`, type: 'tree', place, ...(isNamed && { street: `Street ${at}` }) }
        })
        const point: LonLat = [5 + dx * 0.01, 52 + dy * 0.01]
        const far_m = assets
          .filter(({ street }) => street !== undefined)
          .map(({ place }) => distance_m(point, place))
          .filter((distance) => distance <= radius_m)
        const street = indexAssets(assets).nearestStreet(point, radius_m)
        const found = assets.find((one) => one.street !== undefined && one.street === street)
        assert.equal(found !== undefined, far_m.length > 0)
        // A tree in 24 bits may take one for another that is as good as equally far.
        if (found) assert(distance_m(point, found.place) - Math.min(...far_m) < 0.01)
      }),
      { numRuns: 300 },
    )
    assert.equal(indexAssets([]).nearestStreet([5, 52], 120), undefined)
  })

  it('forgets the types of the query before', () => {
    const bench: Asset = { id: 'b', type: 'bench', place: [5, 52] }
    const lamp: Asset = { id: 'l', type: 'lamp-post', place: [5, 52] }
    const index = indexAssets([bench, lamp])
    const within = { radius_m: 10, most: 5 }
    assert.deepEqual(index.nearest([5, 52], { types: ['bench'], ...within })[0]?.asset, bench)
    assert.deepEqual(index.nearest([5, 52], { types: ['lamp-post'], ...within }), [
      { asset: lamp, distance_m: 0 },
    ])
    assert.deepEqual(index.nearest([5, 52], { types: [], ...within }), [])
    assert.deepEqual(index.nearest([5, 52], { types: ['drain'], ...within }), [])
  })

  it('knows an asset by its id and by the number on it, however it is written', () => {
    const lamp = (id: string, publicNumber: string, lon: number): Asset => {
      return { id, type: 'lamp-post', publicNumber, place: [lon, 52] }
    }
    const [ours, theirs] = [lamp('1', '0123-045A', 5), lamp('2', '0123-045a', 6)]
    const index = indexAssets([ours, theirs, lamp('3', '77', 5)])
    assert.deepEqual(index.byId('2'), theirs)
    assert.equal(index.byPublicNumber(' 77 ')?.id, '3')
    assert.equal(index.byPublicNumber('0123'), undefined)
    assert.equal(index.byPublicNumber(' 0123 – 045 a'), undefined, 'two owners use it')
    assert.deepEqual(index.byPublicNumber(' 0123 – 045 a', [5.1, 52]), ours)
    assert.deepEqual(index.byPublicNumber('0123-045A', [5.9, 52]), theirs)
  })

  it('gives back whatever was put in, in its order, and finds each by id and number', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }).filter(isWellFormed),
      fc.constantFrom('', '__proto__', 'é🏮'),
    )
    const maybe = fc.option(text, { nil: undefined })
    const place = fc.tuple(
      fc.double({ min: 3, max: 7, noNaN: true }),
      fc.double({ min: 50, max: 54, noNaN: true }),
    )
    const asset = fc.record({
      id: text,
      type: text,
      place,
      publicNumber: maybe,
      street: maybe,
      owner: maybe,
      manager: maybe,
      maintainer: maybe,
      warrantyUntil: maybe,
      parent: maybe,
    })
    const all = fc.uniqueArray(asset, { selector: ({ id }) => id, maxLength: 300 })
    fc.assert(
      fc.property(all, (drafts) => {
        const assets = drafts.map((draft) => JSON.parse(JSON.stringify(draft)) as Asset)
        const index = indexAssets(assets)
        assert.deepEqual([...index.all()], assets)
        for (const one of assets) {
          assert.deepEqual(index.byId(one.id), one)
          assert(index.has(one.id))
          if (one.publicNumber === undefined) continue
          assert(index.allByPublicNumber(one.publicNumber).some(({ id }) => id === one.id))
        }
        assert.equal(index.byId('no such id at all'), undefined)
        assert(!index.has('no such id at all'))
        const holders = new Set(assets.flatMap(({ owner, manager }) => [owner, manager]))
        holders.delete(undefined)
        assert.deepEqual(index.holders, holders)
      }),
    )
  })

  it('answers for a municipality without assets, and throws at a double id', () => {
    const query = { types: ['bench'], radius_m: 10, most: 1 }
    assert.deepEqual(indexAssets([]).nearest([5, 52], query), [])
    const bench: Asset = { id: 'b', type: 'bench', place: [5, 52] }
    assert.throws(() => indexAssets([bench, bench]), /one id: b/)
  })
})
