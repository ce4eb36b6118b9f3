import assert from 'node:assert/strict'
import { test } from 'node:test'
import { termInLetter, termInWords } from './term-in-words.ts'

const at = (text: string) => Date.parse(text)
const TUESDAY = '2026-06-09T10:00:00+02:00'

const SAID: [by: string, now: string, nl: string, en: string][] = [
  ['2026-06-09T17:00:00+02:00', TUESDAY, 'vandaag vóór 17:00', 'today before 17:00'],
  ['2026-06-10T08:30:00+02:00', TUESDAY, 'morgen vóór 08:30', 'tomorrow before 08:30'],
  ['2026-06-08T17:00:00+02:00', TUESDAY, 'gisteren vóór 17:00', 'yesterday before 17:00'],
  [
    '2026-06-16T17:00:00+02:00',
    TUESDAY,
    'dinsdag 16 juni vóór 17:00',
    'Tuesday 16 June before 17:00',
  ],
  ['2026-06-12T23:59:59+02:00', TUESDAY, 'uiterlijk vrijdag 12 juni', 'by Friday 12 June'],
  ['2026-06-09T23:59:59+02:00', TUESDAY, 'uiterlijk vandaag', 'by today'],
  [
    '2027-01-04T17:00:00+01:00',
    TUESDAY,
    'maandag 4 januari 2027 vóór 17:00',
    'Monday 4 January 2027 before 17:00',
  ],
  // Late at night here it is another day in Greenwich.
  [
    '2026-06-09T23:30:00+02:00',
    '2026-06-09T00:30:00+02:00',
    'vandaag vóór 23:30',
    'today before 23:30',
  ],
  // The day on which the clock moves is 23 or 25 hours long, and still one day.
  [
    '2026-03-29T17:00:00+02:00',
    '2026-03-28T23:30:00+01:00',
    'morgen vóór 17:00',
    'tomorrow before 17:00',
  ],
  [
    '2026-10-26T08:00:00+01:00',
    '2026-10-25T00:10:00+02:00',
    'morgen vóór 08:00',
    'tomorrow before 08:00',
  ],
  [
    '2026-10-25T02:30:00+02:00',
    '2026-10-25T00:10:00+02:00',
    'vandaag vóór 02:30',
    'today before 02:30',
  ],
  [
    '2026-10-25T02:30:00+01:00',
    '2026-10-25T00:10:00+02:00',
    'vandaag vóór 02:30 (wintertijd)',
    'today before 02:30 (winter time)',
  ],
]

for (const [by, now, nl, en] of SAID)
  test(`${by} at ${now}: ${nl}`, () => {
    assert.equal(termInWords(at(by), 'nl', at(now)), nl)
    assert.equal(termInWords(at(by), 'en', at(now)), en)
  })

test('what is read later never says today', () => {
  const by_ms = at('2026-06-09T17:00:00+02:00')
  assert.equal(termInLetter(by_ms, 'nl', at(TUESDAY)), 'dinsdag 9 juni vóór 17:00')
  assert.equal(termInLetter(by_ms, 'en', at(TUESDAY)), 'Tuesday 9 June before 17:00')
  assert.equal(
    termInLetter(by_ms, 'nl', at('2025-12-31T12:00:00Z')),
    'dinsdag 9 juni 2026 vóór 17:00',
  )
})
