import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { after, before, describe, it } from 'node:test'
import sql from 'sql-template-tag'
import { verifyChain } from '#journal'
import { readWords } from '#modules/cases'
import { createKey } from '#modules/directory'
import { findAccount } from '#modules/identity'
import { importBase } from '#modules/places'
import type { App } from '../src/app.ts'
import { replayDecisions } from '../src/composition/replay.ts'
import { exportTown } from '../src/composition/town-files/export-town.ts'
import { importTown } from '../src/composition/town-files/import-town.ts'
import { insertAccount } from '../src/modules/identity/accounts.ts'
import { type ApiTown, BODIES, openApiTown } from './api-town.ts'
import { type Folder, openFolder } from './import-town.ts'
import { changeCategory, moveBorder } from './moving-town.ts'
import { makeAccount, openBrowser, PASSWORD } from './signed-in.ts'
import { openTestApp } from './test-app.ts'
import { NOORDDIJK } from './town.ts'

const SEATED = 'de-vries@example.org'
const M = `municipality=${NOORDDIJK}`
const LISTS = [
  'categories',
  'agreements',
  'stated-roles',
  'parties',
  'areas',
  'assets',
  'cases',
  'figures',
]

describe('a town that is exported', () => {
  const stack = new AsyncDisposableStack()
  let api: ApiTown
  let folder: Folder
  let caseIds: string[]

  before(async () => {
    api = stack.use(await openApiTown())
    folder = stack.use(await openFolder())
    const contact = { email: 'jansen@example.org', firstName: 'Piet' }
    const words = { description: 'The lamp at number 12 is out' }
    await api.post(`/duty-rosters?${M}`, { as: 'administrator', body: BODIES.createDutyRoster })
    await api.post(`/agreement-drafts?${M}`, {
      as: 'administrator',
      body: BODIES.createAgreementDraft,
    })
    const role = { as: 'administrator', body: BODIES.createStatedRole } as const
    assert.equal((await api.post(`/stated-roles?${M}`, role)).status, 201)
    await makeAccount(api.app, NOORDDIJK, { role: 'desk', address: SEATED })
    caseIds = []
    for (const [at, category] of [
      'lamp-out',
      'lamp-out',
      'litter',
      'mast-hit',
      'bench',
    ].entries()) {
      const place = { lon: 5.001 + at * 0.004, lat: 52.011 }
      const report = category.startsWith('l') && at < 2 ? { asset: `L${at + 1}` } : { place }
      const { caseId } = await api.town.report({ category, ...report, words, contact })
      caseIds.push(caseId)
      api.town.pass(60_000)
    }
    const { id } = await api.assignmentOf(caseIds[0] as string)
    await api.town.answer(id, { answer: 'accepted' })
    await api.town.answer(id, { answer: 'done', next: [] })
  })
  after(() => stack.disposeAsync())

  /** Another program with another master key, on an empty database. */
  async function openElsewhere(): Promise<App> {
    return stack.use(await openTestApp({ roles: [], clock: api.town.clock }))
  }

  async function deskOf(app: App): Promise<(path: string, as?: 'desk') => Promise<unknown>> {
    const key = { id: randomUUID(), kind: 'desk' as const, municipality: NOORDDIJK, label: 'desk' }
    const token = await createKey(app.worker, { key, now_ms: api.town.clock() })
    return async (path, as) => {
      const headers = as ? { authorization: `Bearer ${token}` } : {}
      const answer = await app.http.request(`/api/v1${path}`, { headers })
      assert.equal(answer.status, 200, `${path} ${await answer.clone().text()}`)
      return answer.json()
    }
  }

  const options = (hasPersonal: boolean) => ({
    hasPersonal,
    now_ms: api.town.clock(),
    say: () => {},
  })

  it('answers elsewhere as it did, and its chain verifies', async () => {
    const at = folder.at('open')
    const manifest = await exportTown(api.app, NOORDDIJK, at, options(false))
    const elsewhere = await openElsewhere()
    const { isRepeat, events } = await importTown(elsewhere, at, () => {})
    assert.deepEqual([isRepeat, events], [false, manifest.head.position])

    const [here, there] = [await deskOf(api.app), await deskOf(elsewhere)]
    let told = 0
    for (const as of [undefined, 'desk'] as const)
      for (const list of LISTS) {
        const path = `/${list}?${M}${list === 'figures' ? '' : '&limit=200'}`
        const [ours, theirs] = [await here(path, as), await there(path, as)]
        assert.deepEqual(theirs, ours, path)
        told += ((ours as { items?: unknown[] }).items ?? []).length
      }
    assert.ok(told > 50, `${told} things told`)
    for (const id of caseIds)
      for (const part of ['', '/assignments', '/decisions']) {
        const path = `/cases/${id}${part}?${M}`
        const [ours, theirs] = [await here(path), await there(path)]
        assert.deepEqual(theirs, ours, path)
      }
    const report = await verifyChain(elsewhere.pool, NOORDDIJK)
    assert.deepEqual(report.faults, [])
    assert.equal(report.digest, (await verifyChain(api.app.pool, NOORDDIJK)).digest)
    const words = await readWords(elsewhere.pool, elsewhere.vault, NOORDDIJK, await signals())
    assert.equal(words.size, 0, 'nothing personal came along')
    assert.equal((await importTown(elsewhere, at, () => {})).isRepeat, true)
  })

  const signals = async () => (await lines('open/signals.jsonl')).map(({ id }) => id as string)

  async function lines(name: string): Promise<Record<string, unknown>[]> {
    const text = await readFile(folder.at(name), 'utf8')
    return text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
  }

  it('holds no word and no address of a person, unless it is asked for', async () => {
    const open = folder.at('open')
    for (const file of await readdir(open)) {
      const text = await readFile(`${open}/${file}`, 'utf8')
      for (const word of ['jansen@example.org', 'Piet', 'number 12', 'on-call@example.org', SEATED])
        assert.ok(!text.includes(word), `${file} holds ${word}`)
    }
  })

  it('with personal data opens under the master key of elsewhere, and digests still hold', async () => {
    const at = folder.at('personal')
    await exportTown(api.app, NOORDDIJK, at, options(true))
    const elsewhere = await openElsewhere()
    await importTown(elsewhere, at, () => {})
    const ids = await signals()
    const [ours, theirs] = await Promise.all(
      [api.app, elsewhere].map((app) => readWords(app.pool, app.vault, NOORDDIJK, ids)),
    )
    assert.equal(ours?.size, ids.length)
    assert.deepEqual(theirs, ours)
    const events = await lines('personal/journal.jsonl')
    const told = events.find(({ type }) => type === 'SignalReceived')
    const { signal } = JSON.parse(told?.body as string)
    const key = (await lines('personal/personal.jsonl')).find(
      ({ id }) => id === `signal/${signal.signalId}`,
    ) as Record<string, string>
    const opened = elsewhere.vault.keyFrom(
      key.key as string,
      Buffer.from(key.secret ?? '', 'base64'),
    )
    assert.equal(elsewhere.vault.digest(opened, JSON.stringify(key.value)), signal.textDigest)
  })

  const rolesIn = (app: App) =>
    app.pool.read({ tenant: NOORDDIJK }, (query) =>
      query<{ account: string; role: string; version: number }>(
        sql`select account, role, version from identity.roles order by id`,
      ),
    )

  it('carries who has which role, and with personal data who they are; how they sign in it never does', async () => {
    const elsewhere = await openElsewhere()
    await importTown(elsewhere, folder.at('personal'), () => {})
    assert.deepEqual(await rolesIn(elsewhere), await rolesIn(api.app))
    const hashes = await api.app.worker.read({}, (query) =>
      query<{ password: string }>(
        sql`select password from identity.sign_ins where password is not null`,
      ),
    )
    assert(hashes.length > 0)
    for (const file of await readdir(folder.at('personal'))) {
      const text = await readFile(`${folder.at('personal')}/${file}`, 'utf8')
      for (const { password } of hashes) assert(!text.includes(password), file)
    }
    const account = await findAccount(elsewhere.worker, elsewhere.vault, SEATED)
    assert.equal(account, await findAccount(api.app.worker, api.app.vault, SEATED))
    const browser = openBrowser(elsewhere, elsewhere.identity.origin())
    const signIn = (password: string) =>
      browser.post('/auth/sign-in/password', { address: SEATED, password })
    assert.equal((await signIn(PASSWORD)).status, 401, 'the password stayed where it was')
    const { passwordResets } = elsewhere.identity
    const reset = await passwordResets.begin(account ?? '')
    const hash = await elsewhere.identity.authentication().hashPassword('another long password')
    const mail = reset && (await passwordResets.mailOf(reset))
    assert(mail?.to === SEATED && (await passwordResets.finish(mail.token, hash)))
    assert.equal((await signIn('another long password')).status, 200)
    const me = (await browser.get('/api/v1/me')).json
    assert.deepEqual([me.name, me.address, me.roles[0].role], ['The desk', SEATED, 'desk'])
    assert.equal((await importTown(elsewhere, folder.at('personal'), () => {})).isRepeat, true)
  })

  it('gives the roles to whoever has that address there already', async () => {
    const elsewhere = await openElsewhere()
    const id = randomUUID()
    await elsewhere.worker.write({}, (query) =>
      insertAccount(query, elsewhere.vault, {
        id,
        signInId: randomUUID(),
        person: { name: 'Known here', address: SEATED },
        now_ms: api.town.clock(),
      }),
    )
    await importTown(elsewhere, folder.at('personal'), () => {})
    assert.deepEqual(
      (await rolesIn(elsewhere)).map(({ account }) => account),
      [id],
    )
  })

  it('goes on living elsewhere: the next case has the next number, under the next position', async () => {
    const elsewhere = await openElsewhere()
    await importTown(elsewhere, folder.at('open'), () => {})
    const before = await verifyChain(elsewhere.pool, NOORDDIJK)
    const answer = await elsewhere.reportSignal(NOORDDIJK, {
      channel: 'rest',
      source: 'test',
      category: 'litter',
      place: { lon: 5.03, lat: 52.011 },
      words: {},
      contact: {},
      clientAddress: '192.0.2.1',
    })
    assert.ok(answer.ok, JSON.stringify(answer))
    assert.match(answer.number, /-000006$/)
    const after = await verifyChain(elsewhere.pool, NOORDDIJK)
    assert.ok(after.events > before.events && after.faults.length === 0)
    await assert.rejects(
      importTown(elsewhere, folder.at('open'), () => {}),
      /here already/,
    )
  })

  it('comes in from an export of before there were versions, as the first versions', async () => {
    const at = folder.at('format-1')
    await exportTown(api.app, NOORDDIJK, at, options(false))
    const manifest = JSON.parse(await readFile(`${at}/municipality.json`, 'utf8'))
    const text = await readFile(`${at}/categories.yaml`, 'utf8')
    const older = text.replaceAll(/^ {2}(version|epoch|entered_at|valid_from): .*\n/gm, '')
    assert.ok(text.includes('entered_at') && !older.includes('entered_at'))
    await writeFile(`${at}/categories.yaml`, older)
    const { createHash } = await import('node:crypto')
    manifest.files['categories.yaml'].sha256 = createHash('sha256').update(older).digest('hex')
    delete manifest.files['boundaries.jsonl']
    delete manifest.files['roles.jsonl']
    for (const file of ['base.jsonl', 'base-tiles.jsonl']) delete manifest.files[file]
    manifest.version = 1
    await writeFile(`${at}/municipality.json`, JSON.stringify(manifest))
    const elsewhere = await openElsewhere()
    await importTown(elsewhere, at, () => {})
    const [ours, theirs] = [
      await api.app.towns.get(NOORDDIJK),
      await elsewhere.towns.get(NOORDDIJK),
    ]
    assert.deepEqual(theirs.categories, ours.categories)
    assert.deepEqual(theirs.municipality.boundary, ours.municipality.boundary)
  })

  it('is held against the rows that it was exported with, unless another version wrote those', async () => {
    const at = folder.at('other-rows')
    await exportTown(api.app, NOORDDIJK, at, options(false))
    const manifest = JSON.parse(await readFile(`${at}/municipality.json`, 'utf8'))
    const write = (own: object) =>
      writeFile(`${at}/municipality.json`, JSON.stringify({ ...manifest, ...own }))
    const readTables = manifest.readTables.map((one: object) => ({ ...one, digest: '1' }))
    const elsewhere = await openElsewhere()
    await write({ readTables })
    await assert.rejects(
      importTown(elsewhere, at, () => {}),
      /came out as \d+ rows/,
    )
    // An export of before there were columns had rows without them.
    await write({ readTables, projection: undefined })
    const { events } = await importTown(elsewhere, at, () => {})
    assert.equal(events, manifest.head.position)
    assert.deepEqual((await verifyChain(elsewhere.pool, NOORDDIJK)).faults, [])
  })

  it('carries what was, what is to come and since when it was known, of categories and boundary', async () => {
    const { town } = api
    const in_ms = (days: number) => town.clock() + days * 86_400_000
    town.pass(86_400_000)
    await changeCategory(town, 'litter', { priority: 'urgent' }, in_ms(-3))
    await changeCategory(town, 'bench', { visibility: 'confidential' }, in_ms(30))
    await moveBorder(town, 5.03, in_ms(10))
    await moveBorder(town, 5.035, in_ms(20))
    const at = folder.at('versions')
    await exportTown(api.app, NOORDDIJK, at, options(false))
    const elsewhere = await openElsewhere()
    await importTown(elsewhere, at, () => {})
    const [ours, theirs] = [
      await api.app.towns.get(NOORDDIJK),
      await elsewhere.towns.get(NOORDDIJK),
    ]
    assert.deepEqual(theirs.history.categoryVersions, ours.history.categoryVersions)
    assert.deepEqual(theirs.history.own.boundaries, ours.history.own.boundaries)
    assert.equal(ours.history.own.boundaries.length, 3)
    const [here, there] = [await deskOf(api.app), await deskOf(elsewhere)]
    for (const days of [-10, -2, 9, 25])
      for (const known of [-0.5, 0]) {
        const [moment, knownAt] = [days, known].map((one) => new Date(in_ms(one)).toISOString())
        const asked = `category=litter&lon=5.025&lat=52.01&at=${moment}&knownAt=${knownAt}`
        const path = `/routing?${M}&${asked}`
        assert.deepEqual(await there(path, 'desk'), await here(path, 'desk'), path)
      }
    const report = await replayDecisions(elsewhere, NOORDDIJK)
    assert.deepEqual([report.different, report.same], [[], report.decisions])
  })

  it('brings its base map along, tile by tile, and an export of before there was one comes in without', async () => {
    const ring = [
      [5.001, 52.001],
      [5.012, 52.001],
      [5.012, 52.008],
      [5.001, 52.008],
      [5.001, 52.001],
    ]
    const geometry = { type: 'Polygon' as const, coordinates: [ring] }
    const pond = { layer: 'water' as const, kind: 'water', geometry }
    const now_ms = api.town.clock()
    const own = { features: [pond], source: 'test', now_ms }
    const { tiles } = await importBase(api.app.pool, NOORDDIJK, own)
    assert.ok(tiles > 0)
    const at = folder.at('base')
    const { files } = await exportTown(api.app, NOORDDIJK, at, options(false))
    assert.equal(files['base-tiles.jsonl']?.rows, tiles)
    const elsewhere = await openElsewhere()
    await importTown(elsewhere, at, () => {})
    let bytes = 0
    for (const line of (await readFile(`${at}/base-tiles.jsonl`, 'utf8')).trim().split('\n')) {
      const { z, x, y } = JSON.parse(line)
      const path = `/api/v1/tiles/base/${z}/${x}/${y}?${M}`
      const [ours, theirs] = await Promise.all(
        [api.app, elsewhere].map(async ({ http }) =>
          Buffer.from(await (await http.request(path)).arrayBuffer()),
        ),
      )
      assert.deepEqual(theirs, ours, path)
      bytes += theirs?.length ?? 0
    }
    assert.ok(bytes > 0)
    const [here, there] = [await deskOf(api.app), await deskOf(elsewhere)]
    assert.deepEqual(await there(`/map?${M}`), await here(`/map?${M}`))

    const manifest = JSON.parse(await readFile(`${at}/municipality.json`, 'utf8'))
    for (const file of ['base.jsonl', 'base-tiles.jsonl', 'roles.jsonl'])
      delete manifest.files[file]
    await writeFile(`${at}/municipality.json`, JSON.stringify({ ...manifest, version: 2 }))
    const before = await openElsewhere()
    await importTown(before, at, () => {})
    const map = (await (await deskOf(before))(`/map?${M}`)) as { base: { source?: string } }
    assert.notDeepEqual(map, await here(`/map?${M}`))
  })

  it('is not taken where a file was changed, and then nothing of it is there', async () => {
    const at = folder.at('changed')
    await exportTown(api.app, NOORDDIJK, at, options(false))
    const file = `${at}/journal.jsonl`
    const text = await readFile(file, 'utf8')
    await writeFile(file, text.replace('litter', 'bitter'))
    const elsewhere = await openElsewhere()
    await assert.rejects(
      importTown(elsewhere, at, () => {}),
      /journal.jsonl is not as it was/,
    )
    const { createHash } = await import('node:crypto')
    const manifest = JSON.parse(await readFile(`${at}/municipality.json`, 'utf8'))
    const changed = await readFile(file)
    manifest.files['journal.jsonl'].sha256 = createHash('sha256').update(changed).digest('hex')
    await writeFile(`${at}/municipality.json`, JSON.stringify(manifest))
    await assert.rejects(
      importTown(elsewhere, at, () => {}),
      /event \d+ of the journal is not the one/,
    )
    assert.equal(elsewhere.towns.find(NOORDDIJK), undefined)
    assert.equal((await verifyChain(elsewhere.pool, NOORDDIJK)).events, 0)
  })
})
