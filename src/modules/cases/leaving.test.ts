import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Agreement } from '#modules/agreements'
import { exampleSignal, lineOf, liveCase } from '../../../test/example-case.ts'
import { AGREEMENTS, OFFICES, smallTownRules, statedRole } from '../../../test/small-town.ts'

const ROLES = [
  statedRole({ id: 'strange' }),
  statedRole({ id: 'bench', role: 'enforces' }),
  statedRole({ id: 'mast-hit' }),
]
const NOBODY = AGREEMENTS.filter(({ id }) => !['benches', 'lighting-reserve'].includes(id))
const rules = (agreements: readonly Agreement[] = NOBODY) =>
  smallTownRules(agreements, 1, OFFICES, ROLES)

describe('what nobody is given on purpose', () => {
  test('what the municipality leaves ends at once, and says so', () => {
    const live = liveCase(rules())
    live.report(exampleSignal({ category: 'strange' }))
    assert.deepEqual([live.state.status, live.state.closedAs], ['closed', 'left'])
    assert.deepEqual(live.state.desk, [])
    assert.equal(lineOf(live), 'strange: the municipality does not do this.')
  })

  test('what it enforces is at the desk, which says so', () => {
    const live = liveCase(rules())
    live.report(exampleSignal({ category: 'bench' }))
    assert.deepEqual([live.state.status, live.state.desk], ['open', ['enforces']])
  })

  test('where an agreement gives somebody the work, nothing is left', () => {
    const live = liveCase(rules(AGREEMENTS))
    live.report(exampleSignal({ category: 'bench' }))
    assert.deepEqual(live.steps(), ['buurtgroep: bench offered'])
  })

  test('danger is never left: a person looks at it, and the duty is called', () => {
    const none = NOBODY.filter(({ id }) => id !== 'lighting')
    const live = liveCase(rules(none))
    live.report(exampleSignal({ category: 'mast-hit', lamp: 'lamp-3' }))
    assert.equal(live.state.status, 'open')
    assert.deepEqual(live.state.desk, ['left', 'danger-unacknowledged'])
  })

  test('one task that is left leaves not the whole case', () => {
    const live = liveCase(rules())
    live.report(exampleSignal({ lamp: 'lamp-3' }))
    live.answer('lichtwerk', { answer: 'accepted' })
    live.answer('lichtwerk', { answer: 'needs-first', first: ['strange'] })
    assert.deepEqual([live.state.status, live.state.desk], ['open', ['left']])
  })

  test('what is left once nobody has it any more ends like any other', () => {
    const live = liveCase(rules())
    live.report(exampleSignal({ category: 'litter' }))
    live.answer('wijkteam', { answer: 'facts-corrected', category: 'strange' })
    assert.deepEqual([live.state.status, live.state.closedAs], ['closed', 'left'])
    assert.equal(live.of('wijkteam').status, 'withdrawn')
  })
})
