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
import { entryOfWarrantor, withWarrantor } from './warranty.ts'

/** How many alternatives, and how many agreements in conflict, a decision names one by one. */
export const LISTED_LIMIT = 20

/**
 * The candidates looked up, the closest first, and who among them is what; `route` says how it is
 * defined.
 */
export type Ranking = {
  /**
   * Those before the winner, but for `shadow`: refused, or in shadow too. All, when there is no
   * winner.
   */
  before: readonly Alternative[]
  winner: Entry | undefined
  after: readonly Entry[]
  shadow: Entry | undefined
  equals: readonly Entry[]
  runnerUp: Entry | undefined
}

export type Alternative = { candidate: Candidate; reason: Refusal }

export type Listed = {
  alternatives: readonly Alternative[]
  /**
   * How many of them come from `before`, from `after` (the runner-up too) and from outside the
   * place.
   */
  ofBefore: number
  ofAfter: number
  elsewhere: readonly Alternative[]
}

/** Why an entry that was looked up does not fit; undefined when it does. */
type Judge = (entry: Entry) => Refusal | undefined

export function rank(index: CategoryIndex, question: Question): Ranking {
  const judge = createJudge(question)
  const ranked = withWarrantor(lookUp(index, question.facts), entryOfWarrantor(question))
  const before: Alternative[] = []
  let shadow: Entry | undefined
  let winner: Entry | undefined
  let place = 0
  for (; place < ranked.length && !winner; place++) {
    const entry = ranked[place] as Entry
    const refusal = judge(entry)
    if (!refusal && entry.candidate.agreement.mode !== 'shadow') winner = entry
    else if (!refusal && !shadow) shadow = entry
    else before.push({ candidate: entry.candidate, reason: refusal ?? 'ranked-lower' })
  }
  const after = ranked.slice(place)
  const mayGetIt = (entry: Entry) =>
    entry.candidate.agreement.mode !== 'shadow' && judge(entry) === undefined
  const equals = winner ? runOfEquals(winner, after).filter(mayGetIt).slice(0, LISTED_LIMIT) : []
  const runnerUp = equals.length > 0 ? undefined : after.find(mayGetIt)
  return { before, winner, after, shadow, equals, runnerUp }
}

/** Up to LISTED_LIMIT: the runner-up, the others looked up, then the rest of the category. */
export function listAlternatives(
  index: CategoryIndex,
  { before, winner, after, shadow, equals, runnerUp }: Ranking,
  question: Question,
): Listed {
  const first = runnerUp ? [runnerUp] : []
  const ofBefore = before.slice(0, LISTED_LIMIT - first.length)
  const done = new Set([winner, shadow, ...equals].map((entry) => entry?.candidate))
  for (const { candidate } of ofBefore) done.add(candidate)
  const take = (entries: readonly Entry[], limit: number) => {
    const taken: Alternative[] = []
    for (const { candidate } of entries) {
      if (taken.length >= limit) break
      if (done.has(candidate)) continue
      done.add(candidate)
      taken.push({ candidate, reason: refusalOf(candidate, question) ?? 'ranked-lower' })
    }
    return taken
  }
  const top = take(first, 1)
  const ofAfter = take(after, LISTED_LIMIT - top.length - ofBefore.length)
  const elsewhere = take(index.all, LISTED_LIMIT - top.length - ofBefore.length - ofAfter.length)
  return {
    alternatives: [...top, ...ofBefore, ...ofAfter, ...elsewhere],
    ofBefore: ofBefore.length,
    ofAfter: top.length + ofAfter.length,
    elsewhere,
  }
}

/**
 * All that `listAlternatives` left out, by reason; what was not looked up is counted by
 * subtraction.
 */
export function countNotListed(
  index: CategoryIndex,
  { before, winner, after, shadow, equals }: Ranking,
  { ofBefore, ofAfter, elsewhere }: Listed,
  { facts: { asset }, warrantor }: Question,
): Partial<Record<Refusal, number>> {
  const counts = new Map<Refusal, number>()
  const count = (reason: Refusal, by = 1) => counts.set(reason, (counts.get(reason) ?? 0) + by)
  for (let at = ofBefore; at < before.length; at++) count((before[at] as Alternative).reason)
  count('ranked-lower', after.length - equals.length - ofAfter)

  const lookedUp = before.length + after.length + (shadow ? 1 : 0) + (winner ? 1 : 0)
  const namersHere = (asset && index.byAsset.get(asset.id)?.length) ?? 0
  // Who stands for a repair is looked up wherever its agreement lies, and is not counted once more from there.
  const isOfCategory = warrantor && index.all.some(({ candidate }) => candidate === warrantor)
  const isOfOtherAsset = warrantor?.assets && !(asset && warrantor.assets.has(asset.id))
  const outside = warrantor && !isOfCategory ? 1 : 0
  const otherAsset = index.namingAssets - namersHere - (isOfCategory && isOfOtherAsset ? 1 : 0)
  const ofOtherAsset = elsewhere.filter(({ candidate: { assets } }) => {
    return assets && !(asset && assets.has(asset.id))
  }).length
  count('other-asset', otherAsset - ofOtherAsset)
  const inCategory = index.all.length + outside - lookedUp
  count('other-area', inCategory - otherAsset - (elsewhere.length - ofOtherAsset))
  const some = REFUSALS.filter((reason) => counts.get(reason))
  return Object.fromEntries(some.map((reason) => [reason, counts.get(reason)]))
}

/** The circumstances are asked once for all entries of a group. */
function createJudge(question: Question): Judge {
  const answers: (Refusal | 'fits' | undefined)[] = []
  return ({ candidate, group }) => {
    const own = refusalOfItself(candidate, question)
    if (own || candidate === question.warrantor) return own
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
