import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Answer, CaseEvent } from '#modules/cases'
import { exampleSignal, HOUR_MS, type LivingCase, liveCase } from '../../../test/example-case.ts'
import { changedBy, signalOf, stop } from '../../../test/example-reporters.ts'
import { decideOverrule } from '../cases/directing.ts'
import { decideClose, decideVerification } from '../cases/reporting.ts'
import { reporterNotices } from './reporter-notices.ts'
import { reporterSteps } from './reporter-steps.ts'

const ANSWERS: readonly Answer[] = [
  { answer: 'accepted' },
  { answer: 'planned', on: '2026-06-12' },
  { answer: 'planned', on: '2026-06-13' },
  { answer: 'started' },
  { answer: 'question', question: 'x' },
  { answer: 'not-ours', reason: 'other' },
  { answer: 'nothing-found', remark: 'x' },
  { answer: 'will-not-be-done', reason: 'policy', remark: 'x' },
  { answer: 'passed-on', cause: 'cable', next: ['cable-disconnect'] },
  { answer: 'needs-first', first: ['paving-open'] },
  { answer: 'done', next: [] },
  { answer: 'done', next: ['paving-repair'] },
]
const PEOPLE = ['ann', 'bob', 'eve', 'nobody']

const oneOf = <const T>(...values: readonly T[]) => fc.constantFrom(...values)
const step = fc.oneof(
  fc.record({ kind: fc.constant('report' as const), who: oneOf(...PEOPLE) }),
  fc.record({ kind: fc.constant('stop' as const), which: fc.nat(3) }),
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('answer' as const),
      which: fc.nat(3),
      answer: oneOf(...ANSWERS),
    }),
  },
  fc.record({ kind: fc.constant('device' as const), isClear: fc.boolean() }),
  fc.record({ kind: fc.constant('verify' as const), outcome: oneOf('confirmed', 'contested') }),
  fc.record({
    kind: fc.constant('close' as const),
    as: oneOf('will-not-be-done', 'settled-by-desk'),
  }),
  fc.record({ kind: fc.constant('overrule' as const) }),
)
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never

const DEVICE = exampleSignal({ lamp: 'lamp-3', kind: 'device', condition: 'lamp-failure' })

function take(live: LivingCase, one: Step): unknown {
  const { state, now_ms } = live
  switch (one.kind) {
    case 'report':
      return state.closedAs === undefined && live.report(signalOf(one.who, { lamp: 'lamp-3' }))
    case 'device':
      if (one.isClear) return live.clear(DEVICE)
      return state.closedAs === undefined && live.report({ ...DEVICE, signalId: `thing-${now_ms}` })
    case 'stop':
      return stop(live, one.which)
    case 'answer': {
      const assignment = state.assignments[one.which % Math.max(1, state.assignments.length)]
      if (!assignment) return undefined
      const own = { assignmentId: assignment.id, expectedRevision: assignment.revision }
      return live.answer(assignment.party, one.answer, own)
    }
    case 'verify': {
      const command = { by: 'sample', source: 'x', outcome: one.outcome } as const
      return live.take(decideVerification(command, state, now_ms))
    }
    case 'close':
      return live.take(decideClose({ as: one.as, by: 'desk' }, state, now_ms))
    case 'overrule': {
      const given = { agreement: 'benches', version: 1, party: 'buurtgroep', informed: [] }
      const overrule = { by: 'desk', reasonDigest: 'x', ...given }
      return live.take(decideOverrule(overrule, state, live.circumstances()))
    }
  }
}

/** Who reported with an address and did not stop since, worked out from the events alone. */
function wanting(events: readonly CaseEvent[]): Set<string> {
  const people = new Map<string, string>()
  const wants = new Set<string>()
  for (const event of events) {
    if (event.type === 'SignalReceived') {
      const { signalId, person, wantsMail } = event.data.signal
      if (!wantsMail || person === undefined) continue
      people.set(signalId, person)
      wants.add(person)
    }
    if (event.type === 'ReporterStopped') wants.delete(people.get(event.data.signalId) ?? '')
  }
  return wants
}

const STEPS = [
  'received',
  'handed-over',
  'asked',
  'planned',
  'done',
  'reopened',
  'will-not-be-done',
  'closed',
]
/** What is rare may be missed by one batch; what no path leads to is missed by all. */
const BATCHES = 10

test('given any life of a case in any commits, then only who reported it and did not stop is written to, once a commit and in order', () => {
  const reached = new Set<string>()
  const missing = () => STEPS.filter((name) => !reached.has(name))
  const life = fc.property(
    oneOf(...PEOPLE),
    fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 10 }),
    (who, commits) => {
      const live = liveCase()
      const sent: { key: string; sequence: number; id: string }[] = []
      const first = () => void live.report(signalOf(who, { lamp: 'lamp-3' }))
      for (const work of [
        first,
        ...commits.map((some) => () => some.map((one) => take(live, one))),
      ]) {
        const changed = changedBy(live, work)
        live.pass(HOUR_MS)
        if (changed.events.length === 0) continue
        const steps = reporterSteps(changed, live.rules)
        const people = steps.map(({ reporter }) => reporter.person)
        assert.equal(new Set(people).size, people.length, 'two mails for one commit and person')
        const wants = wanting(live.events)
        for (const person of people) assert(wants.has(person), `${person} did not ask for it`)
        for (const { step } of steps) reached.add(step)
        const { messages } = reporterNotices('GM9801', changed, live.rules, live.now_ms)
        assert.equal(messages.length, steps.length)
        for (const { ordering_key: key, sequence, id } of messages) {
          const last = sent.findLast((one) => one.key === key)
          assert(last === undefined || last.sequence < sequence, 'out of order')
          assert(sent.every((one) => one.id !== id))
          sent.push({ key, sequence, id })
        }
        assert.doesNotMatch(JSON.stringify(messages), /person|Dijkstraat|lamp-3/)
      }
    },
  )
  for (let batch = 0; batch === 0 || (batch < BATCHES && missing().length > 0); batch++)
    fc.assert(life, { numRuns: 500 })
  assert.deepEqual(missing(), [], 'never came to')
})
