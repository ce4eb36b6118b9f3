import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { PRIORITIES } from '#modules/categories'
import { Agreement, type Duration, type Hours, WEEKDAYS } from './agreement.ts'
import { computeTerms } from './terms.ts'

const UNITS = ['hours', 'working-hours', 'calendar-days', 'working-days'] as const

type Party = Agreement['terms']['party']
type StartsAt = Party['startsAt']

function termsOf(
  reporter: Duration,
  party: Partial<Party> = {},
  openingHours?: Hours,
): Agreement['terms'] {
  return {
    reporter,
    party: {
      startsAt: 'receipt',
      milestones: [{ name: 'done', within: reporter, priorities: [], findings: [] }],
      ...party,
    },
    suspensions: [],
    ...(openingHours && { openingHours }),
  }
}

function by(start: string, amount: number, unit: Duration['unit'], hours?: Hours): string {
  const terms = termsOf({ amount, unit }, {}, hours)
  const received_ms = Date.parse(start)
  const answer = computeTerms({ terms, priority: 'normal', received_ms })
  assert.equal(answer.partyBy[0]?.by_ms, answer.reporterBy_ms)
  return localText(answer.reporterBy_ms)
}

/**
 * What the wall in Amsterdam shows, with its offset; by Intl, which the code under test does not
 * use.
 */
function localText(at_ms: number): string {
  const timeZone = 'Europe/Amsterdam'
  const wall = new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
  const offset = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })
  return `${wall.format(at_ms)}${offset.format(at_ms).slice(-6)}`
}

describe('a duration ends', () => {
  const cases: [start: string, amount: number, unit: Duration['unit'], end: string][] = [
    // An ordinary week, from Wednesday noon; the hour does not matter.
    ['2026-06-03T12:00:00+02:00', 1, 'working-days', '2026-06-04 17:00:00+02:00'],
    ['2026-06-03T00:00:00+02:00', 5, 'working-days', '2026-06-10 17:00:00+02:00'],
    ['2026-06-03T23:59:59+02:00', 5, 'working-days', '2026-06-10 17:00:00+02:00'],
    ['2026-06-06T10:00:00+02:00', 1, 'working-days', '2026-06-08 17:00:00+02:00'],
    // Easter 2026: Sunday 5 and Monday 6 April; Good Friday is worked.
    ['2026-04-02T16:00:00+02:00', 1, 'working-days', '2026-04-03 17:00:00+02:00'],
    ['2026-04-02T16:00:00+02:00', 2, 'working-days', '2026-04-07 17:00:00+02:00'],
    // King's day is Monday 27 April 2026; in 2025 it was Saturday the 26th, the 27th a Sunday.
    ['2026-04-24T09:00:00+02:00', 1, 'working-days', '2026-04-28 17:00:00+02:00'],
    ['2025-04-25T09:00:00+02:00', 1, 'working-days', '2025-04-28 17:00:00+02:00'],
    // Ascension Thursday 14 May and Whit Monday 25 May 2026.
    ['2026-05-13T09:00:00+02:00', 10, 'working-days', '2026-05-29 17:00:00+02:00'],
    // From Christmas Eve over Christmas and New Year.
    ['2026-12-24T09:00:00+01:00', 1, 'working-days', '2026-12-28 17:00:00+01:00'],
    ['2026-12-31T09:00:00+01:00', 1, 'working-days', '2027-01-04 17:00:00+01:00'],
    // Over the nights in which the clock moves.
    ['2026-03-27T12:00:00+01:00', 1, 'working-days', '2026-03-30 17:00:00+02:00'],
    ['2026-03-27T12:00:00+01:00', 2, 'calendar-days', '2026-03-29 23:59:59+02:00'],
    ['2026-10-24T12:00:00+02:00', 1, 'calendar-days', '2026-10-25 23:59:59+01:00'],
    ['2026-03-29T01:30:00+01:00', 2, 'hours', '2026-03-29 04:30:00+02:00'],
    ['2026-10-25T01:30:00+02:00', 2, 'hours', '2026-10-25 02:30:00+01:00'],
    ['2026-12-31T23:30:00+01:00', 1, 'calendar-days', '2027-01-01 23:59:59+01:00'],
    ['2026-06-05T16:00:00+02:00', 48, 'hours', '2026-06-07 16:00:00+02:00'],
  ]
  for (const [start, amount, unit, end] of cases) {
    test(`${amount} ${unit} from ${start}: ${end}`, () =>
      assert.equal(by(start, amount, unit), end))
  }

  test('working days end at the closing time of the agreement', () => {
    const hours: Hours = { days: ['mon'], from: '07:00', to: '15:30' }
    const start = '2026-06-03T12:00:00+02:00'
    assert.equal(by(start, 1, 'working-days', hours), '2026-06-04 15:30:00+02:00')
    const night: Hours = { days: ['mon'], from: '22:00', to: '06:00' }
    assert.equal(by(start, 1, 'working-days', night), '2026-06-05 06:00:00+02:00')
  })
})

