import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Asset } from '#modules/places'
import { openCasesAtHand, rulesWith } from '../../../test/cases-at-hand.ts'
import { exampleSignal, NOON_ms } from '../../../test/example-case.ts'
import { AGREEMENTS, agreementOf } from '../../../test/small-town.ts'
import { type ConditionState, NEVER, takeEvent } from '../things/taking.ts'
import type { Case } from './case.ts'
import type { SignalData } from './events.ts'

const MINUTE_MS = 60_000
/** A cabinet with a segment of five lamps and three of its own, one with six lamps, both in one area; and a street. */
const LAMPS: readonly Asset[] = Array.from({ length: 22 }, (_, at) => ({
  id: `lamp-${at}`,
  type: 'lamp-post',
  place: [5.001 + at * 0.0005, 52.005] as [number, number],
  owner: 'noorddijk',
  manager: 'noorddijk',
  ...(at < 5 ? { parent: 'segment' } : {}),
  ...(at >= 5 && at < 8 ? { parent: 'west' } : {}),
  ...(at >= 8 && at < 14 ? { parent: 'east' } : {}),
  ...(at >= 14 ? { street: 'Dijkstraat' } : {}),
}))
const at = (id: string, type: string, parent?: string): Asset => ({
  id,
  type,
  place: [5.003, 52.006],
  ...(parent === undefined ? {} : { parent }),
})
const ASSETS = [
  ...LAMPS,
  at('segment', 'segment', 'west'),
  at('west', 'cabinet', 'area'),
  at('east', 'cabinet', 'area'),
  at('area', 'switching-area'),
]

/** Of two neighbouring towns: from how many it is the grid operator's. */
const townOf = (from: number) =>
  rulesWith(
    [
      ...AGREEMENTS,
      agreementOf({
        id: 'grid-of-several',
        party: 'stroomnet',
        categories: ['lighting'],
        scope: { clusterLevels: ['segment', 'cabinet', 'switching-area'] },
        clusters: [
          { level: 'segment', from, withinMinutes: 60, rowGap_m: 50 },
          { level: 'cabinet', from: from + 1, withinMinutes: 60 },
          { level: 'switching-area', from: from + 4, withinMinutes: 90 },
        ],
      }),
    ],
    ASSETS,
  )
const TOWNS = { 3: townOf(3), 5: townOf(5) }

/** What is open and of whom, whatever its number and whatever was withdrawn for it. */
function problemsOf(cases: readonly Case[]): string[] {
  return cases
    .filter(({ status, joinedInto }) => status !== 'closed' && joinedInto === undefined)
    .map(({ cluster, asset, assignments }) => {
      const parties = assignments.filter(({ status }) => status !== 'withdrawn')
      return `${cluster?.unit ?? asset?.id}: ${parties.map(({ party }) => party).join('+')}`
    })
    .sort()
}

/** Nothing that was begun is taken back, every case that is closed by the rule is empty, and no lamp is in two. */
function check(cases: readonly Case[]): void {
  const lamps = cases
    .filter(({ status, joinedInto }) => status === 'open' && joinedInto === undefined)
    .flatMap(({ dark }) => [...new Set(dark.map(({ asset }) => asset))])
  assert.equal(new Set(lamps).size, lamps.length, `in two cases at once: ${lamps.sort()}`)
  for (const one of cases) {
    for (const assignment of one.assignments)
      assert(assignment.started_ms === undefined || assignment.status !== 'withdrawn')
    if (one.joinedInto !== undefined) assert.deepEqual(one.signals, [])
    if (one.status === 'closed' && one.closedAs === 'swallowed')
      assert(one.assignments.every(({ status }) => status !== 'offered'))
    const { cluster } = one
    if (cluster) assert.equal(one.opened_ms <= cluster.since_ms, true)
  }
}

