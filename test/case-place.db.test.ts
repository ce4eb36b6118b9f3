import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import pg from 'pg'
import { type ApiTown, openApiTown } from './api-town.ts'
import { NOORDDIJK } from './town.ts'

const BESIDE_A_LAMP = { lon: 5.0051, lat: 52.0055 }
const AWAY_FROM_ALL = { lon: 5.035, lat: 52.015 }
const LISTS = [`/cases?municipality=${NOORDDIJK}&limit=200`, '/desk-needs?limit=200'] as const

type Told = { number: string; street?: string; neighbourhood?: string }

describe('where a case is, in words', () => {
  let api: ApiTown
  before(async () => {
    api = await openApiTown()
  })
  after(() => api[Symbol.asyncDispose]())

  const casesIn = async (list: string, as?: 'desk'): Promise<Told[]> => {
    const { json } = await api.get(list, as && { as })
    return json.items.map((one: { case?: Told }) => one.case ?? one)
  }
  const wordsIn = async (list: string, number: string, as?: 'desk') => {
    const told = (await casesIn(list, as)).find((one) => one.number === number)
    return told && [told.street, told.neighbourhood]
  }
  const listed = (number: string, as?: 'desk') => wordsIn(LISTS[0], number, as)

  it('is the street of its object', async () => {
    const { number } = await api.town.report({ category: 'lamp-out', asset: 'L2' })
    assert.deepEqual(await listed(number), ['Dijkstraat', 'Centrum'])
  })

  it('is the nearest street that something names, or only the neighbourhood', async () => {
    const near = await api.town.report({ category: 'strange', place: BESIDE_A_LAMP })
    const far = await api.town.report({ category: 'strange', place: AWAY_FROM_ALL })
    for (const list of LISTS) {
      assert.deepEqual(await wordsIn(list, near.number, 'desk'), ['Dijkstraat', 'Centrum'])
      assert.deepEqual(await wordsIn(list, far.number, 'desk'), [undefined, 'Haven'])
    }
    const { json } = await api.get(`/cases/${near.number}?municipality=${NOORDDIJK}`)
    assert.deepEqual([json.street, json.neighbourhood], ['Dijkstraat', 'Centrum'])
  })

  it('is told to the staff alone where only how it stands is for everybody', async () => {
    const { number } = await api.town.report({ category: 'rough-sleeper', place: BESIDE_A_LAMP })
    assert.deepEqual(await listed(number, 'desk'), ['Dijkstraat', 'Centrum'])
    assert.deepEqual(await listed(number), [undefined, undefined])
    const { json } = await api.get(`/cases/${number}?municipality=${NOORDDIJK}`)
    assert.equal(json.status, 'open')
    assert.deepEqual([json.street, json.neighbourhood], [undefined, undefined])
  })

  it('names no street beside a place that is sealed, and to nobody else that there is a case', async () => {
    const { number } = await api.town.report({ category: 'nuisance', place: BESIDE_A_LAMP })
    assert.deepEqual(await listed(number, 'desk'), [undefined, 'Centrum'])
    assert.equal(await listed(number), undefined)
    const read = await api.get(`/cases/${number}?municipality=${NOORDDIJK}`)
    assert.equal(read.status, 404)
  })

  it('costs no statement a row', async () => {
    const few: Awaited<ReturnType<typeof statementsOf>>[] = []
    for (const list of LISTS) few.push(await statementsOf(() => casesIn(list, 'desk')))
    for (let i = 0; i < 12; i++)
      await api.town.report({
        category: 'strange',
        place: { lon: 5.002 + i * 0.002, lat: 52.006 + (i % 3) * 0.004 },
      })
    for (const [i, list] of LISTS.entries()) {
      const many = await statementsOf(() => casesIn(list, 'desk'))
      assert(many.told.length >= (few[i]?.told.length ?? 0) + 12, `${many.told.length} rows`)
      assert.equal(many.statements, few[i]?.statements, list)
      assert(many.statements > 0)
    }
  })
})

/** What something answers, and how many statements it took. */
async function statementsOf(work: () => Promise<Told[]>) {
  const { query } = pg.Client.prototype
  let statements = 0
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    // What rings in other processes comes when it comes.
    if (!/pg_notify/.test(JSON.stringify(given[0]))) statements += 1
    return Reflect.apply(query, this, given)
  } as typeof query
  try {
    return { told: await work(), statements }
  } finally {
    pg.Client.prototype.query = query
  }
}
