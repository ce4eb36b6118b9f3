import type { Category } from '#modules/categories'
import type { GatheringLevel } from './cluster-terms.ts'
import type { CompiledAgreements } from './compile-agreements.ts'
import { hoursOfWeek, levelsIn, type PlaceKind, signalsAt } from './coverage-questions.ts'
import { DAY_MS } from './local-time.ts'
import { isGap, ROLES, type Role, statedIn } from './roles.ts'
import type { Chosen, SignalFacts } from './routing-decision.ts'
import { createStandings, type Standing, type Standings } from './standings.ts'

/** Whoever has to renew an agreement needs about a quarter. */
export const EXPIRES_WITHIN_DAYS = 90

/** What may be wrong, the most pressing first. */
export const COVERAGE_FINDINGS = [
  'no-agreement',
  'not-live',
  'conflict',
  'expiring',
  'owner-only',
] as const
export type CoverageFindingKind = (typeof COVERAGE_FINDINGS)[number]

export type CoverageFinding = {
  kind: CoverageFindingKind
  /** Two or more in conflict, those not live, the one that ends, or the owner only. */
  agreements: readonly Chosen[]
  /** Holds at some hours, for some holders or in a part of the area only. */
  isPartial: boolean
  /** From when nobody has it. */
  from_ms?: number
}

/** `stated` names the stated role; of an agreement's own it is absent. */
export type CoverageRole = {
  role: Role
  isPartial: boolean
  stated?: { id: string; version: number }
}

/** One category in one area about one type of object; no object where it is absent, no area where it lies in none. */
export type CoverageCell = {
  category: string
  area?: string
  assetType?: string
  /** Of several such objects that hang from one thing; absent: of one by itself. */
  level?: GatheringLevel
  /** From how many they are one problem, by whoever gets it; empty where they never are. Of a level alone. */
  thresholds?: readonly Threshold[]
  /** Who gets it now, in the order of their ids. */
  parties: readonly string[]
  /** What the municipality is there. Where nobody gets it on purpose, that is no finding. */
  roles: readonly CoverageRole[]
  findings: readonly CoverageFinding[]
}

/** The terms of a level by which several are one problem. */
export type Threshold = { agreement: string; version: number; from: number; withinMinutes: number }

export type CoverageQuestion = {
  compiled: CompiledAgreements
  categories: readonly Category[]
  places: readonly PlaceKind[]
  at_ms: number
  /** Only this area. */
  area?: string
}

/**
 * Each category × area × type of object: who gets it at a moment, and what is wrong with that. A signal there is asked
 * with the category's own priority, about a single object that no agreement names by its id, at each hour of the week
 * that makes a difference; and at each level at which an agreement of the category makes several one problem, as several
 * of them. `not-live`: an agreement would have it, were it not off or in shadow. `expiring`: somebody
 * has it now, and within EXPIRES_WITHIN_DAYS nobody. Yields often, so that whoever runs it can let others go first.
 */
export function* coverageOf(question: CoverageQuestion): Generator<undefined, CoverageCell[]> {
  const standingsAt = createStandingsAt(question.compiled)
  const cells: CoverageCell[] = []
  const { compiled } = question
  for (const category of question.categories.toSorted(byId)) {
    const index = compiled.indexOf(category.id, question.at_ms)
    if (!index) continue
    const hours = hoursOfWeek(index, compiled, question.at_ms)
    const levels = levelsIn(index, question.at_ms)
    const found = new Map<string, Cell>()
    for (const place of question.places) {
      yield
      const areas = place.areas.length > 0 ? place.areas : [undefined]
      const wanted = question.area === undefined ? areas : areas.filter((a) => a === question.area)
      if (wanted.length === 0) continue
      for (const facts of signalsAt(place, category, levels, question.at_ms)) {
        const judged = hours.map((wall_ms) => judge(facts, wall_ms, question.at_ms, standingsAt))
        const { category: of, asset, clusterLevel } = facts
        const level = clusterLevel === 'single' ? undefined : clusterLevel
        for (const area of wanted)
          addTo(found, { category: of, area, assetType: asset?.type, level }, judged)
      }
    }
    cells.push(...[...found.values()].sort(byPlace).map((cell) => cellOf(cell, compiled)))
  }
  return cells
}

/** Whether anything is wrong in a cell. */
export function isCovered({ findings }: CoverageCell): boolean {
  return findings.length === 0
}

type Names = Pick<Cell, 'category' | 'area' | 'assetType' | 'level'>
type Cell = {
  category: string
  area: string | undefined
  assetType: string | undefined
  level: GatheringLevel | undefined
  /** Whoever gets it. */
  holders: Map<string, Chosen>
  judged: number
  roles: Map<string, CoverageRole & { times: number }>
  findings: Map<CoverageFindingKind, Counted>
}
type Counted = { times: number; agreements: Map<string, Chosen>; from_ms: number | undefined }
type Judged = {
  role?: Omit<CoverageRole, 'isPartial'>
  holder?: Chosen
  kind?: CoverageFindingKind
  agreements: readonly Chosen[]
  from_ms?: number
}

type StandingsAt = (at_ms: number) => Standings

function createStandingsAt(compiled: CompiledAgreements): StandingsAt {
  const known = new Map<number, Standings>()
  return (at_ms) => {
    const standings = known.get(at_ms) ?? createStandings(compiled, at_ms)
    known.set(at_ms, standings)
    return standings
  }
}

