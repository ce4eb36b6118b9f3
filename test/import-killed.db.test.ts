import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { after, before, describe, it } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import sql from 'sql-template-tag'
import { verifyChain } from '#journal'
import { countHistory } from '#modules/cases'
import { Category } from '#modules/categories'
import { listAssets, listImports, readPlacesVersion } from '#modules/places'
import type { App } from '../src/app.ts'
import { serveMunicipality } from '../src/composition/import-municipalities.ts'
import { type Folder, openFolder, polygonOf, serveBox } from './import-town.ts'
import { openTestDatabase, type TestDatabase } from './rig.ts'
import { openTestApp, TEST_SECRET } from './test-app.ts'

const TOWN = 'GM9810'
const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url))
const ROWS = 12_000

const MAPPING = `kind: register
columns: { number: nr, lon: lon, lat: lat, owner: eigenaar }
constants: { type: lamp-post }
values: { owner: { Gemeente: G9810 } }
`

const REPORTS = `kind: reports
columns: { received: wanneer, category: wat, lon: lon, lat: lat }
unclosed: settled
`

describe('an import whose process is killed', () => {
  const stack = new AsyncDisposableStack()
  let database: TestDatabase
  let app: App
  let folder: Folder
  let file: string
  let mapping: string

  before(async () => {
    database = stack.use(await openTestDatabase())
    app = stack.use(await openTestApp({ database, roles: [] }))
    folder = stack.use(await openFolder())
    await serveBox(app, TOWN, [5, 52, 5.2, 52.2])
    mapping = await folder.write('mapping.yaml', MAPPING)
    file = await folder.write('lamps.csv', csvOf('Gemeente'))
  })
  after(() => stack.disposeAsync())

  function csvOf(owner: string, moved = 0): string {
    const rows = Array.from({ length: ROWS }, (_, at) => {
      const [lon, lat] = [5.01 + (at % 120) / 1000, 52.01 + moved + Math.floor(at / 120) / 1000]
      return `L${at},${lon.toFixed(5)},${lat.toFixed(5)},${owner}`
    })
    return `nr,lon,lat,eigenaar\n${rows.join('\n')}\nLX,fout,52.1,${owner}\n`
  }

  function start(...words: string[]) {
    const child = spawn(process.execPath, [MAIN, ...words], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        DATABASE_URL: database.ownerUrl,
        APP_DATABASE_URL: database.appUrl,
        WORKER_DATABASE_URL: database.workerUrl,
        SECRET_KEY: TEST_SECRET,
        LOG_LEVEL: 'fatal',
      },
    })
    stack.defer(() => void child.kill('SIGKILL'))
    let said = ''
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text
      })
    return { child, ended: once(child, 'exit').then(([code]) => ({ code, said })) }
  }

  const importLamps = () =>
    start('import', 'register', file, '--mapping', mapping, '--municipality', TOWN)

  const seen = () =>
    app.pool.read({ tenant: TOWN }, async (query) => {
      const version = await readPlacesVersion(query, TOWN)
      const assets = await listAssets(query, TOWN, version)
      return { version, assets }
    })
  const imports = () => app.pool.read({ tenant: TOWN }, (query) => listImports(query, TOWN))

  async function killHalfWay(run: ReturnType<typeof importLamps>): Promise<number> {
    for (;;) {
      const unfinished = (await imports()).find((one) => one.finished_at === null)
      const staged = unfinished?.staged ?? 0
      assert.ok(run.child.exitCode === null, (await Promise.race([run.ended, delay(1)]))?.said)
      if (staged >= 1_000) {
        run.child.kill('SIGKILL')
        await run.ended
        return staged
      }
      await delay(2)
    }
  }

  it('leaves the town as it was, goes on where it was, and ends in the same town', async () => {
    const before = await seen()
    assert.deepEqual([before.version, before.assets.length], [0, 0])
    await killHalfWay(importLamps())
    const [half] = await imports()
    assert.ok(half && half.finished_at === null && half.staged >= 1_000 && half.staged < ROWS)
    assert.deepEqual(await seen(), before)
    const [rows] = await app.pool.read({ tenant: TOWN }, (query) =>
      query<{ n: number }>(
        sql`select count(*) as n from places.assets where municipality = ${TOWN}`,
      ),
    )
    assert.equal(rows?.n, half.staged, 'what is counted as staged is there, and no more')

    const { code, said } = await importLamps().ended
    assert.equal(code, 0, said)
    assert.match(said, new RegExp(`went on after ${half.staged} that were staged before`))
    assert.match(said, /1 rejects: .*lamps\.csv\.rejects\.csv/)
    const after = await seen()
    assert.deepEqual([after.version, after.assets.length], [1, ROWS])
    const one = { id: 'L7', type: 'lamp-post', publicNumber: 'L7', owner: 'G9810' }
    assert.deepEqual(
      after.assets.find(({ id }) => id === 'L7'),
      { ...one, place: [5.017, 52.01] },
    )
  })

  it('and run again changes nothing', async () => {
    const before = await seen()
    const { head } = await journal()
    const { code, said } = await importLamps().ended
    assert.equal(code, 0, said)
    assert.match(said, /nothing changed; version 1 is seen/)
    assert.deepEqual(await seen(), before)
    assert.equal((await journal()).head, head)
  })

  const journal = async () => {
    const report = await verifyChain(app.pool, TOWN)
    assert.deepEqual(report.faults, [])
    return { head: report.digest }
  }

  it('that replaces what is there shows nothing of it before the switch, and can be dropped', async () => {
    const before = await seen()
    file = await folder.write('moved.csv', csvOf('Gemeente', 0.0001))
    await killHalfWay(importLamps())
    assert.deepEqual(await seen(), before)
    const { said } = await start('import', 'list', '--municipality', TOWN, '--drop').ended
    assert.match(said, /1 unfinished imports dropped/)
    assert.deepEqual(await seen(), before)
    assert.ok((await imports()).every((one) => one.finished_at !== null))
    const { code, said: told } = await importLamps().ended
    assert.equal(code, 0, told)
    assert.doesNotMatch(told, /went on after/)
    const after = await seen()
    assert.deepEqual([after.version, after.assets.length], [2, ROWS])
    assert.notDeepEqual(after.assets, before.assets)
    await journal()
  })

  it('of reports goes on after the last that stands, and ends with each of them once', async () => {
    const most = 1_500
    const town = 'GM9811'
    const lamp = { id: 'lamp', name: { nl: 'Lamp', en: 'Lamp' }, description: { nl: 'x', en: 'x' } }
    const boundary = polygonOf([5, 52, 5.2, 52.2])
    const categories = [Category.parse(lamp)]
    await serveMunicipality(app, { id: town, name: 'Town', boundary }, { categories })
    const rows = Array.from({ length: most }, (_, row) => {
      const day = `2024-${String(1 + (row % 12)).padStart(2, '0')}-11T10:00:00Z`
      return `${day},lamp,${(5.01 + row / 20_000).toFixed(5)},52.1`
    })
    const reports = await folder.write('reports.csv', `wanneer,wat,lon,lat\n${rows.join('\n')}\n`)
    const read = await folder.write('reports.yaml', REPORTS)
    const go = () => start('import', 'reports', reports, '--mapping', read, '--municipality', town)
    const counted = () => app.pool.read({ tenant: town }, (query) => countHistory(query, town))

    const first = go()
    while ((await counted()) < 100) {
      assert.ok(first.child.exitCode === null, (await Promise.race([first.ended, delay(1)]))?.said)
      await delay(2)
    }
    first.child.kill('SIGKILL')
    await first.ended
    const half = await counted()
    assert.ok(half < most, 'it was killed before its end')
    const { code, said } = await go().ended
    assert.equal(code, 0, said)
    assert.match(said, new RegExp(`${most - half} cases brought in, ${half} stood already`))
    assert.equal(await counted(), most)
    const { faults } = await verifyChain(app.pool, town)
    assert.deepEqual(faults, [])
    assert.match((await go().ended).said, new RegExp(`0 cases brought in, ${most} stood already`))
  })

  it('keeps a second one out while the first is under way', async () => {
    const first = await app.pool.connect()
    await first.query(`select pg_advisory_lock(hashtextextended('places.import/${TOWN}', 0))`)
    const second = await importLamps().ended
    first.release(true)
    assert.equal(second.code, 1)
    assert.match(second.said, /another import of GM9810 is under way/)
  })
})
