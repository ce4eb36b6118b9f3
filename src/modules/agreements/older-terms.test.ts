import assert from 'node:assert/strict'
import { test } from 'node:test'
import { termsOf } from './agreement.ts'
import { movedBy } from './standing-still.ts'
import { computeTerms } from './terms.ts'

/** As it was entered before terms had findings, reasons to stand still, and warnings. */
const OLDER = {
  reporter: { amount: 10, unit: 'working-days' as const },
  party: {
    startsAt: 'receipt' as const,
    milestones: [{ name: 'done' as const, within: { amount: 48, unit: 'hours' as const } }],
  },
}

test('what an older version does not name, it does not have', () => {
  const terms = termsOf(OLDER)
  assert.deepEqual(terms.suspensions, [])
  assert.equal(terms.warnBefore, undefined)
  const question = { terms, priority: 'normal', received_ms: 0 } as const
  const plain = [{ milestone: 'done', by_ms: 48 * 3_600_000 }]
  assert.deepEqual(computeTerms(question).partyBy, plain)
  assert.deepEqual(computeTerms({ ...question, finding: 'mast' }).partyBy, plain)
})

test('a date that was recorded before it said how it was counted moves by the time itself', () => {
  const weekend = {
    from_ms: Date.parse('2026-06-12T17:00:00+02:00'),
    to_ms: Date.parse('2026-06-15T08:00:00+02:00'),
  }
  const by_ms = Date.parse('2026-06-17T17:00:00+02:00')
  const older = { milestone: 'done' as const, by_ms }
  const [moved] = movedBy([weekend], [older], termsOf(OLDER))
  assert.equal(moved?.by_ms, by_ms + 63 * 3_600_000)
  const [counted] = movedBy(
    [weekend],
    [{ ...older, counted: 'working-days' as const }],
    termsOf(OLDER),
  )
  assert.equal(counted?.by_ms, by_ms, 'no working time has passed')
})
