import assert from 'node:assert/strict'
import { readFile, stat } from 'node:fs/promises'
import { describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { VectorTile } from '@mapbox/vector-tile'
import { PbfReader } from 'pbf'
import { BASE_LAYERS, fromZoomOf, orderOf } from './base-feature.ts'
import { BASE_ZOOMS, cutBase } from './cut-base.ts'
import { BASE_FILES, readBase } from './read-base.ts'

const OTTERLO = fileURLToPath(new URL('../../../../../shared/data/bgt-otterlo/', import.meta.url))
const NOW_MS = Date.parse('2026-06-01T12:00:00Z')
const SQUARE = [
  [5.77, 52.1],
  [5.771, 52.1],
  [5.771, 52.101],
  [5.77, 52.101],
  [5.77, 52.1],
]
const polygon = { type: 'Polygon', coordinates: [SQUARE] }
const line = { type: 'LineString', coordinates: SQUARE.slice(0, 3) }

function read(file: string, ...features: unknown[]) {
  return readBase(file, JSON.stringify({ type: 'FeatureCollection', features }), NOW_MS)
}
const feature = (geometry: unknown, properties: unknown = {}) => ({
  type: 'Feature',
  properties,
  geometry,
})

describe('the files of a base', () => {
  it('are drawn by kinds that there are', () => {
    const words = ['rijbaan lokale weg', 'rijbaan autosnelweg', 'fietspad', 'parkeervlak', '']
    const { features } = read(
      'wegdeel.geojson',
      ...words.map((functie) => feature(polygon, { functie, bgtStatus: 'bestaand' })),
    )
    assert.deepEqual(
      features.map(({ kind }) => kind),
      ['street', 'main', 'path', 'paved', 'paved'],
    )
    const roads = read('roads.geojson', feature(line, { highway: 'primary', name: 'Dorpsstraat' }))
    assert.deepEqual(
      roads.features.map(({ layer, kind, name }) => [layer, kind, name]),
      [
        ['road', 'main', 'Dorpsstraat'],
        ['label', 'main', 'Dorpsstraat'],
      ],
    )
    for (const one of [...features, ...roads.features]) {
      assert(BASE_LAYERS.includes(one.layer))
      assert(fromZoomOf(one) > 0)
      assert(orderOf(one) >= 0)
    }
  })

  it('leave out what is gone, and tell what cannot be drawn without stopping for it', () => {
    const { features, rejects, leftOut } = read(
      'pand.geojson',
      feature(polygon, { bgtStatus: 'plan' }),
      feature(polygon, { eindRegistratie: '2020-01-01T00:00:00' }),
      feature(polygon, { eindRegistratie: '2999-01-01T00:00:00' }),
      null,
      feature(null),
      feature({ type: 'Polygon', coordinates: [SQUARE.slice(0, 4)] }),
      feature({ type: 'Polygon', coordinates: [SQUARE.map(([x = 0, y = 0]) => [x + 50, y])] }),
      feature({ type: 'Polygon', coordinates: 'x' }),
      feature(line),
      feature(polygon, null),
    )
    assert.equal(features.length, 2)
    assert.equal(leftOut, 2)
    assert.deepEqual(
      rejects.map(({ index, reason }) => `${index} ${reason}`),
      [
        '3 not-a-feature',
        '4 not-a-feature',
        '5 ring-not-closed',
        '6 outside-netherlands',
        '7 geometry-unreadable',
        '8 geometry-unreadable',
      ],
    )
    assert.throws(() => readBase('water.geojson', 'nothing', NOW_MS), /not JSON/)
    assert.throws(() => readBase('other.geojson', '{}', NOW_MS), /no base/)
  })

  it('turn no name upside down', () => {
    for (const hoek of [-180, -91, -90, -45, 0, 45, 90, 91, 135, 180, 270, 359]) {
      const point = { type: 'Point', coordinates: [5.77, 52.1] }
      const [label] = read(
        'straatnaamlabels.geojson',
        feature(point, { naam: 'Arnhemseweg', hoek }),
      ).features
      assert(label?.angle !== undefined && label.angle >= -90 && label.angle <= 90, `${hoek}`)
    }
  })
})

it('a village is drawn from the real register, each tile decoded by a decoder that is not ours', async (t) => {
  if (!(await stat(OTTERLO).catch(() => undefined))) {
    t.skip('the data of Otterlo are not here')
    return
  }
  const files = Object.keys(BASE_FILES)
  const texts = await Promise.all(
    files.map((file) => readFile(`${OTTERLO}${file}`, 'utf8').catch(() => undefined)),
  )
  const reads = files.flatMap((file, at) => {
    const text = texts[at]
    return text === undefined ? [] : [readBase(file, text, NOW_MS)]
  })
  const features = reads.flatMap((one) => one.features)
  const counted = Map.groupBy(features, ({ layer }) => layer)
  assert.equal(counted.get('building')?.length, 1_681, '30 of 1,711 have no status')
  assert.equal(counted.get('label')?.length, 187)
  assert((counted.get('road')?.length ?? 0) >= 1_252)
  const zooms = new Map<number, number>()
  const names = new Set<unknown>()
  let largest = 0
  for (const { z, tile } of cutBase(features)) {
    zooms.set(z, (zooms.get(z) ?? 0) + 1)
    largest = Math.max(largest, tile.length)
    const { layers } = new VectorTile(new PbfReader(tile))
    for (const layer of Object.keys(layers)) assert(BASE_LAYERS.some((one) => one === layer))
    const labels = layers.label
    for (let at = 0; labels && at < labels.length; at++)
      names.add(labels.feature(at).properties.name)
  }
  assert.deepEqual(
    [Math.min(...zooms.keys()), Math.max(...zooms.keys())],
    [BASE_ZOOMS.from, BASE_ZOOMS.to],
  )
  assert.equal(names.size, 57, 'every street of the village has its name on the map')
  assert(largest < 500_000, `the largest tile is ${largest} bytes`)
})
