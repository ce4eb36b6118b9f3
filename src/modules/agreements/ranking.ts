import type { CategoryIndex, Entry } from './category-index.ts'
import { lookUp } from './look-up.ts'
import {
  type Candidate,
  type Question,
  refusalOf,
  refusalOfCircumstances,
  refusalOfItself,
} from './refusal.ts'
import { REFUSALS, type Refusal } from './routing-decision.ts'
import { compareCloseness } from './specificity.ts'

/** How many alternatives, and how many agreements in conflict, a decision names one by one. */
export const LISTED_LIMIT = 20

/** The candidates looked up, the closest first, and who among them is what; `route` says how it is defined. */
export type Ranking = {
  /** Those ranked before the winner: refused, or in shadow. All of them, when there is no winner. */
  before: readonly Entry[]
  winner: Entry | undefined
  after: readonly Entry[]
  shadow: Entry | undefined
  equals: readonly Entry[]
  runnerUp: Entry | undefined
  judge: Judge
}

export type Listed = { candidate: Candidate; reason: Refusal; isLookedUp: boolean }

/** Why an entry that was looked up does not fit; undefined when it does. */
type Judge = (entry: Entry) => Refusal | undefined

export function rank(index: CategoryIndex, question: Question): Ranking {
  const judge = createJudge(question)
  const mayGetIt = (entry: Entry) =>
    entry.candidate.agreement.mode !== 'shadow' && judge(entry) === undefined
  const ranked = lookUp(index, question.facts)
  const found = ranked.findIndex(mayGetIt)
  const place = found === -1 ? ranked.length : found
  const before = ranked.slice(0, place)
  const winner = ranked[place]
  const after = ranked.slice(place + 1)
  const equals = winner ? runOfEquals(winner, after).filter(mayGetIt).slice(0, LISTED_LIMIT) : []
  const runnerUp = equals.length > 0 ? undefined : after.find(mayGetIt)
  const shadow = before.find((entry) => judge(entry) === undefined)
  return { before, winner, after, shadow, equals, runnerUp, judge }
}

/** Up to LISTED_LIMIT: the runner-up, the others looked up, then the rest of the category. */
export function listAlternatives(
  index: CategoryIndex,
  { before, winner, after, shadow, equals, runnerUp }: Ranking,
  question: Question,
): Listed[] {
  const done = new Set([winner, shadow, ...equals].map((entry) => entry?.candidate))
  const listed: Listed[] = []
  for (const entries of [runnerUp ? [runnerUp] : [], before, after, index.all]) {
    for (const { candidate } of entries) {
      if (listed.length === LISTED_LIMIT) return listed
      if (done.has(candidate)) continue
      done.add(candidate)
      const reason = refusalOf(candidate, question) ?? 'ranked-lower'
      listed.push({ candidate, reason, isLookedUp: entries !== index.all })
    }
  }
  return listed
}

/** All that `listAlternatives` left out, by reason; what was not looked up is counted by subtraction. */
export function countNotListed(
  index: CategoryIndex,
  { before, winner, after, shadow, equals, judge }: Ranking,
  listed: readonly Listed[],
  { facts: { asset } }: Question,
): Partial<Record<Refusal, number>> {
  const counts = new Map<Refusal, number>()
  const count = (reason: Refusal, by = 1) => counts.set(reason, (counts.get(reason) ?? 0) + by)
  const done = new Set(listed.map(({ candidate }) => candidate))
  const ofPlace = listed.filter(({ isLookedUp }) => isLookedUp).length
  let listedBefore = 0
  for (const entry of before) {
    if (done.has(entry.candidate)) listedBefore++
    else if (entry !== shadow) count(judge(entry) ?? 'ranked-lower')
  }
  count('ranked-lower', after.length - equals.length - (ofPlace - listedBefore))

  const lookedUp = before.length + after.length + (winner ? 1 : 0)
  const otherAsset = index.namingAssets - (asset ? (index.byAsset.get(asset.id)?.length ?? 0) : 0)
  const elsewhere = listed.filter(({ isLookedUp }) => !isLookedUp)
  const ofOtherAsset = elsewhere.filter(({ candidate: { assets } }) => {
    return assets && !(asset && assets.has(asset.id))
  }).length
  count('other-asset', otherAsset - ofOtherAsset)
  count('other-area', index.all.length - lookedUp - otherAsset - (elsewhere.length - ofOtherAsset))
  const some = REFUSALS.filter((reason) => counts.get(reason))
  return Object.fromEntries(some.map((reason) => [reason, counts.get(reason)]))
}

/** The circumstances are asked once for all entries of a group. */
function createJudge(question: Question): Judge {
  const answers: (Refusal | 'fits' | undefined)[] = []
  return ({ candidate, group }) => {
    const own = refusalOfItself(candidate, question)
    if (own) return own
    const answer =
      answers[group.number] ?? refusalOfCircumstances(group.circumstances, question) ?? 'fits'
    answers[group.number] = answer
    return answer === 'fits' ? undefined : answer
  }
}

/** Those right after the winner that are as close as it is, to the last step. */
function runOfEquals(winner: Entry, after: readonly Entry[]): readonly Entry[] {
  const end = after.findIndex((entry) => compareCloseness(entry.closeness, winner.closeness) !== 0)
  return end === -1 ? after : after.slice(0, end)
}
