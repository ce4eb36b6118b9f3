import assert from 'node:assert/strict'
import { test } from 'node:test'
import { indexAreas } from './area-index.ts'
import { indexAssets } from './asset-index.ts'
import type { Area } from './place.ts'
import { kindsOfPlace } from './place-kinds.ts'
import { pointWithin } from './point-within.ts'
import { holds } from './polygon.ts'

function ring(...points: [number, number][]): number[][] {
  return [...points, points[0] as [number, number]]
}
function square(west: number, south: number, east: number, north: number) {
  const points = ring([west, south], [east, south], [east, north], [west, north])
  return { type: 'Polygon' as const, coordinates: [points] }
}

test('a point within lies within, also of a ring with a hole and of a hook', () => {
  const withHole = {
    type: 'Polygon' as const,
    coordinates: [
      ...square(5, 52, 5.03, 52.03).coordinates,
      ...square(5.001, 52.001, 5.029, 52.029).coordinates,
    ],
  }
  const hook = {
    type: 'Polygon' as const,
    coordinates: [
      ring([5, 52], [5.03, 52], [5.03, 52.03], [5.029, 52.03], [5.029, 52.001], [5, 52.001]),
    ],
  }
  for (const shape of [square(5, 52, 5.00001, 52.00001), withHole, hook]) {
    const point = pointWithin(shape)
    assert(point && holds(shape, point))
  }
  assert.equal(pointWithin(square(5, 52, 5, 52.01)), undefined)
})

test('every overlap, the smallest area and the holders of what stands there are found', () => {
  const areas: Area[] = [
    { id: 'east', kind: 'neighbourhood', name: 'East', geometry: square(5.01, 52, 5.02, 52.01) },
    { id: 'west', kind: 'neighbourhood', name: 'West', geometry: square(5, 52, 5.01, 52.01) },
    { id: 'zone', kind: 'contract-zone', name: 'Zone', geometry: square(5.005, 52, 5.015, 52.01) },
    {
      id: 'plot',
      kind: 'contract-zone',
      name: 'Plot',
      geometry: square(5.0011, 52.0011, 5.00111, 52.00111),
    },
  ]
  const lamp = (id: string, manager?: string) => {
    return {
      id,
      type: 'lamp-post',
      place: [5.002, 52.002] as const,
      owner: 'town',
      ...(manager && { manager }),
    }
  }
  const steps = kindsOfPlace(
    indexAreas(areas),
    indexAssets([lamp('1'), lamp('2', 'province')]),
    square(5, 52, 5.021, 52.01),
  )
  let last = steps.next()
  while (!last.done) last = steps.next()
  const told = last.value.map((kind) => kind.areas.join('+')).sort()
  assert.deepEqual(told, ['', 'east', 'east+zone', 'plot+west', 'west', 'west+zone'])
  const west = last.value.find((kind) => kind.areas.join() === 'west')
  assert.deepEqual([...(west?.holders.get('lamp-post') ?? [])], ['town', 'province'])
})
