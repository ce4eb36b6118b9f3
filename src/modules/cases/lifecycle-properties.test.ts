import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Agreement } from '#modules/agreements'
import {
  CABINET,
  CLUSTER_STEPS,
  type ClusterStep,
  MEMBERS,
  memberSignal,
  takeClusterStep,
} from '../../../test/cluster-steps.ts'
import {
  assetOf,
  exampleSignal,
  HOUR_MS,
  type LivingCase,
  liveCase,
} from '../../../test/example-case.ts'
import {
  AGREEMENTS,
  agreementOf,
  OFFICES,
  smallTownRules,
  statedRole,
} from '../../../test/small-town.ts'
import { checkPath } from '../../../test/status-path.ts'
import type { Answer } from './answers.ts'
import type { Assignment, Case } from './case.ts'
import { decideGiveBack, decideJoin, decideSplit } from './case-joining.ts'
import {
  decideLower,
  decideMadeSafe,
  decideRaise,
  decideSilence,
  decideTakeOver,
  isUnattended,
} from './danger.ts'
import { decideOverrule, decideRelease, decideSettle, decideStuck } from './directing.ts'
import { decideEnd, hasBegun } from './ending-work.ts'
import type { SignalData } from './events.ts'
import { decideKind } from './kind-correcting.ts'
import { ACTIVE, CASE_NEXT, DESK_REASONS } from './lifecycle.ts'
import { knowsLess } from './members.ts'
import { decideLapsed, decideReply } from './questions.ts'
import {
  decideClose,
  decideDisagreement,
  decideUnchallenged,
  decideVerification,
  mayDisagree,
} from './reporting.ts'
import { decideLimit } from './suspending.ts'
import { decideTerms } from './term-watch.ts'

const one = <T>(...values: readonly T[]) => fc.constantFrom(...values)
const CATEGORIES = [
  'lamp-out',
  'mast-hit',
  'tree',
  'container-full',
  'playground',
  'bench',
  'litter',
  'graffiti',
  'strange',
  'nuisance',
]
const CONDITIONS = ['lamp-failure', 'day-burner']
const TASKS = ['cable-disconnect', 'paving-open', 'wall-repair', 'strange', 'bench', 'playground']
const tasks = (minLength: number) => fc.subarray(TASKS, { minLength, maxLength: 2 })

const answer: fc.Arbitrary<Answer> = fc.oneof(
  one<Answer>(
    { answer: 'accepted' },
    { answer: 'not-ours', reason: 'other' },
    { answer: 'made-safe' },
    { answer: 'planned', on: '2026-06-12' },
    { answer: 'started' },
    { answer: 'on-site' },
    { answer: 'diagnosed', cause: 'mast' },
    { answer: 'working' },
    { answer: 'suspended', reason: 'frost' },
    { answer: 'resumed' },
    { answer: 'nothing-found', remark: 'x' },
    ...Array.from({ length: 4 }, (): Answer => ({ answer: 'question', question: 'x' })),
    { answer: 'will-not-be-done', reason: 'other', remark: 'x' },
    ...Array.from({ length: 8 }, (): Answer => ({ answer: 'done', next: [] })),
  ),
  tasks(1).map((next): Answer => ({ answer: 'passed-on', cause: 'cable', next })),
  tasks(1).map((first): Answer => ({ answer: 'needs-first', first })),
  tasks(0).map((next): Answer => ({ answer: 'done', next })),
  one(...CATEGORIES).map((category): Answer => ({ answer: 'facts-corrected', category })),
  one('lamp-1', 'lamp-51', 'lamp-61').map(
    (asset): Answer => ({ answer: 'facts-corrected', asset }),
  ),
)

type Step = { which: number; isStale: boolean } & (
  | ClusterStep
  | { kind: 'reply' | 'lapse' | 'watch' | 'limit' | 'end' }
  | { kind: 'report' | 'deliver' | 'stuck' | 'release' | 'overrule' | 'unchallenged' }
  | { kind: 'raise' | 'clear'; condition: string }
  | { kind: 'answer'; answer: Answer }
  | { kind: 'raise-danger' | 'take-over' | 'made-safe' | 'lower' | 'silence' }
  | { kind: 'settle'; reason: Case['desk'][number] }
  | { kind: 'found'; finder: string }
  | { kind: 're-kind'; as: 'question' | 'request' }
  | { kind: 'join-away' | 'take-in' | 'split' | 'give-back' | 'be-given-back' }
  | { kind: 'close'; as: 'will-not-be-done' | 'settled-by-desk' }
  | { kind: 'verify'; outcome: 'confirmed' | 'contested' }
)

