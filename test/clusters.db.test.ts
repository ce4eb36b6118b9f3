import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { lockHead } from '#journal'
import { rebuildCases } from '#modules/cases'
import { replayDecisions } from '../src/composition/replay.ts'
import { type ClusterTown, GRID_OF_SEVERAL, MINUTE_MS, openClusterTown } from './cluster-town.ts'
import { agreementOf } from './small-town.ts'
import { NOORDDIJK, until } from './town.ts'

/** The read tables come out of the events as they are, and every decision is taken again as it was. */
async function checkWhole(town: ClusterTown): Promise<void> {
  const rebuilt = await town.app.pool.write({ tenant: NOORDDIJK }, async (query) => {
    await lockHead(query, NOORDDIJK)
    return rebuildCases(query, NOORDDIJK)
  })
  for (const { table, isSame } of rebuilt) assert(isSame, `${table} is made again as it was`)
  const { decisions, same } = await replayDecisions(town.app, NOORDDIJK)
  assert.equal(same, decisions)
}

async function begin(town: ClusterTown, number: string, as: 'party' | 'stranger' = 'party') {
  const { json } = await town.get(`/cases/${number}`, { as: 'desk' })
  const { id, revision } = await town.assignmentOf(json.id)
  const told = await town.answer(id, revision, { answer: 'started' }, { as })
  assert.equal(told.status, 201, told.text)
  return { id, caseId: json.id }
}

describe('three lamps of one cabinet', () => {
  it('are one case of the grid operator, whoever tells of them', async () => {
    await using town = await openClusterTown()
    const first = await town.report(1)
    const second = await town.raise(2)
    assert.deepEqual(await town.problems(), [
      'lamp-1: lichtwerk offered',
      'lamp-2: lichtwerk offered',
    ])
    const third = await town.report(3)
    assert.deepEqual(await town.problems(), ['K1: stroomnet offered'])

    const cluster = await town.life(third)
    assert.equal(cluster.cluster?.level, 'cabinet')
    assert.equal(cluster.signals.length, 3)
    assert.equal(cluster.asset?.id, 'K1')
    for (const number of [first, second.case.number]) {
      const state = await town.life(number)
      assert.deepEqual(
        [state.status, state.closedAs, state.joinedInto],
        ['closed', 'swallowed', cluster.id],
      )
      assert.deepEqual(
        state.assignments.map(({ status }) => status),
        ['withdrawn'],
      )
    }
    // A person and a thing at two more lamps come to the same case.
    assert.equal(await town.report(4), third)
    assert.equal((await town.raise(5)).case.number, third)
    assert.equal((await town.raise(1)).case.number, third)
  })
})

describe('work that was begun', () => {
  it('goes on beside the case of several, and ends the case that it was begun for', async () => {
    await using town = await openClusterTown()
    const first = await town.report(1)
    const { id } = await begin(town, first)
    await town.report(2)
    const third = await town.report(3)
    const state = await town.life(first)
    assert.deepEqual(
      [state.status, state.isSwallowed, state.assignments[0]?.status],
      ['open', true, 'started'],
    )
    const { revision } = await town.assignmentOf(state.id)
    assert.equal((await town.answer(id, revision, { answer: 'done', next: [] })).status, 201)
    assert.equal((await town.life(first)).closedAs, 'swallowed')
    assert.equal((await town.life(third)).status, 'open')
    await checkWhole(town)
  })
})

