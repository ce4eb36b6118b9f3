import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type ApiTown, openApiTown } from './api-town.ts'
import { NOORDDIJK, until } from './town.ts'

const MUNICIPALITY = `municipality=${NOORDDIJK}`

describe('the stream of changes', () => {
  let api: ApiTown
  before(async () => {
    api = await openApiTown()
  })
  after(() => api[Symbol.asyncDispose]())

  /** Follows the stream and gathers what it tells. */
  async function follow(headers: Record<string, string> = {}) {
    const response = await api.request('GET', `/changes?${MUNICIPALITY}`, { headers })
    assert.equal(response.headers.get('content-type'), 'text/event-stream')
    const told = { text: '', isOver: false }
    const reader = response.body?.getReader()
    const decoder = new TextDecoder()
    const reading = (async () => {
      for (;;) {
        const piece = await reader?.read()
        if (!piece || piece.done) break
        told.text += decoder.decode(piece.value)
      }
      told.isOver = true
    })()
    const types = () => [...told.text.matchAll(/^event: (.+)$/gm)].map(([, type]) => type)
    return { told, types, reading, stop: () => reader?.cancel() }
  }

  it('tells what happens as it happens, to all who follow', async () => {
    const both = [await follow(), await follow()]
    const { caseId, number } = await api.town.report({ category: 'lamp-out', asset: 'L1' })
    const { id } = await api.assignmentOf(caseId)
    await api.answer(id, 1, { answer: 'accepted' })
    await api.answer(id, 2, { answer: 'done', next: [] })
    const expected = ['CaseOpened', 'CaseHandedOver', 'CaseAccepted', 'CaseDone']
    for (const one of both) {
      await until('the case is done', () => one.types().length >= expected.length)
      assert.deepEqual(one.types(), expected)
      const [, data] = /^data: (.+)$/m.exec(one.told.text) ?? []
      assert.deepEqual(JSON.parse(data ?? ''), {
        type: 'CaseOpened',
        case: `/api/v1/cases/${number}?${MUNICIPALITY}`,
        number,
        category: 'lamp-out',
        status: 'open',
        at: new Date(api.town.clock()).toISOString(),
      })
      await one.stop()
    }
  })

  it('goes on where a client left it', async () => {
    const first = await follow()
    await api.town.report({ category: 'lamp-out', asset: 'L2' })
    await until('it is told', () => first.types().length === 2)
    await first.stop()
    const [, last] = [...first.told.text.matchAll(/^id: (.+)$/gm)].map(([, id]) => id)
    await api.town.report({ category: 'litter', place: { lon: 5.03, lat: 52.01 } })
    const again = await follow({ 'last-event-id': last ?? '' })
    await until('what was missed is told', () => again.types().length >= 2)
    assert.deepEqual(again.types(), ['CaseOpened', 'CaseHandedOver'])
    assert.match(again.told.text, /litter/)
    await again.stop()
  })

  it('refuses a position that is not its own', async () => {
    const other = await follow()
    await api.town.report({ category: 'lamp-out', asset: 'L3' })
    await until('it is told', () => other.types().length > 0)
    const [, id = ''] = /^id: (.+)$/m.exec(other.told.text) ?? []
    await other.stop()
    const refused = await api.get(`/changes?${MUNICIPALITY}`, {
      headers: { 'last-event-id': '12' },
    })
    assert.deepEqual([refused.status, refused.json.type], [400, '/problems/position-unknown'])
    const elsewhere = { headers: { 'last-event-id': id } }
    assert.equal((await api.get('/changes?municipality=GM9802', elsewhere)).status, 400)
  })

  it('opens no more streams than it can serve, and ends them all when it is told to', async () => {
    const all = await Promise.all(Array.from({ length: 200 }, () => follow()))
    const more = await api.get(`/changes?${MUNICIPALITY}`)
    assert.deepEqual([more.status, more.json.type], [503, '/problems/streams-exhausted'])
    assert.equal(more.headers.get('retry-after'), '30')
    await all[0]?.stop()
    for (let turn = 0; turn < 3; turn++) {
      const head = await api.request('HEAD', `/changes?${MUNICIPALITY}`)
      assert.equal(head.status, 200)
    }
    assert.equal((await api.get(`/changes?${MUNICIPALITY}`)).status, 200)
    api.app.endStreams()
    await Promise.all(all.slice(1).map(({ reading }) => reading))
    assert(all.slice(1).every(({ told }) => told.isOver))
  })
})
