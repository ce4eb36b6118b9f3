import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import sql from 'sql-template-tag'
import { lockHead } from '#journal'
import { type Answer, listAssignments, listPhotos, listSignals, rebuildCases } from '#modules/cases'
import type { Query } from '#platform/database'
import { replayDecisions } from '../src/composition/replay.ts'
import { photoOf } from './pictures.ts'
import { agreementOf } from './small-town.ts'
import { NOORDDIJK, openTown, type SmallTown } from './town.ts'

const HOUR_MS = 3_600_000
const CATEGORIES = ['lamp-out', 'mast-hit', 'litter', 'tree', 'container-full', 'bench', 'strange']
const ANSWERS: readonly Answer[] = [
  { answer: 'accepted' },
  { answer: 'not-ours', reason: 'other' },
  { answer: 'made-safe' },
  { answer: 'planned', on: '2026-06-20' },
  { answer: 'started' },
  { answer: 'needs-first', first: ['cable-disconnect'] },
  { answer: 'passed-on', cause: 'cable', next: ['paving-open'] },
  { answer: 'facts-corrected', category: 'tree' },
  { answer: 'will-not-be-done', reason: 'policy', remark: 'no' },
  { answer: 'question', question: 'which?' },
  { answer: 'done', next: ['paving-repair'] },
  { answer: 'done', next: [] },
]

const contact = { email: 'resident@example.nl' }

/** The same numbers in every run (Park and Miller), so that a failure can be met again. */
function createDice(seed: number) {
  let state = seed
  return <T>(of: readonly T[]): T => {
    state = (state * 48_271) % 2_147_483_647
    return of[state % of.length] as T
  }
}

/** A few weeks of a town: reports, answers, the desk, and agreements that change half way. */
async function live(town: SmallTown, steps: number): Promise<void> {
  const dice = createDice(20_260_609)
  const photo = await photoOf()
  const assets = ['L1', 'L2', 'L3', 'L51', 'L61']
  for (let step = 0; step < steps; step++) {
    town.pass(HOUR_MS)
    if (step === Math.floor(steps / 2))
      await town.enter([
        agreementOf({ id: 'litter', party: 'groenwerk', categories: ['litter', 'tree'] }),
        agreementOf({ id: 'lighting', party: 'lichtwerk', categories: ['lighting'], mode: 'off' }),
      ])
    const category = dice(CATEGORIES)
    const isLamp = category === 'lamp-out' || category === 'mast-hit'
    const place = { lon: 5.001 + dice([0, 1, 2, 3]) * 0.005, lat: 52.011 }
    const photos = step % 2 === 0 ? [photo] : []
    if (step % 3 === 0) {
      const on = isLamp ? { asset: dice(assets) } : { place }
      const { caseId } = await town.report({ category, contact, ...on, photos })
      if (step % 2 === 0) await publish(town, caseId, step)
    } else await actOn(town, dice)
  }
}

/** The desk releases the last signal of a case, with its photo, and takes every third back. */
async function publish({ app }: SmallTown, caseId: string, step: number): Promise<void> {
  const { signals, photos } = await app.pool.read({ tenant: NOORDDIJK }, async (query) => ({
    signals: await listSignals(query, NOORDDIJK, caseId),
    photos: await listPhotos(query, NOORDDIJK, caseId),
  }))
  const signalId = signals.at(-1)?.id ?? ''
  const own = photos.filter(({ signal_id }) => signal_id === signalId)
  const answer = await app.cases(NOORDDIJK, {
    type: 'PublishSignal',
    caseId,
    seals: { keys: [], boxes: [] },
    publish: {
      signalId,
      publicationId: signalId,
      by: 'desk',
      isReadable: true,
      photos: own.map(({ id }) => id),
    },
  })
  assert.equal(answer.status, 'accepted')
  if (step % 9 === 0)
    await app.cases(NOORDDIJK, { type: 'WithdrawPublication', caseId, signalId, by: 'desk' })
}

