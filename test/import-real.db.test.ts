import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, describe, it } from 'node:test'
import { v7 as newId } from 'uuid'
import { verifyChain } from '#journal'
import { boxOf } from '#kernel/geometry'
import { type Agreement, parseAgreementsFile } from '#modules/agreements'
import { countHistory } from '#modules/cases'
import { Category } from '#modules/categories'
import { parseRegisterMapping, readAreas } from '#modules/places'
import type { App } from '../src/app.ts'
import { importAreas } from '../src/composition/import-areas.ts'
import { readMunicipalityBoundaries } from '../src/composition/import-bgt.ts'
import type { Rejects } from '../src/composition/import-file.ts'
import { importAgreementsText, importBgtFolder } from '../src/composition/import-into-town.ts'
import { serveMunicipality } from '../src/composition/import-municipalities.ts'
import { importRegister } from '../src/composition/import-register.ts'
import { importReports } from '../src/composition/reports/import-reports.ts'
import { parseReportsMapping } from '../src/composition/reports/reports-mapping.ts'
import { importSignalen } from '../src/composition/signalen/import-signalen.ts'
import { gathered, mapped, serveBox, unionOf } from './import-town.ts'
import { sharedData, whyNoSharedData } from './rig.ts'
import { openTestApp } from './test-app.ts'

const skip = await whyNoSharedData()
const quiet = { say: () => {} }
/** The whole of Zürich takes longer than a test should: every row with FULL=1. */
const ZURICH_ROWS = process.env.FULL === '1' ? 62_245 : 6_000

const PERSONS_AND_HOMES = ['overlast-van-en-door-personen-of-groepen', 'wonen', 'ondermijning']

