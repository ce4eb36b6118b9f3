import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { readAfter } from '#journal'
import type { Agreement } from '#modules/agreements'
import { type ApiTown, openApiTown, type Told } from './api-town.ts'
import { agreementOf } from './small-town.ts'
import { NOORDDIJK } from './town.ts'

const BUURT = agreementOf({
  id: 'litter-2027',
  party: 'buurtgroep',
  categories: ['litter'],
  rank: 5,
})

describe('drafts of agreements', () => {
  let api: ApiTown
  before(async () => {
    api = await openApiTown()
  })
  after(() => api[Symbol.asyncDispose]())

  const as = 'administrator'
  const enter = (id: string, agreements: Agreement[], ends: { id: string; on: string }[] = []) =>
    api.post('/agreement-drafts', { as, body: { id, title: `Draft ${id}`, agreements, ends } })
  const refused = (told: Told, status: number, name: string) =>
    assert.deepEqual([told.status, told.json.type], [status, `/problems/${name}`], told.text)
  const litter = (lat: number) => {
    return api.town.report({ category: 'litter', place: { lon: 5.01, lat } })
  }
  const events = async (id: string) => {
    const all = await api.app.pool.read({ tenant: NOORDDIJK }, (query) =>
      readAfter(query, NOORDDIJK, 0, 10_000),
    )
    return all.filter(({ stream }) => stream === `agreement-draft/${id}`).map(({ type }) => type)
  }
  const simulate = async (body: object) => {
    const told = await api.post('/simulations', { as, body })
    assert.equal(told.status, 200, told.text)
    return told.text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
  }

  it('change nothing until they are put in force, and then all at once', async () => {
    const first = await litter(52.001)
    assert.equal((await api.assignmentOf(first.caseId)).organisation, 'wijkteam')
    const told = await enter('spring', [BUURT], [{ id: 'benches', on: '2026-07-01' }])
    assert.deepEqual([told.status, told.json.status], [201, 'draft'])
    assert.deepEqual(told.json.base, { benches: 1, 'litter-2027': 0 })
    const second = await litter(52.004)
    assert.equal((await api.assignmentOf(second.caseId)).organisation, 'wijkteam')
    const put = await api.post('/agreement-drafts/spring/entries', { as })
    assert.equal(put.status, 201, put.text)
    assert.deepEqual(
      put.json.entered.map(({ id, version }: { id: string; version: number }) => [id, version]),
      [
        ['litter-2027', 1],
        ['benches', 2],
      ],
    )
    const third = await litter(52.007)
    assert.equal((await api.assignmentOf(third.caseId)).organisation, 'buurtgroep')
    const { json } = await api.get(`/agreements/benches?municipality=${NOORDDIJK}`)
    assert.equal(json.items[0].agreement.validity.to, '2026-07-01')
    refused(await api.post('/agreement-drafts/spring/entries', { as }), 409, 'draft-settled')
    refused(await enter('spring', [BUURT]), 409, 'draft-settled')
    assert.deepEqual(await events('spring'), ['AgreementDraftEntered', 'AgreementDraftPutInForce'])
  })

  it('are refused when an agreement in them was changed since, and say which', async () => {
    const graffiti = agreementOf({ id: 'graffiti', party: 'wijkteam', categories: ['graffiti'] })
    await enter('old', [graffiti], [{ id: 'trees', on: '2027-01-01' }])
    await api.town.enter([
      agreementOf({ id: 'trees', party: 'straatwerk', categories: ['tree'], title: 'Other' }),
    ])
    const told = await api.post('/agreement-drafts/old/entries', { as })
    refused(told, 409, 'draft-outdated')
    assert.deepEqual(told.json.outdated, [{ id: 'trees', base: 1, version: 2 }])
    const absent = await api.get(`/agreements/graffiti?municipality=${NOORDDIJK}`)
    assert.equal(absent.status, 404)
    // Entered again it is made against what is there now.
    assert.equal((await enter('old', [graffiti], [{ id: 'trees', on: '2027-01-01' }])).status, 201)
    assert.equal((await api.post('/agreement-drafts/old/droppings', { as })).json.status, 'dropped')
    refused(await api.post('/agreement-drafts/old/entries', { as }), 409, 'draft-settled')
  })

  it('name what is known, end what is there, and name nothing twice', async () => {
    refused(await enter('wrong', [{ ...BUURT, party: 'nobody' }]), 400, 'agreement-names-unknown')
    const early = await enter('wrong', [], [{ id: 'trees', on: '2019-01-01' }])
    refused(early, 400, 'draft-ends-wrong')
    assert.deepEqual(early.json.ends, [{ id: 'trees', reason: 'before-its-start' }])
    refused(
      await enter('wrong', [], [{ id: 'nothing', on: '2027-01-01' }]),
      400,
      'draft-ends-wrong',
    )
    refused(await enter('wrong', [BUURT, BUURT]), 400, 'input-invalid')
    refused(await enter('wrong', []), 400, 'input-invalid')
    refused(await api.get('/agreement-drafts/wrong', { as }), 404, 'draft-not-found')
    refused(await api.post('/agreement-drafts/wrong/entries', { as }), 404, 'draft-not-found')
    refused(
      await api.post('/simulations', { as, body: { draft: 'wrong' } }),
      404,
      'draft-not-found',
    )
  })

  it('are tried on the cases of the past, each difference down to its case', async () => {
    const lamps = []
    for (const n of [1, 2, 3, 4, 5]) {
      lamps.push(await api.town.report({ category: 'lamp-out', asset: `L${n}` }))
    }
    const refusedOne = await api.assignmentOf(lamps[0]?.caseId ?? '')
    const answered = await api.answer(refusedOne.id, 1, {
      answer: 'not-ours',
      reason: 'not-our-task',
    })
    assert.equal(answered.status, 201, answered.text)
    const grid = agreementOf({
      id: 'lighting-2027',
      party: 'stroomnet',
      basis: 'grid-operator',
      categories: ['lamp-out'],
      validity: { from: '2027-01-01' },
      price: { wrongfulReport: 10_000 },
      scope: { managers: ['noorddijk'] },
    })
    await enter('lamps', [grid], [{ id: 'playgrounds', on: '2026-12-01' }])
    await api.town.report({ category: 'playground', place: { lon: 5.03, lat: 52.01 } })
    api.town.pass(1000)
    const lines = await simulate({ draft: 'lamps' })
    const { result, validAt, digest } = lines.at(-1)
    assert.equal(validAt, '2026-12-31T23:00:00.000Z')
    assert(lines.slice(0, -1).every((line) => line.progress.cases > 0))
    assert.deepEqual(
      result.kinds.filter(({ cases }: { cases: number }) => cases > 0),
      [
        { kind: 'other-party', cases: 5 },
        { kind: 'gap-appears', cases: 1 },
      ],
    )
    assert.equal(result.different, 6)
    const workOf = (party: string, category = 'lamp-out') =>
      result.work.find((row: { party?: string; category: string }) => {
        return row.party === party && row.category === category
      })
    assert.deepEqual([workOf('lichtwerk').before, workOf('lichtwerk').after], [5, 0])
    assert.deepEqual([workOf('stroomnet').before, workOf('stroomnet').after], [0, 5])
    // Of the six that were ever asked about lamps, one said that it was not theirs.
    const { of, assignments, notOurs, centsAfter } = workOf('stroomnet').notOurs
    assert.deepEqual([of, assignments, notOurs, centsAfter], ['category', 6, 1, 8333])
    const seen: string[] = []
    let cursor = ''
    do {
      const told = await api.get(`/agreement-drafts/lamps/differences?limit=4${cursor}`, { as })
      assert.equal(told.status, 200, told.text)
      assert(told.json.items.length <= 4)
      seen.push(...told.json.items.map((one: { case: string }) => one.case))
      cursor = told.json.next ? `&cursor=${told.json.next}` : ''
    } while (cursor !== '')
    assert.equal(new Set(seen).size, 6)
    const lamp = await api.get((seen[0] ?? '').replace('/api/v1', ''), { as })
    assert.equal(lamp.json.number, lamps[0]?.number)
    const { json } = await api.get('/agreement-drafts/lamps', { as })
    assert.deepEqual([json.simulated.digest, json.simulated.different], [digest, 6])
    assert.deepEqual(await events('lamps'), ['AgreementDraftEntered', 'AgreementDraftSimulated'])
    const again = await simulate({ draft: 'lamps', to: '2026-01-01T00:00:00Z' })
    assert.equal(again.at(-1).result.cases, 0)
  })

  it('are compared in words with what is there, and so are two versions', async () => {
    const told = await api.get('/agreement-comparisons?draft=lamps', {
      as,
      headers: { 'accept-language': 'en' },
    })
    assert.deepEqual(
      told.json.items.map((one: { agreement: string; differences: string[] }) => {
        return [one.agreement, one.differences]
      }),
      [
        ['lighting-2027', ['This agreement is new.']],
        ['playgrounds', ['Holds until: from none to 2026-12-01.']],
      ],
    )
    const trees = await api.get('/agreement-comparisons?agreement=trees&before=1&after=2', { as })
    assert.deepEqual(trees.json.items[0].differences.slice(0, 2), [
      'Partij: van Groenwerk naar Straatwerk.',
      'Titel: van Agreement trees naar Other.',
    ])
    refused(await api.get('/agreement-comparisons', { as }), 404, 'agreement-not-found')
    const late = await api.get('/agreement-comparisons?agreement=trees&after=9', { as })
    refused(late, 404, 'agreement-not-found')
    refused(await api.get('/agreement-comparisons?draft=none', { as }), 404, 'draft-not-found')
    assert.equal((await api.get('/agreement-comparisons', { as: 'integrator' })).status, 403)
  })

  it('show the coverage that there will be', async () => {
    const own = 'category=strange&area=haven'
    const strange = agreementOf({ id: 'strange', party: 'wijkteam', categories: ['strange'] })
    await enter('rest', [strange])
    const [now, then] = [
      await api.get(`/coverage?${own}`, { as }),
      await api.get(`/coverage?${own}&draft=rest`, { as }),
    ]
    assert.deepEqual([now.json.items.length, then.json.items.length], [1, 0])
    refused(await api.get('/coverage?draft=nothing', { as }), 404, 'draft-not-found')
  })
})
