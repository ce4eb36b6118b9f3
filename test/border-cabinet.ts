import assert from 'node:assert/strict'
import { type Asset, importPlaces } from '#modules/places'
import { GRID_OF_SEVERAL, openClusterTown, type withCircuits } from './cluster-town.ts'
import { agreementOf } from './small-town.ts'
import { ZUIDDIJK } from './town.ts'

/** As Noorddijk has it: cabinet K1 of Stroomnet, which stands there, with KAST-1 on its door. */
const CABINET: Asset = {
  id: 'cabinet-9',
  type: 'cabinet',
  publicNumber: 'kast -1',
  place: [5.003, 52.006],
  owner: 'stroomnet',
}

/** Noorddijk with its circuits, and three lamps of Zuiddijk on a cabinet that Noorddijk has lamps on too. */
export async function openBorder(
  options: Parameters<typeof openClusterTown>[0] & { cabinet?: Partial<Asset> } = {},
) {
  const { cabinet, ...opening } = options
  return withBorder(await openClusterTown(opening), cabinet)
}
export type Border = Awaited<ReturnType<typeof openBorder>>

/** Gives Zuiddijk its lamps on that cabinet, and the same agreement. */
export async function withBorder<North extends Awaited<ReturnType<typeof withCircuits>>>(
  north: North,
  cabinet: Partial<Asset> = {},
) {
  const { app, town } = north
  const lamps = [41, 42, 43].map(
    (number): Asset => ({
      id: `zuid-${number}`,
      type: 'lamp-post',
      publicNumber: `Z${number}`,
      place: [5.001 + number * 0.001, 52.005],
      street: 'Dijkstraat',
      owner: 'zuiddijk',
      manager: 'zuiddijk',
      parent: 'cabinet-9',
    }),
  )
  await importPlaces(
    { pool: app.pool, committer: app.committer, municipality: ZUIDDIJK },
    { areas: [], assets: [...lamps, { ...CABINET, ...cabinet }], source: 'across the border' },
  )
  const scope = { ...GRID_OF_SEVERAL.scope, managers: ['zuiddijk'] }
  await town.enter(
    [
      { ...GRID_OF_SEVERAL, scope },
      agreementOf({
        id: 'zuid-lighting',
        party: 'lichtwerk',
        categories: ['lighting'],
        scope: { managers: ['zuiddijk'] },
      }),
    ],
    ZUIDDIJK,
  )
  let events = 0
  const tell = async (kind: 'raised' | 'cleared', lamp: number) => {
    events += 1
    const told = await north.post('/events', {
      as: 'zuiddijkIntegrator',
      headers: { 'content-type': 'application/cloudevents+json' },
      body: {
        specversion: '1.0',
        id: `zuid-${events}`,
        source: 'urn:nld:oin:00000001234567890000:systeem:zuid',
        type: `nl.lantaarn.condition.${kind}.v1`,
        data: { asset: `zuid-${lamp}`, category: 'lamp-out', condition: 'lamp-failure' },
      },
    })
    assert.equal(told.status, 202, told.text)
    return told.json.results[0].case?.number as string
  }
  return {
    ...north,
    /** Three lamps of Zuiddijk; the number of the case that they are. */
    async zuidGoesOut(): Promise<string> {
      for (const lamp of [41, 42]) await tell('raised', lamp)
      return tell('raised', 43)
    },
    async zuidIsBack(): Promise<void> {
      for (const lamp of [41, 42, 43]) await tell('cleared', lamp)
    },
    async noordGoesOut(): Promise<string> {
      for (const lamp of [1, 2]) await north.raise(lamp)
      return (await north.raise(3)).case.number
    },
  }
}
