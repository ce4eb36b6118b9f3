import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { BASES } from './agreement.ts'
import { parseAgreementsFile } from './agreements-file.ts'
import { isExpectation } from './binding.ts'
import { movedBy } from './standing-still.ts'
import { computeTerms } from './terms.ts'

const MANUAL = readFileSync(new URL('../../../docs/terms.md', import.meta.url), 'utf8')
const at = (text: string) => Date.parse(`${text}+02:00`)

test('the agreement in the manual can be entered, and its picture is what it computes', () => {
  const read = parseAgreementsFile(/```yaml\n([^`]+)```/.exec(MANUAL)?.[1] ?? '')
  assert(read.ok, JSON.stringify(read))
  const terms = read.agreements[0]?.terms
  assert(terms)
  const received_ms = at('2026-06-10T12:00:00')
  const { partyBy } = computeTerms({ terms, priority: 'normal', received_ms })
  const done = partyBy.filter(({ milestone }) => milestone === 'done')
  assert.equal(done[0]?.by_ms, at('2026-06-17T17:00:00'))
  const frost = { from_ms: at('2026-06-12T15:00:00'), to_ms: at('2026-06-15T10:00:00') }
  assert.equal(movedBy([frost], done, terms)[0]?.by_ms, at('2026-06-18T12:00:00'))
})

test('the manual names each basis where the rule has it', () => {
  const rows = MANUAL.split('\n').filter((line) => /\| +(terms|expectations) +\|$/.test(line))
  const named = rows.map((row) => [...row.matchAll(/`([a-z-]+)`/g)].map(([, basis]) => basis))
  assert.deepEqual(
    named,
    [false, true].map((isExpected) => BASES.filter((basis) => isExpectation(basis) === isExpected)),
  )
})
