import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { Agreement, type AgreementVersion } from './agreement.ts'
import { DUTCH_CALENDAR } from './calendar.ts'
import { Digest } from './digest.ts'
import { digestEnd_ms, digestInForce, nextDigest_ms } from './digest-moments.ts'

const TWICE = Digest.parse({ at: ['13:00', '07:00'] })
const WORKING = Digest.parse({ at: ['07:00'], workingDays: true })

function next(digest: Digest, after: string): string {
  const moment = nextDigest_ms(digest, Date.parse(after))
  return Temporal.Instant.fromEpochMilliseconds(moment)
    .toZonedDateTimeISO('Europe/Amsterdam')
    .toString({ timeZoneName: 'never' })
}

const MOMENTS: readonly [said: string, digest: Digest, after: string, expected: string][] = [
  ['before the first', TWICE, '2026-06-09T06:59:59+02:00', '2026-06-09T07:00:00+02:00'],
  ['at the first itself', TWICE, '2026-06-09T07:00:00+02:00', '2026-06-09T13:00:00+02:00'],
  ['between both', TWICE, '2026-06-09T12:00:00+02:00', '2026-06-09T13:00:00+02:00'],
  ['after the last', TWICE, '2026-06-09T13:00:01+02:00', '2026-06-10T07:00:00+02:00'],
  ['on a Friday after it', WORKING, '2026-06-12T08:00:00+02:00', '2026-06-15T07:00:00+02:00'],
  ['over Easter', WORKING, '2026-04-03T08:00:00+02:00', '2026-04-07T07:00:00+02:00'],
  ['over Christmas', WORKING, '2026-12-24T08:00:00+01:00', '2026-12-28T07:00:00+01:00'],
  ['on a holiday, every day', TWICE, '2026-12-25T06:00:00+01:00', '2026-12-25T07:00:00+01:00'],
  ['over the night of spring', WORKING, '2026-03-27T08:00:00+01:00', '2026-03-30T07:00:00+02:00'],
  ['over the night of autumn', TWICE, '2026-10-24T14:00:00+02:00', '2026-10-25T07:00:00+01:00'],
]

for (const [said, digest, after, expected] of MOMENTS)
  test(`the next digest, asked ${said}`, () => assert.equal(next(digest, after), expected))

test('a time that does not exist in the night of spring is when the clock moves', () => {
  const night = Digest.parse({ at: ['02:30'] })
  assert.equal(next(night, '2026-03-28T12:00:00+01:00'), '2026-03-29T03:00:00+02:00')
  assert.equal(next(night, '2026-03-29T03:00:00+02:00'), '2026-03-30T02:30:00+02:00')
})

test('of a time that comes twice in the night of autumn only the first counts', () => {
  const night = Digest.parse({ at: ['02:30'] })
  assert.equal(next(night, '2026-10-25T02:00:00+02:00'), '2026-10-25T02:30:00+02:00')
  assert.equal(next(night, '2026-10-25T02:15:00+01:00'), '2026-10-26T02:30:00+01:00')
})

test('whatever is agreed, the next one lies ahead, on an agreed time and day, and none lies between', () => {
  const time = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'))
  const digests = fc.record({
    at: fc.uniqueArray(time, { minLength: 1, maxLength: 6 }),
    workingDays: fc.boolean(),
  })
  const moments = fc.integer({ min: Date.parse('2024-01-01'), max: Date.parse('2034-01-01') })
  const { clock, isWorkingDay } = DUTCH_CALENDAR
  fc.assert(
    fc.property(digests, moments, (draft, after_ms) => {
      const digest = Digest.parse(draft)
      const moment_ms = nextDigest_ms(digest, after_ms)
      assert.ok(moment_ms > after_ms)
      const wall = new Date(clock.wall_ms(moment_ms)).toISOString()
      const day = Math.floor(clock.wall_ms(moment_ms) / 86_400_000)
      // Only in the night of spring the wall may show another time: that at which it moved.
      assert.ok(digest.at.includes(wall.slice(11, 16)) || wall.slice(11, 16) === '03:00')
      if (digest.workingDays) assert.ok(isWorkingDay(day))
      for (const between of [1, 60_000, 3_600_000])
        if (moment_ms - between > after_ms)
          assert.equal(nextDigest_ms(digest, moment_ms - between), moment_ms)
    }),
  )
})

function versions(...drafts: { from: string; digest?: Digest }[]): AgreementVersion[] {
  return drafts.map(({ from, digest }, i) => ({
    version: i + 1,
    entered_ms: 0,
    agreement: Agreement.parse({
      id: 'lighting',
      title: 'Lighting',
      basis: 'contract',
      party: 'lichtwerk',
      validity: { from },
      scope: { categories: ['lighting'] },
      terms: {
        reporter: { amount: 1, unit: 'hours' },
        party: {
          startsAt: 'receipt',
          milestones: [{ name: 'done', within: { amount: 1, unit: 'hours' } }],
        },
      },
      reach: { channel: 'email', ...(digest && { digest }) },
    }),
  }))
}

const NOW = Date.parse('2026-06-09T10:00:00+02:00')

test('what was agreed last and has begun holds, also for work of an earlier version', () => {
  const planned = versions(
    { from: '2026-01-01' },
    { from: '2026-06-01', digest: TWICE },
    { from: '2026-07-01' },
  )
  assert.deepEqual(digestInForce(planned, NOW), TWICE)
  assert.equal(digestInForce(planned, Date.parse('2026-07-01T00:00:00+02:00')), undefined)
  assert.equal(digestInForce(planned, Date.parse('2026-05-01T00:00:00+02:00')), undefined)
})

test('a digest that is agreed no more ends with the first day of the version without it', () => {
  const before = { from: '2026-01-01', digest: TWICE }
  assert.equal(digestEnd_ms(versions(before, { from: '2026-01-01' }), NOW), NOW)
  assert.equal(
    digestEnd_ms(versions(before, { from: '2026-07-01' }), NOW),
    Date.parse('2026-07-01T00:00:00+02:00'),
  )
  assert.equal(digestEnd_ms(versions(before, before), NOW), undefined)
  assert.equal(
    digestEnd_ms(versions({ from: '2026-01-01' }, { from: '2026-02-01' }), NOW),
    undefined,
  )
})

test('only a party that is mailed has a digest', () => {
  const [one] = versions({ from: '2026-01-01' })
  const draft = { ...one?.agreement, reach: { channel: 'webhook', digest: { at: ['07:00'] } } }
  assert.match(String(Agreement.safeParse(draft).error), /only a party that is reached by `email`/)
  assert.ok(!Digest.safeParse({ at: [] }).success)
  assert.ok(!Digest.safeParse({ at: ['07:00', '07:00'] }).success)
  assert.ok(!Digest.safeParse({ at: ['24:00'] }).success)
})
