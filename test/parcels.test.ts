import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { it } from 'node:test'
import type { Polygonal } from '#kernel/geometry'
import { Agreement, compileAgreements, route } from '#modules/agreements'
import { Category } from '#modules/categories'
import { type Area, indexAreas } from '#modules/places'
import { pointWithin } from '../src/modules/places/point-within.ts'
import { sharedData, whyNoSharedData } from './rig.ts'

const PARCELS = sharedData('amsterdam-signalen/percelen_amsterdam_in_ouder_amstel.geojson')
type Parcels = { features: { properties: { perceel: string }; geometry: Polygonal }[] }

const name = { nl: 'Afval', en: 'Waste' }
const TERMS = {
  reporter: { amount: 5, unit: 'working-days' as const },
  party: {
    startsAt: 'receipt' as const,
    milestones: [{ name: 'done' as const, within: { amount: 5, unit: 'working-days' as const } }],
  },
}

it('ground of Amsterdam in Ouder-Amstel goes to Amsterdam, parcel by parcel, and the ground around it does not', {
  skip: await whyNoSharedData(),
}, async () => {
  const { features } = JSON.parse(await readFile(PARCELS, 'utf8')) as Parcels
  const parcels: Area[] = features.map(({ properties: { perceel }, geometry }) => {
    return { id: perceel, kind: 'parcel', name: perceel, geometry }
  })
  const corners = [
    [4.86, 52.27],
    [5, 52.27],
    [5, 52.35],
    [4.86, 52.35],
    [4.86, 52.27],
  ]
  const town: Area = {
    id: 'ouder-amstel',
    kind: 'municipality',
    name: 'Ouder-Amstel',
    geometry: { type: 'Polygon', coordinates: [corners] },
  }
  const areas = indexAreas([town, ...parcels])
  const agreementOf = (id: string, party: string, scoped: readonly string[]) =>
    Agreement.parse({
      id,
      title: id,
      basis: 'service-arrangement',
      mode: 'automatic',
      party,
      validity: { from: '2022-03-24' },
      scope: { categories: ['waste'], areas: scoped },
      terms: TERMS,
    })
  const agreements = [
    agreementOf('own', 'ouder-amstel', ['ouder-amstel']),
    agreementOf(
      'amsterdam',
      'amsterdam',
      parcels.map(({ id }) => id),
    ),
  ].map((agreement) => ({ agreement, version: 1, entered_ms: 0 }))
  const compiled = compileAgreements({
    municipality: 'GM0437',
    epoch: 1,
    categories: [Category.parse({ id: 'waste', name, description: name })],
    agreements,
    areaSizes_m2: areas.sizes_m2,
    managementAreas: areas.managers,
    zone: 'Europe/Amsterdam',
  })
  const routed = (lon: number, lat: number) => {
    const at_ms = Date.parse('2026-05-20T12:00:00Z')
    const facts = { category: 'waste', areas: areas.at([lon, lat]), at_ms, excluded: [] }
    const whole = { ...facts, priority: 'normal' as const, clusterLevel: 'single' as const }
    return route(compiled, whole, at_ms)
  }
  assert.equal(parcels.length, 136)
  for (const { id, geometry } of parcels) {
    const point = pointWithin(geometry)
    assert(point, id)
    const { outcome, decidedBy } = routed(point[0], point[1])
    assert(outcome.kind === 'party')
    assert.deepEqual([id, outcome.party, decidedBy], [id, 'amsterdam', 'zone-size'])
  }
  const { outcome } = routed(4.8605, 52.2705)
  assert(outcome.kind === 'party' && outcome.party === 'ouder-amstel')
})
