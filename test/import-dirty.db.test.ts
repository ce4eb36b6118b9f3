import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, describe, it } from 'node:test'
import sql from 'sql-template-tag'
import { v7 as newId } from 'uuid'
import { listCases, readWords } from '#modules/cases'
import { Category } from '#modules/categories'
import { importPlaces, parseRegisterMapping } from '#modules/places'
import type { App } from '../src/app.ts'
import { importAreas } from '../src/composition/import-areas.ts'
import { serveMunicipality } from '../src/composition/import-municipalities.ts'
import { importRegister } from '../src/composition/import-register.ts'
import { importRostersText } from '../src/composition/import-rosters.ts'
import { importReports } from '../src/composition/reports/import-reports.ts'
import { parseReportsMapping } from '../src/composition/reports/reports-mapping.ts'
import { importSignalen } from '../src/composition/signalen/import-signalen.ts'
import { type Folder, gathered, mapped, openFolder, openRejects, polygonOf } from './import-town.ts'
import { openTestApp } from './test-app.ts'

const TOWN = 'GM9820'
const quiet = { say: () => {} }
const now_ms = Date.now()

const CATEGORIES = ['lamp', 'secret'].map((id) =>
  Category.parse({
    id,
    name: { nl: id, en: id },
    description: { nl: id, en: id },
    visibility: id === 'secret' ? 'confidential' : 'public',
  }),
)

const lamp = (id: string, lon: number, more = {}) => ({
  id,
  type: 'lamp-post',
  place: [lon, 52.01] as const,
  ...more,
})

