import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { type ApiTown, openApiTown, type Told } from './api-town.ts'
import { openMailTown } from './mail-town.ts'
import { type AgreementDraft, agreementOf } from './small-town.ts'
import { NOORDDIJK, openTown, type SmallTown, until } from './town.ts'

const HOUR_MS = 3_600_000

/** The small town’s morning is Tuesday 9 June 2026, 10:00. */
const TERMS: NonNullable<AgreementDraft['terms']> = {
  reporter: { amount: 10, unit: 'working-days' },
  party: {
    startsAt: 'receipt',
    milestones: [
      { name: 'working', within: { amount: 9, unit: 'working-hours' } },
      { name: 'done', within: { amount: 5, unit: 'working-days' } },
      { name: 'done', within: { amount: 60, unit: 'calendar-days' }, findings: ['mast'] },
    ],
  },
  suspensions: [
    { reason: 'frost', limit: { amount: 5, unit: 'working-days' } },
    {
      reason: 'flood',
      name: { nl: 'hoogwater', en: 'high water' },
      limit: { amount: 48, unit: 'hours' },
    },
  ],
  warnBefore: { amount: 3, unit: 'working-hours' },
}
const lighting = (own: Partial<AgreementDraft> = {}) =>
  agreementOf({
    id: 'lighting',
    party: 'lichtwerk',
    categories: ['lighting'],
    scope: { managers: ['noorddijk'] },
    ...own,
    terms: TERMS,
  })

function refused(told: Told, status: number, name: string): void {
  assert.deepEqual([told.status, told.json.type], [status, `/problems/${name}`], told.text)
}

describe('the terms of an agreement over the API', () => {
  let api: ApiTown
  let lamp: { id: string; number: string }
  let lamps = 0
  before(async () => {
    api = await openApiTown({ roles: ['web'] })
    await api.town.enter([lighting()])
  })
  after(() => api[Symbol.asyncDispose]())
  beforeEach(async () => {
    lamps += 1
    const { caseId, number } = await api.town.report({ category: 'lamp-out', asset: `L${lamps}` })
    lamp = { number, id: (await api.assignmentOf(caseId)).id }
  })
  const page = async (path = '') =>
    (await api.app.http.request(`/${NOORDDIJK}/cases/${lamp.number}${path}`)).text()
  const everybody = () => api.get(`/cases/${lamp.number}?municipality=${NOORDDIJK}`)

  it('moves the dates by what was found, and tells both readers why', async () => {
    const told = await api.answer(lamp.id, 1, { answer: 'diagnosed', cause: 'mast' })
    assert.equal(told.status, 201, told.text)
    const { terms, because } = told.json.assignment
    assert.deepEqual(terms, [
      { milestone: 'working', by: '2026-06-10T08:00:00.000Z' },
      { milestone: 'done', by: '2026-08-08T21:59:59.000Z' },
    ])
    assert.deepEqual(because, {
      cause: 'mast',
      words: { nl: 'mastschade: binnen 60 dagen', en: 'mast damage: within 60 days' },
    })
    assert.deepEqual((await everybody()).json.steps[0].because, because)
    assert.match(await page(), /De oorzaak is gevonden. mastschade: binnen 60 dagen/)
  })

  it('keeps on site, working and done apart', async () => {
    await api.answer(lamp.id, 1, { answer: 'on-site' })
    api.town.pass(HOUR_MS)
    await api.answer(lamp.id, 2, { answer: 'working', cause: 'fuse' })
    const { steps, status } = (await everybody()).json
    const [{ onSiteAt, workingAt, doneAt, startedAt }] = steps
    assert.equal(Date.parse(workingAt) - Date.parse(onSiteAt), HOUR_MS)
    assert.deepEqual([doneAt, startedAt, status], [undefined, undefined, 'open'])
    assert.match(await page(), /het werkt weer/)
  })

  it('shows everybody why it stands still and until when at most, and takes it up again', async () => {
    const asked = await api.get(`/assignments/${lamp.id}`, { as: 'party' })
    assert(asked.json.allowedAnswers.includes('suspended'))
    assert(!asked.json.allowedAnswers.includes('resumed'))
    assert.deepEqual(asked.json.suspensions, [
      { reason: 'frost', name: { nl: 'vorst', en: 'frost' } },
      { reason: 'flood', name: { nl: 'hoogwater', en: 'high water' } },
    ])
    const told = await api.answer(lamp.id, 1, { answer: 'suspended', reason: 'flood' })
    assert.equal(told.status, 201, told.text)
    const { suspension, stoppedAt, allowedAnswers } = told.json.assignment
    assert.equal(suspension.since, stoppedAt)
    assert.equal(Date.parse(suspension.until) - Date.parse(stoppedAt), 48 * HOUR_MS)
    assert(allowedAnswers.includes('resumed') && !allowedAnswers.includes('suspended'))
    assert.deepEqual((await everybody()).json.steps[0].suspension, suspension)
    assert.match(await page(), /ligt stil: hoogwater/)
    const back = await api.answer(lamp.id, 2, { answer: 'resumed' })
    assert.equal(back.status, 201, back.text)
    assert.equal((await everybody()).json.steps[0].suspension, undefined)
    assert.doesNotMatch(await page(), /Het ligt hooguit stil/)
  })

  it('refuses a reason that was not agreed, a day that has passed, and what does not stand still', async () => {
    const suspended = { answer: 'suspended', reason: 'frost' }
    refused(
      await api.answer(lamp.id, 1, { ...suspended, reason: 'event' }),
      409,
      'reason-not-agreed',
    )
    refused(await api.answer(lamp.id, 1, { ...suspended, reason: 'F!' }), 400, 'input-invalid')
    refused(
      await api.answer(lamp.id, 1, { ...suspended, until: '2026-01-01' }),
      400,
      'until-has-passed',
    )
    refused(await api.answer(lamp.id, 1, { answer: 'resumed' }), 409, 'not-suspended')
    assert.equal((await api.answer(lamp.id, 1, suspended)).status, 201)
    refused(await api.answer(lamp.id, 2, suspended), 409, 'already-suspended')
    refused(
      await api.answer(lamp.id, 2, suspended, { as: 'stranger' }),
      404,
      'assignment-not-found',
    )
  })
})

