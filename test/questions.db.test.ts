import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { readAfter } from '#journal'
import { replyIdOf, sealRemark } from '#modules/cases'
import { destroyCaseWords } from '../src/composition/destroy-personal-data.ts'
import { type ApiTown, openApiTown, type Told } from './api-town.ts'
import { agreementOf } from './small-town.ts'
import { NOORDDIJK, openTown, type SmallTown, until } from './town.ts'

const QUESTION = { answer: 'question', question: 'xyzzy, which of the two?' }
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const contact = { email: 'resident@example.nl' }

function refused(told: Told, status: number, name: string): void {
  assert.deepEqual([told.status, told.json.type], [status, `/problems/${name}`], told.text)
}

describe('asking the reporter over the API', () => {
  let api: ApiTown
  let lamp: { id: string; caseId: string; number: string; signalId: string }
  let lamps = 0
  before(async () => {
    api = await openApiTown()
  })
  after(() => api[Symbol.asyncDispose]())
  beforeEach(async () => {
    lamps += 1
    const { caseId, number } = await api.town.report({
      category: 'lamp-out',
      asset: `L${lamps}`,
      contact,
    })
    const { json } = await api.get(`/cases/${number}`, { as: 'desk' })
    const { signal: signalId } = json.descriptions[0]
    lamp = { caseId, number, signalId, id: (await api.assignmentOf(caseId)).id }
  })
  const reply = (body: object, as: 'desk' | 'party' = 'desk') =>
    api.post(`/cases/${lamp.number}/replies?municipality=${NOORDDIJK}`, { as, body })
  const journalOf = async () => {
    const events = await api.app.pool.read({ tenant: NOORDDIJK }, (query) =>
      readAfter(query, NOORDDIJK, 0, 10_000),
    )
    return events as { type: string; data: Record<string, unknown> }[]
  }
  const journal = async () => JSON.stringify(await journalOf())

  it('stops the clock of the party, shows that it was asked, and keeps the words sealed', async () => {
    const told = await api.answer(lamp.id, 1, QUESTION)
    assert.equal(told.status, 201, told.text)
    assert.equal(told.json.remark, QUESTION.question)
    const { stoppedAt, status, question } = told.json.assignment
    assert.deepEqual([stoppedAt, status], [question.askedAt, 'offered'])
    assert.equal(Date.parse(question.replyBy) - Date.parse(question.askedAt), 5 * DAY_MS)
    const everybody = await api.get(`/cases/${lamp.number}?municipality=${NOORDDIJK}`)
    assert.deepEqual(everybody.json.question, question)
    assert.equal(everybody.text.includes('xyzzy'), false)
    const desk = await api.get(`/cases/${lamp.number}`, { as: 'desk' })
    assert.deepEqual(desk.json.dialogue, { question: QUESTION.question })
    assert.equal((await journal()).includes('xyzzy'), false)
  })

  it('goes on with the reply, whose words the party has on the ground of its agreement', async () => {
    const asked = await api.answer(lamp.id, 1, QUESTION)
    const [term] = asked.json.assignment.terms
    api.town.pass(3 * HOUR_MS)
    const told = await reply({ text: 'plugh, the left one', signal: lamp.signalId })
    assert.equal(told.status, 201, told.text)
    assert.equal(told.json.question.repliedAt, new Date(api.town.clock()).toISOString())
    const read = await api.get(`/assignments/${lamp.id}`, { as: 'party' })
    assert.equal(read.json.stoppedAt, undefined)
    assert.equal(read.json.shared.reply, 'plugh, the left one')
    assert.equal(Date.parse(read.json.terms[0].by) - Date.parse(term.by), 3 * HOUR_MS)
    const everybody = await api.get(`/cases/${lamp.number}?municipality=${NOORDDIJK}`)
    assert.equal(everybody.text.includes('plugh'), false)
    assert.equal((await journal()).includes('plugh'), false)
    await destroyCaseWords(api.app, NOORDDIJK, lamp.number, 'desk')
    const desk = await api.get(`/cases/${lamp.number}`, { as: 'desk' })
    assert.deepEqual(desk.json.dialogue, {})
    const after = await api.get(`/assignments/${lamp.id}`, { as: 'party' })
    assert.equal(after.json.shared.reply, undefined)
  })

  it('is done once, and replied to once', async () => {
    refused(await reply({ text: 'nobody asked' }), 409, 'no-question')
    await api.answer(lamp.id, 1, QUESTION)
    refused(await api.answer(lamp.id, 2, QUESTION), 409, 'question-already-asked')
    refused(await reply({ text: 'x', signal: lamp.caseId }), 404, 'signal-not-found')
    assert.equal((await reply({ text: 'the left one' })).status, 201)
    refused(await reply({ text: 'no, the right one' }), 409, 'no-question')
    refused(await reply({ text: '' }), 400, 'input-invalid')
    assert.equal((await reply({ text: 'x' }, 'party')).status, 403)
    refused(
      await api.post('/cases/GM9801-26-999999/replies', { as: 'desk', body: { text: 'x' } }),
      404,
      'case-not-found',
    )
  })

  it('is replied to with a link to one’s own report, and to no other', async () => {
    const asked = await api.answer(lamp.id, 1, QUESTION)
    assert.equal(asked.status, 201)
    const path = `/cases/${lamp.number}/replies`
    const body = { text: 'the left one' }
    const ofOther = await api.town.report({ category: 'lamp-out', asset: 'L15', contact })
    const { json } = await api.get(`/cases/${ofOther.number}`, { as: 'desk' })
    const other = api.linkTo(json.descriptions[0].signal, 1, { kind: 'report' })
    refused(await api.post(path, { token: other, body }), 404, 'case-not-found')
    const assigned = api.linkTo(lamp.id, 2)
    assert.equal((await api.post(path, { token: assigned, body })).status, 403)
    const expired = { kind: 'report', expires_ms: api.town.clock() }
    const old = api.linkTo(lamp.signalId, 1, expired)
    refused(await api.post(path, { token: old, body }), 401, 'link-expired')
    const own = api.linkTo(lamp.signalId, 1, { kind: 'report' })
    const told = await api.post(path, { token: own, body: { ...body, signal: json.id } })
    assert.equal(told.status, 201, told.text)
    assert(told.json.question.repliedAt)
    assert.equal(told.json.atDesk, undefined)
    refused(await api.post(path, { token: own, body }), 409, 'no-question')
    const event = (await journalOf()).findLast(({ type }) => type === 'ReporterReplied')
    assert.deepEqual(
      [event?.data.by, event?.data.signalId],
      ['link/report', lamp.signalId],
      'a link speaks for its own signal, whatever is sent',
    )
  })

  it('needs somebody who can be reached, and words', async () => {
    const { caseId } = await api.town.report({ category: 'lamp-out', asset: 'L16' })
    const { id } = await api.assignmentOf(caseId)
    refused(await api.answer(id, 1, QUESTION), 409, 'reporter-unreachable')
    refused(await api.answer(lamp.id, 1, { answer: 'question' }), 400, 'input-invalid')
  })

  it('takes no reply on a case that is closed', async () => {
    await api.answer(lamp.id, 1, QUESTION)
    const body = { as: 'settled-by-desk', remark: 'talked about it' }
    await api.post(`/cases/${lamp.number}/closures`, { as: 'desk', body })
    refused(await reply({ text: 'too late' }), 409, 'case-closed')
  })
})