const what = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('answer' as const), answer }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: one('report', 'deliver', 'stuck', 'release', 'unchallenged', 'watch', 'end'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: one('overrule') }) },
  { weight: 3, arbitrary: fc.record({ kind: one('reply', 'reply', 'lapse', 'lapse', 'limit') }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: one('raise', 'clear'), condition: one(...CONDITIONS) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('settle' as const), reason: one(...DESK_REASONS) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('verify' as const),
      outcome: one('confirmed', 'contested', 'contested'),
    }),
  },
)
const danger = fc.record({
  kind: one('raise-danger', 'take-over', 'made-safe', 'lower', 'silence', 'silence'),
})
const pair = fc.record({
  kind: one('join-away', 'take-in', 'split', 'give-back', 'be-given-back', 'be-given-back'),
})
const rare = fc.oneof(
  fc.record({
    kind: fc.constant('found' as const),
    finder: one('lichtwerk', 'groenwerk', 'wijkteam'),
  }),
  fc.record({ kind: fc.constant('re-kind' as const), as: one('question', 'request') }),
)
const several = fc.record({ kind: one(...CLUSTER_STEPS), lamp: one(...MEMBERS) })
const close = fc.record({
  kind: fc.constant('close' as const),
  as: one('will-not-be-done', 'settled-by-desk'),
})
const step = fc
  .tuple(
    fc.nat(5),
    fc.nat(9).map((n) => n === 0),
    fc.oneof(
      { weight: 14, arbitrary: what },
      { weight: 3, arbitrary: danger },
      { weight: 1, arbitrary: rare },
      { weight: 2, arbitrary: pair },
      { weight: 4, arbitrary: several },
      { weight: 1, arbitrary: close },
    ),
  )
  .map(([which, isStale, own]) => ({ which, isStale, ...own }) as Step)

/** Long enough that a date comes near before it passes, and with a cause that moves it. */
function watched(terms: Agreement['terms']): Agreement['terms'] {
  const within = { amount: 7, unit: 'calendar-days' as const }
  const done = { name: 'done' as const, within, priorities: [], findings: [] }
  const found = { ...done, within: { amount: 60, unit: 'working-days' as const } }
  const milestones = [
    ...terms.party.milestones.filter(({ name }) => name !== 'done'),
    done,
    { ...found, findings: ['mast' as const] },
  ]
  return { ...terms, warnBefore: { share: 0.9 }, party: { ...terms.party, milestones } }
}

const ENDING = {
  onEnd: 'hand-over' as const,
  validity: { from: '2020-01-01', to: '2026-06-22' },
}

const contact = (id: string) => ({ id, hours: [], minutes: 10 })
const roster = { id: 'danger', title: 'Piket', contacts: [contact('one'), contact('two')] }
const ROLES = [
  statedRole({ id: 'container-full', role: 'enforces' }),
  statedRole({ id: 'nuisance' }),
  // From the end on, so that of a signal there is still no agreement.
  statedRole({ id: 'strange', validity: { from: '2026-06-22' } }),
]
const town = smallTownRules(
  [
    // A limit that is low comes into play within a few steps.
    ...AGREEMENTS.map((one) => ({
      ...one,
      notOursLimit: one.id === 'lighting' ? 2 : 0,
      // One with a successor, one whose work waits for a click, one that nobody follows.
      ...(['lighting', 'containers', 'nuisance'].includes(one.id) ? ENDING : {}),
      terms: watched(one.terms),
    })),
    agreementOf({ id: 'lighting-twin', party: 'buurtgroep', categories: ['tree'] }),
  ],
  1,
  OFFICES,
  ROLES,
)
const rules = { ...town, dutyRoster: () => roster }

/** The other case of a pair, as it is after what was done to both. */
const others = new WeakMap<LivingCase, Case>()

function signalsIn(live: LivingCase): SignalData[] {
  const signals = new Map(
    live.events.flatMap(({ type, data }) =>
      type === 'SignalReceived' || type === 'SignalMovedIn'
        ? [[data.signal.signalId, data.signal]]
        : [],
    ),
  )
  return live.state.signals.flatMap((id) => signals.get(id) ?? [])
}

