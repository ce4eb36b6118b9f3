import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import sql from 'sql-template-tag'
import { setMailAddress } from '#modules/directory'
import { readMail } from '#platform/read-mail'
import { type ClusterTown, GRID_OF_SEVERAL, MINUTE_MS, openClusterTown } from './cluster-town.ts'
import { until } from './town.ts'

const OPENING = { roles: ['work' as const], canCallPrivateAddresses: true }
/** Longer than the timers of the program take to look. */
const LOOKS_MS = 1_500

/** What the grid operator was told, in the order in which it arrived; a message that is tried again is one message. */
const arrivals = ({ town }: ClusterTown) => [
  ...new Map(town.receivers.at('stroomnet').map(({ id, event }) => [id, event])).values(),
]
const kindsAt = (town: ClusterTown) =>
  arrivals(town).map(({ type }) => type.replace(/^nl\.lantaarn\.assignment\.|\.v1$/g, ''))

async function reach(town: ClusterTown, kinds: readonly string[]): Promise<void> {
  await until(`${kinds} arrived`, () => kindsAt(town).length >= kinds.length)
  assert.deepEqual(kindsAt(town), kinds)
}

/** So much later, once all that is under way has arrived: a message that travels for minutes is refused as too old. */
async function later(town: ClusterTown, by_ms: number): Promise<void> {
  await until('nothing is under way', async () => {
    const [row] = await town.app.worker.read({}, (query) =>
      query<{ n: number }>(sql`
        select count(*) as n from platform.outbox
        where delivered_at is null and cancelled_at is null
          and due_at <= ${new Date(town.town.clock()).toISOString()}`),
    )
    return row?.n === 0
  })
  town.town.pass(by_ms)
}

/** A sequence never goes back, and nothing comes twice. */
function checkOrder(town: ClusterTown): void {
  assert.deepEqual(town.town.receivers.faults, [])
  const sequences = arrivals(town).map(({ sequence }) => Number(sequence))
  assert.deepEqual(
    sequences,
    [...new Set(sequences)].sort((a, b) => a - b),
  )
}

describe('what a party reads of a case of several', () => {
  it('the offer names what they hang from, since when, and each object by its public number', async () => {
    await using town = await openClusterTown(OPENING)
    const from = new Date(town.town.clock()).toISOString()
    for (const lamp of [1, 2, 3]) await town.raise(lamp)
    await reach(town, ['offered'])
    const [offer] = arrivals(town)
    const { members = [], ...cluster } = offer?.data.case.cluster ?? {}
    assert.deepEqual(cluster, {
      level: 'cabinet',
      unit: 'K1',
      circuit: { owner: 'stroomnet', level: 'cabinet', publicNumber: 'KAST-1' },
      since: from,
      objects: 3,
    })
    assert.deepEqual(
      members.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      [1, 2, 3].map((lamp) => ({ id: `lamp-${lamp}`, publicNumber: `L${lamp}` })),
    )
    assert.equal(offer?.data.case.asset?.id, 'K1')
    assert.equal(offer?.data.case.signals, 3)
  })

  it('of a row, its street and no object that they hang from', async () => {
    await using town = await openClusterTown(OPENING)
    for (const lamp of [11, 12, 13]) await town.raise(lamp)
    await reach(town, ['offered'])
    const { level, unit, circuit, street } = arrivals(town)[0]?.data.case.cluster ?? {}
    assert.deepEqual(
      [level, unit, circuit, street],
      ['segment', undefined, undefined, 'Dijkstraat'],
    )
  })
})

