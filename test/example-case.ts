import assert from 'node:assert/strict'
import { decideAnswer, type GivenAnswer } from '../src/modules/cases/answering.ts'
import type { Answer } from '../src/modules/cases/answers.ts'
import { type Assignment, type Case, evolve } from '../src/modules/cases/case.ts'
import { caseInWords, caseToTell } from '../src/modules/cases/case-in-words.ts'
import { decideCleared } from '../src/modules/cases/clearing.ts'
import { decideDelivered } from '../src/modules/cases/directing.ts'
import type { CaseEvent, SignalData } from '../src/modules/cases/events.ts'
import type { SealedFinding } from '../src/modules/cases/finding.ts'
import type { Circumstances, Recording } from '../src/modules/cases/recording.ts'
import { decideReport } from '../src/modules/cases/reporting.ts'
import type { Rules } from '../src/modules/cases/rules.ts'
import { ASSETS, ORGANISATIONS, smallTownRules } from './small-town.ts'

export const NOON_ms = Date.parse('2026-06-10T12:00:00+02:00')
export const HOUR_MS = 3_600_000

/** A signal of Noorddijk about an asset, or, without one, in the middle of the centre. */
export function exampleSignal(own: Partial<SignalData> & { lamp?: string } = {}): SignalData {
  const { lamp, ...signal } = own
  const asset = ASSETS.find(({ id }) => id === lamp)
  const [lon, lat] = asset?.place ?? [5.01, 52.01]
  return {
    signalId: 'signal-1',
    received_ms: NOON_ms,
    channel: 'rest',
    source: 'public',
    sourceId: 'source-1',
    isFingerprint: false,
    category: 'lamp-out',
    place: { lon, lat },
    areas: ['centrum'],
    isAssetUncertain: false,
    textDigest: 'digest',
    ...(asset && { asset: assetOf(asset.id) }),
    ...signal,
  }
}

export function assetOf(id: string): NonNullable<SignalData['asset']> {
  const asset = ASSETS.find((one) => one.id === id)
  assert(asset, `Noorddijk has ${id}`)
  const { type, owner, manager } = asset
  return {
    id,
    type,
    ...(owner === undefined ? {} : { owner }),
    ...(manager === undefined ? {} : { manager }),
  }
}

/**
 * One case as it lives, without a database: each step is decided on the state, and its events are folded once more
 * from the first, so that what is stored gives what was decided.
 */
export function liveCase(rules: Rules = smallTownRules()) {
  let now_ms = NOON_ms
  let state: Case | undefined
  let ids = 0
  const events: CaseEvent[] = []
  const moments: number[] = []
  const newId = () => {
    ids += 1
    return `id-${ids}`
  }

  function now(): Case {
    assert(state, 'the case has been reported')
    return state
  }

  function take<Reason extends string>(decided: Recording | Reason): Reason | undefined {
    if (typeof decided === 'string') return decided
    for (const event of decided.events) {
      events.push(event)
      moments.push(decided.now_ms)
    }
    if (decided.events.length > 0) state = decided.state
    assert.deepEqual(fold(), state)
    return undefined
  }

  function fold(): Case | undefined {
    let folded: Case | undefined
    events.forEach((event, i) => {
      folded = evolve(folded, event, { occurred_ms: moments[i] ?? 0, version: i + 1 }, 'case-1')
    })
    return folded
  }

  const findingOf = (organisation: string): SealedFinding => ({
    ...REMARK,
    organisation,
    source: 'key/finder',
    answerId: newId(),
  })
  const circumstances = (): Circumstances => ({ now_ms, newId, rules })
  return {
    events,
    rules,
    take,
    circumstances,
    get state() {
      return now()
    },
    get now_ms() {
      return now_ms
    },
    pass(by_ms: number) {
      now_ms += by_ms
    },
    report(
      signal: SignalData,
      priority?: Case['priority'],
      finder?: string,
      cluster?: Case['cluster'],
    ) {
      const category = rules.category(signal.category)
      const report = {
        caseId: 'case-1',
        signal,
        visibility: category?.visibility ?? 'public',
        priority: priority ?? category?.priority ?? 'normal',
        isHistory: false,
        ...(finder === undefined ? {} : { finding: findingOf(finder) }),
      }
      const joined =
        state === undefined
          ? ({ kind: 'opens', ...(cluster && { cluster }) } as const)
          : ({ kind: joiningOf(state), caseId: 'case-1' } as const)
      const number = () => 'GM9801-26-000001'
      return take(decideReport(report, joined, state, circumstances(), number))
    },
    /** The last assignment of a party, or of a category. */
    of(name: string): Assignment {
      const found = now().assignments.findLast(
        ({ party, category }) => party === name || category === name,
      )
      assert(found, `there is an assignment of ${name}`)
      return found
    },
    answer(name: string, answer: Answer, own: Partial<GivenAnswer> = {}) {
      const assignment = this.of(name)
      return take(
        decideAnswer(
          {
            assignmentId: assignment.id,
            answerId: newId(),
            answer,
            by: assignment.party,
            expectedRevision: assignment.revision,
            ...own,
          },
          now(),
          circumstances(),
        ),
      )
    },
    /** The thing of the signal says that it is over; by default by its own clock, now. */
    clear({ asset, condition = '' }: SignalData, at_ms = now_ms) {
      const cleared = { asset: asset?.id ?? '', condition, source: 'urn:lamps', at_ms }
      return take(decideCleared(cleared, now(), circumstances()))
    },
    deliver(name: string) {
      const command = { assignmentId: this.of(name).id, messageId: newId() }
      return take(decideDelivered(command, now(), circumstances()))
    },
    /** Who has what, in the order of the chain. */
    steps: () => now().assignments.map((one) => `${one.party}: ${one.category} ${one.status}`),
  }
}

const REMARK = { answerDigest: 'as answer', remarkDigest: 'as remark', heardAs: 'source-1' }

function joiningOf({ status, closedAs }: Case) {
  if (closedAs === 'cleared') return 'reopens'
  return status === 'done' ? 'contests' : 'joins'
}

export type LivingCase = ReturnType<typeof liveCase>

const NAMES = {
  parties: new Map(ORGANISATIONS.map((one) => [one.id, one])),
  categories: new Map(smallTownRules().categories.map((one) => [one.id, one])),
}

/** The public line of a case in English, without its date. */
export function lineOf(live: LivingCase): string {
  const { sentence } = caseInWords(caseToTell(live.state), NAMES, 'en', live.now_ms)
  assert.equal(sentence.split('\n').length, 1)
  return sentence.replace(/ Expected to be done: .*\.$/, '')
}
