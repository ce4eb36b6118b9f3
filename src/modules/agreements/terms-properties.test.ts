import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { PRIORITIES } from '#modules/categories'
import {
  Agreement,
  type Duration,
  type Hours,
  MILESTONES,
  OFFICE_HOURS,
  WEEKDAYS,
} from './agreement.ts'
import { DUTCH_CALENDAR } from './calendar.ts'
import { CAUSES } from './causes.ts'
import { openingHours } from './opening-hours.ts'
import { limitEnd_ms, movedBy, type Stood } from './standing-still.ts'
import { computeTerms, doneBy_ms, windowsOf } from './terms.ts'
import { beforeWorkingTime_ms, workingTimeIn_ms } from './working-time.ts'

const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000

const unit = fc.constantFrom<Duration['unit'][]>(
  'hours',
  'working-hours',
  'calendar-days',
  'working-days',
)
/** Around the nights in which the clock moves, Easter, King’s day, and the turn of the year. */
const moment = fc
  .tuple(
    fc.constantFrom('2026-03-29', '2026-10-25', '2026-04-06', '2025-04-26', '2026-12-31'),
    fc.integer({ min: -8000, max: 8000 }),
  )
  .map(([day, minutes]) => Date.parse(day) + minutes * MINUTE_MS)
const hours: fc.Arbitrary<Hours> = fc.record({
  days: fc.subarray([...WEEKDAYS], { minLength: 1 }),
  from: fc.constantFrom('00:00', '02:30', '07:00', '22:00'),
  to: fc.constantFrom('00:00', '03:30', '15:30', '18:00'),
})

type Milestones = Agreement['terms']['party']['milestones']

function termsWith(milestones: Milestones, open?: Hours): Agreement['terms'] {
  return {
    reporter: { amount: 1, unit: 'hours' },
    party: { startsAt: 'receipt', milestones },
    suspensions: [],
    ...(open && { openingHours: open }),
  }
}

const doneWithin = (within: Duration): Milestones[number] => ({
  name: 'done',
  within,
  priorities: [],
  findings: [],
})

test('a clock that stood still adds exactly its working time, or the time itself', () => {
  const stretches = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 0, max: 9000 })), {
      minLength: 1,
      maxLength: 4,
    })
    .map((pairs) => {
      let at_ms = 0
      return pairs.map(([gap, length]): Stood => {
        const from_ms = at_ms + gap * MINUTE_MS
        at_ms = from_ms + length * MINUTE_MS
        return { from_ms, to_ms: at_ms }
      })
    })
  fc.assert(
    fc.property(
      unit,
      fc.integer({ min: 1, max: 12 }),
      hours,
      moment,
      stretches,
      (counting, amount, open, start_ms, relative) => {
        const terms = termsWith([doneWithin({ amount, unit: counting })], open)
        const stood = relative.map(({ from_ms, to_ms }) => ({
          from_ms: from_ms + start_ms,
          to_ms: to_ms + start_ms,
        }))
        const { partyBy } = computeTerms({ terms, priority: 'normal', received_ms: start_ms })
        const [before] = partyBy
        const [after] = movedBy(stood, partyBy, terms)
        assert(before && after)
        const passed_ms = stood.reduce((sum, { from_ms, to_ms }) => sum + to_ms - from_ms, 0)
        const between = { from_ms: before.by_ms, to_ms: after.by_ms }
        if (before.counted === undefined) {
          assert.equal(after.by_ms - before.by_ms, passed_ms)
          return
        }
        const windows = windowsOf(before.counted, openingHours(open), DUTCH_CALENDAR)
        const worked_ms = stood.reduce(
          (sum, one) => sum + workingTimeIn_ms(one, windows, DUTCH_CALENDAR),
          0,
        )
        assert.equal(workingTimeIn_ms(between, windows, DUTCH_CALENDAR), worked_ms)
        assert.equal(workedByMinutes_ms(stood, counting, open), worked_ms)
        // One after another is the same as all at once.
        const inTurn = stood.reduce((all, one) => movedBy([one], all, terms), [...partyBy])
        assert.deepEqual(inTurn, [after])
      },
    ),
    { numRuns: 300 },
  )
})

