import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Agreement } from '#modules/agreements'
import type { ClusterMessage } from './cluster-message.ts'
import { digestReason, waitsUntil_ms } from './digest.ts'
import { clusterOver } from './digest-message.ts'
import { MESSAGE_TYPES } from './message-types.ts'

const NEXT_MS = 7_200_000
const agreement = (channel: 'email' | 'webhook') =>
  Agreement.parse({
    id: 'lighting',
    title: 'Lighting',
    basis: 'contract',
    party: 'lichtwerk',
    validity: { from: '2020-01-01' },
    scope: { categories: ['lighting'] },
    terms: {
      reporter: { amount: 1, unit: 'hours' },
      party: {
        startsAt: 'receipt',
        milestones: [{ name: 'done', within: { amount: 1, unit: 'hours' } }],
      },
    },
    reach: { channel },
  })

describe('what may wait for a digest', () => {
  const until = (
    own: { priority?: 'normal' | 'urgent' | 'danger'; hasThreat?: true; kind?: string } = {},
    channel: 'email' | 'webhook' = 'email',
    digestAt: () => number | undefined = () => NEXT_MS,
  ) =>
    waitsUntil_ms(
      {
        priority: own.priority ?? 'normal',
        ...(own.hasThreat ? { hasThreat: true as const } : {}),
      },
      { agreement: 'lighting', version: 1 },
      own.kind ?? 'offered',
      { agreement: () => agreement(channel), digestAt },
      0,
    )
  it('waits for the next moment', () => assert.equal(until(), NEXT_MS))
  it('is not what is dangerous or urgent, threatens somebody, or is nearly late', () => {
    for (const own of [
      { priority: 'danger' as const },
      { priority: 'urgent' as const },
      { hasThreat: true as const },
      { kind: 'termNear' },
    ])
      assert.equal(until(own), undefined, JSON.stringify(own))
  })
  it('is nothing where no digest holds, or the task goes another way', () => {
    assert.equal(
      until({}, 'email', () => undefined),
      undefined,
    )
    assert.equal(until({}, 'webhook'), undefined)
  })
})

describe('under what a task is told', () => {
  const { offered, changed, answered, reopened, withdrawn, members } = MESSAGE_TYPES
  const cases: readonly [
    types: string[],
    isAsked: boolean,
    isReceived: boolean,
    reason: ReturnType<typeof digestReason>,
  ][] = [
    [[offered], true, false, 'offered'],
    [[offered, changed, answered], true, true, 'offered'],
    // It was never told before, whatever this message says of it.
    [[changed], true, false, 'offered'],
    [[changed], true, true, 'changed'],
    [[members], true, true, 'changed'],
    [[answered], true, true, 'answered'],
    [[answered, changed], true, true, 'changed'],
    [[reopened, changed], true, true, 'reopened'],
    [[withdrawn], false, true, 'withdrawn'],
    [[changed, withdrawn], false, true, 'withdrawn'],
    // It ended otherwise: by the party itself, or by the desk with it.
    [[answered], false, true, undefined],
    [[offered], false, false, undefined],
    // It was given again since; that is told by a message of its own.
    [[withdrawn], true, true, undefined],
    [[withdrawn, offered], true, true, 'offered'],
  ]
  for (const [types, isAsked, isReceived, reason] of cases) {
    const kinds = types.map((type) => type.split('.').at(-2)).join(' and ')
    const how = `${isAsked ? 'asked' : 'over'}, ${isReceived ? 'known' : 'not known'}`
    it(`${kinds} of what is ${how}: ${reason ?? 'nothing'}`, () =>
      assert.equal(digestReason(types, { isAsked, isReceived }), reason))
  }
})

describe('the objects of a case of several over a time', () => {
  const cluster = (objects: number, own: Partial<ClusterMessage> = {}): ClusterMessage => ({
    level: 'segment',
    unit: 's1',
    circuit: undefined,
    street: undefined,
    since: '2026-06-09T08:00:00.000Z',
    objects,
    members: [],
    ...own,
  })
  const some = (...ids: string[]) => ({ objects: ids.length, members: ids.map((id) => ({ id })) })

  it('are as many as there are at the end, with what joined and left on the way', () => {
    const over = clusterOver([
      cluster(4, { joined: some('d') }),
      undefined,
      cluster(5, { joined: some('e', 'f'), left: some('a') }),
    ])
    assert.equal(over?.objects, 5)
    assert.deepEqual(over?.joined, some('d', 'e', 'f'))
    assert.deepEqual(over?.left, some('a'))
  })
  it('leave out what joined and left again, or left and came back', () => {
    const over = clusterOver([
      cluster(4, { joined: some('d'), left: some('a') }),
      cluster(4, { joined: some('a'), left: some('d') }),
    ])
    assert.equal(over?.joined, undefined)
    assert.equal(over?.left, undefined)
  })
  it('are nothing where it is no case of several', () =>
    assert.equal(clusterOver([undefined]), undefined))
})