/** One thing that is done to the case and to another; that other one is a case of its own that was just reported. */
function takePair(live: LivingCase, kind: string): string | undefined {
  const { state } = live
  const circumstances = live.circumstances()
  const signals = signalsIn(live)
  const fresh = liveCase(rules)
  const theirs = exampleSignal({ category: 'bench', signalId: circumstances.newId() })
  fresh.report(theirs)
  const other = others.get(live) ?? { ...fresh.state, id: 'case-2' }
  const by = 'desk'
  const decided = () => {
    if (kind === 'join-away') return decideJoin({ by, signals }, state, other, circumstances)
    if (kind === 'take-in')
      return decideJoin(
        { by, signals: [theirs] },
        { ...fresh.state, id: 'case-2' },
        state,
        circumstances,
      )
    if (kind === 'split')
      return decideSplit(
        { by, signal: signals.at(-1), caseId: 'x' },
        state,
        circumstances,
        () => '2',
      )
    if (kind === 'give-back') return decideGiveBack({ by, signals }, state, other, circumstances)
    return decideGiveBack({ by, signals: movedOutOf(live) }, other, state, circumstances)
  }
  const pair = decided()
  if (typeof pair === 'string') return pair
  const isFrom = kind === 'join-away' || kind === 'split' || kind === 'give-back'
  const [own, its] = isFrom ? [pair.from, pair.to] : [pair.to, pair.from]
  if (kind !== 'split') others.set(live, its.state)
  return live.take(own)
}

/** A step of a case of several: with the case that it went into, or with a fresh one that comes to it. */
function takeSeveral(live: LivingCase, step: ClusterStep): string | undefined {
  const fresh = liveCase(rules)
  const theirs = exampleSignal({ category: 'bench', signalId: live.circumstances().newId() })
  fresh.report(theirs)
  const known = step.kind === 'is-given-back' ? others.get(live) : undefined
  return takeClusterStep(live, step, signalsIn(live), {
    get: () => known ?? { ...fresh.state, id: 'case-2' },
    set: (one) => void others.set(live, one),
    signals: step.kind === 'is-given-back' ? movedOutOf(live) : [theirs],
  })
}

/** What was told with the signals that another case has by now. */
function movedOutOf(live: LivingCase): SignalData[] {
  const other = others.get(live)
  return live.events.flatMap(({ type, data }) =>
    type === 'SignalReceived' && other?.signals.includes(data.signal.signalId) ? [data.signal] : [],
  )
}

function take(live: LivingCase, step: Step): string | undefined {
  const { state, now_ms } = live
  const assignment = state.assignments[step.which % Math.max(1, state.assignments.length)]
  const id = assignment?.id ?? 'none'
  switch (step.kind) {
    case 'report':
      if (state.kind) return 'joins-nothing'
      return live.report(
        exampleSignal({ category: state.category, signalId: live.circumstances().newId() }),
      )
    case 'raise':
      if (state.kind) return 'joins-nothing'
      return live.report({
        ...raisedBy(step.condition, state.category),
        signalId: live.circumstances().newId(),
      })
    case 'found':
      if (state.kind) return 'joins-nothing'
      return live.report(
        exampleSignal({ category: state.category, signalId: live.circumstances().newId() }),
        undefined,
        step.finder,
      )
    case 're-kind':
      return live.take(decideKind({ kind: step.as, by: 'desk' }, state, live.circumstances()))
    case 'clear':
      return live.clear(raisedBy(step.condition, state.category))
    case 'answer': {
      const { answer } = step
      if (!assignment) return 'nobody'
      const asset = answer.answer === 'facts-corrected' ? answer.asset : undefined
      return live.answer(assignment.party, answer, {
        assignmentId: id,
        expectedRevision: assignment.revision - (step.isStale ? 1 : 0),
        ...(asset === undefined
          ? {}
          : { located: { areas: ['centrum'], asset: assetOf(asset), place: { lon: 5, lat: 52 } } }),
      })
    }
    case 'member-raised':
    case 'member-cleared':
    case 'member-leaves':
    case 'members-told':
    case 'tell-members':
    case 'swallows':
    case 'is-swallowed':
    case 'is-given-back':
      return takeSeveral(live, step)
    case 'join-away':
    case 'take-in':
    case 'split':
    case 'give-back':
    case 'be-given-back':
      return takePair(live, step.kind)
    case 'deliver':
      return assignment ? live.deliver(assignment.party) : 'nobody'
    case 'stuck':
      return live.take(decideStuck(id, state, now_ms))
    case 'release':
      return live.take(decideRelease({ assignmentId: id, by: 'desk' }, state, live.circumstances()))
    case 'overrule': {
      const given = { agreement: 'benches', version: 1, party: 'buurtgroep', informed: [] }
      const overrule = { by: 'desk', reasonDigest: 'x', ...given }
      return live.take(decideOverrule(overrule, state, live.circumstances()))
    }
    case 'reply':
      return live.take(decideReply({ by: 'desk', digest: 'x' }, state, live.circumstances()))
    case 'lapse': {
      const answerId = state.question?.answerId ?? 'none'
      return live.take(decideLapsed({ answerId }, state, live.circumstances()))
    }
    case 'watch':
      return live.take(decideTerms(state, live.circumstances()))
    case 'limit':
      return live.take(decideLimit(state, live.circumstances()))
    case 'end':
      return live.take(decideEnd(assignment?.agreement ?? 'none', state, live.circumstances()))
    case 'settle':
      return live.take(
        decideSettle({ reason: step.reason, by: 'desk' }, state, live.circumstances()),
      )
    case 'close':
      return live.take(decideClose({ as: step.as, by: 'desk' }, state, now_ms))
    case 'verify': {
      const { outcome } = step
      const command = { by: 'reporter', source: 'x', outcome } as const
      return live.take(
        outcome === 'contested' && mayDisagree(state, now_ms)
          ? decideDisagreement(command, state, live.circumstances())
          : decideVerification(command, state, now_ms),
      )
    }
    case 'raise-danger':
      return live.take(decideRaise({ by: 'desk', source: 'x' }, state, live.circumstances()))
    case 'take-over':
      return live.take(decideTakeOver({ by: 'x' }, state, live.circumstances()))
    case 'made-safe':
      return live.take(decideMadeSafe({ by: 'x' }, state, live.circumstances()))
    case 'lower': {
      const lower = { by: 'desk', priority: 'urgent', reasonDigest: 'x' } as const
      return live.take(decideLower(lower, state, live.circumstances()))
    }
    case 'silence': {
      const step = state.duty?.calls.at(-1)?.step ?? 0
      return live.take(decideSilence(step, state, live.circumstances()))
    }
    case 'unchallenged':
      return live.take(decideUnchallenged(state, 7, now_ms))
  }
}

