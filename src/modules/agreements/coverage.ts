import type { Category } from '#modules/categories'
import type { CategoryIndex } from './category-index.ts'
import type { CompiledAgreements } from './compile-agreements.ts'
import { DAY_MS } from './local-time.ts'
import { isGap, ROLES, type Role, statedIn } from './roles.ts'
import type { Chosen, SignalFacts } from './routing-decision.ts'
import { createStandings, hoursOf, type Standing, type Standings } from './standings.ts'

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

/** All places that lie in the same areas, and who holds the objects that stand there, by their type. */
export type PlaceKind = {
  areas: readonly string[]
  holders: ReadonlyMap<string, ReadonlySet<string | undefined>>
}

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
  /** Who gets it now, in the order of their ids. */
  parties: readonly string[]
  /** What the municipality is there. Where nobody gets it on purpose, that is no finding. */
  roles: readonly CoverageRole[]
  findings: readonly CoverageFinding[]
}

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
 * that makes a difference. `not-live`: an agreement would have it, were it not off or in shadow. `expiring`: somebody
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
    const found = new Map<string, Cell>()
    for (const place of question.places) {
      yield
      const areas = place.areas.length > 0 ? place.areas : [undefined]
      const wanted = question.area === undefined ? areas : areas.filter((a) => a === question.area)
      if (wanted.length === 0) continue
      for (const [assetType, facts] of signalsAt(place, category, question.at_ms)) {
        const judged = hours.map((wall_ms) => judge(facts, wall_ms, question.at_ms, standingsAt))
        for (const area of wanted) addTo(found, { category: category.id, area, assetType }, judged)
      }
    }
    cells.push(...[...found.values()].sort(byPlace).map(cellOf))
  }
  return cells
}

/** Whether anything is wrong in a cell. */
export function isCovered({ findings }: CoverageCell): boolean {
  return findings.length === 0
}

type Names = Pick<Cell, 'category' | 'area' | 'assetType'>
type Cell = {
  category: string
  area: string | undefined
  assetType: string | undefined
  judged: number
  parties: Set<string>
  roles: Map<string, CoverageRole & { times: number }>
  findings: Map<CoverageFindingKind, Counted>
}
type Counted = { times: number; agreements: Map<string, Chosen>; from_ms: number | undefined }
type Judged = {
  role?: Omit<CoverageRole, 'isPartial'>
  party?: string
  kind?: CoverageFindingKind
  agreements: readonly Chosen[]
  from_ms?: number
}

/** The signals that can be about a place: about no object, or one of a type that the category is about. */
function* signalsAt(
  { areas, holders }: PlaceKind,
  { id: category, priority, assetTypes }: Category,
  at_ms: number,
): Generator<[string | undefined, SignalFacts]> {
  const facts = { category, areas, priority, clusterLevel: 'single', at_ms, excluded: [] } as const
  yield [undefined, facts]
  for (const type of assetTypes)
    for (const manager of holders.get(type) ?? [])
      yield [type, { ...facts, asset: { id: '', type, ...(manager && { manager }) } }]
}

/** Between two of these wall times nothing opens or closes. */
function hoursOfWeek(index: CategoryIndex, { clock }: CompiledAgreements, at_ms: number): number[] {
  const now_ms = clock.wall_ms(at_ms)
  const today_ms = Math.floor(now_ms / DAY_MS) * DAY_MS
  const turns = hoursOf(index).flatMap(({ from_ms, to_ms }) =>
    Array.from({ length: 7 }, (_, day) => today_ms + day * DAY_MS).flatMap((day_ms) => [
      day_ms + from_ms,
      day_ms + (to_ms % DAY_MS),
    ]),
  )
  return [...new Set([now_ms, ...turns])]
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
  const judged: Judged[] = [{ party, agreements: [], ...(role && { role: { role } }) }]
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
  const key = `${names.area ?? ''}\n${names.assetType ?? ''}`
  let cell = found.get(key)
  if (!cell) {
    cell = { ...names, judged: 0, parties: new Set(), roles: new Map(), findings: new Map() }
    found.set(key, cell)
  }
  cell.judged += judged.length
  for (const { party, role, kind, agreements, from_ms } of judged.flat()) {
    if (party !== undefined) cell.parties.add(party)
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

function cellOf(cell: Cell): CoverageCell {
  const { category, area, assetType, judged, parties, roles, findings } = cell
  return {
    category,
    ...(area !== undefined && { area }),
    ...(assetType !== undefined && { assetType }),
    parties: [...parties].sort(),
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

function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : 1
}

function byPlace(a: Cell, b: Cell): number {
  const [x, y] = [keyOf(a), keyOf(b)]
  if (x === y) return 0
  return x < y ? -1 : 1
}

function keyOf({ area = '', assetType = '' }: Cell): string {
  return `${area}\n${assetType}`
}
