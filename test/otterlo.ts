import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { setEndpoint } from '#modules/directory'
import { makeWebhookSecret } from '#standards/cloudevents'
import { readMunicipalityBoundaries } from '../src/composition/import-bgt.ts'
import { importAgreementsText, importBgtFolder } from '../src/composition/import-into-town.ts'
import { serveMunicipality } from '../src/composition/import-municipalities.ts'
import { sharedData } from './rig.ts'
import { openTestApp } from './test-app.ts'
import { openReceiver } from './webhook-receiver.ts'

export const EDE = 'GM0228'
export const MUNICIPALITY_PARTY = 'lichtwerk-onderhoud'
export const PROVINCE_PARTY = 'P0025'
const AGREEMENTS = fileURLToPath(new URL('./otterlo.agreements.yaml', import.meta.url))

export type Lamp = { id: string; owner: string; lon: number; lat: number }
export type Otterlo = Awaited<ReturnType<typeof openOtterlo>>

/** A real village with its lamp posts, their agreements, and a receiver for each party. */
export async function openOtterlo(options: Parameters<typeof openTestApp>[0] = {}) {
  await using stack = new AsyncDisposableStack()
  const receiver = stack.use(await openReceiver())
  const app = stack.use(await openTestApp(options))
  const boundaries = await readMunicipalityBoundaries(
    sharedData('cbs-gebieden/gemeenten_2015.geojson'),
  )
  const ede = boundaries.find(({ id }) => id === EDE)
  assert.ok(ede)
  await serveMunicipality(app, { id: EDE, name: ede.name, boundary: ede.geometry })
  const { read } = await importBgtFolder(app, EDE, sharedData('bgt-otterlo'), {
    now_ms: Date.now(),
  })
  const entered = await importAgreementsText(app, await readFile(AGREEMENTS, 'utf8'), 'test')
  assert.ok(entered.ok, JSON.stringify(entered))
  for (const party of [MUNICIPALITY_PARTY, PROVINCE_PARTY])
    await setEndpoint(app.worker, app.vault, receiver.endpoint(party, makeWebhookSecret()))
  const lamps: Lamp[] = read.assets.flatMap(({ id, type, owner, place: [lon, lat] }) =>
    type === 'lamp-post' && owner !== undefined ? [{ id, owner, lon, lat }] : [],
  )
  const opened = stack.move()
  return { app, receiver, lamps, [Symbol.asyncDispose]: () => opened.disposeAsync() }
}
