import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { DAY_MS, dayOf, startOfDate_ms, wallClockOf, weekdayOf } from './local-time.ts'

const ZONE = 'Europe/Amsterdam'
const SPRING_MS = Date.parse('2026-03-29T01:00:00Z')
const AUTUMN_MS = Date.parse('2026-10-25T01:00:00Z')

// Any moment of a century, and often one within hours of a change of the clock.
const moment = fc.oneof(
  fc.integer({ min: 0, max: Date.parse('2070-01-01') }),
  fc
    .tuple(fc.constantFrom(SPRING_MS, AUTUMN_MS), fc.integer({ min: -240, max: 240 }))
    .map(([at_ms, minutes]) => at_ms + minutes * 60_000),
)

test('the wall shows what Temporal says it shows', () => {
  const clock = wallClockOf(ZONE)
  fc.assert(
    fc.property(moment, (at_ms) => {
      const shown = Temporal.Instant.fromEpochMilliseconds(at_ms).toZonedDateTimeISO(ZONE)
      const expected = shown.toPlainDateTime().toZonedDateTime('UTC').epochMilliseconds
      assert.equal(clock.wall_ms(at_ms), expected)
    }),
  )
})

test('back from the wall: the first moment that shows that time or a later one', () => {
  const clock = wallClockOf(ZONE)
  fc.assert(
    fc.property(moment, (wall_ms) => {
      const at_ms = clock.at_ms(wall_ms)
      assert.ok(clock.wall_ms(at_ms) >= wall_ms)
      assert.ok(clock.wall_ms(at_ms - 1) < wall_ms)
    }),
  )
})

test('a clock that is first asked at the very moment of a change knows what was before', () => {
  const clock = wallClockOf('Europe/Brussels')
  assert.equal(clock.wall_ms(SPRING_MS) - SPRING_MS, 7_200_000)
  assert.equal(clock.wall_ms(SPRING_MS - 1) - (SPRING_MS - 1), 3_600_000)
})

test('a date begins at its own midnight, and 1970-01-01 was a Thursday', () => {
  const clock = wallClockOf(ZONE)
  assert.equal(startOfDate_ms(clock, '2026-03-29'), Date.parse('2026-03-29T00:00:00+01:00'))
  assert.equal(startOfDate_ms(clock, '2026-03-30'), Date.parse('2026-03-30T00:00:00+02:00'))
  assert.equal(dayOf('1970-01-02') * DAY_MS, DAY_MS)
  assert.deepEqual([-4, -3, 0, 3, 4].map(weekdayOf), [6, 0, 3, 6, 0])
})