/** The same by looking at each minute on a wall in Amsterdam, which the code under test does not. */
function workedByMinutes_ms(stood: readonly Stood[], counting: Duration['unit'], open: Hours) {
  const { from, to, days } = open
  const isPastMidnight = to <= from
  const zone = new Intl.DateTimeFormat('sv', {
    timeZone: 'Europe/Amsterdam',
    dateStyle: 'short',
    timeStyle: 'short',
  })
  const isOn = (date: string) => {
    const day = Date.parse(date) / 86_400_000
    if (counting === 'working-days') return DUTCH_CALENDAR.isWorkingDay(day)
    return days.includes(WEEKDAYS[DUTCH_CALENDAR.openingDayOf(day)] ?? 'mon')
  }
  const dayBefore = (date: string) =>
    new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10)
  const known = new Map<string, boolean>()
  const isOpenOn = (date: string) => {
    const is = known.get(date) ?? isOn(date)
    known.set(date, is)
    return is
  }
  let minutes = 0
  for (const { from_ms, to_ms } of stood)
    for (let at_ms = from_ms; at_ms < to_ms; at_ms += MINUTE_MS) {
      const [date = '', time = ''] = zone.format(at_ms).split(' ')
      const isFirst = isPastMidnight ? time >= from : time >= from && time < to
      const isRest = isPastMidnight && time < to
      // A window that opens or closes within the hour that comes twice does so once, at the first.
      const wasOpen = (isFirst && isOpenOn(date)) || (isRest && isOpenOn(dayBefore(date)))
      if (isTwice(at_ms)) {
        if (isOpenInTwice(at_ms, date, { from, to, isPastMidnight }, isOpenOn)) minutes++
      } else if (wasOpen) minutes++
    }
  return minutes * MINUTE_MS
}

const AUTUMN_MS = Date.parse('2026-10-25T00:00:00Z')
const isTwice = (at_ms: number) => at_ms >= AUTUMN_MS && at_ms < AUTUMN_MS + 2 * HOUR_MS

function isOpenInTwice(
  at_ms: number,
  date: string,
  { from, to, isPastMidnight }: { from: string; to: string; isPastMidnight: boolean },
  isOpenOn: (date: string) => boolean,
): boolean {
  const first = (time: string) => Date.parse(`${date}T${time}:00+02:00`)
  const at = (time: string) => (time < '03:00' ? first(time) : first(time) + HOUR_MS)
  const yesterday = '2026-10-24'
  if (isPastMidnight && isOpenOn(yesterday) && at_ms < at(to)) return true
  return isOpenOn(date) && at_ms >= at(from) && (isPastMidnight || at_ms < at(to))
}

test('a more urgent priority never ends later, where the agreement gives it no more time', () => {
  const three = fc
    .tuple(unit, fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 3, maxLength: 3 }))
    .map(([counting, amounts]) =>
      amounts.toSorted((a, b) => b - a).map((amount) => ({ amount, unit: counting })),
    )
  fc.assert(
    fc.property(three, moment, hours, (within, received_ms, open) => {
      const milestones = within.map((one, i) => ({
        ...doneWithin(one),
        priorities: [PRIORITIES[i] ?? 'normal'],
      }))
      const ends = PRIORITIES.map((priority) => {
        const terms = termsWith(milestones, open)
        return computeTerms({ terms, priority, received_ms }).partyBy[0]?.by_ms ?? Number.NaN
      })
      assert.deepEqual(PRIORITIES, ['normal', 'urgent', 'danger'])
      assert.deepEqual(
        ends,
        ends.toSorted((a, b) => b - a),
      )
    }),
    { numRuns: 500 },
  )
})

test('hours are 3600 seconds each, whatever the clock on the wall does', () => {
  fc.assert(
    fc.property(moment, fc.integer({ min: 1, max: 1000 }), (received_ms, amount) => {
      const terms = termsWith([doneWithin({ amount, unit: 'hours' })])
      const { partyBy } = computeTerms({ terms, priority: 'normal', received_ms })
      assert.equal(partyBy[0]?.by_ms, received_ms + amount * HOUR_MS)
    }),
  )
})

test('a warning comes after the start and before the date, so long before it as was agreed', () => {
  const at = (text: string) => Date.parse(text)
  const ask = (within: Duration, warnBefore: Agreement['terms']['warnBefore'], start: string) =>
    computeTerms({
      terms: { ...termsWith([doneWithin(within)]), ...(warnBefore && { warnBefore }) },
      priority: 'normal',
      received_ms: at(start),
    }).partyBy[0]?.warn_ms
  const five: Duration = { amount: 5, unit: 'working-days' }
  const wednesday = '2026-06-03T12:00:00+02:00'
  // Due Wednesday 10 June 17:00.
  assert.equal(
    ask(five, { amount: 1, unit: 'working-days' }, wednesday),
    at('2026-06-09T17:00:00+02:00'),
  )
  assert.equal(
    ask(five, { amount: 4, unit: 'working-days' }, wednesday),
    at('2026-06-04T17:00:00+02:00'),
  )
  assert.equal(
    ask(five, { amount: 12, unit: 'working-hours' }, wednesday),
    at('2026-06-09T14:00:00+02:00'),
  )
  assert.equal(
    ask(five, { amount: 2, unit: 'calendar-days' }, wednesday),
    at('2026-06-08T17:00:00+02:00'),
  )
  const day: Duration = { amount: 24, unit: 'hours' }
  assert.equal(ask(day, { share: 0.25 }, wednesday), at('2026-06-04T06:00:00+02:00'))
  assert.equal(ask(day, undefined, wednesday), undefined)
  // Nothing is left to warn of.
  assert.equal(ask(day, { amount: 24, unit: 'hours' }, wednesday), undefined)
})

