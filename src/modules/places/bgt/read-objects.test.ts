import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { distance_m } from '#kernel/geometry'
import { readPosition } from './coordinates.ts'
import { readBgtAssets, readBgtRoads } from './read-objects.ts'
import { noStreetLabels, readStreetLabels } from './street-labels.ts'

const NOW_MS = Date.UTC(2025, 10, 22)
const HERE = [5.77, 52.097]

function collection(...features: unknown[]): string {
  return JSON.stringify({ type: 'FeatureCollection', features })
}

function pole(properties: Record<string, unknown> = {}, coordinates: unknown = HERE) {
  const plain = {
    lokaalID: 'G1.a',
    bronhouder: 'G0001',
    bgtStatus: 'bestaand',
    plusType: 'lichtmast',
  }
  return {
    type: 'Feature',
    properties: { ...plain, ...properties },
    geometry: { type: 'Point', coordinates },
  }
}

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

function readPoles(...features: unknown[]) {
  const text = collection(...features)
  return readBgtAssets({ file: 'paal.geojson', text, labels: noStreetLabels, now_ms: NOW_MS })
}

describe('readBgtAssets', () => {
  it('reads a pole as an asset of its register holder', () => {
    const { assets } = readPoles(pole(), pole({ lokaalID: 'G1.b', plusType: 'haltepaal' }))
    assert.deepEqual(assets, [
      { id: 'G1.a', type: 'lamp-post', place: HERE, owner: 'G0001' },
      { id: 'G1.b', type: 'pole', place: HERE, owner: 'G0001' },
    ])
  })

  it('tells the cabinets of the street lights from others', () => {
    const text = collection(
      pole({ plusType: 'openbare verlichtingkast' }),
      pole({ lokaalID: 'G1.b', plusType: 'rioolkast' }),
    )
    const read = { file: 'kast.geojson', text, labels: noStreetLabels, now_ms: NOW_MS }
    assert.deepEqual(
      readBgtAssets(read).assets.map(({ type }) => type),
      ['lighting-cabinet', 'cabinet'],
    )
  })

  it('leaves out what has ended or is not there yet, and keeps what ends later', () => {
    const read = readPoles(
      pole({ eindRegistratie: '2020-01-20T10:01:45.000' }),
      pole({ terminatie: '2019-05-01' }),
      pole({ bgtStatus: 'plan' }),
      pole({ lokaalID: 'G1.later', terminatie: '2031-05-01' }),
      pole({ lokaalID: 'G1.now' }),
    )
    assert.deepEqual([read.leftOut, read.rejects], [3, []])
    assert.deepEqual(
      read.assets.map(({ id }) => id),
      ['G1.later', 'G1.now'],
    )
  })

  it('makes ids that agreements can name', () => {
    const { assets } = readPoles(pole({ lokaalID: ' G1/ä b ' }))
    assert.equal(assets[0]?.id, 'G1___b')
  })

  it('sets aside each feature that it cannot use, with the reason', () => {
    const { assets, rejects } = readPoles(
      pole(),
      null,
      { type: 'Feature', geometry: null },
      pole({ lokaalID: 7 }),
      pole({ lokaalID: `G1.${'x'.repeat(80)}` }),
      pole(),
      pole({ lokaalID: 'G1.c', bronhouder: '' }),
      pole({ lokaalID: 'G1.d', eindRegistratie: 'gisteren' }),
      pole({ lokaalID: 'G1.e' }, ['a', 'b']),
      pole({ lokaalID: 'G1.f' }, [52.1, 5.7]),
      {
        ...pole({ lokaalID: 'G1.g' }),
        geometry: { type: 'LineString', coordinates: [HERE, HERE] },
      },
    )
    assert.equal(assets.length, 1)
    assert.ok(rejects.every(({ file }) => file === 'paal.geojson'))
    const byIndex = rejects.toSorted((a, b) => a.index - b.index)
    assert.deepEqual(
      byIndex.map(({ index, reason }) => [index, reason]),
      [
        [1, 'not-a-feature'],
        [2, 'not-a-feature'],
        [3, 'id-unusable'],
        [4, 'id-unusable'],
        [5, 'id-twice'],
        [6, 'holder-missing'],
        [7, 'date-unreadable'],
        [8, 'geometry-unreadable'],
        [9, 'outside-netherlands'],
        [10, 'geometry-unreadable'],
      ],
    )
  })

  it('throws at a file that is no collection of features', () => {
    const read = { file: 'paal.geojson', labels: noStreetLabels, now_ms: NOW_MS }
    assert.throws(() => readBgtAssets({ ...read, text: '{' }), /paal.geojson is not JSON/)
    assert.throws(() => readBgtAssets({ ...read, text: '[]' }), /not a GeoJSON FeatureCollection/)
  })

  it('takes the street from the nearest label within 100 m', () => {
    const label = (naam: string, lon: number) => ({
      type: 'Feature',
      properties: { naam },
      geometry: { type: 'Point', coordinates: [lon, HERE[1]] },
    })
    const labels = readStreetLabels(
      'straatnaamlabels.geojson',
      collection(label('Dorpsstraat', 5.7705), label('Kerklaan', 5.7712), { type: 'Feature' }),
    )
    const text = collection(pole(), pole({ lokaalID: 'G1.b' }, [5.78, 52.097]))
    const { assets } = readBgtAssets({ file: 'paal.geojson', text, labels, now_ms: NOW_MS })
    assert.deepEqual(
      assets.map(({ street }) => street),
      ['Dorpsstraat', undefined],
    )
  })
})

