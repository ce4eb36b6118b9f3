import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { rolesOf } from '../src/commands/coverage.ts'
import { importAgreementsText, importDraftText } from '../src/composition/import-into-town.ts'
import { readTownCoverage } from '../src/composition/read-coverage.ts'
import { replayDecisions } from '../src/composition/replay.ts'
import { type ApiTown, openApiTown } from './api-town.ts'
import { NOORDDIJK } from './town.ts'

const BECAUSE = {
  nl: 'Zwerfkatten zijn van niemand. Bel de dierenambulance.',
  en: 'Stray cats belong to nobody. Call the animal ambulance.',
}
const leaves = (own: object = {}) => ({
  id: 'strange',
  role: 'leaves',
  categories: ['strange'],
  validity: { from: '2026-01-01' },
  because: BECAUSE,
  ...own,
})
const PLACE = { lon: 5.01, lat: 52.01 }

describe('what the municipality states that it enforces or leaves', () => {
  let api: ApiTown
  before(async () => {
    api = await openApiTown({ roles: ['web'] })
  })
  after(() => api[Symbol.asyncDispose]())

  const enter = (body: object, as: 'administrator' | 'desk' | 'public' = 'administrator') =>
    api.post(`/stated-roles?municipality=${NOORDDIJK}`, { as, body })
  const cellsOf = async (query: string) => {
    const told = await api.get(`/coverage?${query}`, { as: 'desk' })
    assert.equal(told.status, 200, told.text)
    return told.json.items
  }

  it('turns a hole in the coverage into a choice, and only where it was made', async () => {
    const hole = await cellsOf('category=strange&area=haven')
    assert.deepEqual(
      hole[0].findings.map(({ kind }: { kind: string }) => kind),
      ['no-agreement'],
    )
    const entered = await enter(leaves({ areas: ['haven'] }))
    assert.deepEqual([entered.status, entered.json], [201, { id: 'strange', version: 1 }])
    assert.equal((await enter(leaves({ areas: ['haven'] }))).status, 200)
    assert.deepEqual(await cellsOf('category=strange&area=haven'), [])
    const [cell] = await cellsOf('category=strange&area=haven&shows=all')
    const stated = { id: 'strange', version: 1 }
    assert.deepEqual(cell.roles, [{ role: 'leaves', isPartial: false, stated }])
    assert.equal((await cellsOf('category=strange&area=centrum')).length, 1)
    const [tree] = await cellsOf('category=tree&area=haven&shows=all')
    assert.deepEqual(tree.roles, [{ role: 'directs', isPartial: false }])
    const town = await api.app.towns.get(NOORDDIJK)
    const cells = await readTownCoverage(town, { at_ms: api.town.clock(), category: 'strange' })
    assert.deepEqual(rolesOf(cells, town), [
      'strange · no object: leaves (in part) strange — Dijkweg',
      'strange · no object: leaves strange — Haven',
    ])
  })

  it('tells everybody why: before it is reported, and of the case', async () => {
    assert.equal((await enter(leaves())).status, 201)
    const asked = await api.get(
      `/routing?municipality=${NOORDDIJK}&category=strange&lon=${PLACE.lon}&lat=${PLACE.lat}`,
      { headers: { 'accept-language': 'nl' } },
    )
    assert.deepEqual([asked.json.outcome, asked.json.role], ['desk', 'leaves'])
    assert.match(asked.json.sentence, /De gemeente doet dit niet.*Bel de dierenambulance\./)
    const { caseId, number } = await api.town.report({ category: 'strange', place: PLACE })
    const told = await api.get(`/cases/${number}?municipality=${NOORDDIJK}`)
    assert.deepEqual([told.json.status, told.json.closedAs], ['closed', 'left'])
    const decisions = await api.get(`/cases/${caseId}/decisions?municipality=${NOORDDIJK}`)
    const [{ inWords, outcome }] = decisions.json.items
    assert.match(inWords.en.sentence, /does not do this.*Call the animal ambulance\./)
    assert.deepEqual(outcome.stated, { id: 'strange', version: 2, because: BECAUSE })
    const page = await api.app.http.request(`/${NOORDDIJK}/cases/${number}`)
    assert.match(await page.text(), /Bel de dierenambulance/)
    const { different, same } = await replayDecisions(api.app, NOORDDIJK)
    assert.deepEqual(different, [])
    assert(same > 0)
  })

  it('brings what it enforces to the desk', async () => {
    const to = { role: 'enforces', id: 'graffiti-2', categories: ['rough-sleeper', 'strange'] }
    assert.equal((await enter(leaves({ ...to, validity: { from: '2026-06-01' } }))).status, 201)
    const place = { lon: 5.03, lat: 52.005 }
    const { number } = await api.town.report({ category: 'strange', place })
    const { desk, status } = await api.town.case(number)
    assert.deepEqual([status, desk], ['open', ['enforces']])
    const listed = await api.get(`/cases?atDesk=true`, { as: 'desk' })
    assert.equal(listed.status, 200, listed.text)
    assert(listed.json.items.some((one: { number: string }) => one.number === number))
    const { different } = await replayDecisions(api.app, NOORDDIJK)
    assert.deepEqual(different, [])
  })

  it('is known by everybody, as it was at any moment, and entered by the administrator only', async () => {
    const all = await api.get(`/stated-roles?municipality=${NOORDDIJK}`)
    assert.deepEqual(
      all.json.items.map(({ id, version }: { id: string; version: number }) => [id, version]),
      [
        ['graffiti-2', 1],
        ['strange', 2],
      ],
    )
    const early = await api.get(
      `/stated-roles?municipality=${NOORDDIJK}&knownAt=2020-01-01T00:00:00Z`,
    )
    assert.deepEqual(early.json.items, [])
    const paged = await api.get(`/stated-roles?municipality=${NOORDDIJK}&limit=1`)
    assert.equal(paged.json.items.length, 1)
    assert(paged.json.next)
    assert.equal((await enter(leaves(), 'public')).status, 401)
    assert.equal((await enter(leaves(), 'desk')).status, 403)
    const elsewhere = await api.get('/stated-roles', { as: 'zuiddijkDesk' })
    assert.deepEqual(elsewhere.json.items, [])
  })

  it('names what is known, and gets one clear error for what is not', async () => {
    const unknown = await enter(leaves({ categories: ['cats'], areas: ['moon'] }))
    assert.deepEqual(
      [unknown.status, unknown.json.type, unknown.json.unknown],
      [
        400,
        '/problems/agreement-names-unknown',
        [
          { path: 'categories', name: 'cats' },
          { path: 'areas', name: 'moon' },
        ],
      ],
    )
    for (const wrong of [{ role: 'directs' }, { validity: { from: '2026-13-01' } }, { extra: 1 }])
      assert.equal((await enter(leaves(wrong))).status, 400, JSON.stringify(wrong))
  })

  it('comes in from a file with the agreements, all of it or nothing, and in no draft', async () => {
    const file = (category: string) => `municipality: ${NOORDDIJK}
roles:
  - id: playground-haven
    role: leaves
    categories: [${category}]
    areas: [haven]
    validity: { from: 2026-01-01 }
    because: { nl: Dat doet de stichting., en: The foundation does that. }
`
    const bad = await importAgreementsText(api.app, file('cats'), 'test')
    assert(!bad.ok)
    assert.deepEqual(
      bad.problems.map(({ path }) => path),
      ['playground-haven.categories'],
    )
    const good = await importAgreementsText(api.app, file('playground'), 'test')
    assert(good.ok, JSON.stringify(good))
    assert.deepEqual(good.roles, [{ id: 'playground-haven', version: 1 }])
    const again = await importAgreementsText(api.app, file('playground'), 'test')
    assert(again.ok && again.roles.length === 0 && again.unchanged === 1)
    const draft = await importDraftText(api.app, file('playground'), 'draft', 'test')
    assert(!draft.ok)
    assert.match(draft.problems[0]?.message ?? '', /a draft states no roles/)
    const nothing = await importAgreementsText(api.app, `municipality: ${NOORDDIJK}\n`, 'test')
    assert(!nothing.ok)
  })
})
