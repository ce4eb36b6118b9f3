import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { it } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import sql from 'sql-template-tag'
import { type AgreementDraft, agreementOf } from './small-town.ts'
import { NOORDDIJK, openTown, type SmallTown, until } from './town.ts'

/** A round of the timers is a second apart: after this much, what was due has gone off. */
const ROUND_MS = 1_500
const SECOND_BEFORE = '2026-06-30T23:59:59+02:00'
const MIDNIGHT = '2026-07-01T00:00:00+02:00'
const IN_JUNE = { from: '2020-01-01', to: '2026-07-01' }

/** Ends with June; whoever holds the lamps in reserve has them from then on. */
const lighting = (own: Partial<AgreementDraft> = {}) =>
  agreementOf({
    id: 'lighting',
    party: 'lichtwerk',
    categories: ['lighting'],
    scope: { managers: ['noorddijk'] },
    validity: IN_JUNE,
    onEnd: 'hand-over',
    ...own,
  })
const litter = agreementOf({
  id: 'litter',
  party: 'wijkteam',
  categories: ['litter'],
  validity: IN_JUNE,
  onEnd: 'hand-over',
})
const trees = agreementOf({
  id: 'trees',
  party: 'groenwerk',
  categories: ['tree'],
  validity: IN_JUNE,
})

const told = ({ receivers }: SmallTown, party: string, type: string) =>
  receivers.at(party).filter(({ event }) => event.type.includes(type))

async function offered(town: SmallTown, party: string, report: Parameters<typeof town.report>[0]) {
  const known = new Set(told(town, party, 'offered').map(({ event }) => event.subject))
  const { number } = await town.report(report)
  const fresh = () => told(town, party, 'offered').find(({ event }) => !known.has(event.subject))
  await until(`${party} has it`, () => fresh() !== undefined)
  const id = fresh()?.event.subject ?? ''
  await until('that is known', async () => (await town.assignment(id)).delivered_at !== null)
  return { id, number }
}

async function partiesOf(town: SmallTown, number: string) {
  const { assignments } = await town.case(number)
  return assignments.map(({ organisation, status }) => `${organisation} ${status}`)
}

async function timerOf(town: SmallTown, agreement: string): Promise<string | undefined> {
  const [row] = await town.app.worker.read({}, (query) =>
    query<{ due_at: number }>(sql`
      select due_at from platform.timers
      where tenant = ${NOORDDIJK} and id = ${`agreement-end/${agreement}`}`),
  )
  return row && new Date(row.due_at).toISOString()
}

it('at midnight of its last day what was not begun goes to the successor, and what was begun stays', async () => {
  await using town = await openTown({ roles: ['work'] })
  await town.enter([lighting(), litter, trees])
  const accepted = await offered(town, 'lichtwerk', { category: 'lamp-out', asset: 'L1' })
  await town.answer(accepted.id, { answer: 'accepted' })
  const begun = await offered(town, 'lichtwerk', { category: 'lamp-out', asset: 'L2' })
  await town.answer(begun.id, { answer: 'on-site' })
  const place = { lon: 5.01, lat: 52.01 }
  const alone = await offered(town, 'wijkteam', { category: 'litter', place })
  const finished = await offered(town, 'groenwerk', { category: 'tree', place })
  const before = await town.case(accepted.number)

  town.at(SECOND_BEFORE)
  await delay(ROUND_MS)
  for (const party of ['lichtwerk', 'wijkteam', 'groenwerk'])
    assert.deepEqual(told(town, party, 'withdrawn'), [], `${party} before midnight`)

  town.at(MIDNIGHT)
  await until('it was taken back', () => told(town, 'lichtwerk', 'withdrawn').length > 0)
  await until('the successor has it', () => told(town, 'nachtlicht', 'offered').length > 0)
  const [withdrawn] = told(town, 'lichtwerk', 'withdrawn')
  assert.deepEqual(
    [withdrawn?.event.subject, told(town, 'lichtwerk', 'withdrawn').length],
    [accepted.id, 1],
  )
  const [handed] = told(town, 'nachtlicht', 'offered')
  assert.equal(handed?.event.data.case.number, accepted.number)
  assert.deepEqual(await partiesOf(town, accepted.number), [
    'lichtwerk withdrawn',
    'nachtlicht offered',
  ])
  assert.deepEqual(await partiesOf(town, begun.number), ['lichtwerk offered'])
  assert.deepEqual(await partiesOf(town, finished.number), ['groenwerk offered'])
  assert.equal((await town.case(accepted.number)).reporter_by, before.reporter_by)
  const next = handed?.event.subject ?? ''
  await until('it was received', async () => (await town.assignment(next)).delivered_at !== null)
  const [term] = (await town.assignment(next)).party_by
  assert.equal(term?.by_ms, Date.parse(MIDNIGHT) + 48 * 3_600_000)

  await until('nobody follows the team', async () =>
    (await town.case(alone.number)).desk.includes('no-agreement'),
  )
  assert.deepEqual(await partiesOf(town, alone.number), ['wijkteam withdrawn'])
  await until('the team is told', () => told(town, 'wijkteam', 'withdrawn').length > 0)
  assert.deepEqual(told(town, 'groenwerk', 'withdrawn'), [])

  const done = await town.answer(begun.id, { answer: 'done', next: [] })
  assert.equal(done.status, 'accepted')
  const late = await town.answer(accepted.id, { answer: 'started' })
  assert(late.status === 'rejected' && late.reason === 'assignment-withdrawn')
  await until('the timer is gone', async () => (await timerOf(town, 'lighting')) === undefined)
})