async function actOn({ app, answer }: SmallTown, dice: <T>(of: readonly T[]) => T) {
  const all = await app.pool.read({ tenant: NOORDDIJK }, (query) =>
    listAssignments(query, { of: { municipality: NOORDDIJK }, most: 500 }),
  )
  if (all.length === 0) return
  const { id, case_id: caseId, status } = dice(all)
  const by = 'desk'
  if (status === 'proposed')
    await app.cases(NOORDDIJK, { type: 'ReleaseAssignment', assignmentId: id, by })
  else if (status === 'done')
    await app.cases(NOORDDIJK, {
      type: 'VerifyCase',
      caseId,
      by: 'reporter',
      source: 'x',
      outcome: dice(['confirmed', 'contested']),
    })
  else await answer(id, dice(ANSWERS))
}

class NotKept extends Error {}

/** The counts of the map are kept beside the cases, and must be what counting those gives. */
async function assertCounted(query: Query): Promise<void> {
  const counted = await query(sql`
    select cell::text, category, status, visibility, cases from cases.cells where cases <> 0
    order by cell, category, status, visibility`)
  const found = await query(sql`
    select cell::text, category, status, visibility, count(*)::int as cases from cases.cases
    where cell is not null group by 1, 2, 3, 4 order by cell, category, status, visibility`)
  assert(found.length > 5)
  assert.deepEqual(counted, found)
}

/** Makes the read tables anew, and leaves them as they were. */
async function compare(town: SmallTown) {
  let compared: Awaited<ReturnType<typeof rebuildCases>> = []
  await assert.rejects(
    town.app.pool.write({ tenant: NOORDDIJK }, async (query) => {
      await lockHead(query, NOORDDIJK)
      await assertCounted(query)
      compared = await rebuildCases(query, NOORDDIJK)
      await assertCounted(query)
      throw new NotKept('only compared')
    }),
    NotKept,
  )
  return compared
}

describe('given some weeks in the life of a town', () => {
  test('then its read tables and its decisions come out the same when they are made again', async () => {
    await using town = await openTown()
    await live(town, 240)
    const compared = await compare(town)
    assert.deepEqual(
      compared.filter(({ isSame }) => !isSame),
      [],
    )
    assert.equal(compared.length, 8)
    for (const { table, rows } of compared) {
      // Of cabinets in two municipalities there is a test of its own.
      if (table === 'cases.circuit_cases') continue
      // Few answers say that it is somebody else's.
      const least = table === 'cases.wrongful_reports' ? 5 : 20
      assert(rows >= least, `${table} has only ${rows} rows`)
    }

    const replayed = await replayDecisions(town.app, NOORDDIJK)
    assert.deepEqual(replayed.different, [])
    assert.equal(replayed.same, replayed.decisions)
    assert(replayed.decisions > 40, `only ${replayed.decisions} decisions`)
    const epochs = await town.app.pool.read({ tenant: NOORDDIJK }, (query) =>
      query(sql`select distinct body->'epoch' from cases.decisions`),
    )
    assert.equal(epochs.length, 2, 'under two versions of the agreements')

    await town.app.pool.write({ tenant: NOORDDIJK }, (query) =>
      query(sql`update cases.cases set contested = contested + 1
        where number = 'GM9801-26-000003'`),
    )
    await town.app.pool.write({ tenant: NOORDDIJK }, (query) =>
      query(sql`update cases.decisions set body = jsonb_set(body, '{outcome,party}', '"somebody"')
        where id = (select id from cases.decisions where body->'outcome' ? 'party' limit 1)`),
    )
    const changed = (await compare(town)).filter(({ isSame }) => !isSame).map(({ table }) => table)
    assert.deepEqual(changed.toSorted(), ['cases.cases', 'cases.decisions'])
    assert.equal((await replayDecisions(town.app, NOORDDIJK)).different.length, 1)
  })

  test('when it meets an event that it does not know, then it stops and changes nothing', async () => {
    await using town = await openTown()
    const { caseId } = await town.report({ category: 'lamp-out', asset: 'L3' })
    await town.app.committer.submit(
      NOORDDIJK,
      async (commands, batch) => {
        for (const version of commands)
          batch.append({
            stream: `case/${caseId}`,
            version,
            type: 'CaseForetold',
            typeVersion: 1,
            data: {},
          })
        return commands
      },
      99,
    )
    await assert.rejects(
      town.app.pool.write({ tenant: NOORDDIJK }, (query) => rebuildCases(query, NOORDDIJK)),
      /CaseForetold/,
    )
    await assert.rejects(town.report({ category: 'lamp-out', asset: 'L3' }), /CaseForetold/)
    assert.equal((await town.case(caseId)).signals, 1)
  })
})
