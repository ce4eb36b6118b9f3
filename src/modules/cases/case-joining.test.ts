import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { exampleSignal, HOUR_MS, type LivingCase, liveCase } from '../../../test/example-case.ts'
import { type Case, evolve } from './case.ts'
import { decideGiveBack, decideJoin, decideSplit, type Pair } from './case-joining.ts'
import type { CaseEvent, SignalData } from './events.ts'
import type { Recording } from './recording.ts'

const ANN = { person: 'person/ann', wantsMail: true, signalId: 'ann' } as const
const BOB = { person: 'person/bob', wantsMail: true, signalId: 'bob' } as const
const EVE = { tellBy: 'call-back', person: 'person/eve', signalId: 'eve' } as const

/** Two cases of lamps next to each other, and what was told with each. */
function twoCases(own: { from?: Partial<SignalData>; into?: Partial<SignalData> } = {}) {
  const from = liveCase()
  const into = liveCase()
  const signals = {
    from: exampleSignal({ lamp: 'lamp-3', ...BOB, ...own.from }),
    into: exampleSignal({ lamp: 'lamp-2', ...ANN, ...own.into }),
  }
  from.report(signals.from)
  into.report(signals.into)
  return { from, into, signals }
}

/** The example's cases are all called alike; here one of them needs a name of its own. */
const named = (live: LivingCase, id: string, number = `number of ${id}`): Case => ({
  ...live.state,
  id,
  number,
})

function join({ from, into, signals }: ReturnType<typeof twoCases>) {
  return decideJoin(
    { by: 'desk', signals: [signals.from] },
    named(from, 'from'),
    named(into, 'into'),
    into.circumstances(),
  )
}

function pairOf<Reason extends string>(decided: Pair | Reason): Pair {
  assert(typeof decided !== 'string', `it was refused: ${decided}`)
  return decided
}

const types = ({ events }: Recording) => events.map(({ type }) => type)

describe('two cases that are one problem', () => {
  it('are one: the reports and reporters of the second follow, and it ends as joined', () => {
    const { from, to } = pairOf(join(twoCases()))
    assert.equal(from.state.status, 'closed')
    assert.equal(from.state.closedAs, 'joined')
    assert.equal(from.state.joinedInto, 'into')
    assert.deepEqual(from.state.signals, [])
    assert.deepEqual(from.state.reporters, [])
    assert.deepEqual(to.state.signals, ['ann', 'bob'])
    assert.deepEqual(
      to.state.reporters.map(({ person }) => person),
      ['person/ann', 'person/bob'],
    )
    assert.deepEqual(types(to), ['SignalMovedIn'])
  })

  it('withdraw what was not begun, and end only with what was', () => {
    const cases = twoCases()
    const { from } = pairOf(join(cases))
    assert.equal(from.state.assignments[0]?.status, 'withdrawn')

    const begun = twoCases()
    begun.from.answer('lichtwerk', { answer: 'accepted' })
    begun.from.answer('lichtwerk', { answer: 'started' })
    const joined = pairOf(join(begun)).from.state
    assert.equal(joined.status, 'open')
    assert.equal(joined.assignments[0]?.status, 'started')
    assert.deepEqual(joined.desk, [])
  })

  it('tell their reporters by the earlier of their moments', () => {
    const cases = twoCases()
    const { to } = pairOf(join(cases))
    assert.equal(
      to.state.reporterBy_ms,
      Math.min(cases.from.state.reporterBy_ms ?? 0, cases.into.state.reporterBy_ms ?? 0),
    )
  })

  it('are dangerous when one of them was, and a machine calls for it', () => {
    const cases = twoCases()
    cases.from.report(exampleSignal({ lamp: 'lamp-3', signalId: 'wires' }), 'danger')
    const { to } = pairOf(
      decideJoin(
        { by: 'desk', signals: [cases.signals.from] },
        named(cases.from, 'from'),
        named(cases.into, 'into'),
        cases.into.circumstances(),
      ),
    )
    assert.equal(to.state.priority, 'danger')
    assert(types(to).includes('DangerRaised'))
  })

  it('keep it to those who asked for no more mail', () => {
    const cases = twoCases()
    const stopped = { ...named(cases.from, 'from'), reporters: [] }
    const { to } = pairOf(
      decideJoin(
        { by: 'desk', signals: [cases.signals.from] },
        stopped,
        named(cases.into, 'into'),
        cases.into.circumstances(),
      ),
    )
    assert.deepEqual(
      to.state.reporters.map(({ person }) => person),
      ['person/ann'],
    )
  })

  it('are not joined where that shows somebody’s trouble to another, or makes no sense', () => {
    const cases = twoCases()
    const from = named(cases.from, 'from')
    const into = named(cases.into, 'into')
    const refusal = (one: Case, other: Case) =>
      decideJoin({ by: 'desk', signals: [] }, one, other, cases.into.circumstances())
    assert.equal(refusal(from, from), 'same-case')
    assert.equal(refusal({ ...from, visibility: 'confidential' }, into), 'cases-differ')
    assert.equal(refusal({ ...from, visibility: 'status-only' }, into), 'cases-differ')
    assert.equal(refusal(from, { ...into, visibility: 'confidential' }), 'cases-differ')
    assert.equal(refusal({ ...from, isHistory: true }, into), 'cases-differ')
    assert.equal(refusal({ ...from, kind: 'question' }, into), 'case-is-no-fault')
    assert.equal(refusal({ ...from, status: 'done' }, into), 'case-not-open')
    assert.equal(refusal(from, { ...into, status: 'closed' }), 'case-not-open')
    assert.equal(refusal({ ...from, joinedInto: 'x' }, into), 'case-joined')
  })
})

