import type { Candidate, Circumstances } from './refusal.ts'
import {
  type Closeness,
  closenessOf,
  compareCloseness,
  compareNewest,
  STEPS_BEFORE_ZONE,
} from './specificity.ts'

/** A candidate with the depth of the deepest category of its scope that holds the signal's. */
export type Scoped = { candidate: Candidate; depth: number }

/** A candidate as one category knows it: `number` counts its candidates. */
export type Member = Scoped & { number: number; group: Group }

/** A member at one of its areas, or everywhere when it names none: there its closeness is fixed. */
export type Entry = Member & {
  closeness: Closeness
  /** Its place among all entries of the category: the lowest that fits is the closest. */
  order: number
}

/** Entries, or their orders, by the area they are about; each list the closest first. */
export type Places<T> = { everywhere: T[]; byArea: Map<string, T[]> }

/**
 * Members that ask the same circumstances and are equally close but for zone and rank: one test
 * decides on all of them, and which of them is closest is a question of place only.
 */
export type Group = {
  number: number
  circumstances: Circumstances
  closeness: Closeness
  /** Those that may get a signal: neither off nor in shadow, and naming no assets. */
  live: Places<Entry>
}

export type AreaSizes = ReadonlyMap<string, number>

/** All agreements in whose category subtree one category lies, ready to be asked by place. */
export type CategoryIndex = {
  /** Every candidate once, at the smallest of its areas, the closest first. */
  all: readonly Entry[]
  /** The closest first. */
  groups: readonly Group[]
  /** Of the candidates that name no assets: one entry an area, the closest first. */
  entries: readonly Entry[]
  /**
   * The number of each entry's candidate. Bare numbers: reading a thousand entries costs several
   * times more.
   */
  numbers: Uint32Array
  orders: Places<number>
  /** Candidates that name assets come before all others, and few name the same one. */
  byAsset: ReadonlyMap<string, readonly Member[]>
  namingAssets: number
  areaSizes_m2: AreaSizes
}

export function indexCategory(scoped: readonly Scoped[], areaSizes_m2: AreaSizes): CategoryIndex {
  const { members, groups } = grouped(scoped)
  const all = members.map((member) =>
    entryAt(member, [...(member.candidate.areas ?? [])], areaSizes_m2),
  )
  const placed = members
    .filter(({ candidate }) => !candidate.assets)
    .flatMap((member) => placesOf(member, areaSizes_m2))
    .sort((a, b) => compareEntries(a.entry, b.entry))
  const orders: Places<number> = { everywhere: [], byArea: new Map() }
  for (const [order, { area, entry }] of placed.entries()) {
    entry.order = order
    const { mode } = entry.candidate.agreement
    putAt(orders, area, order)
    if (mode !== 'off' && mode !== 'shadow') putAt(entry.group.live, area, entry)
  }
  const entries = placed.map(({ entry }) => entry)
  return {
    all: all.sort(compareEntries),
    groups: groups.toSorted((a, b) => compareCloseness(a.closeness, b.closeness)),
    entries,
    numbers: Uint32Array.from(entries, ({ number }) => number),
    orders,
    byAsset: groupByAsset(members),
    namingAssets: members.filter(({ candidate }) => candidate.assets).length,
    areaSizes_m2,
  }
}

/**
 * A member at those of its areas that matter: the smallest of them counts; none = infinitely large.
 */
export function entryAt(member: Member, areas: readonly string[], sizes_m2: AreaSizes): Entry {
  const { candidate, depth, number, group } = member
  const zone_m2 = areas.reduce(
    (least, area) => Math.min(least, sizes_m2.get(area) ?? Infinity),
    Infinity,
  )
  const closeness = closenessOf(candidate.agreement, depth, zone_m2)
  return { candidate, depth, number, group, closeness, order: 0 }
}

export function compareEntries(a: Entry, b: Entry): number {
  return compareCloseness(a.closeness, b.closeness) || compareNewest(a.candidate, b.candidate)
}

type Placed = { area: string | undefined; entry: Entry }

function placesOf(member: Member, sizes_m2: AreaSizes): Placed[] {
  const { areas } = member.candidate
  if (!areas) return [{ area: undefined, entry: entryAt(member, [], sizes_m2) }]
  return [...areas].map((area) => ({ area, entry: entryAt(member, [area], sizes_m2) }))
}

function grouped(scoped: readonly Scoped[]): { members: Member[]; groups: Group[] } {
  const groups = new Map<string, Group>()
  const members = scoped.map(({ candidate, depth }, number) => {
    const { circumstances, agreement } = candidate
    const closeness = closenessOf(agreement, depth, Infinity).slice(0, STEPS_BEFORE_ZONE)
    const key = JSON.stringify([closeness, keyOf(circumstances)])
    const group = groups.get(key) ?? {
      number: groups.size,
      circumstances,
      closeness,
      live: { everywhere: [], byArea: new Map() },
    }
    groups.set(key, group)
    return { candidate, depth, number, group }
  })
  return { members, groups: [...groups.values()] }
}

function keyOf({ assetTypes, managers, ...rest }: Circumstances): unknown {
  return [[...(assetTypes ?? [])].sort(), [...(managers ?? [])].sort(), rest]
}

function groupByAsset(members: readonly Member[]): Map<string, Member[]> {
  const byAsset = new Map<string, Member[]>()
  for (const member of members) {
    for (const asset of member.candidate.assets ?? []) pushTo(byAsset, asset, member)
  }
  return byAsset
}

function putAt<T>(places: Places<T>, area: string | undefined, value: T): void {
  if (area === undefined) places.everywhere.push(value)
  else pushTo(places.byArea, area, value)
}

function pushTo<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