/** What came after the offer. A clock that jumps ends leases too: the offer may arrive twice. */
const changedAt = ({ receivers }: SmallTown, party: string) =>
  receivers.at(party).filter(({ event }) => event.type.includes('changed'))

it('a party hears of the reply with its words where its agreement names the ground, else that it is there', async () => {
  await using town = await openTown({ roles: ['work'] })
  const place = { lon: 5.012, lat: 52.013 }
  const lamp = await town.report({ category: 'lamp-out', asset: 'L1', contact })
  const tree = await town.report({ category: 'tree', place, contact })
  for (const [{ caseId }, party, words] of [
    [lamp, 'lichtwerk', 'plugh'],
    [tree, 'groenwerk', undefined],
  ] as const) {
    await until('the offer arrived', () => town.receivers.at(party).length > 0)
    const id = town.receivers.at(party)[0]?.event.subject ?? ''
    await until('that is known', async () => (await town.assignment(id)).delivered_at !== null)
    const asked = await town.answer(id, { answer: 'question', question: 'which?' })
    assert.equal(asked.status, 'accepted')
    const { vault, cases } = town.app
    const { seals, digest } = sealRemark(vault, NOORDDIJK, replyIdOf(caseId), 'plugh')
    await cases(NOORDDIJK, { type: 'RecordReply', caseId, reply: { by: 'desk', digest }, seals })
    await until('the reply arrived', () => changedAt(town, party).length > 0)
    const { data } = changedAt(town, party)[0]?.event ?? assert.fail('a second message')
    assert.equal((data as { reply?: string }).reply, words)
    assert.equal(data.case.question?.repliedAt, new Date(town.clock()).toISOString())
    assert.equal(data.assignment.stoppedAt, undefined)
  }
})

it('without a reply the clock runs again by itself after the days of the agreement, and the party is told', async () => {
  await using town = await openTown({ roles: ['work'] })
  const verification = { question: { withinDays: 2 } }
  await town.enter([
    agreementOf({ id: 'trees', party: 'groenwerk', categories: ['tree'], verification }),
  ])
  const place = { lon: 5.012, lat: 52.013 }
  await town.report({ category: 'tree', place, contact })
  await until('the offer arrived', () => town.receivers.at('groenwerk').length > 0)
  const id = town.receivers.at('groenwerk')[0]?.event.subject ?? ''
  await until('that is known', async () => (await town.assignment(id)).delivered_at !== null)
  const [before] = (await town.assignment(id)).party_by
  await town.answer(id, { answer: 'question', question: 'which?' })
  town.pass(2 * DAY_MS)
  await until('the party is told', () => changedAt(town, 'groenwerk').length > 0)
  const row = await town.assignment(id)
  assert.equal(row.stopped_at, null)
  assert.equal(row.party_by[0]?.by_ms, (before?.by_ms ?? 0) + 2 * DAY_MS)
  const { data } = changedAt(town, 'groenwerk')[0]?.event ?? assert.fail('a second message')
  assert.equal(data.case.question?.lapsedAt, new Date(town.clock()).toISOString())
})
