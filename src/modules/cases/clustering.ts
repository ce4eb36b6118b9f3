import type { ClusterTerms } from '#modules/agreements'
import type { Case } from './case-state.ts'
import { isRow } from './circuits.ts'
import {
  type Cluster,
  type Dark,
  gatheredSince,
  type Membership,
  membersSince,
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
  for (const membership of (signal.circuit ?? []).toReversed()) {
    const terms = termsNow(membership, rules)
    if (!terms) continue
    const counted = cases
      .under(membership.unit)
      .filter((one) => one.category === signal.category && one.visibility === visibility)
      .filter((one) => one.kind === undefined && !one.isHistory)
    const found = gatherAt(signal, membership, terms, counted, rules)
    if (found) return found
  }
  return undefined
}

function gatherAt(
  { asset, received_ms: at_ms }: Looked,
  of: Membership,
  terms: ClusterTerms,
  counted: readonly Case[],
  rules: Pick<Rules, 'clusters'>,
): Target | undefined {
  if (!asset) return undefined
  const standing = counted.find(({ cluster }) => cluster && isSame(cluster, of))
  const others = counted.filter((one) => one !== standing)
  const own = { asset: asset.id, at_ms }
  const counting = countingOf(terms, of.unit, rules)
  const darkOf = (all: readonly Case[]) => all.flatMap((one) => darkAt(one, of))
  const isPlain = standing?.cluster && !counting.nextTo && at_ms >= standing.cluster.since_ms
  // With one more report only the stretches around it can have become full.
  const near = isPlain
    ? []
    : darkOf(counted).filter((one) => Math.abs(one.at_ms - at_ms) <= counting.within_ms)
  const since_ms = Math.min(
    standing?.cluster?.since_ms ?? Number.POSITIVE_INFINITY,
    (isPlain ? undefined : gatheredSince([...near, own], counting)) ?? Number.POSITIVE_INFINITY,
  )
  if (since_ms === Number.POSITIVE_INFINITY) return undefined
  const seen = isPlain ? [...darkOf(others), own] : [...darkOf(counted), own]
  const members = membersSince(seen, since_ms, counting)
  const isIn = members.has(asset.id) || standing?.dark.some((one) => one.asset === asset.id)
  if (!isIn) return undefined
  const swallows = others.filter((one) => darkAt(one, of).some((dark) => members.has(dark.asset)))
  return { of, terms, since_ms, members: members.size, ...(standing && { standing }), swallows }
}

const isSame = (one: Membership | Cluster, other: Membership): boolean =>
  one.unit === other.unit && one.agreement === other.agreement

function darkAt({ dark }: Case, of: Membership): readonly Dark[] {
  return dark.filter((one) => one.of.some((each) => isSame(each, of)))
}

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
