import { type ClusterTerms, GATHERING_LEVELS } from '#modules/agreements'
import type { Case } from './case-state.ts'
import { isRow } from './circuits.ts'
import {
  type Cluster,
  DARK,
  type Dark,
  gatheredSince,
  type Membership,
  membersSince,
  type Seen,
  type Terms,
  termsOf,
} from './clusters.ts'
import type { SignalData } from './events.ts'
import type { Rules } from './rules.ts'

/** What a counting needs of the cases: those that are open and have objects that hang from a unit. */
export type Gathered = { under(unit: string): readonly Case[] }

/** Several reports that are one problem, of which a signal is one. */
export type Target = {
  of: Membership
  terms: ClusterTerms
  since_ms: number
  /** How many objects it is about, with that of the signal. */
  members: number
  /** The open case that this problem has already. */
  standing?: Case
  /** Open cases that are part of it by now. */
  swallows: readonly Case[]
}

type Looked = Pick<SignalData, 'asset' | 'category' | 'circuit' | 'received_ms'>

/**
 * Of which problem of several objects a signal is, the highest level first; undefined where it is one by itself. It goes
 * by what is reported and not cleared, and by nothing else: not by the order, nor by who is at work.
 */
export function targetOf(
  signal: Looked,
  visibility: Case['visibility'],
  cases: Gathered,
  rules: Pick<Rules, 'agreement' | 'clusters'>,
): Target | undefined {
  if (!signal.asset || !signal.circuit) return undefined
  const own = { asset: signal.asset.id, at_ms: signal.received_ms, of: signal.circuit }
  const look: Look = {
    own,
    rules,
    at: (unit) =>
      cases
        .under(unit)
        .filter((one) => one.category === signal.category && one.visibility === visibility)
        .filter((one) => one.kind === undefined && !one.isHistory),
  }
  for (const membership of own.of.toReversed()) {
    const found = gatherAt(membership, look)
    if (found) return withLower(found, look)
  }
  return undefined
}

/** A report, and the cases that may be about the same. */
type Look = {
  own: Omit<Dark, 'signalId'>
  rules: Pick<Rules, 'agreement' | 'clusters'>
  at(unit: string): readonly Case[]
}

function gatherAt(of: Membership, { own, rules, at }: Look): Target | undefined {
  const terms = termsNow(of, rules)
  if (!terms) return undefined
  const counted = at(of.unit)
  const standing = counted.find(({ cluster }) => cluster && isSame(cluster, of))
  const others = counted.filter((one) => one !== standing)
  const counting = countingOf(terms, of.unit, rules)
  const darkOf = (all: readonly Case[]) => all.flatMap((one) => darkAt(one, of))
  const known_ms = standing?.cluster?.since_ms ?? Number.POSITIVE_INFINITY
  // With one more report only the stretches around it can have become full, unless they were and a larger problem has them.
  const isAbsorbed = counted.some((one) => isHigher(one, of))
  const reach_ms = isAbsorbed ? Number.POSITIVE_INFINITY : counting.within_ms
  const isNear = (one: Dark) => Math.abs(one.at_ms - own.at_ms) <= reach_ms
  const isEarlier = (one: Dark) => one.at_ms < known_ms && isNear(one) && isOf(one, of)
  const hasEarlier = ({ dark }: Case) =>
    DARK.of(dark).earliest_ms < known_ms && dark.some(isEarlier)
  const mayBeEarlier = own.at_ms < known_ms || counted.some(hasEarlier)
  const found_ms = mayBeEarlier
    ? gatheredSince([...darkOf(counted).filter(isNear), own], counting)
    : undefined
  const since_ms = Math.min(known_ms, found_ms ?? Number.POSITIVE_INFINITY)
  if (since_ms === Number.POSITIVE_INFINITY) return undefined
  // Where all are alike, those that the case has already are no news.
  const seen = [...darkOf(counting.nextTo ? counted : others), own]
  const members = membersSince(seen, since_ms, counting)
  const isIn = members.has(own.asset) || isOfCase(own.asset, standing)
  if (!isIn) return undefined
  const swallows = (counting.nextTo ? counted : others).filter((one) => isAmong(one, of, members))
  const larger = swallows.find((one) => isHigher(one, of))
  if (!larger?.cluster)
    return {
      of,
      terms,
      since_ms,
      members: members.size,
      ...(standing && { standing }),
      swallows: swallows.filter((one) => one !== standing),
    }
  // Some of them are part of a larger problem: then all of them are.
  return {
    of: larger.cluster,
    terms: termsNow(larger.cluster, rules) ?? terms,
    since_ms: larger.cluster.since_ms,
    members: members.size,
    standing: larger,
    swallows: swallows.filter((one) => !isHigher(one, of)),
  }
}

/**
 * The problem with all that it draws in: what is one problem at a lower level and partly of this one is wholly of it.
 * Else it would matter which of the two was found first.
 */