/** A thousand, and more batches until everything was reached that is to be shown. */
async function untilReached(
  reached: ReadonlySet<string>,
  all: readonly string[],
  batch: (seed: number, numRuns: number) => Promise<void>,
): Promise<void> {
  await batch(28, 1_000)
  const isLeft = () => all.filter((one) => !reached.has(one))
  for (let more = 1; isLeft().length > 0; more++) {
    assert(more < 40, `never reached: ${isLeft()}`)
    await batch(28 + more, 200)
  }
}

type Told = { lamp: number; minute: number; isThing: boolean }
/** In the whole town, or in one part of it. */
const part = fc.constantFrom([0, 21], [0, 4], [0, 7], [8, 13], [0, 13], [14, 21])
const told = part.chain(([min, max]) =>
  fc.array(
    fc.record({
      lamp: fc.integer({ min: min ?? 0, max: max ?? 0 }),
      minute: fc.integer({ min: 0, max: 150 }),
      isThing: fc.boolean(),
    }),
    { minLength: 3, maxLength: 30 },
  ),
)

const signalOf = ({ lamp, minute, isThing }: Told): SignalData => {
  const own = LAMPS[lamp] as Asset
  const name = `${lamp}/${minute}/${isThing}`
  return exampleSignal({
    signalId: name,
    sourceId: name,
    received_ms: NOON_ms + minute * MINUTE_MS,
    place: { lon: own.place[0], lat: own.place[1] },
    asset: { id: own.id, type: own.type, owner: 'noorddijk', manager: 'noorddijk' },
    ...(isThing ? { kind: 'device' as const, condition: 'lamp-failure' } : {}),
  })
}

async function live(
  all: readonly Told[],
  { from, begins }: { from: 3 | 5; begins: ReadonlySet<number> },
): Promise<readonly Case[]> {
  const hand = openCasesAtHand(TOWNS[from], NOON_ms + 200 * MINUTE_MS)
  for (const one of all) {
    await hand.report(signalOf(one))
    const own = hand
      .cases()
      .find((each) => each.asset?.id === `lamp-${one.lamp}` && each.status === 'open')
    const offered = own?.assignments.find(({ status }) => status === 'offered')
    if (own && offered && begins.has(one.lamp)) hand.answer(own, offered.id, { answer: 'started' })
    check(hand.cases())
  }
  return hand.cases()
}

describe('in whatever order reports come', () => {
  it('the same problems are open at the same parties, also when work has begun', async () => {
    const reached = new Set<string>()
    const all = ['segment', 'west', 'east', 'area', 'row'].flatMap((unit) => [
      `3 ${unit}`,
      `5 ${unit}`,
    ])
    all.push('a larger one swallowed it', 'work goes on beside it')
    await untilReached(reached, all, (seed, numRuns) =>
      fc.assert(
        fc.asyncProperty(
          told.chain((all) =>
            fc.record({
              all: fc.constant(all),
              // Some are told twice.
              shuffled: fc.shuffledSubarray([...all, ...all.slice(0, 5)], {
                minLength: all.length + Math.min(5, all.length),
              }),
              from: fc.constantFrom(3 as const, 5 as const),
              begins: fc.uniqueArray(fc.integer({ min: 0, max: LAMPS.length - 1 }), {
                maxLength: 8,
              }),
            }),
          ),
          async ({ all, shuffled, from, begins }) => {
            const begun = { from, begins: new Set(begins) }
            const inOrder = await live(
              all.toSorted((a, b) => a.minute - b.minute),
              { from, begins: new Set() },
            )
            const others = await live(shuffled, begun)
            assert.deepEqual(problemsOf(others), problemsOf(inOrder))
            for (const { cluster, joinedInto, status } of others) {
              if (cluster && status === 'open' && joinedInto === undefined)
                reached.add(`${from} ${cluster.unit.split('/')[0]}`)
              if (cluster && joinedInto !== undefined) reached.add('a larger one swallowed it')
              if (joinedInto !== undefined && status === 'open')
                reached.add('work goes on beside it')
            }
          },
        ),
        { numRuns, seed },
      ),
    )
  })
})

type Spoken = { lamp: number; minute: number; isRaised: boolean }

