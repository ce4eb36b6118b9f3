import type { Agreement } from './agreement.ts'
import type { CategoryIndex } from './category-index.ts'
import type { CompiledAgreements } from './compile-agreements.ts'
import { isOpenAt, type OpeningHours } from './opening-hours.ts'
import { rank } from './ranking.ts'
import { type Question, questionOf, refusalOf } from './refusal.ts'
import { type Role, roleOfAgreement } from './roles.ts'
import { answerOf, type Outcome } from './routing.ts'
import type { Chosen, SignalFacts } from './routing-decision.ts'

/** How it stands with a signal under the agreements that hold at one moment, without an explanation. */
export type Standing = {
  outcome: Outcome
  /** As close as the outcome to the last step. */
  conflict: readonly Chosen[]
  /** The role of the municipality where somebody gets it. */
  role?: Role
  /** Where nobody gets it: those that would, were they not off or in shadow. */
  idle: readonly Chosen[]
  /** Until when the agreement that gets it holds, or the stated role; Infinity without an end, or where there is neither. */
  until_ms: number
}

/**
 * @param wall_ms the hour that opening hours are held against; absent: that of `facts.at_ms`
 */
export type Standings = (facts: SignalFacts, wall_ms?: number) => Standing

type Known = {
  index: CategoryIndex
  areas: ReadonlySet<string>
  hours: readonly OpeningHours[]
  bySituation: Map<string, Standing>
}

const UNKNOWN: Standing = {
  outcome: { kind: 'desk', reason: 'unknown-category' },
  conflict: [],
  idle: [],
  until_ms: Infinity,
}

/**
 * What `route` answers, for many signals at one moment of validity: who is in force is asked at `validAt_ms`, which hour
 * it is at the signal's own time. What no agreement of the category asks about makes no difference, so that each
 * situation is decided once. A warranty is left out: it is of one case, and no agreement changes it.
 */
export function createStandings(compiled: CompiledAgreements, validAt_ms: number): Standings {
  const { clock, managementAreas, areaSizes_m2 } = compiled
  const categories = new Map<string, Known>()
  const unknown = new Map<string, Standing>()

  // One for each category, so that a standing is of one category only.
  function unknownOf(category: string): Standing {
    const known = unknown.get(category) ?? { ...UNKNOWN }
    unknown.set(category, known)
    return known
  }

  function knownOf(category: string): Known | undefined {
    const known = categories.get(category)
    if (known) return known
    const index = compiled.indexOf(category, validAt_ms)
    if (!index) return undefined
    const named = index.all.flatMap(({ candidate }) => [...(candidate.areas ?? [])])
    const areas = new Set([...compiled.roleAreas, ...named])
    const made = { index, areas, hours: hoursOf(index), bySituation: new Map() }
    categories.set(category, made)
    return made
  }

  return (facts, wall_ms = clock.wall_ms(facts.at_ms)) => {
    const known = knownOf(facts.category)
    if (!known) return unknownOf(facts.category)
    const question = questionOf(facts, wall_ms, managementAreas, areaSizes_m2)
    const situation = situationOf(question, known)
    let standing = known.bySituation.get(situation)
    if (!standing) {
      const { warranty: _, ...plain } = facts
      const asked = { ...question, facts: { ...plain, at_ms: validAt_ms } }
      standing = standingOf(known.index, asked, compiled)
      known.bySituation.set(situation, standing)
    }
    return standing
  }
}

/** The distinct opening hours that agreements of a category ask about. */
export function hoursOf(index: CategoryIndex): OpeningHours[] {
  const distinct = new Map<string, OpeningHours>()
  for (const { circumstances } of index.groups)
    if (circumstances.hours) distinct.set(JSON.stringify(circumstances.hours), circumstances.hours)
  return [...distinct.values()]
}

/** All that the agreements of the category can tell apart, as text. */
function situationOf(
  { facts, manager, clusterLevel, priority, wall_ms }: Question,
  { index, areas, hours }: Known,
): string {
  const { asset, excluded } = facts
  let text = `${clusterLevel}/${priority}/`
  for (const window of hours) text += isOpenAt(window, wall_ms) ? '1' : '0'
  text += `\n${manager ?? ''}\n${asset ? `=${asset.type}` : ''}\n`
  if (asset && index.byAsset.has(asset.id)) text += asset.id
  for (const area of facts.areas.toSorted()) if (areas.has(area)) text += `\n${area}`
  return excluded.length > 0 ? `${text}\n\n${excluded.toSorted().join('\n')}` : text
}

function standingOf(
  index: CategoryIndex,
  question: Question,
  compiled: CompiledAgreements,
): Standing {
  const { winner, equals, shadow, before } = rank(index, question)
  const refused = before.map(({ candidate }) => candidate)
  const idle = [...(shadow ? [shadow.candidate] : []), ...refused].filter(
    (candidate) =>
      (candidate.isOff || candidate.agreement.mode === 'shadow') &&
      refusalOf({ ...candidate, isOff: false }, question) === undefined,
  )
  return {
    outcome: answerOf(winner?.candidate, question, compiled),
    conflict: equals.map(({ candidate }) => chosenOf(candidate)),
    ...roleIn(winner?.candidate.agreement),
    idle: winner ? [] : idle.map(chosenOf),
    until_ms:
      winner?.candidate.validTo_ms ?? compiled.roleFor(question.facts)?.until_ms ?? Infinity,
  }
}

function roleIn(agreement: Agreement | undefined): Pick<Standing, 'role'> {
  const role = agreement && roleOfAgreement(agreement)
  return role === undefined ? {} : { role }
}

function chosenOf({
  agreement,
  version,
}: {
  agreement: { id: string; party: string }
  version: number
}): Chosen {
  return { agreement: agreement.id, version, party: agreement.party }
}
