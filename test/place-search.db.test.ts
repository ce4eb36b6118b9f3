import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { importPlaces } from '#modules/places'
import { type ApiTown, openApiTown } from './api-town.ts'
import { NOORDDIJK } from './town.ts'

const DIRTY = [
  ' ',
  '.',
  '…',
  '%',
  "'; drop table places.assets; --",
  '../../etc/passwd',
  '\u202Eevil',
  'a'.repeat(100),
  '💡'.repeat(20),
  '( [ { * + ? ^ $ | \\',
  '__proto__',
  'constructor',
  `${'L'.repeat(50)}1`,
  '0',
  '-1',
  '１２',
]

describe('the search of places', () => {
  let api: ApiTown
  before(async () => {
    api = await openApiTown()
    const { pool, committer, towns } = api.app
    const square = (west: number) => ({
      type: 'Polygon' as const,
      coordinates: [
        [
          [west, 52.01],
          [west + 0.001, 52.01],
          [west + 0.001, 52.011],
          [west, 52.011],
          [west, 52.01],
        ],
      ],
    })
    const road = (id: string, name: string, west: number) => ({
      id,
      kind: 'road' as const,
      name,
      geometry: square(west),
    })
    await importPlaces(
      { pool, committer, municipality: NOORDDIJK },
      {
        source: 'test',
        areas: [
          road('r1', 'Café-Müllerstraat', 5.005),
          road('r2', "'t Hôge Land", 5.015),
          road('r3', 'Kerkstraat', 5.001),
          road('r4', 'Kerkstraat', 5.03),
          road('r5', 'rijbaan lokale weg', 5.02),
        ],
        assets: [
          { id: 'dashed', type: 'lamp-post', publicNumber: 'NB-12 34', place: [5.022, 52.012] },
          { id: 'tree-1', type: 'tree', place: [5.0055, 52.0105] },
        ],
      },
    )
    towns.touch(NOORDDIJK)
  })
  after(() => api[Symbol.asyncDispose]())

  type Item = { kind: string; label: string; id?: string; place: { lon: number; lat: number } }
  async function find(q: string, more = '', language = 'nl'): Promise<Item[]> {
    const path = `/places/search?municipality=${NOORDDIJK}&q=${encodeURIComponent(q)}${more}`
    const { status, json } = await api.get(path, { headers: { 'accept-language': language } })
    assert.equal(status, 200, `${q}: ${JSON.stringify(json)}`)
    return json.items
  }

  it('finds a number exactly first, then those that begin with it', async () => {
    const labels = (await find('l1')).map(({ label }) => label)
    assert.equal(labels[0], 'lantaarnpaal L1, Dijkstraat')
    assert.deepEqual(labels.slice(1, 3), [
      'lantaarnpaal L10, Dijkstraat',
      'lantaarnpaal L11, Dijkstraat',
    ])
    assert.equal((await find('L5'))[0]?.id, 'lamp-5')
    for (const written of ['NB-1234', 'nb–12 34', 'lantaarnpaal nb-1234', 'NB-12'])
      assert.equal((await find(written))[0]?.id, 'dashed', written)
    assert.equal((await find('L1', '', 'en'))[0]?.label, 'lamp post L1, Dijkstraat')
  })

  it('finds streets and areas with a letter wrong, without diacritics, and by their beginning', async () => {
    for (const typed of [
      'cafe mullerstraat',
      'Café-Müllerstraat',
      'mullerstrat',
      'CAFE MULL',
      'mullerstraat 12',
    ])
      assert.equal((await find(typed))[0]?.label, 'Café-Müllerstraat, Centrum', typed)
    assert.equal((await find('hoge land'))[0]?.label, "'t Hôge Land, Centrum")
    const [area] = await find('havn')
    assert.deepEqual([area?.kind, area?.label], ['area', 'Haven'])
  })

  it('tells streets of one name apart by their neighbourhood, and leaves out what is no name', async () => {
    const labels = (await find('kerkstraat')).map(({ label }) => label)
    assert.deepEqual(labels.sort(), ['Kerkstraat, Centrum', 'Kerkstraat, Haven'])
    assert.deepEqual(await find('rijbaan'), [])
  })

  it('takes whatever is typed', async () => {
    for (const typed of DIRTY) assert(Array.isArray(await find(typed)), typed)
    assert((await find('straat', '&limit=1')).length <= 1)
    for (const wrong of ['', `?municipality=${NOORDDIJK}`, `?municipality=${NOORDDIJK}&q=`])
      assert.equal((await api.get(`/places/search${wrong}`)).status, 400)
    const long = await api.get(`/places/search?municipality=${NOORDDIJK}&q=${'a'.repeat(101)}`)
    assert.equal(long.status, 400)
  })

  it('finds nothing of another municipality', async () => {
    const { json } = await api.get('/places/search?q=L1', { as: 'zuiddijkDesk' })
    assert.deepEqual(json.items, [])
  })

  it('says in words where a point is', async () => {
    const where = async (lon: number, lat: number, language = 'nl') => {
      const path = `/places/whereabouts?municipality=${NOORDDIJK}&lon=${lon}&lat=${lat}`
      return (await api.get(path, { headers: { 'accept-language': language } })).json
    }
    const lamp = await where(5.0021, 52.005)
    assert.equal(lamp.text, 'bij Dijkstraat, lantaarnpaal L1')
    assert.equal(lamp.asset.distance, 6.8)
    assert.equal((await where(5.0021, 52.005, 'en')).text, 'near Dijkstraat, lamp post L1')
    assert.equal(
      (await where(5.0056, 52.0104)).text,
      'bij Café-Müllerstraat',
      'a tree has no number',
    )
    assert.equal((await where(5.038, 52.001)).text, 'in Haven')
    assert.deepEqual(await where(5.5, 52.5), {})
    const wrong = await api.get(`/places/whereabouts?municipality=${NOORDDIJK}&lon=x&lat=1`)
    assert.equal(wrong.status, 400)
  })
})