describe('power that returns', () => {
  it('ends the case of several; lamps that stay dark have cases of their own again', async () => {
    await using town = await openClusterTown()
    const first = await town.raise(1)
    for (const lamp of [2, 3, 4]) await town.raise(lamp)
    assert.deepEqual(await town.problems(), ['K1: stroomnet offered'])
    await town.clear(2)
    assert.deepEqual(await town.problems(), ['K1: stroomnet offered'])
    await town.clear(3)
    // Two are left, which is too few: lamp 1 has the case that it had, lamp 4 its first.
    assert.deepEqual(await town.problems(), [
      'lamp-1: lichtwerk offered',
      'lamp-4: lichtwerk offered',
    ])
    const own = await town.life(first.case.number)
    assert.deepEqual([own.status, own.joinedInto, own.signals.length], ['open', undefined, 1])
    await town.clear(1)
    await town.clear(4)
    assert.deepEqual(await town.problems(), [])
    await checkWhole(town)
  })

  it('after the work was done, leaves what still says that it is dark a case of its own', async () => {
    await using town = await openClusterTown({ roles: ['work'], canCallPrivateAddresses: true })
    for (const lamp of [1, 2, 3]) await town.raise(lamp)
    const { json } = await town.get('/cases?status=open', { as: 'desk' })
    const [{ number, id }] = json.items
    const { id: assignment } = await town.assignmentOf(id)
    const answer = async (body: object) => {
      const { revision } = await town.assignmentOf(id)
      const told = await town.town.answer(assignment, body as never, revision)
      assert.equal(told.status, 'accepted')
    }
    await answer({ answer: 'started' })
    await answer({ answer: 'done', next: [] })
    await town.clear(1)
    await town.clear(2)
    assert.equal((await town.life(number)).status, 'done')
    // Somebody else reports a lamp of it now: its own case, and no doubt about the repair of the cabinet.
    const late = await town.report(4)
    assert.notEqual(late, number)
    assert.equal((await town.life(number)).status, 'done')
    town.town.pass(121 * MINUTE_MS)
    await until('both are problems', async () => (await town.problems()).length >= 2)
    const open = (await town.problems()).filter((line) => line.startsWith('lamp'))
    assert.deepEqual(
      open.map((line) => line.split(' ').slice(0, 2).join(' ')),
      ['lamp-3: lichtwerk', 'lamp-4: lichtwerk'],
    )
  })
})

describe('larger and larger', () => {
  it('a row, cabinets, an area: each swallows the one below, and the town keeps one case', async () => {
    await using town = await openClusterTown()
    for (const lamp of [1, 2, 3]) await town.raise(lamp)
    for (const lamp of [6, 7]) await town.raise(lamp)
    assert.deepEqual(await town.problems(), [
      'K1: stroomnet offered',
      'lamp-6: lichtwerk offered',
      'lamp-7: lichtwerk offered',
    ])
    await town.raise(8)
    assert.deepEqual(await town.problems(), ['K1: stroomnet offered', 'K2: stroomnet offered'])
    await town.raise(9)
    assert.deepEqual(await town.problems(), ['S1: stroomnet offered'])
    // Where nobody knows the cables: three in a row, and one that stands apart.
    for (const lamp of [11, 12, 16, 13]) await town.raise(lamp)
    assert.deepEqual(await town.problems(), [
      'S1: stroomnet offered',
      'lamp-16: lichtwerk offered',
      'row/lamp-1: stroomnet offered',
    ])
    await checkWhole(town)
  })
})

describe('what an agreement says', () => {
  it('decides from how many, within which time, and for whom', async () => {
    const contractorFirst = agreementOf({
      id: 'contractor-first',
      party: 'lichtwerk',
      categories: ['lighting'],
      scope: { managers: ['noorddijk'], clusterLevels: ['cabinet'] },
      clusters: [{ level: 'cabinet', from: 5, withinMinutes: 30 }],
    })
    await using town = await openClusterTown({ agreements: [contractorFirst] })
    for (const lamp of [1, 2, 3, 4]) await town.raise(lamp)
    assert.equal((await town.problems()).length, 4)
    town.town.pass(31 * MINUTE_MS)
    await town.raise(5)
    assert.equal((await town.problems()).length, 5)
    await town.report(1)
    await town.report(2)
    await town.report(3)
    const last = await town.report(4)
    assert.deepEqual(await town.problems(), ['K1: lichtwerk offered'])
    const { json } = await town.get(`/cases/${last}/decisions`, {
      as: 'desk',
      headers: { 'accept-language': 'en' },
    })
    const text = JSON.stringify(json)
    assert.match(
      text,
      /It is about 5 objects of one cabinet\. The agreement says: from 5 within 30 minutes this is one fault\./,
    )
  })

  it('changes nothing where it is not in force', async () => {
    await using town = await openClusterTown({
      agreements: [{ ...GRID_OF_SEVERAL, mode: 'shadow' }],
    })
    for (const lamp of [1, 2, 3, 4, 5]) await town.raise(lamp)
    assert.equal((await town.problems()).length, 5)
  })
})

