import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type ApiTown, openApiTown } from './api-town.ts'
import { agreementOf } from './small-town.ts'

type Item = {
  category: string
  area?: string
  assetType?: string
  parties: string[]
  findings: { kind: string; isPartial: boolean; from?: string; agreements: { id: string }[] }[]
}

describe('coverage over the API', () => {
  let api: ApiTown
  before(async () => {
    api = await openApiTown()
  })
  after(() => api[Symbol.asyncDispose]())

  async function cells(query: string): Promise<Item[]> {
    const told = await api.get(`/coverage?${query}`, { as: 'desk' })
    assert.equal(told.status, 200, told.text)
    return told.json.items
  }
  const brief = ({ area, assetType, findings }: Item) => [
    area,
    assetType,
    findings.map(({ kind, isPartial, agreements }) => {
      return `${kind}${isPartial ? '?' : ''} ${agreements.map(({ id }) => id).join('+')}`.trim()
    }),
  ]

  it('tells where nothing holds: on lamps by who manages them, and on what is about no object', async () => {
    assert.deepEqual((await cells('category=lamp-out')).map(brief), [
      ['centrum', undefined, ['no-agreement?']],
      ['haven', undefined, ['no-agreement?']],
      ['haven', 'lamp-post', ['no-agreement?']],
    ])
    assert.deepEqual((await cells('category=strange&area=haven')).map(brief), [
      ['haven', undefined, ['no-agreement']],
    ])
    const [graffiti] = await cells('category=graffiti&area=haven')
    assert.deepEqual(graffiti && brief(graffiti), ['haven', undefined, ['owner-only walls']])
    const [tree] = await cells('category=tree&area=haven&shows=all')
    assert.deepEqual(tree?.parties, ['groenwerk'])
    assert.deepEqual(tree?.findings, [])
  })

  it('sees a conflict, an end, and one that is only on trial as soon as they are entered', async () => {
    await api.town.enter([
      agreementOf({ id: 'trees-2', party: 'buurtgroep', categories: ['tree'] }),
      agreementOf({ id: 'strange', party: 'wijkteam', categories: ['strange'], mode: 'shadow' }),
      agreementOf({
        id: 'benches',
        party: 'buurtgroep',
        categories: ['bench'],
        validity: { from: '2020-01-01', to: '2026-09-01' },
      }),
    ])
    const one = async (category: string) => (await cells(`category=${category}&area=haven`))[0]
    assert.deepEqual(brief((await one('tree')) as Item)[2], ['conflict trees+trees-2'])
    assert.deepEqual(brief((await one('strange')) as Item)[2], ['not-live strange'])
    const bench = await one('bench')
    assert.equal(bench?.findings[0]?.from, '2026-08-31T22:00:00.000Z')
    assert.equal((await cells('category=bench&area=haven&at=2026-04-01T00:00:00Z')).length, 0)
  })

  it('gives every combination once over its pages', async () => {
    const all = await cells('shows=all&limit=200')
    const paged: Item[] = []
    let next: string | undefined
    do {
      const cursor = next === undefined ? '' : `&cursor=${next}`
      const told = await api.get(`/coverage?shows=all&limit=17${cursor}`, { as: 'administrator' })
      paged.push(...told.json.items)
      next = told.json.next
    } while (next !== undefined)
    assert.deepEqual(paged, all)
    assert(all.length > 50)
  })

  it('is for staff, and takes no moment that is none', async () => {
    assert.equal((await api.get('/coverage?municipality=GM9801')).status, 401)
    assert.equal((await api.get('/coverage', { as: 'integrator' })).status, 403)
    assert.equal((await api.get('/coverage?at=yesterday', { as: 'desk' })).status, 400)
  })
})