const arrived = ({ receivers }: SmallTown, type: string, party = 'lichtwerk') =>
  receivers.at(party).filter(({ event }) => event.type.includes(type))

async function lampOut(town: SmallTown, asset = 'L1') {
  const known = arrived(town, 'offered').length
  const { number } = await town.report({ category: 'lamp-out', asset })
  await until('the offer arrived', () => arrived(town, 'offered').length > known)
  const id = arrived(town, 'offered')[known]?.event.subject ?? ''
  await until('that is known', async () => (await town.assignment(id)).delivered_at !== null)
  return { id, number }
}

it('party and desk are warned before a term breaks; what broke and what was kept are figures', async () => {
  await using town = await openTown({ roles: ['work'] })
  await town.enter([lighting()])
  const { id, number } = await lampOut(town)
  // Nine working hours end on Wednesday at 10:00; three before is Tuesday 16:00.
  town.at('2026-06-09T15:59:00+02:00')
  assert.deepEqual((await town.case(number)).desk, [])
  town.at('2026-06-09T16:00:00+02:00')
  await until('the warning arrived', () => arrived(town, 'term-near').length > 0)
  const [near] = arrived(town, 'term-near')
  assert.equal(near?.event.type, 'nl.lantaarn.assignment.term-near.v1')
  assert.equal(near?.event.data.assignment.terms[0]?.by, '2026-06-10T08:00:00.000Z')
  assert.deepEqual((await town.case(number)).desk, ['term-near'])
  town.at('2026-06-10T10:00:01+02:00')
  await until('it is broken', async () => (await town.case(number)).desk.includes('term-broken'))
  assert.deepEqual((await town.case(number)).desk, ['term-broken'])
  const kept = await town.answer(id, { answer: 'done', next: [] })
  assert.equal(kept.status, 'accepted')
  const figures = await town.app.http.request(`/api/v1/figures?municipality=${NOORDDIJK}`)
  const { terms, expectations } = (await figures.json()) as Record<string, unknown>
  assert.deepEqual(terms, [
    { milestone: 'working', kept: 0, broken: 1 },
    { milestone: 'done', kept: 1, broken: 0 },
  ])
  assert.deepEqual(expectations, [])
})

it('of a party that promised nothing the dates are expected, and break no term', async () => {
  await using town = await openTown({ roles: ['work'] })
  await town.enter([lighting({ basis: 'grid-operator' })])
  const { id, number } = await lampOut(town)
  town.at('2026-06-12T12:00:00+02:00')
  await until('it is missed', async () => {
    const read = await town.app.http.request(`/api/v1/figures?municipality=${NOORDDIJK}`)
    const { terms, expectations } = (await read.json()) as Record<string, unknown[]>
    assert.deepEqual(terms, [])
    return expectations?.length === 1
  })
  assert.deepEqual((await town.case(number)).desk, [])
  assert.deepEqual(arrived(town, 'term-near'), [])
  await town.answer(id, { answer: 'accepted' })
  assert.deepEqual((await town.case(number)).desk, [])
})

it('what stands still runs again by itself at the limit, and the party is told its new dates', async () => {
  await using town = await openTown({ roles: ['work'] })
  await town.enter([lighting()])
  const { id } = await lampOut(town)
  const answered = await town.answer(id, { answer: 'suspended', reason: 'flood' })
  assert.equal(answered.status, 'accepted')
  town.pass(48 * HOUR_MS)
  await until('the party is told', () => arrived(town, 'changed').length > 0)
  const row = await town.assignment(id)
  assert.deepEqual([row.stopped_at, row.suspension], [null, null])
  // From Tuesday 10:00 to Thursday 10:00: two days of nine hours.
  assert.equal(row.party_by[0]?.by_ms, Date.parse('2026-06-12T10:00:00+02:00'))
  assert.deepEqual(arrived(town, 'term-near'), [])
})

it('who has no software is warned by mail, with a link to answer', async () => {
  await using town = await openMailTown({ roles: ['work', 'web'] })
  await town.enter([lighting({ reach: { channel: 'email' } })])
  await town.report({ category: 'lamp-out', asset: 'L1' })
  await town.mailed(1)
  const rows = () => town.case('GM9801-26-000001')
  await until('it was received', async () => (await rows()).assignments[0]?.delivered_ms !== null)
  town.at('2026-06-09T16:00:00+02:00')
  const mails = await town.mailed(2)
  const near = mails.find(({ subject }) => subject.includes('De termijn loopt bijna af'))
  assert(near?.answer, 'there is a link to answer')
  assert.match(near.text, /Lukt het niet\?/)
  const shown = await town.app.http.request(new URL(near.answer).pathname)
  const html = await shown.text()
  assert.match(html, /hoogwater/)
  assert.match(html, /Wij kunnen nu niet verder/)
})
