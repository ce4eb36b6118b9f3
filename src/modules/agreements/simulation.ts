import canonicalize from 'canonicalize'
import type { Agreement } from './agreement.ts'
import type { CompiledAgreements } from './compile-agreements.ts'
import type { Chosen, SignalFacts } from './routing-decision.ts'
import { createStandings, type Standing } from './standings.ts'
import { doneBy_ms } from './terms.ts'

/** The first routing decision of a case: the facts as they were stored. */
export type RecordedDecision = { id: string; caseId: string; facts: SignalFacts }

/** How often a party said of a task in a category that it was not theirs. */
export type NotOursCount = {
  party: string
  category: string
  assignments: number
  notOurs: number
}

/** What may be different for a case. */
export const DIFFERENCES = [
  'other-party',
  'gap-appears',
  'gap-closes',
  'conflict-appears',
  'conflict-ends',
  'due-earlier',
  'due-later',
] as const
export type DifferenceKind = (typeof DIFFERENCES)[number]

export type SimulatedSide = { chosen?: Chosen; due_ms?: number }
export type Difference = {
  id: string
  caseId: string
  category: string
  received_ms: number
  kinds: readonly DifferenceKind[]
  before: SimulatedSide
  after: SimulatedSide
}

/** `of`: which of the recorded tasks the rate is of, the nearest that there are. */
export type NotOursRate = {
  rate: number
  assignments: number
  notOurs: number
  of: 'party-and-category' | 'party' | 'category'
}

/** A party and a category, before and after; no party: the desk. Prices in euro cents, of those with a price only. */
export type SimulatedWork = {
  party?: string
  category: string
  before: number
  after: number
  notOurs?: NotOursRate & {
    expectedBefore: number
    expectedAfter: number
    centsBefore: number
    centsAfter: number
  }
}

export type SimulationFigures = {
  cases: number
  /** Went to whoever stood for an earlier repair: no agreement of a draft changes that. */
  underWarranty: number
  different: number
  kinds: readonly { kind: DifferenceKind; cases: number }[]
  work: readonly SimulatedWork[]
}

export type Simulation = {
  /** Undefined where the draft makes no difference. */
  add(decision: RecordedDecision): Difference | undefined
  figures(): SimulationFigures
}

type Side = { standing: Standing; chosen?: Chosen; agreement?: Agreement }
type Pair = {
  before: Side
  after: Side
  kinds: DifferenceKind[]
  /** Their terms differ, so that each case has to be worked out. */
  hasOtherTerms: boolean
  /** For the row of each side in the figures. */
  counts: number
}

/**
 * Two registers side by side, asked what each recorded case would become at its first routing decision. Both are asked as
 * they hold at `validAt_ms`, with the hour and weekday that the signal really had, so that the difference is the draft's
 * alone. What came after the first decision (refusals, corrections, tasks that followed) is not simulated.
 */
export function createSimulation(options: {
  before: CompiledAgreements
  after: CompiledAgreements
  validAt_ms: number
  notOurs: readonly NotOursCount[]
}): Simulation {
  const { before, after, validAt_ms, notOurs } = options
  const standingsBefore = createStandings(before, validAt_ms)
  const standingsAfter = createStandings(after, validAt_ms)
  const pairs = new Map<Standing, Map<Standing, Pair>>()
  const byCategory = new Map<string, Set<Pair>>()
  const due = { earlier: 0, later: 0, different: 0 }
  let underWarranty = 0

  function pairOf(facts: SignalFacts): Pair {
    const [one, other] = [standingsBefore(facts), standingsAfter(facts)]
    let others = pairs.get(one)
    if (!others) {
      others = new Map()
      pairs.set(one, others)
    }
    let pair = others.get(other)
    if (!pair) {
      pair = compare(sideOf(one, before), sideOf(other, after))
      others.set(other, pair)
    }
    return pair
  }

  return {
    add(decision) {
      const { facts } = decision
      if (facts.warranty && facts.at_ms < facts.warranty.until_ms) {
        underWarranty += 1
        return undefined
      }
      const pair = pairOf(facts)
      pair.counts += 1
      const own = byCategory.get(facts.category)
      if (!own) byCategory.set(facts.category, new Set([pair]))
      else own.add(pair)
      const { kinds } = pair
      if (!pair.hasOtherTerms) {
        if (kinds.length === 0) return undefined
        return { ...namesOf(decision), kinds, before: told(pair.before), after: told(pair.after) }
      }
      const [was_ms, is_ms] = [dueOf(pair.before, facts), dueOf(pair.after, facts)]
      const isSame = was_ms === undefined || is_ms === undefined || was_ms === is_ms
      const isEarlier = !isSame && is_ms < was_ms
      if (!isSame) due[isEarlier ? 'earlier' : 'later'] += 1
      if (kinds.length === 0 && isSame) return undefined
      if (kinds.length === 0) due.different += 1
      return {
        ...namesOf(decision),
        kinds: isSame ? kinds : [...kinds, isEarlier ? 'due-earlier' : 'due-later'],
        before: told(pair.before, was_ms),
        after: told(pair.after, is_ms),
      }
    },
    figures() {
      const all = [...byCategory.values()].flatMap((some) => [...some])
      const counted = [...new Set(all)]
      const count = (kind: DifferenceKind) => {
        if (kind === 'due-earlier') return due.earlier
        if (kind === 'due-later') return due.later
        return sumOf(counted, (one) => one.kinds.includes(kind))
      }
      return {
        cases: sumOf(counted, () => true) + underWarranty,
        underWarranty,
        different: sumOf(counted, ({ kinds }) => kinds.length > 0) + due.different,
        kinds: DIFFERENCES.map((kind) => ({ kind, cases: count(kind) })),
        work: workOf(byCategory, createRates(notOurs)),
      }
    },
  }
}