describe('readBgtRoads', () => {
  const road = (lokaalID: string, ring: number[][]) => ({
    type: 'Feature',
    properties: { lokaalID, bronhouder: 'P0001', bgtStatus: 'bestaand', functie: 'fietspad' },
    geometry: { type: 'Polygon', coordinates: [ring] },
  })

  it('reads a road as an area, named by the label on it, else by what it is for', () => {
    const label = {
      type: 'Feature',
      properties: { naam: 'Lange Weg' },
      geometry: { type: 'Point', coordinates: [5.775, 52.105] },
    }
    const labels = readStreetLabels('straatnaamlabels.geojson', collection(label))
    const [long, other] = [square(5.77, 52.1, 0.01), square(5.8, 52.1, 0.001)]
    const text = collection(road('P1.a', long), road('P1.b', other))
    const { areas } = readBgtRoads({ file: 'wegdeel.geojson', text, labels, now_ms: NOW_MS })
    const geometry = { type: 'Polygon', coordinates: [long] }
    assert.deepEqual(areas[0], {
      id: 'P1.a',
      kind: 'road',
      name: 'Lange Weg',
      manager: 'P0001',
      geometry,
    })
    assert.equal(areas[1]?.name, 'fietspad')
  })

  it('sets aside a ring that is not closed', () => {
    const text = collection(road('P1.a', square(5.77, 52.1, 0.01).slice(0, 4)))
    const read = readBgtRoads({
      file: 'wegdeel.geojson',
      text,
      labels: noStreetLabels,
      now_ms: NOW_MS,
    })
    assert.deepEqual(read.rejects, [
      { file: 'wegdeel.geojson', index: 0, reason: 'ring-not-closed' },
    ])
  })
})

describe('readPosition', () => {
  it('turns metres of the Dutch grid into degrees', () => {
    // The middle of the grid, the tower of Amersfoort; a point of the same tower in degrees.
    const read = readPosition([155000, 463000])
    assert.ok('value' in read)
    assert.ok(distance_m(read.value, [5.387203509, 52.155172302]) < 0.02)
  })

  it('refuses what is not two numbers', () => {
    for (const position of [undefined, [], [5.7], ['5.7', '52.1'], [Number.NaN, 52]])
      assert.deepEqual(readPosition(position), { fault: 'geometry-unreadable' })
  })
})
