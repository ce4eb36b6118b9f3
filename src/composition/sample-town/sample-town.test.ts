import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Agreement } from '#modules/agreements'
import { Category, checkTree, pathOf } from '#modules/categories'
import { checkPlace, holds, indexAreas, indexAssets, snapToAsset } from '#modules/places'
import { seededRandom } from './random.ts'
import { makeSampleTown, type SampleMunicipality } from './sample-town.ts'

const NOW_MS = Date.UTC(2025, 10, 22, 12)
const small = makeSampleTown({ scale: 0.2, now_ms: NOW_MS })
const [main, neighbour] = small.municipalities as [SampleMunicipality, SampleMunicipality]

function lampsOf({ assets }: SampleMunicipality) {
  return assets.filter(({ type }) => type === 'lamp-post')
}

describe('makeSampleTown', () => {
  it('makes the same town for the same scale and moment', () => {
    assert.deepEqual(makeSampleTown({ scale: 0.2, now_ms: NOW_MS }), small)
  })

  it('is at scale 1 a town of some 2,400 lamp posts, 8 neighbourhoods and 3,000 past reports', () => {
    const { municipalities } = makeSampleTown({ scale: 1, now_ms: NOW_MS })
    const [town, village] = municipalities as [SampleMunicipality, SampleMunicipality]
    const lamps = lampsOf(town)
    assert.ok(lamps.length > 2200 && lamps.length < 2600, `${lamps.length} lamp posts`)
    assert.equal(town.areas.filter(({ kind }) => kind === 'neighbourhood').length, 8)
    assert.equal(town.history.length, 3000)
    const streets = new Set(lamps.map(({ street }) => street))
    assert.ok(streets.size > 55 && streets.size < 80, `${streets.size} streets`)
    assert.ok(lampsOf(village).length < 500)
    const owners = new Set(lamps.map(({ owner }) => owner))
    assert.deepEqual(owners, new Set(['G9901', 'P9990', 'woningcorporatie-thuishaven']))
  })

  it('grows: from a hamlet to five times the town', () => {
    for (const scale of [0.01, 0.5, 5]) {
      const [town] = makeSampleTown({ scale, now_ms: NOW_MS }).municipalities
      assert.ok(town)
      assert.ok(lampsOf(town).length > 2000 * scale, `${lampsOf(town).length} at ${scale}`)
    }
  })
})