describe('a case that was joined', () => {
  it('gets its reports back under its own number, and is routed anew', () => {
    const cases = twoCases()
    const { from, to } = pairOf(join(cases))
    const back = pairOf(
      decideGiveBack(
        { by: 'desk', signals: [cases.signals.into, cases.signals.from] },
        to.state,
        from.state,
        cases.into.circumstances(),
      ),
    )
    assert.deepEqual(back.from.state.signals, ['ann'])
    assert.deepEqual(back.to.state.signals, ['bob'])
    assert.equal(back.to.state.status, 'open')
    assert.equal(back.to.state.joinedInto, undefined)
    assert.equal(back.to.state.number, 'number of from')
    assert.equal(back.to.state.assignments.at(-1)?.status, 'offered')
    assert.equal(back.to.state.assignments.at(-1)?.party, 'lichtwerk')
    assert.deepEqual(
      back.to.state.reporters.map(({ person }) => person),
      ['person/bob'],
    )
  })

  it('goes on with what was begun when it gets them back', () => {
    const cases = twoCases()
    cases.from.answer('lichtwerk', { answer: 'started' })
    const { from, to } = pairOf(join(cases))
    const signals = [cases.signals.into, cases.signals.from]
    const back = pairOf(
      decideGiveBack({ by: 'desk', signals }, to.state, from.state, cases.into.circumstances()),
    )
    assert.deepEqual(
      back.to.state.assignments.map(({ status }) => status),
      ['started'],
    )
    assert(!types(back.to).includes('CaseRouted'))
  })

  /** Bob's case was joined into Ann's, and that one into a third, of Eve. */
  function chainOfThree() {
    const two = twoCases()
    const { from, to } = pairOf(join(two))
    const eve = exampleSignal({ lamp: 'lamp-1', signalId: 'eve', person: 'person/eve' })
    const last = liveOf(eve)
    const circumstances = last.circumstances()
    const moved = [two.signals.into, two.signals.from]
    const second = pairOf(
      decideJoin({ by: 'desk', signals: moved }, to.state, named(last, 'last'), circumstances),
    )
    const signals = [...moved, eve]
    return {
      bobs: from.state,
      anns: second.from.state,
      eves: second.to.state,
      signals,
      circumstances,
    }
  }

  it('is given back by the last of a chain in one act, whatever stands between', () => {
    const { bobs, eves, signals, circumstances } = chainOfThree()
    assert.deepEqual(eves.signals, ['eve', 'ann', 'bob'])
    const back = pairOf(decideGiveBack({ by: 'desk', signals }, eves, bobs, circumstances))
    assert.deepEqual(back.to.state.signals, ['bob'])
    assert.equal(back.to.state.status, 'open')
    assert.deepEqual(back.from.state.signals, ['eve', 'ann'])
  })

  it('has what it took in itself again when a chain is undone from its end', () => {
    const { bobs, anns, eves, signals, circumstances } = chainOfThree()
    const first = pairOf(decideGiveBack({ by: 'desk', signals }, eves, anns, circumstances))
    assert.deepEqual(first.to.state.signals, ['ann', 'bob'])
    assert.deepEqual(first.from.state.signals, ['eve'])
    const then = pairOf(
      decideGiveBack({ by: 'desk', signals }, first.to.state, bobs, circumstances),
    )
    assert.deepEqual(then.to.state.signals, ['bob'])
    assert.deepEqual(then.from.state.signals, ['ann'])
    // The one at the end has them no more.
    assert.equal(
      decideGiveBack({ by: 'desk', signals }, first.from.state, bobs, circumstances),
      'case-not-joined',
    )
  })

  it('is given back only by the case that it was joined into', () => {
    const { from, into, signals } = twoCases()
    const refusal = decideGiveBack(
      { by: 'desk', signals: [signals.into] },
      named(into, 'into'),
      named(from, 'from'),
      into.circumstances(),
    )
    assert.equal(refusal, 'case-not-joined')
  })

  it('ends when the work that was begun for it ends, whatever came of that', () => {
    const live = liveCase()
    const signal = exampleSignal({ lamp: 'lamp-3', ...BOB })
    live.report(signal)
    live.answer('lichtwerk', { answer: 'started' })
    const other = named(liveOf(exampleSignal({ lamp: 'lamp-2', ...ANN })), 'into')
    live.take(
      pairOf(decideJoin({ by: 'desk', signals: [signal] }, live.state, other, live.circumstances()))
        .from,
    )
    live.pass(HOUR_MS)
    live.answer('lichtwerk', { answer: 'will-not-be-done', reason: 'policy', remark: 'x' })
    assert.equal(live.state.status, 'closed')
    assert.equal(live.state.closedAs, 'joined')
    assert.deepEqual(live.state.desk, [])
  })
})