function sideOf(standing: Standing, compiled: CompiledAgreements): Side {
  const { outcome } = standing
  if (outcome.kind === 'desk') return { standing }
  const { agreement: id, version, party } = outcome
  const agreement = compiled.versionOf(id, version)?.agreement
  return { standing, chosen: { agreement: id, version, party }, ...(agreement && { agreement }) }
}

function compare(before: Side, after: Side): Pair {
  const kinds: DifferenceKind[] = []
  if (before.chosen && after.chosen && before.chosen.party !== after.chosen.party)
    kinds.push('other-party')
  if (before.chosen && !after.chosen) kinds.push('gap-appears')
  if (!before.chosen && after.chosen) kinds.push('gap-closes')
  const [was, is] = [before, after].map(({ standing }) => standing.conflict.length > 0)
  if (!was && is) kinds.push('conflict-appears')
  if (was && !is) kinds.push('conflict-ends')
  const hasOtherTerms =
    before.agreement !== undefined &&
    after.agreement !== undefined &&
    canonicalize(before.agreement.terms) !== canonicalize(after.agreement.terms)
  return { before, after, kinds, hasOtherTerms, counts: 0 }
}

/** By when it is to be done if it is accepted at once; the reporter's term where the agreement names no such moment. */
function dueOf({ agreement }: Side, { priority, at_ms }: SignalFacts): number | undefined {
  if (!agreement) return undefined
  const { terms } = agreement
  return doneBy_ms({ terms, priority, received_ms: at_ms, startsFrom_ms: at_ms })
}

function namesOf({ id, caseId, facts }: RecordedDecision) {
  return { id, caseId, category: facts.category, received_ms: facts.at_ms }
}

function told({ chosen }: Side, due_ms?: number): SimulatedSide {
  return { ...(chosen && { chosen }), ...(due_ms !== undefined && { due_ms }) }
}

function sumOf(pairs: readonly Pair[], isCounted: (pair: Pair) => boolean): number {
  return pairs.reduce((sum, pair) => (isCounted(pair) ? sum + pair.counts : sum), 0)
}

type Rates = (party: string, category: string) => NotOursRate | undefined

/** The rate of the party in the category; where it has none there, of the party; else of all parties in the category. */
export function createRates(counts: readonly NotOursCount[]): Rates {
  const rate = (of: NotOursRate['of'], some: readonly NotOursCount[]): NotOursRate | undefined => {
    const assignments = some.reduce((sum, one) => sum + one.assignments, 0)
    const notOurs = some.reduce((sum, one) => sum + one.notOurs, 0)
    return assignments > 0 ? { rate: notOurs / assignments, assignments, notOurs, of } : undefined
  }
  return (party, category) => {
    const ofParty = counts.filter((one) => one.party === party)
    const ofCategory = counts.filter((one) => one.category === category)
    const ofBoth = ofParty.filter((one) => one.category === category)
    return (
      rate('party-and-category', ofBoth) ?? rate('party', ofParty) ?? rate('category', ofCategory)
    )
  }
}

type WorkRow = { before: number; after: number; pricedBefore: number; pricedAfter: number }

function workOf(byCategory: ReadonlyMap<string, Set<Pair>>, rates: Rates): SimulatedWork[] {
  const work: SimulatedWork[] = []
  for (const [category, pairs] of [...byCategory].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const rows = new Map<string | undefined, WorkRow>()
    const rowOf = ({ chosen }: Side) => {
      const none = { before: 0, after: 0, pricedBefore: 0, pricedAfter: 0 }
      const row = rows.get(chosen?.party) ?? none
      rows.set(chosen?.party, row)
      return row
    }
    for (const { before, after, counts } of pairs) {
      const [was, is] = [rowOf(before), rowOf(after)]
      was.before += counts
      is.after += counts
      was.pricedBefore += counts * priceOf(before)
      is.pricedAfter += counts * priceOf(after)
    }
    const sorted = [...rows].sort(([a = ''], [b = '']) => (a < b ? -1 : 1))
    for (const [party, row] of sorted) work.push(workRow(party, category, row, rates))
  }
  return work
}

/** What is owned only is sent to nobody, so that nobody can bill it. */
function priceOf({ agreement }: Side): number {
  if (agreement?.basis === 'owner-only') return 0
  return agreement?.price?.wrongfulReport ?? 0
}

function workRow(
  party: string | undefined,
  category: string,
  { before, after, pricedBefore, pricedAfter }: WorkRow,
  rates: Rates,
): SimulatedWork {
  const known = party === undefined ? undefined : rates(party, category)
  return {
    ...(party === undefined ? {} : { party }),
    category,
    before,
    after,
    ...(known && {
      notOurs: {
        ...known,
        expectedBefore: rounded(known.rate * before),
        expectedAfter: rounded(known.rate * after),
        centsBefore: Math.round(known.rate * pricedBefore),
        centsAfter: Math.round(known.rate * pricedAfter),
      },
    }),
  }
}

/** Tenths of a case: more would be a precision that a rate does not have. */
function rounded(cases: number): number {
  return Math.round(cases * 10) / 10
}
