import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Polygonal } from '#kernel/geometry'
import { checkPlace, type IncomingPlace, PLACE_REFUSALS, type PlaceRefusal } from './check-place.ts'

function square(west: number, south: number): Polygonal {
  const [east, north] = [west + 0.1, south + 0.1]
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
  return { type: 'Polygon', coordinates: [ring] }
}

const around = {
  boundary: square(5.2, 52.5),
  neighbours: [{ id: 'GM9902', name: 'Oeverdam', boundary: square(5.3, 52.5) }],
}

const REFUSED: readonly [what: string, place: IncomingPlace, reason: PlaceRefusal, says: RegExp][] =
  [
    ['nothing', {}, 'place-missing', /ontbreekt/],
    ['one of two', { lon: 5.25, lat: null }, 'place-missing', /ontbreekt/],
    ['an empty field', { lon: ' ', lat: '52.55' }, 'place-missing', /ontbreekt/],
    ['a word', { lon: 'hier', lat: 52.55 }, 'place-not-a-number', /geen getal/],
    ['a decimal comma', { lon: '5,25', lat: '52,55' }, 'place-not-a-number', /met een punt/],
    ['not a number', { lon: Number.NaN, lat: 52.55 }, 'place-not-a-number', /geen getal/],
    ['infinity', { lon: 5.25, lat: Infinity }, 'place-not-a-number', /geen getal/],
    ['an object', { lon: {}, lat: 52.55 }, 'place-not-a-number', /geen getal/],
    ['zero', { lon: 0, lat: 0 }, 'place-at-zero', /0, 0/],
    ['next to zero', { lon: '0.0000', lat: -0.00001 }, 'place-at-zero', /0, 0/],
    ['exchanged, of here', { lon: 52.55, lat: 5.25 }, 'place-swapped', /verwisseld.*lengte 5.25/],
    ['exchanged, of the neighbour', { lon: 52.55, lat: 5.35 }, 'place-swapped', /verwisseld/],
    ['the neighbour', { lon: 5.35, lat: 52.55 }, 'place-outside-municipality', /gemeente Oeverdam/],
    [
      'elsewhere in the country',
      { lon: 6.5, lat: 53.2 },
      'place-outside-municipality',
      /buiten deze/,
    ],
    ['metres of the Dutch grid', { lon: 155000, lat: 463000 }, 'place-outside-netherlands', /RD/],
    ['another country', { lon: 2.35, lat: 48.85 }, 'place-outside-netherlands', /Nederland/],
    ['off the globe', { lon: 512.5, lat: 525 }, 'place-outside-netherlands', /Nederland/],
  ]

describe('checkPlace', () => {
  it('lets a place in the municipality pass, as numbers or as text', () => {
    assert.deepEqual(checkPlace({ lon: 5.25, lat: 52.55 }, around), {
      ok: true,
      point: [5.25, 52.55],
    })
    assert.deepEqual(checkPlace({ lon: '5.25', lat: ' 52.55' }, around), {
      ok: true,
      point: [5.25, 52.55],
    })
  })

  for (const [what, place, reason, says] of REFUSED) {
    it(`refuses ${what}: ${reason}`, () => {
      const judgement = checkPlace(place, around)
      assert.ok(!judgement.ok)
      assert.equal(judgement.reason, reason)
      assert.match(judgement.detail.nl, says)
      assert.ok(judgement.detail.en.length > 0)
    })
  }

  it('names the neighbour that holds the place', () => {
    const judgement = checkPlace({ lon: 5.35, lat: 52.55 }, around)
    assert.ok(!judgement.ok)
    assert.deepEqual(judgement.neighbour, { id: 'GM9902', name: 'Oeverdam' })
  })

  it('is tried with every reason there is', () => {
    assert.deepEqual(new Set(REFUSED.map(([, , reason]) => reason)), new Set(PLACE_REFUSALS))
  })
})