/** Lamps that go out and come back within one stretch of time, each by its own clock. */
const storm = part.chain(([min, max]) =>
  fc.uniqueArray(
    fc.record({
      lamp: fc.integer({ min: min ?? 0, max: max ?? 0 }),
      minute: fc.integer({ min: 0, max: 55 }),
      isRaised: fc.integer({ min: 0, max: 3 }).map((one) => one > 0),
    }),
    { minLength: 3, maxLength: 40, selector: ({ lamp, minute }) => `${lamp}/${minute}` },
  ),
)

async function weather(all: readonly Spoken[], from: 3 | 5): Promise<readonly Case[]> {
  const hand = openCasesAtHand(TOWNS[from], NOON_ms + 60 * MINUTE_MS)
  const conditions = new Map<number, ConditionState>()
  for (const { lamp, minute, isRaised } of all) {
    const signal = signalOf({ lamp, minute, isThing: true })
    const { asset } = signal
    assert(asset)
    const head = {
      source: 'urn:lamps',
      id: `${lamp}/${minute}`,
      asset: asset.id,
      condition: 'lamp-failure' as const,
      seen_ms: signal.received_ms,
      received_ms: signal.received_ms,
    }
    const told = isRaised
      ? ({ ...head, kind: 'raised', ...hand.command(signal) } as const)
      : ({ ...head, kind: 'cleared' } as const)
    const taken = takeEvent(told, conditions.get(lamp) ?? NEVER, TOWNS[from])
    conditions.set(lamp, taken.after)
    for (const command of taken.commands) await hand.run(command)
    check(hand.cases())
  }
  return hand.cases()
}

/** What must be open, counted from the lamps that are dark in the end, the largest first. */
function expectedOf(all: readonly Spoken[], from: 3 | 5): string[] {
  const last = new Map<number, Spoken>()
  for (const one of all)
    if (one.minute >= (last.get(one.lamp)?.minute ?? 0)) last.set(one.lamp, one)
  const dark = [...last.values()].flatMap(({ lamp, isRaised }) => (isRaised ? [lamp] : []))
  const problems: string[] = []
  let left = dark
  const gather = (unit: string, most: number, isOf: (lamp: number) => boolean) => {
    const members = left.filter(isOf)
    if (members.length < most) return
    problems.push(`${unit}: stroomnet`)
    left = left.filter((lamp) => !isOf(lamp))
  }
  gather('area', from + 4, (lamp) => lamp < 14)
  gather('west', from + 1, (lamp) => lamp < 8)
  gather('east', from + 1, (lamp) => lamp >= 8 && lamp < 14)
  gather('segment', from, (lamp) => lamp < 5)
  const row = left.filter((lamp) => {
    let [first, end] = [lamp, lamp]
    while (left.includes(first - 1) && first - 1 >= 14) first -= 1
    while (left.includes(end + 1)) end += 1
    return lamp >= 14 && end - first + 1 >= from
  })
  if (row.length > 0) problems.push('row/lamp-14: stroomnet')
  left = left.filter((lamp) => !row.includes(lamp))
  return [...problems, ...left.map((lamp) => `lamp-${lamp}: lichtwerk`)].sort()
}

describe('a storm and its repair, told in whatever order', () => {
  it('leave open what is dark in the end, of whom it is', async () => {
    const reached = new Set<string>()
    const all = ['segment', 'cabinet', 'switching-area'].flatMap((level) => [
      `${level} open`,
      `${level} cleared`,
    ])
    await untilReached(reached, all, (seed, numRuns) =>
      fc.assert(
        fc.asyncProperty(
          storm.chain((all) => fc.shuffledSubarray(all, { minLength: all.length })),
          fc.constantFrom(3 as const, 5 as const),
          async (all, from) => {
            const cases = await weather(all, from)
            assert.deepEqual(problemsOf(cases), expectedOf(all, from))
            for (const { cluster, closedAs } of cases)
              if (cluster) reached.add(`${cluster.level} ${closedAs ?? 'open'}`)
          },
        ),
        { numRuns, seed },
      ),
    )
  })
})
