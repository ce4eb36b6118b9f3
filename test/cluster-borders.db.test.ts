import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, it } from 'node:test'
import sql from 'sql-template-tag'
import { lockHead } from '#journal'
import { rebuildCases } from '#modules/cases'
import { createKey } from '#modules/directory'
import { type Border, openBorder } from './border-cabinet.ts'
import { changeCategory } from './moving-town.ts'
import { NOORDDIJK, until, ZUIDDIJK } from './town.ts'

/** What a case says of others, to somebody. */
async function related(
  town: Border,
  [municipality, number]: readonly [string, string],
  as: 'public' | 'desk' | 'zuiddijkDesk' = 'public',
) {
  const query = as === 'public' ? `?municipality=${municipality}` : ''
  const { status, json, text } = await town.get(`/cases/${number}${query}`, { as })
  assert.equal(status, 200, text)
  return json.relatedCases
}

const named = (id: string, name: string, number: string) => [
  { href: `/api/v1/cases/${number}?municipality=${id}`, number, municipality: { id, name } },
]

describe('a cabinet with lamps in two municipalities', () => {
  it('is a case in each, and each names the other to whoever may see it', async () => {
    await using town = await openBorder()
    const noord = await town.noordGoesOut()
    assert.equal(await related(town, [NOORDDIJK, noord]), undefined, 'nobody else has any')
    const zuid = await town.zuidGoesOut()
    assert.notEqual(zuid, noord)
    assert.match(zuid, /^GM9802-/)
    const [ofZuid, ofNoord] = [
      named(ZUIDDIJK, 'Zuiddijk', zuid),
      named(NOORDDIJK, 'Noorddijk', noord),
    ]
    assert.deepEqual(await related(town, [NOORDDIJK, noord]), ofZuid)
    assert.deepEqual(await related(town, [NOORDDIJK, noord], 'desk'), ofZuid)
    assert.deepEqual(await related(town, [ZUIDDIJK, zuid]), ofNoord)
    assert.deepEqual(await related(town, [ZUIDDIJK, zuid], 'zuiddijkDesk'), ofNoord)
    const { status } = await town.get(ofZuid[0]?.href.replace('/api/v1', '') ?? '')
    assert.equal(status, 200, 'where it leads to is there for everybody')
    const key = { id: randomUUID(), kind: 'party', organisation: 'stroomnet', label: 'x' } as const
    const token = await createKey(town.app.worker, { key, now_ms: town.town.clock() })
    const own = await town.get(`/cases/${zuid}?municipality=${ZUIDDIJK}`, { as: 'party', token })
    assert.deepEqual(own.json.relatedCases, ofNoord)
  })

  it('is told to a grid operator of both under one name', async () => {
    await using town = await openBorder({ roles: ['work'], canCallPrivateAddresses: true })
    await town.noordGoesOut()
    await town.zuidGoesOut()
    const offers = () =>
      town.town.receivers
        .at('stroomnet')
        .map(({ event }) => event)
        .filter(({ type }) => type.endsWith('.offered.v1'))
    await until('both arrived', () => offers().length === 2)
    const circuits = offers().map(({ data }) => data.case.cluster?.circuit)
    const of = { owner: 'stroomnet', type: 'cabinet' }
    assert.deepEqual(circuits, [
      { ...of, publicNumber: 'KAST-1' },
      { ...of, publicNumber: 'KAST-1' },
    ])
    assert.equal(new Set(offers().map(({ data }) => data.municipality)).size, 2)
  })

  it('names the other no more when that is over', async () => {
    await using town = await openBorder()
    const noord = await town.noordGoesOut()
    const zuid = await town.zuidGoesOut()
    await town.zuidIsBack()
    assert.equal(await related(town, [NOORDDIJK, noord]), undefined)
    assert.equal(await related(town, [ZUIDDIJK, zuid]), undefined)
    const again = await town.zuidGoesOut()
    assert.deepEqual(await related(town, [NOORDDIJK, noord]), named(ZUIDDIJK, 'Zuiddijk', again))
  })

  for (const [what, cabinet] of [
    ['of another owner', { owner: 'lichtwerk' }],
    ['with another number', { publicNumber: 'KAST-2' }],
  ] as const)
    it(`is another one ${what}`, async () => {
      await using town = await openBorder({ cabinet })
      const noord = await town.noordGoesOut()
      await town.zuidGoesOut()
      assert.equal(await related(town, [NOORDDIJK, noord]), undefined)
    })

  it('is told to nobody elsewhere where not everybody may see it', async () => {
    await using town = await openBorder()
    const noord = await town.noordGoesOut()
    await changeCategory(town.town, 'lamp-out', { visibility: 'status-only' }, undefined, ZUIDDIJK)
    const zuid = await town.zuidGoesOut()
    assert.equal(await related(town, [NOORDDIJK, noord], 'desk'), undefined)
    assert.equal(await related(town, [ZUIDDIJK, zuid], 'zuiddijkDesk'), undefined)
    assert.deepEqual(await seenFrom(town, NOORDDIJK), [NOORDDIJK])
  })

  it('is told no more from the moment at which its category is less than public', async () => {
    await using town = await openBorder()
    const noord = await town.noordGoesOut()
    const zuid = await town.zuidGoesOut()
    for (const visibility of ['status-only', 'confidential'] as const) {
      await changeCategory(town.town, 'lamp-out', { visibility }, undefined, ZUIDDIJK)
      assert.equal(await related(town, [NOORDDIJK, noord]), undefined)
    }
    assert.notEqual(await related(town, [ZUIDDIJK, zuid], 'zuiddijkDesk'), undefined)
  })

  it('each municipality writes its own line, and makes it again from its own journal', async () => {
    await using town = await openBorder()
    await town.noordGoesOut()
    await town.zuidGoesOut()
    assert.deepEqual(await seenFrom(town, NOORDDIJK), [NOORDDIJK, ZUIDDIJK])
    const { pool } = town.app
    const changed = await pool.write({ tenant: NOORDDIJK }, (query) =>
      query<{ municipality: string }>(
        sql`update cases.circuit_cases set number = 'x' returning municipality`,
      ),
    )
    assert.deepEqual(changed, [{ municipality: NOORDDIJK }])
    await pool.write({ tenant: NOORDDIJK }, async (query) => {
      await lockHead(query, NOORDDIJK)
      await rebuildCases(query, NOORDDIJK)
    })
    for (const id of [NOORDDIJK, ZUIDDIJK])
      for (const { table, isSame } of await pool.write({ tenant: id }, async (query) => {
        await lockHead(query, id)
        return rebuildCases(query, id)
      }))
        assert(isSame, `${table} of ${id} is made again as it was`)
  })
})

/** Whose lines a municipality can read in the database. */
async function seenFrom(town: Border, tenant: string): Promise<string[]> {
  const rows = await town.app.pool.read({ tenant }, (query) =>
    query<{ municipality: string }>(
      sql`select municipality from cases.circuit_cases order by municipality`,
    ),
  )
  return rows.map(({ municipality }) => municipality)
}