const raisedBy = (condition: string, category: string) =>
  exampleSignal({ lamp: 'lamp-3', kind: 'device', condition, category })

function checkStep(before: Case, after: Case, { kind }: Step): void {
  // What is back and was done at once was open in between.
  const next = CASE_NEXT[before.status]
  const reached = kind === 'found' ? [...next, ...next.flatMap((one) => CASE_NEXT[one])] : next
  assert(
    before.status === after.status || reached.includes(after.status),
    `a case went from ${before.status} to ${after.status}`,
  )
  if (before.status === 'closed' && after.status !== 'closed')
    assert(
      before.closedAs === 'cleared' ||
        before.closedAs === 'joined' ||
        before.closedAs === 'swallowed' ||
        (kind === 'verify' && after.contested === 1 && after.desk.includes('contested-again')),
      'what a person or time closed stays closed, unless its reporter disagrees',
    )
  if (before.closedAs !== 'cleared' && after.closedAs === 'cleared') {
    assert(!before.assignments.some(({ started_ms }) => started_ms), 'somebody had begun')
    assert(after.priority !== 'danger' || after.madeSafe_ms, 'a machine lowered danger')
    assert.deepEqual(after.raised, [])
  }
  for (const was of before.assignments) {
    const is = after.assignments.find(({ id }) => id === was.id)
    assert(is, 'an assignment is never forgotten')
    assert(is.revision >= was.revision)
    const isSeen = (one: Assignment) => ({
      ...one,
      delivered_ms: 0,
      partyBy: 0,
      waitsFor: 0,
      clock_ms: 0,
      broken: 0,
      told: 0,
    })
    if (is.revision === was.revision) assert.deepEqual(isSeen(is), isSeen(was))
    if (kind === 'end' && hasBegun(was)) assert.equal(is.status, was.status, 'it was begun')
  }
}

/** Danger is acknowledged, not sent: until somebody has taken over, somebody is being called, or the desk has it. */
function checkDanger(state: Case, now_ms: number): void {
  if (!isUnattended(state)) return
  const call = state.duty?.calls.at(-1)
  const isCalled = call !== undefined && call.called_ms <= now_ms
  assert(isCalled || state.desk.includes('danger-unacknowledged'), 'danger that nobody knows of')
}

/** At the end of an agreement nobody keeps what was not begun under it, and what was taken back is asked again. */
function checkEnd(before: Case, { state, rules, now_ms }: LivingCase): void {
  for (const was of before.assignments) {
    const isEnded = rules.endOf(was.agreement, now_ms).isGivenAway
    const is = state.assignments.find(({ id }) => id === was.id)
    const isTaken = was.status !== 'withdrawn' && is?.status === 'withdrawn'
    assert(!isTaken || isEnded, 'taken back from an agreement that holds')
  }
  for (const one of state.assignments.slice(before.assignments.length))
    assert(!rules.endOf(one.agreement, now_ms).isGivenAway, 'given to one that has ended')
}