function liveOf(signal: SignalData): LivingCase {
  const live = liveCase()
  live.report(signal)
  return live
}

describe('a report that is about something else', () => {
  function reportedTwice() {
    const live = liveCase()
    const signals = [
      exampleSignal({ lamp: 'lamp-3', ...ANN }),
      exampleSignal({ lamp: 'lamp-3', category: 'lamp-out', ...BOB }),
    ]
    for (const signal of signals) live.report(signal)
    return { live, signals }
  }
  const number = () => 'GM9801-26-000002'

  it('gets a case of its own, routed by what it said; the other stays where it was', () => {
    const { live, signals } = reportedTwice()
    const command = { by: 'desk', signal: signals[1], caseId: 'case-2' }
    const { from, to } = pairOf(decideSplit(command, live.state, live.circumstances(), number))
    assert.deepEqual(from.state.signals, ['ann'])
    assert.deepEqual(from.state.assignments, live.state.assignments)
    assert.deepEqual(to.state.signals, ['bob'])
    assert.equal(to.state.number, 'GM9801-26-000002')
    assert.deepEqual(types(to), ['SignalMovedIn', 'CaseRouted', 'AssignmentOffered'])
    // What is stored gives what was decided.
    assert.deepEqual(folded(to.events, to.now_ms, 'case-2'), to.state)
  })

  it('is not split off when it is the only one, when it is not there, or when nobody may see it', () => {
    const { live, signals } = reportedTwice()
    const refusal = (signal: SignalData | undefined, state = live.state) =>
      decideSplit({ by: 'desk', signal, caseId: 'x' }, state, live.circumstances(), number)
    const [ann, bob] = signals
    assert.equal(refusal(undefined), 'signal-not-found')
    assert.equal(refusal({ ...(ann as SignalData), signalId: 'x' }), 'signal-not-found')
    assert.equal(refusal(bob, { ...live.state, signals: ['bob'] }), 'only-signal')
    assert.equal(refusal(bob, { ...live.state, status: 'done' }), 'case-not-open')
    assert.equal(refusal(bob, { ...live.state, visibility: 'confidential' }), 'cases-differ')
    assert.equal(refusal(bob, { ...live.state, kind: 'question' }), 'case-is-no-fault')
  })

  it('takes along what its reporter was not told yet', () => {
    const { live } = reportedTwice()
    const eve = exampleSignal({ lamp: 'lamp-3', ...EVE })
    live.report(eve)
    live.answer('lichtwerk', { answer: 'question', question: 'x' })
    const untold = live.state.toTell
    assert.deepEqual(
      untold.map(({ signalId, steps }) => [signalId, steps]),
      [['eve', ['asked']]],
    )
    const command = { by: 'desk', signal: eve, caseId: 'case-2' }
    const { from, to } = pairOf(decideSplit(command, live.state, live.circumstances(), number))
    assert.deepEqual(from.state.toTell, [])
    assert.deepEqual(to.state.toTell[0]?.steps, ['asked', 'split-off'])
  })
})

function folded(events: readonly CaseEvent[], occurred_ms: number, id: string): Case | undefined {
  let state: Case | undefined
  events.forEach((event, i) => {
    state = evolve(state, event, { occurred_ms, version: i + 1 }, id)
  })
  return state
}