test('a limit counts all times together that a clock stood still for one reason', () => {
  const terms = { openingHours: OFFICE_HOURS }
  const now_ms = Date.parse('2026-06-03T12:00:00+02:00')
  const earlier: Stood = {
    from_ms: Date.parse('2026-06-01T12:00:00+02:00'),
    to_ms: Date.parse('2026-06-02T12:00:00+02:00'),
  }
  const limit = (amount: number, of: Duration['unit'], before: readonly Stood[]) =>
    new Date(limitEnd_ms({ amount, unit: of }, now_ms, before, terms)).toISOString()
  assert.equal(limit(48, 'hours', []), '2026-06-05T10:00:00.000Z')
  assert.equal(limit(48, 'hours', [earlier]), '2026-06-04T10:00:00.000Z')
  assert.equal(limit(24, 'hours', [earlier]), new Date(now_ms).toISOString())
  assert.equal(limit(5, 'working-days', []), '2026-06-10T15:00:00.000Z')
  // A day of nine hours is used: until Tuesday 17:00, which is Wednesday 08:00 where only working time counts.
  assert.equal(limit(5, 'working-days', [earlier]), '2026-06-10T06:00:00.000Z')
})

test('what was counted back is what counts on', () => {
  fc.assert(
    fc.property(moment, fc.integer({ min: 0, max: 6000 }), hours, (at_ms, minutes, open) => {
      const windows = windowsOf('working-hours', openingHours(open), DUTCH_CALENDAR)
      const worked_ms = minutes * MINUTE_MS
      const from_ms = beforeWorkingTime_ms(at_ms, worked_ms, windows, DUTCH_CALENDAR)
      assert.equal(workingTimeIn_ms({ from_ms, to_ms: at_ms }, windows, DUTCH_CALENDAR), worked_ms)
    }),
    { numRuns: 500 },
  )
})

test('an agreement names no reason of its own without a name, and no working hours that never come', () => {
  const terms = Agreement.shape.terms
  const plain = termsWith([doneWithin({ amount: 1, unit: 'working-days' })])
  const limit = { amount: 10, unit: 'working-days' as const }
  const refused = (changed: object) =>
    terms.safeParse({ ...plain, ...changed }).error?.issues.map(({ message }) => message)
  assert.equal(refused({ suspensions: [{ reason: 'frost', limit }] }), undefined)
  assert.match(
    refused({ suspensions: [{ reason: 'flood', limit }] })?.[0] ?? '',
    /a reason of your own needs a name/,
  )
  const name = { nl: 'hoogwater', en: 'high water' }
  assert.equal(refused({ suspensions: [{ reason: 'flood', name, limit }] }), undefined)
  const twice = [
    { reason: 'frost', limit },
    { reason: 'frost', limit },
  ]
  assert.deepEqual(refused({ suspensions: twice }), ['a reason is named twice'])
  const open: Hours = { days: ['mon'], from: '08:00', to: '09:00' }
  assert.match(
    refused({ openingHours: open, reporter: { amount: 105, unit: 'working-hours' } })?.[0] ?? '',
    /not open for 105 working hours in two years/,
  )
  assert.equal(
    refused({ openingHours: open, reporter: { amount: 104, unit: 'working-hours' } }),
    undefined,
  )
})

const duration: fc.Arbitrary<Duration> = fc.record({
  amount: fc.integer({ min: 1, max: 30 }),
  unit,
})
const anyTerms: fc.Arbitrary<Agreement['terms']> = fc
  .record({
    reporter: duration,
    open: fc.option(hours, { nil: undefined }),
    startsAt: fc.constantFrom('receipt', 'acceptance', 'next-opening-hour'),
    milestones: fc.array(
      fc.record({
        name: fc.constantFrom(...MILESTONES),
        within: duration,
        priorities: fc.subarray([...PRIORITIES]),
        findings: fc.subarray(CAUSES.slice(0, 2)),
      }),
      { maxLength: 6 },
    ),
  })
  .map(({ reporter, open, startsAt, milestones }) => {
    const terms = termsWith(milestones, open)
    return { ...terms, reporter, party: { ...terms.party, startsAt } }
  })

test('the moment by which it is to be done is the one among all terms', () => {
  const question = fc.record(
    {
      terms: anyTerms,
      priority: fc.constantFrom(...PRIORITIES),
      received_ms: moment,
      startsFrom_ms: moment,
      finding: fc.constantFrom(...CAUSES.slice(0, 2)),
    },
    { requiredKeys: ['terms', 'priority', 'received_ms'] },
  )
  fc.assert(
    fc.property(question, (asked) => {
      const { partyBy, reporterBy_ms } = computeTerms(asked)
      const done = partyBy.find(({ milestone }) => milestone === 'done')
      assert.equal(doneBy_ms(asked), done?.by_ms ?? reporterBy_ms)
    }),
    { numRuns: 2_000 },
  )
})