function withLower(target: Target, look: Look): Target {
  const { own } = look
  const inside = new Set([...(target.standing ? [target.standing] : []), ...target.swallows])
  const waiting = [...own.of, ...target.swallows.flatMap(membershipsOf)]
  const seen = new Set<string>()
  for (const membership of waiting) {
    if (rank(membership) >= rank(target.of) || seen.has(membership.unit)) continue
    seen.add(membership.unit)
    const drawn = drawnIn(membership, { inside, to: target.of }, look)
    for (const one of drawn) {
      inside.add(one)
      waiting.push(...membershipsOf(one))
    }
    if (drawn.length > 0) seen.clear()
  }
  if (target.standing) inside.delete(target.standing)
  return { ...target, swallows: [...inside] }
}

function drawnIn(
  of: Membership,
  { inside, to }: { inside: ReadonlySet<Case>; to: Membership },
  { own, rules, at }: Look,
): readonly Case[] {
  const terms = termsNow(of, rules)
  const counted = at(of.unit)
  const outside = counted.filter((one) => !inside.has(one))
  if (!terms || outside.length === 0) return []
  const counting = countingOf(terms, of.unit, rules)
  const dark: Seen[] = counted.flatMap((one) => darkAt(one, of))
  if (own.of.some((each) => isSame(each, of))) dark.push(own)
  const known = counted.flatMap(({ cluster }) =>
    cluster && isSame(cluster, of) ? [cluster.since_ms] : [],
  )
  const since_ms = Math.min(...known, gatheredSince(dark, counting) ?? Number.POSITIVE_INFINITY)
  if (since_ms === Number.POSITIVE_INFINITY) return []
  const members = membersSince(dark, since_ms, counting)
  const isTouched = members.has(own.asset) || [...inside].some((one) => isAmong(one, of, members))
  // What straddles two problems of the same level makes them no one.
  const isBelow = ({ cluster }: Case) => !cluster || rank(cluster) < rank(to)
  return isTouched ? outside.filter((one) => isBelow(one) && isAmong(one, of, members)) : []
}

const isOfCase = (asset: string, one: Case | undefined): boolean =>
  one !== undefined && DARK.of(one.dark).assets.has(asset)

const membershipsOf = ({ dark }: Case): readonly Membership[] => [
  ...new Map(
    DARK.of(dark).circuits.flatMap((of) => of.map((each) => [each.unit, each] as const)),
  ).values(),
]

const rank = ({ level }: Pick<Membership, 'level'>) => GATHERING_LEVELS.indexOf(level)

const isHigher = ({ cluster }: Case, of: Membership): boolean =>
  cluster !== undefined && rank(cluster) > rank(of)

const isAmong = (one: Case, of: Membership, members: ReadonlySet<string>): boolean =>
  darkAt(one, of).some(({ asset }) => members.has(asset))

const isSame = (one: Membership | Cluster, other: Membership): boolean =>
  one.unit === other.unit && one.agreement === other.agreement

function darkAt({ dark }: Case, of: Membership): readonly Dark[] {
  return dark.filter((one) => isOf(one, of))
}

const isOf = (one: Dark, of: Membership): boolean => one.of.some((each) => isSame(each, of))

function countingOf(
  terms: ClusterTerms,
  unit: string,
  { clusters }: Pick<Rules, 'clusters'>,
): Terms {
  const { rowGap_m } = terms
  if (!isRow(unit) || rowGap_m === undefined) return termsOf(terms)
  return termsOf(terms, (asset) => clusters.nextTo(asset, rowGap_m))
}

/** What makes a new case one of several objects. */
export function clusterOf(
  { of, terms, since_ms, members }: Target,
  { asset, place }: Pick<SignalData, 'asset' | 'place'>,
  { clusters }: Pick<Rules, 'clusters'>,
): Cluster {
  const { from, withinMinutes } = terms
  return {
    ...of,
    since_ms,
    from,
    withinMinutes,
    members,
    ...(asset && { member: asset }),
    // What something hangs from may have no place of its own.
    ...(place && { place }),
    ...clusters.unit(of.unit),
  }
}

/**
 * The objects that leave a case of several because others work again: all of them once too few are left, and of a row
 * those that no longer stand in one.
 */
export function leavingOf(
  { cluster, dark }: Case,
  rules: Pick<Rules, 'agreement' | 'clusters'>,
): ReadonlySet<string> {
  const assets = new Set(dark.map(({ asset }) => asset))
  const terms = cluster && termsNow(cluster, rules)
  if (!cluster || !terms) return new Set()
  const counting = countingOf(terms, cluster.unit, rules)
  const members = membersSince(dark, Number.NEGATIVE_INFINITY, counting)
  return members.size < counting.from ? assets : assets.difference(members)
}

/** The terms by which a case was found to be of several. */
export function termsNow(
  { agreement, version, level }: Membership,
  rules: Pick<Rules, 'agreement'>,
): ClusterTerms | undefined {
  return rules.agreement(agreement, version)?.clusters?.find((one) => one.level === level)
}

/** Its work was done, whether or not anybody said so since; what the desk ended stays ended. */
export function isOver({ cluster, status, closedAs }: Case): boolean {
  if (!cluster || status === 'open') return false
  return status === 'done' || closedAs === 'confirmed' || closedAs === 'unchallenged'
}
