import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { replayDecisions } from '../src/composition/replay.ts'
import { type ApiTown, openApiTown } from './api-town.ts'
import { agreementOf } from './small-town.ts'
import { NOORDDIJK, openTown, until } from './town.ts'

const DAY_MS = 86_400_000
const LAMPS = { categories: ['lighting'], scope: { managers: ['noorddijk'] } }

describe('what comes back after it was repaired', () => {
  let api: ApiTown
  before(async () => {
    api = await openApiTown({ roles: ['web'] })
    await api.town.enter([
      agreementOf({ id: 'lighting', party: 'lichtwerk', warrantyDays: 60, ...LAMPS }),
    ])
  })
  after(() => api[Symbol.asyncDispose]())

  const report = (asset: string) => {
    // What is said within ten minutes is the same signal.
    api.town.pass(DAY_MS / 24)
    return api.town.report({ category: 'lamp-out', asset })
  }
  const everybody = (number: string) => api.get(`/cases/${number}?municipality=${NOORDDIJK}`)
  const partyOf = async (caseId: string) => (await api.assignmentOf(caseId)).organisation

  async function repaired(asset: string) {
    const { caseId, number } = await report(asset)
    const { id, revision } = await api.assignmentOf(caseId)
    const done = await api.answer(id, revision, { answer: 'done', next: [] })
    assert.equal(done.status, 201, done.text)
    const body = { by: 'sample', outcome: 'confirmed' }
    const told = await api.post(`/cases/${number}/verifications`, { as: 'desk', body })
    assert.equal(told.json.closedAs, 'confirmed')
    return { caseId, number }
  }

  it('goes to whoever repaired it, also when another has the contract by then, and says why', async () => {
    const earlier = await repaired('L1')
    await repaired('L2')
    const validity = { from: '2020-01-01', to: '2026-06-10' }
    await api.town.enter([
      agreementOf({ id: 'lighting', party: 'lichtwerk', validity, warrantyDays: 60, ...LAMPS }),
    ])
    api.town.pass(59 * DAY_MS)
    const again = await report('L1')
    assert.equal(await partyOf(again.caseId), 'lichtwerk')
    const { json } = await api.get(`/cases/${again.number}/decisions`, { as: 'desk' })
    const [decision] = json.items
    assert.equal(decision.outcome.because, 'warranty')
    assert.equal(decision.facts.warranty.agreement.version, 2)
    assert.match(
      decision.inWords.nl.because.join(' '),
      /Lichtwerk B\.V\. heeft dit eerder hersteld/,
    )
    assert.match(decision.inWords.en.because.join(' '), /under warranty until 8 August 2026/)
    assert.equal(decision.alternatives[0].reason, 'ranked-lower')
    const seen = await everybody(again.number)
    const href = `/api/v1/cases/${earlier.number}?municipality=${NOORDDIJK}`
    assert.equal(seen.json.recurrenceOf, href)
    const page = await api.app.http.request(`/${NOORDDIJK}/cases/${again.number}`)
    assert((await page.text()).includes(earlier.number))

    const never = await report('L3')
    assert.equal(await partyOf(never.caseId), 'nachtlicht', 'the contract has ended')
    api.town.pass(2 * DAY_MS)
    const late = await report('L2')
    assert.equal(await partyOf(late.caseId), 'nachtlicht', 'the warranty is over')
    assert.equal((await everybody(late.number)).json.recurrenceOf, undefined)
  })

  it('once that party refuses it, it goes to the next and not back', async () => {
    await api.town.enter([
      agreementOf({ id: 'lighting', party: 'lichtwerk', warrantyDays: 60, ...LAMPS }),
    ])
    await repaired('L4')
    const again = await report('L4')
    const { id, revision } = await api.assignmentOf(again.caseId)
    const answer = { answer: 'not-ours', reason: 'not-our-task' }
    const refused = await api.answer(id, revision, answer)
    assert.equal(refused.status, 201, refused.text)
    assert.equal(await partyOf(again.caseId), 'nachtlicht')
  })

  it('of a chain it is of whoever did what the case is about, not of whoever tidied up after it', async () => {
    const { caseId, number } = await report('L6')
    const { id, revision } = await api.assignmentOf(caseId)
    await api.answer(id, revision, { answer: 'done', next: ['paving-repair'] })
    const paving = await api.assignmentOf(caseId)
    assert.equal(paving.organisation, 'straatwerk')
    await api.town.answer(paving.id, { answer: 'done', next: [] })
    const body = { by: 'sample', outcome: 'confirmed' }
    await api.post(`/cases/${number}/verifications`, { as: 'desk', body })
    const again = await report('L6')
    const { json } = await api.get(`/cases/${again.number}/decisions`, { as: 'desk' })
    assert.equal(json.items[0].facts.warranty.party.id, 'lichtwerk')
    assert.equal(json.items[0].outcome.because, 'warranty')
  })

  it('a case that was not worked on gives no warranty', async () => {
    const { number } = await report('L5')
    const body = { as: 'settled-by-desk', remark: 'x' }
    await api.post(`/cases/${number}/closures`, { as: 'desk', body })
    const again = await report('L5')
    const { json } = await api.get(`/cases/${again.number}/decisions`, { as: 'desk' })
    assert.equal(json.items[0].facts.warranty, undefined)
    assert.match((await everybody(again.number)).json.recurrenceOf, new RegExp(number))
  })

  it('every decision is taken again with the same answer', async () => {
    const { decisions, same, different } = await replayDecisions(api.app, NOORDDIJK)
    assert.deepEqual(different, [])
    assert(decisions >= 8 && same === decisions)
  })
})

it('the party is told that it is under warranty, and of which case', async () => {
  await using town = await openTown({ roles: ['work'] })
  await town.enter([
    agreementOf({
      id: 'bins',
      party: 'groenwerk',
      categories: ['container-full'],
      warrantyDays: 9,
      rank: 9,
    }),
  ])
  const report = { category: 'container-full', asset: 'container-1' }
  const first = await town.report(report)
  // A clock that jumps ends leases too: a message may arrive twice, under the same id.
  const arrived = () => [
    ...new Map(
      town.receivers
        .at('groenwerk')
        .filter(({ event }) => event.type.includes('offered'))
        .map((arrival) => [arrival.id, arrival]),
    ).values(),
  ]
  await until('the first offer arrived', () => arrived().length === 1)
  const [one] = arrived()
  assert.equal(one?.event.data.assignment.isWarranty, false)
  const id = one?.event.subject ?? ''
  await until('that is known', async () => (await town.assignment(id)).delivered_at !== null)
  await town.answer(id, { answer: 'done', next: [] })
  const outcome = 'confirmed'
  const { caseId } = first
  const verify = { type: 'VerifyCase', caseId, by: 'sample', source: 'x', outcome } as const
  await town.app.cases(NOORDDIJK, verify)
  town.pass(DAY_MS)
  await town.report(report)
  await until('the second offer arrived', () => arrived().length === 2)
  const again = arrived()[1]?.event.data
  assert.equal(again?.assignment.isWarranty, true)
  assert.equal(again?.case.recurrenceOf, caseId)
})