describe('objects that join a case that was handed over', () => {
  it('are told in one message when five minutes are over, and those that left too', async () => {
    await using town = await openClusterTown(OPENING)
    for (const lamp of [1, 2, 3]) await town.raise(lamp)
    await reach(town, ['offered'])
    for (const lamp of [4, 5]) await town.raise(lamp)
    await town.report(4)
    await later(town, 4 * MINUTE_MS)
    await delay(LOOKS_MS)
    await reach(town, ['offered'])
    await later(town, MINUTE_MS)
    await reach(town, ['offered', 'members-changed'])
    const named = (lamps: readonly number[]) => ({
      objects: lamps.length,
      members: lamps.map((lamp) => ({ id: `lamp-${lamp}`, publicNumber: `L${lamp}` })),
    })
    const first = arrivals(town)[1]?.data.case.cluster
    assert.deepEqual([first?.objects, first?.joined, first?.left], [5, named([4, 5]), undefined])

    await town.clear(2)
    await later(town, 5 * MINUTE_MS)
    await reach(town, ['offered', 'members-changed', 'members-changed'])
    const second = arrivals(town)[2]?.data.case.cluster
    assert.deepEqual([second?.objects, second?.joined, second?.left], [4, undefined, named([2])])
    checkOrder(town)
    // Nobody has anything left to tell.
    await later(town, 60 * MINUTE_MS)
    await delay(LOOKS_MS)
    assert.equal(kindsAt(town).filter((kind) => kind === 'members-changed').length, 2)
  })

  it('are told with the next message where there is one, and not again', async () => {
    await using town = await openClusterTown(OPENING)
    for (const lamp of [1, 2]) await town.raise(lamp)
    const third = (await town.raise(3)).case
    await reach(town, ['offered'])
    await town.raise(4)
    const told = await town.post(`/cases/${third.number}/danger-raisings`, {
      as: 'desk',
      body: { reason: 'a junction without light' },
    })
    assert.equal(told.status, 201, told.text)
    await reach(town, ['offered', 'changed'])
    const { joined } = arrivals(town)[1]?.data.case.cluster ?? {}
    assert.deepEqual(joined, { objects: 1, members: [{ id: 'lamp-4', publicNumber: 'L4' }] })
    await later(town, 6 * MINUTE_MS)
    await delay(LOOKS_MS)
    await reach(town, ['offered', 'changed'])
    checkOrder(town)
  })

  it('who left and came back within the time are no news', async () => {
    await using town = await openClusterTown(OPENING)
    for (const lamp of [1, 2, 3, 4]) await town.raise(lamp)
    await reach(town, ['offered'])
    await later(town, 6 * MINUTE_MS)
    await reach(town, ['offered', 'members-changed'])
    await town.clear(4)
    await later(town, MINUTE_MS)
    await town.raise(4)
    await later(town, 5 * MINUTE_MS)
    await delay(LOOKS_MS)
    await reach(town, ['offered', 'members-changed'])
    checkOrder(town)
  })
})

describe('a party without software', () => {
  it('is mailed once which objects joined, with a link that holds', async () => {
    const byMail = { ...GRID_OF_SEVERAL.reach, channel: 'email' as const }
    await using town = await openClusterTown({
      ...OPENING,
      agreements: [{ ...GRID_OF_SEVERAL, reach: byMail }],
    })
    const { worker, vault } = town.app
    const address = 'net@stroomnet.example'
    await setMailAddress(worker, vault, { organisation: 'stroomnet', address, locale: 'en' })
    const mails = async () =>
      (await town.town.mails()).map(readMail).filter(({ to }) => to.includes(address))
    const mailed = (count: number) =>
      until(`${count} mails`, async () => (await mails()).length === count)
    for (const lamp of [1, 2, 3]) await town.raise(lamp)
    await mailed(1)
    for (const lamp of [4, 5]) await town.raise(lamp)
    await later(town, 5 * MINUTE_MS)
    await mailed(2)
    const [offer, news] = await mails()
    assert.match(offer?.text ?? '', /Objects: 3\n/)
    assert(!offer?.text.includes('Added'), offer?.text)
    assert.match(news?.subject ?? '', /Other objects: /)
    for (const said of ['Objects were added or taken off.', 'Objects: 5', 'Added: 2: L4, L5'])
      assert(news?.text.includes(said), `${said} in: ${news?.text}`)
    const token = /\/answer\/(\S+)/.exec(news?.text ?? '')?.[1] ?? ''
    const { id } = await town.assignmentOf((await town.raise(5)).case.id)
    const seen = await town.get(`/assignments/${id}`, { as: 'link', token })
    assert.equal(seen.status, 200, seen.text)
    const accepted = { answer: 'accepted', name: 'Kees' }
    const answered = await town.answer(id, seen.json.revision, accepted, { as: 'link', token })
    assert.equal(answered.status, 201, answered.text)
    await mailed(3)
    await later(town, 60 * MINUTE_MS)
    await delay(LOOKS_MS)
    assert.equal((await mails()).length, 3)
  })
})

describe('a party that the desk tells', () => {
  it('gets no message for it, and nothing waits for one', async () => {
    const byDesk = { ...GRID_OF_SEVERAL.reach, channel: 'desk' as const }
    await using town = await openClusterTown({
      ...OPENING,
      agreements: [{ ...GRID_OF_SEVERAL, reach: byDesk }],
    })
    for (const lamp of [1, 2, 3, 4]) await town.raise(lamp)
    await later(town, 6 * MINUTE_MS)
    await delay(LOOKS_MS)
    const rows = await town.app.worker.read({}, (query) =>
      query<{ id: string }>(sql`select id from platform.timers where id like 'members/%'`),
    )
    assert.deepEqual(rows, [])
    assert.deepEqual(arrivals(town), [])
  })
})