it('a later end moves it, and none takes it away', async () => {
  await using town = await openTown({ roles: ['work'] })
  await town.enter([lighting()])
  assert.equal(await timerOf(town, 'lighting'), '2026-06-30T22:00:00.000Z')
  const { number } = await offered(town, 'lichtwerk', { category: 'lamp-out', asset: 'L1' })
  await town.enter([lighting({ validity: { from: '2020-01-01', to: '2026-12-01' } })])
  assert.equal(await timerOf(town, 'lighting'), '2026-11-30T23:00:00.000Z')
  town.at(MIDNIGHT)
  await delay(ROUND_MS)
  assert.deepEqual(await partiesOf(town, number), ['lichtwerk offered'])
  await town.enter([lighting({ validity: { from: '2020-01-01' } })])
  assert.equal(await timerOf(town, 'lighting'), undefined)
  await town.enter([lighting({ onEnd: 'finish' })])
  assert.equal(await timerOf(town, 'lighting'), undefined)
})

it('an end that is entered after its date acts at once', async () => {
  await using town = await openTown({ roles: ['work'] })
  await town.enter([lighting({ validity: { from: '2020-01-01' } })])
  const { number } = await offered(town, 'lichtwerk', { category: 'lamp-out', asset: 'L1' })
  await town.enter([lighting({ validity: { from: '2020-01-01', to: '2026-06-01' } })])
  await until('the successor has it', () => told(town, 'nachtlicht', 'offered').length > 0)
  assert.deepEqual(await partiesOf(town, number), ['lichtwerk withdrawn', 'nachtlicht offered'])
})

it('what ends while no program lets timers go off is handed over when one does, however much it is', async () => {
  await using town = await openTown()
  await town.enter([litter])
  const numbers: string[] = []
  for (let i = 0; i < 60; i++) {
    const place = { lon: 5.001 + (i % 20) * 0.0006, lat: 52.002 + Math.floor(i / 20) * 0.001 }
    numbers.push((await town.report({ category: 'litter', place })).number)
  }
  assert.equal(new Set(numbers).size, 60)
  town.at('2026-07-03T10:00:00+02:00')
  assert.deepEqual(await partiesOf(town, numbers[0] ?? ''), ['wijkteam offered'])
  await using _second = await town.open({ roles: ['work'] })
  await until('the timer is gone', async () => (await timerOf(town, 'litter')) === undefined)
  for (const number of numbers) {
    const { desk } = await town.case(number)
    assert(desk.includes('no-agreement'), `${number} is at the desk`)
    assert.deepEqual(await partiesOf(town, number), ['wijkteam withdrawn'])
  }
})

it('agreements that were entered before anything went off at their end have their timer after the migration', async () => {
  await using town = await openTown()
  const ends = (to: string) => ({ validity: { from: '2020-01-01', to } })
  const past = agreementOf({
    ...ends('2020-06-01'),
    id: 'past',
    party: 'wijkteam',
    categories: ['bench'],
    onEnd: 'hand-over',
  })
  await town.enter([lighting(ends('2097-07-01')), past, trees])
  await town.enter([lighting(ends('2099-07-01'))])
  const owner = new pg.Client(town.database.ownerUrl)
  await owner.connect()
  try {
    await owner.query('alter table platform.timers no force row level security')
    await owner.query('delete from platform.timers')
    const file = '../src/modules/agreements/migrations/003_ends.sql'
    await owner.query(await readFile(new URL(file, import.meta.url), 'utf8'))
    const { rows } = await owner.query(
      'select relforcerowsecurity from pg_class where oid in ($1::regclass, $2::regclass)',
      ['platform.timers', 'agreements.versions'],
    )
    assert(rows.every((row) => row.relforcerowsecurity))
  } finally {
    await owner.end()
  }
  assert.equal(await timerOf(town, 'lighting'), '2099-06-30T22:00:00.000Z')
  for (const other of ['past', 'trees']) assert.equal(await timerOf(town, other), undefined)
})