describe('what others are told', () => {
  it('Open311 says that a swallowed report is a duplicate, and keeps its number', async () => {
    await using town = await openClusterTown()
    const first = await town.report(1)
    await town.report(2)
    await town.report(3)
    // biome-ignore lint/suspicious/noExplicitAny: answers of every shape.
    const get = async (path: string): Promise<any> => {
      const response = await town.app.http.request(`/open311/v2/${NOORDDIJK}/${path}`)
      assert.equal(response.status, 200)
      return response.json()
    }
    const [request] = await get(`requests/${first}.json`)
    assert.equal(request.status, 'closed')
    assert.match(request.status_notes, /deel van een grotere storing/)
    const updates = await get(`servicerequestupdates.json?service_request_id=${first}`)
    assert.equal(updates.at(-1).status, 'DUPLICATE')
  })

  it('whoever stands at a lamp that nobody reported reads of the larger fault, and the page what is part of it', async () => {
    await using town = await openClusterTown()
    const numbers = [await town.report(1), await town.report(2), await town.report(3)]
    const asked = await town.get(
      '/signal-previews?category=lamp-out&asset=lamp-4&municipality=GM9801',
    )
    assert.equal(asked.status, 200, asked.text)
    const { as, case: same } = asked.json.same
    assert.deepEqual([as, same.number, same.cluster.objects], ['joins', numbers[2], 3])
    assert.equal(same.cluster.type, 'lamp-post')
    const { json } = await town.get(`/cases/${numbers[2]}?municipality=GM9801`)
    assert.deepEqual(
      json.swallowed.map(({ number }: { number: string }) => number),
      numbers.slice(0, 2),
    )
    const elsewhere = await town.get(
      '/signal-previews?category=lamp-out&asset=lamp-7&municipality=GM9801',
    )
    assert.equal(elsewhere.json.same, undefined)
  })
})

describe('coverage', () => {
  it('asks who gets it at each level, page by page, and from how many it is one problem', async () => {
    await using town = await openClusterTown()
    const cells = []
    const ASKED = '/coverage?category=lamp-out&shows=all&area=centrum&limit=3'
    let path = ASKED
    for (let pages = 0; path !== '' && pages < 10; pages++) {
      const { status, json, text } = await town.get(path, { as: 'desk' })
      assert.equal(status, 200, text)
      cells.push(...json.items)
      path = json.next === undefined ? '' : `${ASKED}&cursor=${json.next}`
    }
    const lines = cells.map(({ assetType, level, parties, findings, thresholds }) => {
      const found = findings.map(({ kind }: { kind: string }) => kind)
      const from = thresholds?.map((one: { from: number }) => one.from)
      return [assetType, level, from, parties, found]
    })
    const of = 'lamp-post'
    assert.deepEqual(lines, [
      [undefined, undefined, undefined, ['provincie'], ['no-agreement']],
      [of, undefined, undefined, ['lichtwerk', 'provincie'], []],
      [of, 'cabinet', [3], ['provincie', 'stroomnet'], []],
      [of, 'segment', [3], ['provincie', 'stroomnet'], []],
      [of, 'switching-area', [7], ['provincie', 'stroomnet'], []],
    ])
  })
})