describe('the party’s clock starts', () => {
  function starts(startsAt: StartsAt, from: string | undefined, openingHours?: Hours) {
    const { startsAt_ms } = computeTerms({
      terms: termsOf({ amount: 2, unit: 'hours' }, { startsAt }, openingHours),
      priority: 'normal',
      received_ms: Date.parse('2026-06-03T12:00:00+02:00'),
      ...(from !== undefined && { startsFrom_ms: Date.parse(from) }),
    })
    return startsAt_ms === undefined ? undefined : localText(startsAt_ms)
  }

  test('at receipt', () => {
    assert.equal(starts('receipt', undefined), '2026-06-03 12:00:00+02:00')
    assert.equal(starts('receipt', '2026-06-03T14:00:00+02:00'), '2026-06-03 14:00:00+02:00')
  })

  test('at acceptance, and not before', () => {
    assert.equal(starts('acceptance', undefined), undefined)
    assert.equal(starts('acceptance', '2026-06-06T14:00:00+02:00'), '2026-06-06 14:00:00+02:00')
  })

  const allWeek: Hours = { days: [...WEEKDAYS], from: '06:00', to: '22:00' }
  const nights: Hours = { days: ['sat'], from: '22:00', to: '06:00' }
  const early: Hours = { days: ['sun'], from: '02:30', to: '12:00' }
  const three: Hours = { ...early, from: '03:00' }
  const openings: [from: string, at: string, hours?: Hours][] = [
    ['2026-06-03T12:00:00+02:00', '2026-06-03 12:00:00+02:00'],
    ['2026-06-03T07:00:00+02:00', '2026-06-03 08:00:00+02:00'],
    ['2026-06-03T17:00:00+02:00', '2026-06-04 08:00:00+02:00'],
    ['2026-06-05T17:30:00+02:00', '2026-06-08 08:00:00+02:00'],
    ['2026-04-03T18:00:00+02:00', '2026-04-07 08:00:00+02:00'],
    ['2026-12-24T18:00:00+01:00', '2026-12-28 08:00:00+01:00'],
    // Who opens on Sundays opens on holidays.
    ['2026-04-06T05:00:00+02:00', '2026-04-06 06:00:00+02:00', allWeek],
    ['2026-06-07T05:00:00+02:00', '2026-06-07 05:00:00+02:00', nights],
    ['2026-06-07T06:00:00+02:00', '2026-06-13 22:00:00+02:00', nights],
    // 02:30 does not exist in spring and comes twice in autumn.
    ['2026-03-29T01:00:00+01:00', '2026-03-29 03:00:00+02:00', early],
    ['2026-10-25T01:00:00+02:00', '2026-10-25 02:30:00+02:00', early],
    ['2026-10-25T02:10:00+01:00', '2026-10-25 02:10:00+01:00', early],
    ['2026-10-25T01:00:00+02:00', '2026-10-25 03:00:00+01:00', three],
  ]
  for (const [from, at, hours] of openings) {
    test(`at the next opening hour after ${from}: ${at}`, () => {
      assert.equal(starts('next-opening-hour', from, hours), at)
    })
  }
})

test('of milestones of one name, the one that names the priority counts; else the earliest', () => {
  const milestone = (name: 'done' | 'made-safe', amount: number, priorities: 'danger'[] = []) => {
    return { name, within: { amount, unit: 'hours' as const }, priorities, findings: [] }
  }
  const terms = termsOf(
    { amount: 10, unit: 'working-days' },
    {
      milestones: [
        milestone('done', 80),
        milestone('done', 72),
        milestone('done', 90, ['danger']),
        milestone('made-safe', 2, ['danger']),
      ],
    },
  )
  const hoursOf = (priority: 'danger' | 'normal') =>
    computeTerms({ terms, priority, received_ms: 0 }).partyBy.map(({ milestone, by_ms }) => {
      return [milestone, by_ms / 3_600_000]
    })
  assert.deepEqual(hoursOf('normal'), [['done', 72]])
  assert.deepEqual(hoursOf('danger'), [
    ['made-safe', 2],
    ['done', 90],
  ])
})

test('a later start never ends earlier, and never before it starts', () => {
  const duration = fc.record({
    amount: fc.integer({ min: 1, max: 30 }),
    unit: fc.constantFrom<Duration['unit'][]>(...UNITS),
  })
  const time = fc.constantFrom('00:00', '02:00', '02:30', '03:00', '08:00', '17:00', '23:59')
  const hours = fc.record({
    days: fc.subarray([...WEEKDAYS], { minLength: 1 }),
    from: time,
    to: time,
  })
  const terms = fc
    .tuple(
      duration,
      fc.constantFrom<StartsAt[]>('receipt', 'acceptance', 'next-opening-hour'),
      hours,
    )
    .map(([reporter, startsAt, open]) => termsOf(reporter, { startsAt }, open))
    // Who opens for minutes a week is never asked for days of working hours.
    .filter((agreed) => Agreement.shape.terms.safeParse(agreed).success)
  const minute = 60_000
  // Around the nights in which the clock moves, Easter, and the turn of the year.
  const start = fc
    .tuple(
      fc.constantFrom('2026-03-29', '2026-10-25', '2026-04-06', '2026-12-25', '2027-01-01'),
      fc.integer({ min: -3000, max: 3000 }),
    )
    .map(([day, minutes]) => Date.parse(day) + minutes * minute)
  const later = fc.integer({ min: 0, max: 300 }).map((minutes) => minutes * minute)
  fc.assert(
    fc.property(terms, fc.constantFrom(...PRIORITIES), start, later, (agreed, priority, at, on) => {
      const from = (startsFrom_ms: number) =>
        computeTerms({ terms: agreed, priority, received_ms: startsFrom_ms, startsFrom_ms })
      const [first, second] = [from(at), from(at + on)]
      assert.ok((first.startsAt_ms as number) >= at)
      assert.ok((second.startsAt_ms as number) >= (first.startsAt_ms as number))
      assert.ok(second.reporterBy_ms >= first.reporterBy_ms && first.reporterBy_ms > at)
      const [one, other] = [first.partyBy[0]?.by_ms as number, second.partyBy[0]?.by_ms as number]
      assert.ok(other >= one && one > (first.startsAt_ms as number))
    }),
    { numRuns: 3000 },
  )
})
