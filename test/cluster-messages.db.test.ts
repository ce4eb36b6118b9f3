import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { type ClusterTown, MINUTE_MS, openClusterTown } from './cluster-town.ts'
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
      circuit: { owner: 'stroomnet', type: 'cabinet', publicNumber: 'KAST-1' },
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
    town.town.pass(4 * MINUTE_MS)
    await delay(LOOKS_MS)
    await reach(town, ['offered'])
    town.town.pass(MINUTE_MS)
    await reach(town, ['offered', 'members-changed'])
    const named = (lamps: readonly number[]) => ({
      objects: lamps.length,
      members: lamps.map((lamp) => ({ id: `lamp-${lamp}`, publicNumber: `L${lamp}` })),
    })
    const first = arrivals(town)[1]?.data.case.cluster
    assert.deepEqual([first?.objects, first?.joined, first?.left], [5, named([4, 5]), undefined])

    await town.clear(2)
    town.town.pass(5 * MINUTE_MS)
    await reach(town, ['offered', 'members-changed', 'members-changed'])
    const second = arrivals(town)[2]?.data.case.cluster
    assert.deepEqual([second?.objects, second?.joined, second?.left], [4, undefined, named([2])])
    checkOrder(town)
    // Nobody has anything left to tell.
    town.town.pass(60 * MINUTE_MS)
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
    town.town.pass(6 * MINUTE_MS)
    await delay(LOOKS_MS)
    await reach(town, ['offered', 'changed'])
    checkOrder(town)
  })

  it('who left and came back within the time are no news', async () => {
    await using town = await openClusterTown(OPENING)
    for (const lamp of [1, 2, 3, 4]) await town.raise(lamp)
    await reach(town, ['offered'])
    town.town.pass(6 * MINUTE_MS)
    await reach(town, ['offered', 'members-changed'])
    await town.clear(4)
    town.town.pass(MINUTE_MS)
    await town.raise(4)
    town.town.pass(5 * MINUTE_MS)
    await delay(LOOKS_MS)
    await reach(town, ['offered', 'members-changed'])
    checkOrder(town)
  })
})