for (const town of [main, neighbour]) {
  describe(`the ground of ${town.name}`, () => {
    const index = indexAreas(town.areas)

    it('holds all that stands on it', () => {
      const outside = town.assets.filter(({ place }) => !holds(town.boundary, place))
      assert.deepEqual(outside, [])
    })

    it('is tiled by its neighbourhoods and by its contract zones', () => {
      const random = seededRandom(1)
      const inside = town.assets.map(({ place }) => place)
      for (let turn = 0; turn < 4000; turn++) {
        const [lon, lat] = random.pick(inside)
        const point = [
          lon + random.between(-0.02, 0.02),
          lat + random.between(-0.02, 0.02),
        ] as const
        const kinds = index.at(point).map((id) => index.area(id)?.kind)
        const expected = holds(town.boundary, point) ? 1 : 0
        for (const kind of ['neighbourhood', 'contract-zone', 'municipality'] as const) {
          assert.equal(
            kinds.filter((other) => other === kind).length,
            expected,
            `${kind} at ${point}`,
          )
        }
      }
    })

    it('borders on its neighbour, and shares no point with it', () => {
      const [other] = town.neighbours
      assert.ok(other)
      const index = indexAssets(town.assets)
      const strangers = town.assets.filter(({ place }) => holds(other.boundary, place))
      assert.deepEqual(strangers, [])
      const [theirs] = (town === main ? neighbour : main).assets
      const [lon, lat] = theirs?.place ?? []
      const judgement = checkPlace({ lon, lat }, town)
      assert.ok(!judgement.ok)
      assert.equal(judgement.neighbour?.id, other.id)
      assert.equal(index.byId(theirs?.id ?? ''), undefined)
    })

    it('gives the provincial road to the province, and one spot to each number', () => {
      const road = town.assets.filter(
        ({ type, owner }) => type === 'lamp-post' && owner === 'P9990',
      )
      assert.ok(road.length > 5)
      for (const { place } of road) assert.ok(index.at(place).includes('provinciale-weg'))
      const numbers = town.assets.flatMap(({ publicNumber }) => publicNumber ?? [])
      assert.equal(new Set(numbers).size, numbers.length)
    })
  })

  describe(`the lamps of ${town.name}`, () => {
    const index = indexAssets(town.assets)

    it('hang on a segment, a cabinet and the switching area', () => {
      for (const lamp of lampsOf(town)) {
        const chain = [lamp.parent, index.byId(lamp.parent ?? '')?.parent]
        const [segment, cabinet] = chain.map((id) => index.byId(id ?? ''))
        assert.deepEqual([segment?.type, cabinet?.type], ['segment', 'lighting-cabinet'])
        assert.equal(index.byId(cabinet?.parent ?? '')?.type, 'switching-area')
      }
    })

    it('hang at most 14 on a segment of one street, and at most 10 segments on a cabinet', () => {
      const hung = Map.groupBy(town.assets, ({ parent }) => parent)
      for (const segment of town.assets.filter(({ type }) => type === 'segment')) {
        const lamps = hung.get(segment.id) ?? []
        assert.ok(lamps.length >= 1 && lamps.length <= 14)
        assert.deepEqual(new Set(lamps.map(({ street }) => street)), new Set([segment.street]))
      }
      for (const cabinet of town.assets.filter(({ type }) => type === 'lighting-cabinet'))
        assert.ok((hung.get(cabinet.id)?.length ?? 0) <= 10)
    })

    it('are found again from where they stand', () => {
      for (const lamp of lampsOf(town).slice(0, 200)) {
        const { asset } = snapToAsset(index, lamp.place, { types: ['lamp-post'] })
        assert.deepEqual(asset, lamp)
      }
    })
  })

  describe(`the register of ${town.name}`, () => {
    it('has a sound tree of categories, some of them confidential', () => {
      for (const category of town.categories) assert.deepEqual(Category.parse(category), category)
      assert.deepEqual(checkTree(town.categories), [])
      const seen = town.categories.map(({ visibility }) => visibility)
      assert.ok(seen.filter((visibility) => visibility === 'confidential').length >= 2)
      assert.ok(seen.includes('status-only'))
      for (const task of [
        'kabel-afkoppelen',
        'kabel-aansluiten',
        'mast-plaatsen',
        'bestrating-openen',
        'bestrating-herstellen',
        'verkeersmaatregelen',
      ])
        assert.equal(town.categories.find(({ id }) => id === task)?.isReportable, false)
    })

    it('has agreements that keep to the schema and name only what is there', () => {
      const known = {
        categories: new Set(town.categories.map(({ id }) => id)),
        areas: new Set(town.areas.map(({ id }) => id)),
        assets: new Set(town.assets.map(({ id }) => id)),
        organisations: new Set(town.organisations.map(({ id }) => id)),
      }
      assert.equal(new Set(town.agreements.map(({ id }) => id)).size, town.agreements.length)
      for (const agreement of town.agreements) {
        assert.deepEqual(Agreement.parse(agreement), agreement)
        const { scope, party, informed } = agreement
        for (const id of scope.categories) assert.ok(known.categories.has(id), id)
        for (const id of scope.areas) assert.ok(known.areas.has(id), id)
        for (const id of scope.assets) assert.ok(known.assets.has(id), id)
        for (const id of [party, ...informed, ...scope.managers])
          assert.ok(known.organisations.has(id), id)
      }
    })

    it('has an agreement for whatever residents may report', () => {
      const byId = new Map(town.categories.map((category) => [category.id, category]))
      const covered = new Set(town.agreements.flatMap(({ scope }) => scope.categories))
      const isCovered = (id: string) => pathOf(byId, id)?.some((node) => covered.has(node))
      const gaps = town.categories.filter(({ id, isReportable }) => isReportable && !isCovered(id))
      assert.deepEqual(
        gaps.map(({ id }) => id),
        [],
      )
    })
  })

  describe(`the history of ${town.name}`, () => {
    const byId = new Map(town.categories.map((category) => [category.id, category]))
    const assets = indexAssets(town.assets)

    it('lies in the fourteen months before now, in order, in places of the town', () => {
      let before_ms = NOW_MS - 427 * 86_400_000
      for (const { received_ms, place, assetId, category } of town.history) {
        assert.ok(received_ms >= before_ms && received_ms < NOW_MS)
        before_ms = received_ms
        assert.ok(holds(town.boundary, place))
        assert.equal(byId.get(category)?.isReportable, true)
        if (assetId !== undefined) assert.ok(assets.byId(assetId))
      }
    })

    it('has an end for what is done, and none for what is open or was not theirs', () => {
      for (const { outcome, received_ms, partyAnswerAfter_h, doneAfter_h } of town.history) {
        assert.equal(doneAfter_h === undefined, outcome === 'open' || outcome === 'not-ours')
        if (doneAfter_h === undefined) continue
        assert.ok(doneAfter_h >= (partyAnswerAfter_h ?? Infinity))
        assert.ok(received_ms + doneAfter_h * 3_600_000 <= NOW_MS + 360_000)
      }
    })

    it('never says the same twice in a row, and names no contact', () => {
      for (const [at, { text }] of town.history.entries()) {
        assert.notEqual(text, town.history[at - 1]?.text)
        assert.doesNotMatch(text, /@|\b0\d{8,}|\{|undefined/)
      }
    })
  })
}

describe('the seasons', () => {
  it('bring lamps in the dark months and greenery in spring', () => {
    const [town] = makeSampleTown({ scale: 1, now_ms: NOW_MS }).municipalities
    const count = (categories: readonly string[], months: readonly number[]) =>
      town?.history.filter(({ category, received_ms }) => {
        return categories.includes(category) && months.includes(new Date(received_ms).getUTCMonth())
      }).length ?? 0
    assert.ok(count(['lamp-kapot'], [11, 0]) > 3 * count(['lamp-kapot'], [5, 6]))
    const green = ['groen-te-hoog', 'onkruid', 'gras-maaien']
    assert.ok(count(green, [4, 5]) > 5 * count(green, [0, 1]))
  })

  it('leave one agreement in shadow, one to confirm, one paused, and one that ended at New Year', () => {
    const modes = main.agreements.map(({ mode }) => mode)
    for (const mode of ['shadow', 'confirm', 'paused'] as const)
      assert.ok(modes.includes(mode), mode)
    const ended = main.agreements.find(({ validity }) => validity.to === '2025-01-01')
    const successor = main.agreements.find(({ id }) => `${id}-vorig` === ended?.id)
    assert.equal(successor?.validity.from, '2025-01-01')
    assert.notEqual(successor?.party, ended?.party)
  })
})
