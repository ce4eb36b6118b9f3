import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import sql from 'sql-template-tag'
import { readAll, verifyChain } from '#journal'
import { listAssignments, rebuildCases } from '#modules/cases'
import { type ApiTown, openApiTown, type Told } from './api-town.ts'
import { agreementOf } from './small-town.ts'
import { NOORDDIJK, openTown, ZUIDDIJK } from './town.ts'

const DONE = { cause: 'fuse', remark: 'fuse replaced, plugh' }

function refused(told: Told, status: number, name: string): void {
  assert.deepEqual([told.status, told.json.type], [status, `/problems/${name}`], told.text)
}

describe('what a party comes upon itself', () => {
  let api: ApiTown
  let lamps = 0
  before(async () => {
    api = await openApiTown()
  })
  after(() => api[Symbol.asyncDispose]())

  const nextLamp = () => {
    lamps += 1
    return `L${lamps}`
  }
  const find = (body: object, as: 'party' | 'team' | 'stranger' = 'party', headers = {}) =>
    api.post(`/signals?municipality=${NOORDDIJK}`, { as, body, headers })
  const outbox = (caseId: string) =>
    api.app.worker.read({}, (query) =>
      query<{ destination: string; type: string }>(sql`
        select destination, type from platform.outbox
        where body->'case'->>'id' = ${caseId} and cancelled_at is null
        order by destination`),
    )
  const staffSees = async (number: string) =>
    (await api.get(`/cases/${number}`, { as: 'desk' })).json
  const remarksOn = async (number: string) =>
    (await api.get(`/cases/${number}/remarks`, { as: 'desk' })).json.items

  it('is offered to it where the rule says that it is its own', async () => {
    const told = await find({ category: 'lamp-out', asset: nextLamp() })
    assert.deepEqual([told.status, told.json.finding], [201, 'yours'], told.text)
    const own = await api.get(told.json.assignment.replace('/api/v1', ''), { as: 'party' })
    assert.deepEqual([own.status, own.json.status], [200, 'offered'])
    const seen = await staffSees(told.json.number)
    assert.equal(seen.descriptions[0].channel, 'own-observation')
    assert.match(seen.descriptions[0].enteredBy, /^key\//)
    const rows = await outbox(seen.id)
    assert(
      rows.some(({ destination }) => destination === 'lichtwerk'),
      'it is told as ever',
    )
  })

  it('and did at once is answered done in the same commit, with its terms and no message to it', async () => {
    const told = await find({ category: 'lamp-out', asset: nextLamp(), alreadyDone: DONE })
    assert.deepEqual([told.status, told.json.finding], [201, 'yours-done'], told.text)
    const seen = await staffSees(told.json.number)
    assert.deepEqual([seen.status, seen.atDesk, seen.steps.length], ['done', [], 1])
    const row = await api.assignmentOf(seen.id)
    assert.deepEqual([row.status, row.organisation], ['done', 'lichtwerk'])
    assert.equal(row.party_by.length, 1, 'its terms are computed')
    assert(seen.reporterBy, 'and so is the reporter’s')
    const answers = await api.get(`/assignments/${row.id}/answers`, { as: 'party' })
    const [answer] = answers.json.items
    assert.deepEqual(
      [answer.answer, answer.by, answer.details.cause, answer.remark],
      ['done', 'lichtwerk', 'fuse', DONE.remark],
    )
    assert.deepEqual(
      await outbox(seen.id),
      [{ destination: 'wijkteam', type: 'nl.lantaarn.assignment.informed.v1' }],
      'whoever is only informed hears of it; the finder knows',
    )
    assert.deepEqual(await remarksOn(told.json.number), [], 'what it wrote stands with its answer')
  })

  it('and did is recorded by one commit: nobody ever sees it open', async () => {
    const told = await find({ category: 'lamp-out', asset: nextLamp(), alreadyDone: DONE })
    const { id } = await staffSees(told.json.number)
    const events: { type: string; at: number }[] = []
    await api.app.pool.read({ tenant: NOORDDIJK }, async (query) => {
      for await (const { stream, type, occurred_ms: at } of readAll(query, NOORDDIJK))
        if (stream === `case/${id}`) events.push({ type, at })
    })
    assert.deepEqual(
      events.map(({ type }) => type),
      ['SignalReceived', 'CaseRouted', 'AssignmentOffered', 'AssignmentAnswered', 'CaseDone'],
    )
    assert.equal(new Set(events.map(({ at }) => at)).size, 1)
  })

  it('goes to whom the rule names where it is another’s', async () => {
    const told = await find({ category: 'lamp-out', asset: 'L51' })
    assert.deepEqual(
      [told.json.finding, told.json.with, told.json.assignment],
      ['with-another', { id: 'provincie', name: 'Provincie' }, undefined],
    )
    const seen = await staffSees(told.json.number)
    assert.deepEqual([seen.status, seen.atDesk], ['open', []])
  })

  it('and did though it was another’s stays open for its owner, and the desk sees who did what', async () => {
    const told = await find({ category: 'lamp-out', asset: 'L52', alreadyDone: DONE })
    assert.deepEqual([told.json.finding, told.json.with.id], ['with-another', 'provincie'])
    const seen = await staffSees(told.json.number)
    assert.deepEqual([seen.status, seen.atDesk], ['open', ['done-unasked']])
    assert.equal((await api.assignmentOf(seen.id)).status, 'offered')
    const [remark] = await remarksOn(told.json.number)
    assert.deepEqual([remark.said, remark.remark], ['already-done', DONE.remark])
    const shown = await api.get(`/cases/${told.json.number}?municipality=${NOORDDIJK}`)
    assert(!shown.text.includes('plugh') && !shown.text.includes('done-unasked'))
    const settled = await api.post(`/cases/${told.json.number}/desk-settlements`, {
      as: 'desk',
      body: { reason: 'done-unasked' },
    })
    assert.deepEqual([settled.status, settled.json.atDesk, settled.json.status], [201, [], 'open'])
  })

  it('waits for the desk where its agreement asks for that or is paused, done or not', async () => {
    const place = { lon: 5.012, lat: 52.012 }
    const held = await find({ category: 'container-full', asset: 'container-1' }, 'team')
    assert.deepEqual([held.json.finding, held.json.assignment], ['yours-held', undefined])
    const confirm = await find(
      { category: 'container-full', asset: 'container-2', alreadyDone: DONE },
      'team',
    )
    const paused = await find({ category: 'playground', place, alreadyDone: DONE }, 'team')
    for (const [told, reason] of [
      [confirm, 'confirm'],
      [paused, 'paused'],
    ] as const) {
      assert.equal(told.json.finding, 'yours-held')
      const seen = await staffSees(told.json.number)
      assert.deepEqual([seen.status, seen.atDesk], ['open', [reason, 'done-unasked']])
      assert.deepEqual(await outbox(seen.id), [], 'nothing has left')
    }
  })

  it('goes past an agreement in shadow, as any signal', async () => {
    await api.town.enter([
      agreementOf({
        id: 'graffiti-trial',
        party: 'lichtwerk',
        categories: ['strange'],
        mode: 'shadow',
      }),
    ])
    const told = await find({
      category: 'strange',
      place: { lon: 5.033, lat: 52.003 },
      alreadyDone: DONE,
    })
    assert.equal(told.json.finding, 'at-desk')
    const seen = await staffSees(told.json.number)
    assert.deepEqual([seen.status, seen.atDesk], ['open', ['no-agreement', 'done-unasked']])
  })

  it('belongs to an owner that is only to be asked: the case ends, and what was said is kept', async () => {
    const told = await find({
      category: 'graffiti',
      place: { lon: 5.0331, lat: 52.0031 },
      alreadyDone: DONE,
    })
    assert.equal(told.json.finding, 'ended')
    const seen = await staffSees(told.json.number)
    assert.deepEqual([seen.closedAs, seen.atDesk], ['owner-only', []])
    assert.equal((await remarksOn(told.json.number))[0].remark, DONE.remark)
  })

  it('and is dangerous calls nobody where the finder did it, and the roster where it was another’s', async () => {
    const own = await find({ category: 'mast-hit', asset: nextLamp(), alreadyDone: DONE })
    assert.equal(own.json.finding, 'yours-done')
    const done = await staffSees(own.json.number)
    assert.deepEqual([done.status, done.duty, done.atDesk], ['done', undefined, []])
    const other = await find({ category: 'mast-hit', asset: 'L51', alreadyDone: DONE })
    const open = await staffSees(other.json.number)
    assert.deepEqual([open.status, open.priority], ['open', 'danger'])
    assert(
      open.duty !== undefined || open.atDesk.includes('danger-unacknowledged'),
      'somebody has to look',
    )
  })

  it('joins what others reported: its own work is done by it, once', async () => {
    const asset = nextLamp()
    const { number, caseId } = await api.town.report({ category: 'lamp-out', asset })
    const told = await find({ category: 'lamp-out', asset, alreadyDone: DONE })
    assert.deepEqual([told.json.number, told.json.finding], [number, 'yours-done'])
    assert.equal((await api.assignmentOf(caseId)).status, 'done')
    const again = await find({
      category: 'lamp-out',
      asset,
      description: 'still done',
      alreadyDone: DONE,
    })
    assert.deepEqual([again.status, again.json.finding], [201, 'yours-done'])
    const seen = await staffSees(number)
    assert.deepEqual([seen.status, seen.verification, seen.signals], ['done', 'none', 3])
  })

  it('contests what was said to be done, when it says that it is not', async () => {
    const asset = nextLamp()
    await find({ category: 'lamp-out', asset, alreadyDone: DONE })
    const told = await find({ category: 'lamp-out', asset, description: 'out again' })
    const seen = await staffSees(told.json.number)
    assert.deepEqual([seen.status, seen.verification], ['open', 'contested'])
  })

  it('comes once under one Idempotency-Key, and within ten minutes without', async () => {
    const body = { category: 'lamp-out', asset: nextLamp(), alreadyDone: DONE }
    const headers = { 'idempotency-key': 'van-7-0001' }
    const told = [await find(body, 'party', headers), await find(body, 'party', headers)]
    assert.deepEqual(
      told.map(({ status, json }) => [status, json.isRepeat, json.finding]),
      [
        [201, false, 'yours-done'],
        [200, true, 'yours-done'],
      ],
    )
    const keyless = { category: 'lamp-out', asset: nextLamp(), alreadyDone: DONE }
    const [first, second] = [await find(keyless), await find(keyless)]
    assert.deepEqual([first.status, second.status], [201, 200])
    assert.equal((await staffSees(first.json.number)).signals, 1)
  })

  it('is taken only where it has a role, and only of a party', async () => {
    const { app } = api
    await app.pool.write({ tenant: ZUIDDIJK }, (query) =>
      query(sql`delete from directory.parties
        where municipality = ${ZUIDDIJK} and organisation = 'wijkteam'`),
    )
    app.towns.touch(ZUIDDIJK)
    const place = { lon: 5.06, lat: 52.01 }
    const body = { category: 'litter', place }
    const elsewhere = await api.post(`/signals?municipality=${ZUIDDIJK}`, { as: 'team', body })
    refused(elsewhere, 403, 'not-allowed')
    const asks = { kind: 'question', description: 'and a question' }
    refused(
      await api.post(`/signals?municipality=${ZUIDDIJK}`, { as: 'team', body: asks }),
      403,
      'not-allowed',
    )
    refused(await api.post('/signals', { as: 'team', body }), 400, 'municipality-missing')
    for (const as of ['public', 'integrator', 'desk'] as const) {
      const query = as === 'public' ? `?municipality=${NOORDDIJK}` : ''
      const given = { category: 'lamp-out', asset: 'L1', alreadyDone: DONE }
      refused(await api.post(`/signals${query}`, { as, body: given }), 403, 'not-allowed')
    }
  })

  it('that is confidential is told of to no party that does not have it', async () => {
    const told = await find({
      category: 'nuisance',
      place: { lon: 5.0311, lat: 52.0111 },
      description: 'a person sleeps here, xyzzy',
    })
    assert.equal(told.json.finding, 'with-another')
    refused(
      await api.get(`/cases/${told.json.number}?municipality=${NOORDDIJK}`, { as: 'party' }),
      404,
      'case-not-found',
    )
  })

  it('keeps what it wrote out of the journal, which verifies, and out of nothing that is made anew', async () => {
    const journal: string[] = []
    const { app } = api
    await app.pool.read({ tenant: NOORDDIJK }, async (query) => {
      for await (const { data } of readAll(query, NOORDDIJK)) journal.push(JSON.stringify(data))
    })
    assert(!journal.join().includes('plugh'))
    assert.deepEqual((await verifyChain(app.pool, NOORDDIJK)).faults, [])
    const rebuilt = await app.pool
      .write({ tenant: NOORDDIJK }, async (query) => {
        const compared = await rebuildCases(query, NOORDDIJK)
        throw Object.assign(new Error('only compared'), { compared })
      })
      .catch((error: { compared: { isSame: boolean; table: string }[] }) => error.compared)
    assert.deepEqual(
      rebuilt.map(({ isSame, table }) => [table, isSame]).filter(([, isSame]) => !isSame),
      [],
    )
    assert.equal(rebuilt.length, 8)
  })
})

describe('two that find the same at once', () => {
  it('give one case and one answer', async () => {
    await using town = await openTown()
    const found = (n: number) =>
      town.report({
        category: 'lamp-out',
        asset: 'L7',
        source: `key/${n}`,
        words: { description: `van ${n}` },
        finding: {
          organisation: 'lichtwerk',
          source: `key/${n}`,
          answerId: `00000000-0000-7000-8000-00000000000${n}`,
          remark: 'done',
        },
      })
    const [one, two] = await Promise.all([found(1), found(2)])
    assert.equal(one.number, two.number)
    const rows = await town.app.pool.read({ tenant: NOORDDIJK }, (query) =>
      listAssignments(query, { of: { municipality: NOORDDIJK }, caseId: one.caseId, most: 9 }),
    )
    assert.deepEqual(
      rows.map(({ status }) => status),
      ['done'],
    )
    const { status, signals } = await town.case(one.number)
    assert.deepEqual([status, signals], ['done', 2])
  })
})