describe('a file that is not as it should be', () => {
  const stack = new AsyncDisposableStack()
  let app: App
  let folder: Folder

  before(async () => {
    app = stack.use(await openTestApp({ roles: [] }))
    folder = stack.use(await openFolder())
    const boundary = polygonOf([5, 52, 5.2, 52.2])
    await serveMunicipality(app, { id: TOWN, name: 'Vuil', boundary }, { categories: CATEGORIES })
    const { pool, committer } = app
    const assets = [
      lamp('known', 5.01, { publicNumber: '1', owner: 'G9820' }),
      lamp('bare', 5.02),
      lamp('left', 5.03),
      lamp('right', 5.030005),
      { ...lamp('tree-5', 5.05), type: 'tree', publicNumber: '5' },
      { ...lamp('box', 5.06), type: 'lighting-cabinet', publicNumber: 'K1' },
    ]
    await importPlaces(
      { pool, committer, municipality: TOWN },
      { areas: [], assets, source: 'test' },
    )
    app.towns.touch(TOWN)
  })
  after(() => stack.disposeAsync())

  it('a register: each row finds its object, or its reason beside the file', async () => {
    const text = [
      'nr;lon;lat;eigenaar;tot;kast;groep',
      '1;5,01001;52,01;;01-02-2030;K1;A',
      '2;5,020001;52,01;Stad;;K1;A',
      '3;5,030002;52,01;;;;',
      '4;5,04;52,01;;;K9;B',
      '5;5,05;52,01;;;;',
      '1;5,01;52,01;;;;',
      '6;5,6;52,01;;;;',
      '7;vijf;52,01;;;;',
      '8;5,07;52,01;Onbekend;;;',
      '9;5,07;52,01;;31-02-2030;;',
      '10;;;;;;',
      '1;5,1;52,1',
      '"=1+1";5,08;52,01;;;;',
    ].join('\r\n')
    const file = await folder.write('register.csv', Buffer.from(`${text}\r\n`, 'latin1'))
    const mapping = `kind: register
encoding: windows-1252
separator: ';'
decimal: ','
columns: { number: nr, lon: lon, lat: lat, owner: eigenaar, warrantyUntil: tot, cabinet: kast, circuit: groep }
constants: { type: lamp-post }
values: { owner: { Stad: G9820 } }
`
    const rejects = openRejects(folder.at('rejects.csv'))
    const register = { file, ...mapped(mapping, parseRegisterMapping) }
    const answer = await importRegister(app, TOWN, register, { rejects, now_ms, ...quiet })
    assert.deepEqual(answer.found, { known: 1, 'on-place': 1, new: 2 })
    assert.equal(answer.cabinetsMade, 1)
    assert.equal(await rejects.close(), folder.at('rejects.csv'))
    const told = (await readFile(folder.at('rejects.csv'), 'utf8')).trim().split('\r\n')
    assert.deepEqual(
      told.slice(1).map((line) => line.split(',').slice(0, 2).join(' ')),
      [
        '4 two-candidates',
        '6 number-of-another-type',
        '7 number-twice',
        '8 place-outside-municipality',
        '9 place-not-a-number',
        '10 organisation-unknown',
        '11 date-unreadable',
        '12 place-missing',
        '13 columns-too-few',
      ],
    )
    const { assets } = await app.towns.get(TOWN)
    const one = assets.byId('known')
    assert.deepEqual(
      [one?.owner, one?.warrantyUntil, one?.parent],
      ['G9820', '2030-02-01', 'segment-box-A'],
    )
    assert.equal(assets.byId('segment-box-A')?.parent, 'box')
    assert.deepEqual(
      [assets.byId('bare')?.publicNumber, assets.byId('bare')?.owner],
      ['2', 'G9820'],
    )
    assert.equal(assets.byId('segment-cabinet-K9-B')?.parent, 'cabinet-K9')
    assert.equal(assets.byId('cabinet-K9')?.type, 'lighting-cabinet')
  })

  it('a mapping: each mistake with its line', () => {
    const read = parseRegisterMapping('kind: register\ncolumns: { lon: a }\nseperator: x\n')
    assert.ok(!read.ok)
    assert.ok(
      read.problems.some(({ line, message }) => line === 3 && /no such field/.test(message)),
    )
    const noType = parseRegisterMapping('kind: register\ncolumns: { number: a }\n')
    assert.ok(!noType.ok && /what are these objects/.test(noType.problems[0]?.message ?? ''))
  })

  it('areas: mended, or rejected with their reason; the Dutch grid by its name', async () => {
    const square = (x: number, size = 0.01) => polygonOf([x, 52.05, x + size, 52.06])
    const feature = (id: string, geometry: unknown) => ({
      type: 'Feature',
      id,
      properties: { naam: id },
      geometry,
    })
    const features = [
      feature('sound', square(5.01)),
      feature('sound', square(5.02)),
      feature('far', square(8)),
      feature('many', { type: 'GeometryCollection', geometries: [square(5.03)] }),
      feature('point', { type: 'Point', coordinates: [5, 52] }),
      feature('text', { type: 'Polygon', coordinates: [[['x', 1]]] }),
      { type: 'Feature', properties: {}, geometry: square(5.04) },
    ]
    const file = await folder.write(
      'areas.geojson',
      JSON.stringify({ type: 'FeatureCollection', features }),
    )
    const rejects = gathered()
    const options = { kind: 'neighbourhood' as const, name: 'naam', rejects, now_ms }
    const read = await importAreas(app, TOWN, file, options)
    assert.equal(read.changed, 1)
    assert.deepEqual(
      rejects.all.map(({ line, reason }) => `${line} ${reason}`),
      [
        '2 id-twice',
        '3 area-outside-municipality',
        '4 geometry-collection',
        '5 geometry-no-polygon',
        '6 position-unreadable',
        '7 id-missing',
      ].sort((a, b) => Number(a[0]) - Number(b[0])),
    )
    const ring = [
      [140_000, 455_000],
      [141_000, 455_000],
      [141_000, 456_000],
      [140_000, 456_000],
    ]
    const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::28992' } }
    const grid = {
      type: 'FeatureCollection',
      crs,
      features: [feature('rd', { type: 'Polygon', coordinates: [ring] })],
    }
    const inGrid = await folder.write('rd.geojson', JSON.stringify(grid))
    const told = await importAreas(app, TOWN, inGrid, { ...options, rejects: gathered() })
    assert.deepEqual(told.mended, [{ id: 'rd', mendings: ['ring-closed'], changed_share: 0 }])
    const other = await folder.write('utm.geojson', JSON.stringify(grid).replace('28992', '32631'))
    await assert.rejects(importAreas(app, TOWN, other, options), /EPSG::32631.*EPSG:28992 or WGS84/)
    await assert.rejects(
      importAreas(app, TOWN, file, { ...options, kind: 'district' }).then(() => {
        const wrong = rejects.all.find(({ reason }) => reason === 'id-of-another-kind')
        throw new Error(wrong?.reason)
      }),
      /id-of-another-kind/,
    )
  })

  it('reports: dates of several kinds, sealed words, and confidential places that stay closed', async () => {
    const text = [
      'wanneer,wat,lon,lat,dicht,tekst',
      '01-03-2024 10:00,Lamp,5.01,52.01,2024-03-02,Lamp kapot bij Jansen',
      '2024-03-03T10:00:00Z,Geheim,5.02,52.02,,Mijn buurman',
      '2024-03-03T10:00:00Z,Geheim,5.02,52.02,,Mijn buurman',
      '03/03/2024,Lamp,5.01,52.01,,',
      '2024-03-03,Boom,5.01,52.01,,',
      '2024-03-03,Lamp,6.01,52.01,,',
      '2024-03-03,Lamp,,52.01,,',
      '2024-03-03,Lamp,5.01,52.01,2024-01-01,',
      '2999-03-03,Lamp,5.01,52.01,,',
    ].join('\n')
    const file = await folder.write('reports.csv', text)
    const mapping = `kind: reports
columns: { received: wanneer, category: wat, lon: lon, lat: lat, closed: dicht, text: tekst }
dates: { formats: [iso, 'dd-MM-yyyy HH:mm'] }
categories: { Lamp: lamp, Geheim: secret }
unclosed: open
`
    const rejects = gathered()
    const reports = { file, ...mapped(mapping, parseReportsMapping) }
    const options = { now_ms, newId: () => newId(), rejects, ...quiet }
    const answer = await importReports(app, TOWN, reports, options)
    assert.deepEqual([answer.cases, answer.duplicates, answer.rows], [2, 1, 9])
    assert.deepEqual(
      rejects.all.map(({ line, reason }) => `${line} ${reason}`),
      [
        '5 date-unreadable',
        '6 category-unknown',
        '7 place-outside-municipality',
        '8 place-missing',
        '9 closed-before-received',
        '10 received-in-future',
      ],
    )
    const rows = await app.pool.read({ tenant: TOWN }, (query) =>
      listCases(query, TOWN, { isStaff: true, most: 10 }),
    )
    const [lampCase, secret] = ['lamp', 'secret'].map((id) =>
      rows.find((one) => one.category === id),
    )
    assert.equal(lampCase?.status, 'closed')
    assert.equal(lampCase.closed_as, 'settled-by-desk')
    assert.equal(new Date(lampCase.opened_at).toISOString(), '2024-03-01T09:00:00.000Z')
    assert.deepEqual([secret?.status, secret?.lon], ['open', null])
    const { ids, messages, bodies } = await app.pool.read({ tenant: TOWN }, async (query) => {
      const signals = await query<{ id: string }>(
        sql`select id from cases.signals order by received_at`,
      )
      const [outbox] = await query<{ n: number }>(sql`select count(*) as n from platform.outbox`)
      const events = await query<{ body: string }>(sql`select body from journal.events`)
      return {
        ids: signals.map(({ id }) => id),
        messages: outbox?.n,
        bodies: events.map(({ body }) => body).join(),
      }
    })
    assert.equal(messages, 0)
    assert.doesNotMatch(bodies, /Jansen|buurman|5\.02,/)
    const words = await readWords(app.pool, app.vault, TOWN, ids)
    assert.deepEqual(words.get(ids[1] ?? ''), {
      description: 'Mijn buurman',
      place: { lon: 5.02, lat: 52.02 },
    })
    const kept = mapped(`${mapping}duplicates: keep\n`, parseReportsMapping)
    const again = await importReports(
      app,
      TOWN,
      { file, ...kept },
      { ...options, rejects: gathered() },
    )
    assert.deepEqual([again.cases, again.duplicates], [3, 1])
  })

  it('categories of a Signalen: a row that cannot be used, and an answer for what is not there', async () => {
    const head =
      'hoofdcategorie,subcategorie_slug,subcategorie,actief,sla_dagen,sla_kalenderdagen,verantwoordelijk,omschrijving'
    const rows = [
      'afval,vuil,Vuil,True,3,False,AEG|ASC,',
      'afval,Vuil 2,Vuil,True,3,False,AEG,',
      'afval,vuil,Vuil,True,3,False,AEG,',
      'wonen,leeg,Leeg,False,x,False,WON,',
    ]
    const categories = await folder.write('signalen.csv', `${head}\n${rows.join('\n')}\n`)
    const rejects = gathered()
    const options = {
      said: new Map([['onbekend', 'public' as const]]),
      from: '2026-01-01',
      rejects,
    }
    const unknown = await importSignalen(app, TOWN, { categories }, options)
    assert.ok(!unknown.ok && unknown.reason === 'visibility-of-unknown')
    const answer = await importSignalen(app, TOWN, { categories }, { ...options, said: new Map() })
    assert.ok(answer.ok)
    assert.deepEqual([answer.rows, answer.changed, answer.draft.shared.length], [1, 2, 1])
    assert.deepEqual(
      rejects.all.map(({ line, reason }) => `${line} ${reason}`),
      ['3 slug-unusable', '4 slug-twice', '5 term-unreadable'],
    )
  })

  it('duty rosters: all of a file or none, with what is wrong', async () => {
    const roster = (organisation: string) => `municipality: ${TOWN}
rosters:
  - id: danger
    title: Piket
    contacts:
      - { id: wacht, name: Wacht, minutes: 10, email: wacht@example.org, organisation: ${organisation} }
`
    const refused = await importRostersText(app, roster('nobody'), 'test')
    assert.ok(!refused.ok)
    assert.match(refused.problems[0]?.message ?? '', /nobody is no party/)
    const wrong = await importRostersText(
      app,
      roster('G9820').replace('minutes: 10', 'minutes: 0'),
      'test',
    )
    assert.ok(!wrong.ok && wrong.problems[0]?.line === 6)
    const entered = await importRostersText(app, roster('G9820'), 'test')
    assert.ok(entered.ok)
    assert.deepEqual(entered.entered, [{ id: 'danger', version: 1 }])
    assert.equal((await app.towns.get(TOWN)).dutyRosters.get('danger')?.contacts[0]?.id, 'wacht')
  })
})
