import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { after, before, describe, it } from 'node:test'
import type { Polygonal } from '#kernel/geometry'
import { startOfLocalDate_ms } from '#modules/agreements'
import { createLog } from '#platform/log'
import { loadSettings } from '#platform/settings'
import type { App } from '../src/app.ts'
import { UsageError } from '../src/commands/command.ts'
import { importMunicipalities } from '../src/commands/import.ts'
import {
  endMunicipality,
  knowNeighbour,
  serveMunicipality,
} from '../src/composition/import-municipalities.ts'
import { openFolder, polygonOf } from './import-town.ts'
import { CATEGORIES } from './small-town.ts'
import { openTestApp } from './test-app.ts'

const [WEST, EAST, FAR] = ['GM9811', 'GM9812', 'GM9813'] as const
const NEW_YEAR_MS = startOfLocalDate_ms('2027-01-01')
const IN_EAST = { lon: 5.15, lat: 52.05 }

/** West takes over all of East on 1 January 2027, but for a strip that goes to Far, which is not served here. */
describe('municipalities that merge', () => {
  const stack = new AsyncDisposableStack()
  let app: App
  let now_ms = Date.parse('2026-11-20T10:00:00+01:00')
  before(async () => {
    app = stack.use(await openTestApp({ roles: [], clock: () => now_ms }))
    await serve(WEST, [5, 52, 5.1, 52.1])
    await serve(EAST, [5.1, 52, 5.2, 52.1])
    const far = { id: FAR, name: 'Far', boundary: polygonOf([5.2, 52, 5.3, 52.1]) }
    assert.deepEqual(await knowNeighbour(app, far, { now_ms }), { isMoved: false })
  })
  after(() => stack.disposeAsync())

  const serve = (id: string, box: readonly [number, number, number, number], from_ms?: number) =>
    serveMunicipality(
      app,
      { id, name: id === WEST ? 'West' : 'East', boundary: polygonOf([...box]) },
      { categories: CATEGORIES, now_ms, ...(from_ms === undefined ? {} : { from_ms }) },
    )

  const report = (municipality: string, place = IN_EAST) =>
    app.reportSignal(municipality, {
      channel: 'rest',
      source: 'public',
      category: 'litter',
      place,
      words: { description: `at ${now_ms}` },
      contact: {},
      clientAddress: '192.0.2.1',
    })

  it('do so at midnight of the date, and the land that is elsewhere is refused by name', async () => {
    assert.ok((await report(EAST)).ok)
    const from_ms = NEW_YEAR_MS
    assert.deepEqual(await serve(WEST, [5, 52, 5.18, 52.1], from_ms), { isMoved: true })
    assert.deepEqual(await serve(WEST, [5, 52, 5.18, 52.1], from_ms), { isMoved: false })
    const far = { id: FAR, name: 'Far', boundary: polygonOf([5.18, 52, 5.3, 52.1]) }
    assert.deepEqual(await knowNeighbour(app, far, { now_ms, from_ms }), { isMoved: true })
    assert.deepEqual(await endMunicipality(app, EAST, { now_ms, from_ms }), { isMoved: true })
    await app.towns.refreshDirectory()

    now_ms = NEW_YEAR_MS - 1
    assert.deepEqual([(await report(WEST)).ok, (await report(EAST)).ok], [false, true])
    now_ms = NEW_YEAR_MS
    assert.ok((await report(WEST)).ok)
    const told = await Promise.all(
      [IN_EAST, { lon: 5.19, lat: 52.05 }].map((place) => report(EAST, place)),
    )
    const names = told.map((one) => (one.ok ? '' : one.refusal.detail.en))
    assert.match(names[0] ?? '', /Since 1 January 2027 .* municipality of West\./)
    assert.match(names[1] ?? '', /Since 1 January 2027 .* municipality of Far\./)
  })

  it('leave nothing half entered where the words of the command are wrong', async () => {
    const folder = stack.use(await openFolder())
    const file = folder.at('gemeenten.geojson')
    const feature = (statcode: string, geometry: Polygonal) => ({
      type: 'Feature',
      properties: { statcode, statnaam: statcode },
      geometry,
    })
    const features = [feature(WEST, polygonOf([5, 52, 5.1, 52.1]))]
    await writeFile(file, JSON.stringify({ type: 'FeatureCollection', features }))
    const loaded = await loadSettings({ DATA_DIR: folder.at('data') }, folder.at('.'))
    assert('settings' in loaded)
    const run = (...words: string[]) =>
      importMunicipalities({
        settings: loaded.settings,
        log: createLog({ level: 'silent' }),
        words: [file, ...words],
        say: () => {},
        tellProgress: () => {},
      })
    for (const [words, message] of [
      [['--end', EAST], /--end needs --from/],
      [['--end', WEST, '--from', '2027-01-01'], /cannot be ended/],
      [['--from', '2027-02-30'], /--from is a date/],
      [['--serve', EAST], /not in this file/],
    ] as const)
      await assert.rejects(run(...words), (error: Error) => {
        assert.ok(error instanceof UsageError)
        assert.match(error.message, message)
        return true
      })
  })
})
