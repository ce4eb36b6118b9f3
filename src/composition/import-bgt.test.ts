import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { Agreement } from '#modules/agreements'
import { holds } from '#modules/places'
import { readBgt, readMunicipalityBoundaries } from './import-bgt.ts'
import { defaultCategories } from './sample-town/index.ts'

const NOW_MS = Date.UTC(2025, 10, 22)
const DATA = fileURLToPath(new URL('../../../shared/data/', import.meta.url))
const skip = existsSync(DATA) ? false : 'shared/data is absent'

describe('readBgt', () => {
  let folder = ''
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bgt-'))
  })
  after(() => rm(folder, { recursive: true }))

  it('throws one clear error at a folder that is not there, or holds something else', async () => {
    const options = { now_ms: NOW_MS }
    await assert.rejects(readBgt(join(folder, 'none'), options), /holds no BGT files.*paal.geojson/)
    await assert.rejects(readBgt(folder, options), /holds no BGT files/)
  })

  it('reads what is there, and lists the holders and what it could not use', async () => {
    const feature = (lokaalID: string, bronhouder: string, coordinates: unknown) => ({
      type: 'Feature',
      properties: { lokaalID, bronhouder, bgtStatus: 'bestaand', plusType: 'lichtmast' },
      geometry: { type: 'Point', coordinates },
    })
    const features = [
      feature('P2.a', 'P0002', [5.77, 52.1]),
      feature('G1.a', 'G0001', [190000, 450000]),
      feature('G1.b', 'G0001', null),
    ]
    const text = JSON.stringify({ type: 'FeatureCollection', features })
    await writeFile(join(folder, 'paal.geojson'), text)
    const read = await readBgt(folder, { now_ms: NOW_MS })
    assert.deepEqual(read.files, ['paal.geojson'])
    assert.deepEqual(read.holders, ['G0001', 'P0002'])
    assert.deepEqual(
      read.assets.map(({ id }) => id),
      ['P2.a', 'G1.a'],
    )
    assert.deepEqual(read.rejects, [
      { file: 'paal.geojson', index: 2, reason: 'geometry-unreadable' },
    ])
  })

  it('refuses a file over 200 MB', async () => {
    await truncate(join(folder, 'paal.geojson'), 200 * 1024 * 1024 + 1)
    await assert.rejects(readBgt(folder, { now_ms: NOW_MS }), /paal.geojson is larger than/)
  })
})

describe('the register of Otterlo', { skip }, () => {
  const read = () => readBgt(join(DATA, 'bgt-otterlo'), { now_ms: NOW_MS })

  it('has 388 lamp posts, 306 of the municipality and 82 of the province', async () => {
    const { assets, areas, holders, rejects, leftOut } = await read()
    const lamps = assets.filter(({ type }) => type === 'lamp-post')
    const of = (holder: string) => lamps.filter(({ owner }) => owner === holder).length
    assert.deepEqual([lamps.length, of('G0228'), of('P0025')], [388, 306, 82])
    assert.equal(assets.filter(({ type }) => type === 'lighting-cabinet').length, 2)
    const roads = (holder: string) => areas.filter(({ manager }) => manager === holder).length
    assert.deepEqual([roads('P0025'), roads('G0228'), roads('L0003')], [593, 658, 1])
    assert.deepEqual(holders, ['G0228', 'L0003', 'P0025'])
    assert.deepEqual([rejects, leftOut], [[], 0])
  })

  it('names the street of nine in ten lamp posts', async () => {
    const { assets } = await read()
    const lamps = assets.filter(({ type }) => type === 'lamp-post')
    assert.ok(lamps.filter(({ street }) => street !== undefined).length > 0.9 * lamps.length)
  })

  it('lies in Ede, among 393 municipalities', async () => {
    const file = join(DATA, 'cbs-gebieden', 'gemeenten_2015.geojson')
    const boundaries = await readMunicipalityBoundaries(file)
    assert.equal(boundaries.length, 393)
    const ede = boundaries.find(({ id }) => id === 'GM0228')
    assert.equal(ede?.name, 'Ede')
    const { assets } = await read()
    for (const { place } of assets) assert.ok(ede && holds(ede.geometry, place))
  })
})

describe('the agreements for Otterlo', () => {
  it('keep to the schema, and name categories that every new town has', async () => {
    const file = new URL('../../test/otterlo.agreements.yaml', import.meta.url)
    const { municipality, agreements } = parse(await readFile(file, 'utf8'))
    assert.equal(municipality, 'GM0228')
    const categories = new Set(defaultCategories.map(({ id }) => id))
    for (const draft of agreements) {
      const { scope } = Agreement.parse(draft)
      for (const id of scope.categories) assert.ok(categories.has(id), id)
    }
    const parties = new Set(agreements.map(({ party }: { party: string }) => party))
    assert.deepEqual(parties, new Set(['lichtwerk-onderhoud', 'P0025']))
  })
})