/** Whoever is at work knows of all objects, or since when that is not so is known; who is told by itself is so once. */
function checkTold(before: Case, after: Case): void {
  const isLess = after.assignments.some((one) => knowsLess(one, after.dark))
  assert(!isLess || after.untold_ms !== undefined, 'objects that nobody will tell of')
  for (const was of before.assignments) {
    const is = after.assignments.find(({ id }) => id === was.id)
    assert(is?.told !== undefined || was.told === undefined, 'what was told is never forgotten')
  }
}

/** DESIGN: every open case lies with a party, or visibly at the desk. */
function checkOwner({ status, desk, assignments, kind }: Case): void {
  const isAtWork = assignments.some((one) => ACTIVE.includes(one.status))
  assert(status === 'open' || !isAtWork, `somebody is at work on a case that is ${status}`)
  assert(kind === undefined || !isAtWork, 'a party is at work on what is no fault')
  if (status !== 'open') return
  const isWithParty = assignments.some(
    (one) => ACTIVE.includes(one.status) && one.status !== 'proposed',
  )
  // That a date was missed gives a case to nobody.
  const atDesk = desk.filter((reason) => reason !== 'term-near' && reason !== 'term-broken')
  assert(isWithParty || atDesk.length > 0, 'an open case that nobody has')
  for (const { status, held } of assignments)
    if (status === 'proposed') assert(held && desk.includes(held), 'held, and not at the desk')
}

const ENDS = [
  'agreement-ended',
  'replied',
  'SuspensionEnded',
  'TermWarned',
  'TermBroken',
  'ExpectationMissed',
  'lapsed',
  'done',
  'confirmed',
  'unchallenged',
  'cleared',
  'owner-only',
  'left',
  'desk: left',
  'forwarded',
  'joined',
  'SignalMovedIn',
  'SignalMovedOut',
  'CaseGivenBack',
  'swallowed',
  'MembersTold',
  'told by itself',
  'fell apart',
  ...DESK_REASONS,
]

const RUNS = 3_000
/** What is rare may be missed by one batch; what no path leads to is missed by all. */
const BATCHES = 10

test('given any case, when anything happens to it in any order, then each step is one of the lifecycle and somebody has it', () => {
  const reached = new Set<string>()
  const missing = () => ENDS.filter((end) => !reached.has(end))
  const life = fc.property(
    one(...CATEGORIES),
    one('lamp-3', 'lamp-51', undefined),
    fc.nat(3).map((n) => n === 0),
    fc.array(step, { minLength: 1, maxLength: 25, size: 'max' }),
    (category, lamp, isOfSeveral, steps) => {
      const live = liveCase(rules)
      const person = 'person/1'
      if (isOfSeveral)
        live.report(memberSignal('lamp-3', { category, person }), undefined, undefined, CABINET)
      else live.report(exampleSignal({ category, person, ...(lamp === undefined ? {} : { lamp }) }))
      checkOwner(live.state)
      for (const step of steps) {
        live.pass(50 * HOUR_MS)
        const before = live.state
        const from = live.events.length
        const refusal = take(live, step)
        if (refusal !== undefined) assert.equal(live.state, before)
        checkStep(before, live.state, step)
        checkPath(live, from)
        if (step.kind === 'end') checkEnd(before, live)
        checkOwner(live.state)
        checkDanger(live.state, live.now_ms)
        checkTold(before, live.state)
        note(reached, live, from)
      }
      assert.equal(live.state.version, live.events.length)
    },
  )
  for (let batch = 0; batch === 0 || (batch < BATCHES && missing().length > 0); batch++)
    fc.assert(life, { numRuns: RUNS })
  // What is never reached is not tested by it.
  assert.deepEqual(missing(), [], 'never came to')
})

function note(reached: Set<string>, { state, events }: LivingCase, from: number): void {
  const { question, cluster } = state
  reached.add(state.closedAs ?? state.status)
  for (const reason of state.desk) reached.add(reason)
  // A reason of closing is called so too.
  if (state.closedAs === undefined && state.desk.includes('left')) reached.add('desk: left')
  if (question?.replied_ms) reached.add('replied')
  if (question?.lapsed_ms) reached.add('lapsed')
  for (const { type, data } of events.slice(from)) {
    reached.add(type)
    if (type === 'AssignmentWithdrawn') reached.add(data.reason)
    if (type === 'MembersTold' && data.isByItself) reached.add('told by itself')
    if (type === 'CaseClosed' && data.as === 'cleared' && cluster) reached.add('fell apart')
  }
}