describe('files as they really are', { skip }, () => {
  const stack = new AsyncDisposableStack()
  let app: App

  before(async () => {
    app = stack.use(await openTestApp({ roles: [] }))
  })
  after(() => stack.disposeAsync())

  it('Bristol: 49,451 lamp posts of a CSV, each of them new, and the second time none', async (t) => {
    const id = 'GM9801'
    await serveBox(app, id, [-2.75, 51.35, -2.2, 51.6])
    const register = {
      file: sharedData('streetlights-uk/bristol_streetlights.csv'),
      ...mapped(
        `kind: register
columns: { number: id, lon: longitude, lat: latitude }
constants: { type: lamp-post, owner: G9801 }
`,
        parseRegisterMapping,
      ),
    }
    const rejects = gathered()
    const started_ms = performance.now()
    const first = await importRegister(app, id, register, { rejects, now_ms: Date.now(), ...quiet })
    const lasted_s = (performance.now() - started_ms) / 1000
    t.diagnostic(rate(first.rows, lasted_s, rejects))
    assert.deepEqual(rejects.all, [])
    assert.deepEqual(first.found, { known: 0, 'on-place': 0, new: 49_451 })
    const town = await app.towns.get(id)
    assert.equal([...town.assets.all()].length, 49_451)
    assert.deepEqual(town.assets.byPublicNumber('BRS-00001'), {
      id: 'BRS-00001',
      type: 'lamp-post',
      publicNumber: 'BRS-00001',
      place: [-2.536849, 51.490381],
      owner: 'G9801',
    })
    const again = await importRegister(app, id, register, { rejects, now_ms: Date.now(), ...quiet })
    assert.deepEqual(
      [again.isRepeat, again.version, again.found.known],
      [true, first.version, 49_451],
    )
    assert.ok(lasted_s < 20, `${lasted_s} s`)
  })

  it('Amsterdam: 481 neighbourhoods, turned to the winding of RFC 7946 and otherwise as they were', async (t) => {
    const id = 'GM0363'
    await serveBox(app, id, [4.7, 52.25, 5.1, 52.45])
    const rejects = gathered()
    const file = sharedData('amsterdam-signalen/buurten.geojson')
    const options = {
      kind: 'neighbourhood' as const,
      id: 'id',
      name: 'naam',
      rejects,
      now_ms: Date.now(),
    }
    const started_ms = performance.now()
    const read = await importAreas(app, id, file, options)
    t.diagnostic(rate(read.areas.length, (performance.now() - started_ms) / 1000, rejects))
    assert.deepEqual([read.areas.length, rejects.count, read.changed], [481, 0, 481])
    assert.ok(read.mended.every((one) => one.changed_share === 0))
    const town = await app.towns.get(id)
    assert.deepEqual(
      town.areas.at([4.9, 52.3731]).map((area) => town.areas.area(area)?.kind),
      ['neighbourhood'],
    )
    assert.equal((await importAreas(app, id, file, options)).changed, 0)
  })

  it('Amsterdam: no category on persons and homes comes in before somebody said who may see it', async () => {
    const id = 'GM0363'
    const files = {
      categories: sharedData('amsterdam-signalen/routeringstabel_categorieen.csv'),
      departments: sharedData('amsterdam-signalen/afdelingen.csv'),
    }
    const options = { said: new Map(), from: '2026-01-01', rejects: gathered() }
    const refused = await importSignalen(app, id, files, options)
    assert.ok(!refused.ok && refused.reason === 'visibility-not-said')
    assert.equal(refused.unanswered.length, 14)
    assert.equal((await app.towns.get(id)).categories.size, 0)
  })

  it('Amsterdam: 120 categories under 13, and drafts with their real terms that can be entered as they are', async (t) => {
    const id = 'GM0363'
    const files = {
      categories: sharedData('amsterdam-signalen/routeringstabel_categorieen.csv'),
      departments: sharedData('amsterdam-signalen/afdelingen.csv'),
    }
    const said = new Map(PERSONS_AND_HOMES.map((main) => [main, 'confidential' as const]))
    const rejects = gathered()
    const started_ms = performance.now()
    const answer = await importSignalen(app, id, files, { said, from: '2026-01-01', rejects })
    assert.ok(answer.ok)
    t.diagnostic(rate(answer.rows, (performance.now() - started_ms) / 1000, rejects))
    assert.deepEqual([answer.rows, answer.changed, answer.confidential], [120, 133, 14])
    assert.deepEqual(rejects.all, [])
    const town = await app.towns.get(id)
    assert.equal(town.categories.get('jongerenoverlast')?.visibility, 'confidential')
    assert.deepEqual(town.categories.get('overig')?.parent, 'hoofd-overig')
    assert.deepEqual(town.categories.get('huisafval')?.untranslated, ['en'])
    for (const one of town.categories.values()) assert.deepEqual(Category.parse(one), one)

    const { draft } = answer
    assert.equal(draft.shared.length, 47)
    assert.deepEqual(draft.left.map(({ slug }) => slug).sort(), [
      'gladheid-bladeren',
      'overlast-op-het-water-vaargedrag',
    ])
    const parsed = parseAgreementsFile(draft.text)
    assert.ok(parsed.ok, JSON.stringify(parsed))
    assert.ok(parsed.agreements.every(({ mode }) => mode === 'shadow'))
    assert.equal(parsed.agreements.flatMap(({ scope }) => scope.categories).length, 118)
    assert.deepEqual(categoriesByTerm(parsed.agreements), HANDLING_TIMES)
    const entered = await importAgreementsText(app, draft.text, 'test')
    assert.ok(entered.ok, JSON.stringify(entered))
    const { agreements } = await app.towns.get(id)
    const lamps = [...agreements.values()].flat().map(({ agreement }) => agreement)
    const own = lamps.find(({ scope }) =>
      scope.categories.includes('lantaarnpaal-straatverlichting'),
    )
    assert.deepEqual(own?.terms.reporter, { amount: 21, unit: 'working-days' })
    const again = await importSignalen(app, id, files, { said, from: '2026-01-01', rejects })
    assert.ok(again.ok && again.changed === 0)
  })

  it('Otterlo: the numbers of a register find 386 of 388 lamp posts of the BGT on their places', async () => {
    const id = 'GM0228'
    const boundaries = await readMunicipalityBoundaries(
      sharedData('cbs-gebieden/gemeenten_2015.geojson'),
    )
    const ede = boundaries.find((one) => one.id === id)
    assert.ok(ede)
    await serveMunicipality(app, { id, name: ede.name, boundary: ede.geometry })
    const { read } = await importBgtFolder(app, id, sharedData('bgt-otterlo'), {
      now_ms: Date.now(),
    })
    const lamps = read.assets.filter(({ type }) => type === 'lamp-post')
    const rows = lamps.map(({ place: [lon, lat] }, at) => `OT-${at};${lon};${lat};01-07-2031`)
    const file = `${process.env.TMPDIR ?? '/tmp'}/otterlo-register-${process.pid}.csv`
    const { writeFile, rm } = await import('node:fs/promises')
    await writeFile(file, `mast;lengte;breedte;garantie\n${rows.join('\n').replaceAll('.', ',')}\n`)
    stack.defer(() => rm(file))
    const register = {
      file,
      ...mapped(
        `kind: register
separator: ';'
decimal: ','
columns: { number: mast, lon: lengte, lat: breedte, warrantyUntil: garantie }
constants: { type: lamp-post }
match: { within_m: 0.5 }
`,
        parseRegisterMapping,
      ),
    }
    const rejects = gathered()
    const answer = await importRegister(app, id, register, {
      rejects,
      now_ms: Date.now(),
      ...quiet,
    })
    // Two of them stand 30 cm from each other: which is which is not for us to say.
    assert.deepEqual(answer.found, { known: 0, 'on-place': 386, new: 0 })
    assert.deepEqual([...rejects.byReason], [['two-candidates', 2]])
    const town = await app.towns.get(id)
    const one = town.assets.byPublicNumber('OT-7')
    assert.deepEqual(
      [one?.id, one?.owner, one?.warrantyUntil],
      [lamps[7]?.id, lamps[7]?.owner, '2031-07-01'],
    )
  })

  it('Zürich: ten years of reports become history, sent to nobody, in a town that is not Dutch', async (t) => {
    const id = 'GM9802'
    const text = await readFile(sharedData('zurich-zwn/districts.geojson'), 'utf8')
    const whole = { kind: 'district' as const, id: 'name', name: 'name', kinds: new Map() }
    const { areas, rejects: none } = readAreas('districts', text, {
      ...whole,
      box: [-180, -90, 180, 90],
    })
    assert.deepEqual([areas.length, none.length], [22, 0])
    const boundary = unionOf(areas)
    await serveMunicipality(
      app,
      { id, name: 'Zürich', boundary },
      { categories: ZURICH_CATEGORIES },
    )
    const rejects = gathered()
    const districts = sharedData('zurich-zwn/districts.geojson')
    await importAreas(app, id, districts, { ...whole, rejects, now_ms: Date.now() })
    assert.deepEqual(boxOf(boundary).map(Math.floor), [8, 47, 8, 47])

    const lines = (await readFile(sharedData('zurich-zwn/reports.csv'), 'utf8')).split('\n')
    const { writeFile, rm } = await import('node:fs/promises')
    const file = `${process.env.TMPDIR ?? '/tmp'}/zurich-${process.pid}.csv`
    await writeFile(file, `${lines.slice(0, ZURICH_ROWS + 1).join('\n')}\n`)
    stack.defer(() => rm(file))
    const reports = { file, ...mapped(ZURICH_MAPPING, parseReportsMapping) }
    const options = { now_ms: Date.now(), newId: () => newId(), rejects, ...quiet }
    const started_ms = performance.now()
    const answer = await importReports(app, id, reports, options)
    const lasted_s = (performance.now() - started_ms) / 1000
    t.diagnostic(
      `${rate(answer.rows, lasted_s, rejects)}; ${answer.cases} cases, ${answer.duplicates} duplicates, ` +
        `slowest piece ${answer.slowest_ms.toFixed(0)} ms`,
    )
    assert.equal(answer.rows, ZURICH_ROWS)
    assert.equal(answer.cases + answer.duplicates + rejects.count, ZURICH_ROWS)
    assert.deepEqual(
      { cases: answer.cases, duplicates: answer.duplicates, rejects: rejects.count },
      ZURICH_ROWS === 6_000
        ? { cases: 5_977, duplicates: 23, rejects: 0 }
        : { cases: 62_011, duplicates: 232, rejects: 2 },
    )
    const counted = await app.pool.read({ tenant: id }, (query) => countHistory(query, id))
    assert.equal(counted, answer.cases)
    const again = await importReports(app, id, reports, { ...options, rejects: gathered() })
    assert.deepEqual([again.cases, again.before], [0, answer.cases])
    assert.deepEqual((await verifyChain(app.pool, id)).faults, [])
  })
})

