import {
  type CategoryIndex,
  compareEntries,
  type Entry,
  entryAt,
  type Group,
} from './category-index.ts'
import { type Question, refusalOfCircumstances, refusalOfItself } from './refusal.ts'
import type { SignalFacts } from './routing-decision.ts'
import { compareCloseness } from './specificity.ts'

/**
 * The candidates that name this very asset and hold its place, the closest first. They are put in
 * order here, since one entry for each of their assets and areas would be millions.
 */
export function namersOf(index: CategoryIndex, { asset, areas }: SignalFacts): readonly Entry[] {
  const members = (asset && index.byAsset.get(asset.id)) ?? []
  const entries: Entry[] = []
  for (const member of members) {
    const own = member.candidate.areas
    const held = areas.filter((area) => own?.has(area))
    if (!own || held.length > 0) entries.push(entryAt(member, held, index.areaSizes_m2))
  }
  return entries.sort(compareEntries)
}

/**
 * All candidates that name this asset or none, and hold the place: each once, the closest first.
 */
export function lookUp(index: CategoryIndex, facts: SignalFacts): Entry[] {
  const found = [...namersOf(index, facts)]
  const isFound = new Uint8Array(index.all.length)
  forEachMark(markOrders(index, facts.areas), (order) => {
    const number = index.numbers[order] as number
    if (isFound[number] === 1) return
    isFound[number] = 1
    found.push(index.entries[order] as Entry)
  })
  return found
}

/**
 * The closest of the live candidates that name no assets and fit. Each list is walked only as long
 * as it can still hold a closer one.
 */
export function closestAround(index: CategoryIndex, question: Question): Entry | undefined {
  let closest: Entry | undefined
  for (const group of index.groups) {
    if (closest && compareCloseness(closest.group.closeness, group.closeness) < 0) break
    if (refusalOfCircumstances(group.circumstances, question)) continue
    closest = closestOf(group, question, closest)
  }
  return closest
}

function closestOf(group: Group, question: Question, known: Entry | undefined): Entry | undefined {
  const { everywhere, byArea } = group.live
  let closest = closestIn(everywhere, question, known)
  for (const area of question.facts.areas) {
    const entries = byArea.get(area)
    if (entries) closest = closestIn(entries, question, closest)
  }
  return closest
}

function closestIn(
  entries: readonly Entry[],
  question: Question,
  known: Entry | undefined,
): Entry | undefined {
  for (const entry of entries) {
    if (known && entry.order > known.order) return known
    if (!refusalOfItself(entry.candidate, question)) return entry
  }
  return known
}

/**
 * The orders of all entries at a place, as bits: they come out in order several times faster than
 * sorted.
 */
function markOrders({ orders, entries }: CategoryIndex, areas: readonly string[]): Int32Array {
  const marks = new Int32Array((entries.length >>> 5) + 1)
  const mark = (order: number) => {
    marks[order >>> 5] = (marks[order >>> 5] as number) | (1 << (order & 31))
  }
  orders.everywhere.forEach(mark)
  for (const area of areas) orders.byArea.get(area)?.forEach(mark)
  return marks
}

function forEachMark(marks: Int32Array, visit: (order: number) => void): void {
  for (let at = 0; at < marks.length; at++) {
    for (let word = marks[at] as number; word !== 0; word &= (word - 1) | 0) {
      visit(at * 32 + 31 - Math.clz32(word & -word))
    }
  }
}