function judge(
  facts: SignalFacts,
  wall_ms: number,
  at_ms: number,
  standingsAt: StandingsAt,
): Judged[] {
  const standing = standingsAt(at_ms)(facts, wall_ms)
  const { outcome, conflict, idle, role } = standing
  const stated = statedIn(outcome)
  const end = endOf(standing, at_ms, (later_ms) => standingsAt(later_ms)(facts, wall_ms))
  const ends: Judged[] = end ? [{ kind: 'expiring', ...end }] : []
  if (stated) {
    const { id, version } = stated.stated
    return [{ role: { role: stated.reason, stated: { id, version } }, agreements: [] }, ...ends]
  }
  if (outcome.kind === 'desk')
    return [{ kind: idle.length > 0 ? 'not-live' : 'no-agreement', agreements: idle }]
  const { agreement, version, party } = outcome
  const own = { agreement, version, party }
  const judged: Judged[] = [{ holder: own, agreements: [], ...(role && { role: { role } }) }]
  if (outcome.kind === 'owner-only') judged.push({ kind: 'owner-only', agreements: [own] })
  if (conflict.length > 0) judged.push({ kind: 'conflict', agreements: [own, ...conflict] })
  return [...judged, ...ends]
}

/** While somebody has it there is no gap, so that it can begin only where an agreement ends. */
function endOf(
  first: Standing,
  at_ms: number,
  standingAt: (at_ms: number) => Standing,
): { agreements: Chosen[]; from_ms: number } | undefined {
  const limit_ms = at_ms + EXPIRES_WITHIN_DAYS * DAY_MS
  let standing = first
  while (standing.until_ms <= limit_ms && !isGap(standing.outcome)) {
    const { outcome, until_ms } = standing
    standing = standingAt(until_ms)
    if (isGap(standing.outcome)) return { agreements: holderOf(outcome), from_ms: until_ms }
  }
  return undefined
}

/** What ends: an agreement, or a stated role, which names none. */
function holderOf(outcome: Standing['outcome']): Chosen[] {
  if (outcome.kind === 'desk') return []
  const { agreement, version, party } = outcome
  return [{ agreement, version, party }]
}

function addTo(found: Map<string, Cell>, names: Names, judged: readonly Judged[][]): void {
  const key = keyOf(names)
  let cell = found.get(key)
  if (!cell) {
    cell = { ...names, judged: 0, holders: new Map(), roles: new Map(), findings: new Map() }
    found.set(key, cell)
  }
  cell.judged += judged.length
  for (const { holder, role, kind, agreements, from_ms } of judged.flat()) {
    if (holder) cell.holders.set(`${holder.agreement} ${holder.version}`, holder)
    if (role) countRole(cell, role)
    if (!kind) continue
    const counted = cell.findings.get(kind) ?? { times: 0, agreements: new Map(), from_ms }
    cell.findings.set(kind, counted)
    counted.times += 1
    if (from_ms !== undefined) counted.from_ms = Math.min(from_ms, counted.from_ms ?? from_ms)
    for (const one of agreements) counted.agreements.set(`${one.agreement} ${one.version}`, one)
  }
}

function countRole({ roles }: Cell, role: Omit<CoverageRole, 'isPartial'>): void {
  const key = `${ROLES.indexOf(role.role)} ${role.stated?.id ?? ''} ${role.stated?.version ?? ''}`
  const counted = roles.get(key) ?? { ...role, isPartial: false, times: 0 }
  roles.set(key, { ...counted, times: counted.times + 1 })
}

function cellOf(cell: Cell, compiled: CompiledAgreements): CoverageCell {
  const { category, area, assetType, level, judged, holders, roles, findings } = cell
  return {
    category,
    ...(area !== undefined && { area }),
    ...(assetType !== undefined && { assetType }),
    ...(level !== undefined && { level, thresholds: thresholdsOf(holders, level, compiled) }),
    parties: [...new Set([...holders.values()].map(({ party }) => party))].sort(),
    roles: [...roles]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, { times, ...role }]) => ({
        ...role,
        isPartial: times < judged,
      })),
    findings: COVERAGE_FINDINGS.flatMap((kind) => {
      const counted = findings.get(kind)
      if (!counted) return []
      const { times, agreements, from_ms } = counted
      return {
        kind,
        agreements: [...agreements.entries()].sort().map(([, one]) => one),
        isPartial: times < judged,
        ...(from_ms !== undefined && { from_ms }),
      }
    }),
  }
}

function thresholdsOf(
  holders: Cell['holders'],
  level: GatheringLevel,
  { versionOf }: CompiledAgreements,
): Threshold[] {
  return [...holders].sort().flatMap(([, { agreement, version }]) => {
    const all = versionOf(agreement, version)?.agreement.clusters
    const terms = all?.find((one) => one.level === level)
    if (!terms) return []
    return [{ agreement, version, from: terms.from, withinMinutes: terms.withinMinutes }]
  })
}

function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : 1
}

function byPlace(a: Cell, b: Cell): number {
  const [x, y] = [keyOf(a), keyOf(b)]
  if (x === y) return 0
  return x < y ? -1 : 1
}

function keyOf({
  area = '',
  assetType = '',
  level = '',
}: Omit<Names, 'category' | 'level'> & { level?: string | undefined }): string {
  return `${area}\n${assetType}\n${level}`
}