function rate(rows: number, lasted_s: number, rejects: Rejects): string {
  const told = JSON.stringify(Object.fromEntries(rejects.byReason))
  const pace = Math.round(rows / lasted_s)
  return `${rows} rows in ${lasted_s.toFixed(1)} s, ${pace}/s; ${rejects.count} rejects ${told}`
}

/** What Amsterdam promised in 2020, and for how many categories; two of its 120 have no term or nobody. */
const HANDLING_TIMES = {
  '2 calendar-days': 1,
  '3 calendar-days': 1,
  '3 working-days': 39,
  '4 calendar-days': 1,
  '4 working-days': 2,
  '5 calendar-days': 1,
  '5 working-days': 55,
  '10 working-days': 1,
  '15 calendar-days': 1,
  '21 calendar-days': 14,
  '21 working-days': 2,
}

function categoriesByTerm(agreements: readonly Agreement[]): Record<string, number> {
  const counted: Record<string, number> = {}
  for (const { terms, scope } of agreements) {
    const { amount, unit } = terms.reporter
    counted[`${amount} ${unit}`] = (counted[`${amount} ${unit}`] ?? 0) + scope.categories.length
  }
  return counted
}

const ZURICH_NAMES = {
  'Abfall/Sammelstelle': 'afval',
  'Signalisation/Lichtsignal': 'verkeerslicht',
  'Strasse/Trottoir/Platz': 'weg',
  'Grünflächen/Spielplätze': 'groen',
  'Beleuchtung/Uhren': 'verlichting',
  Allgemein: 'overig',
  Graffiti: 'graffiti',
  'VBZ/ÖV': 'openbaar-vervoer',
  'Brunnen/Hydranten': 'fontein',
  Schädlinge: 'ongedierte',
}

const ZURICH_CATEGORIES = Object.entries(ZURICH_NAMES).map(([de, id]) =>
  Category.parse({ id, name: { nl: id, en: id }, description: { nl: de, en: de } }),
)

const ZURICH_MAPPING = `kind: reports
columns: { received: date, category: service_code, lon: lon, lat: lat }
dates: { formats: [yyyy-MM-dd], zone: Europe/Zurich }
unclosed: settled
categories: ${JSON.stringify(ZURICH_NAMES)}
`
