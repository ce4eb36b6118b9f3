import { compareEntries, type Entry } from './category-index.ts'
import type { CompiledAgreements } from './compile-agreements.ts'
import { closestAround, namersOf } from './look-up.ts'
import { countNotListed, listAlternatives, rank } from './ranking.ts'
import { type Candidate, type Question, questionOf, refusalOf } from './refusal.ts'
import type { Chosen, RoutingDecision, SignalFacts } from './routing-decision.ts'
import { decisiveStep } from './specificity.ts'
import { entryOfWarrantor } from './warranty.ts'

/** Goes up when the same facts and agreements may give another answer than before. */
export const ROUTING_ENGINE = 1

export type Outcome = RoutingDecision['outcome']
type DecidedBy = NonNullable<RoutingDecision['decidedBy']>

/** The outcome that `route` gives, without its explanation. */
export function decide(compiled: CompiledAgreements, facts: SignalFacts): Outcome {
  const index = compiled.indexOf(facts.category, facts.at_ms)
  if (!index) return { kind: 'desk', reason: 'unknown-category' }
  const question = ask(compiled, facts)
  const namer = namersOf(index, facts).find(({ candidate }) => mayGetIt(candidate, question))
  const warrantor = entryOfWarrantor(question)
  const isGiven = warrantor && mayGetIt(warrantor.candidate, question)
  const closest = [namer ?? closestAround(index, question), isGiven ? warrantor : undefined]
    .filter((one) => one !== undefined)
    .sort(compareEntries)
  return answerOf(closest[0]?.candidate, question, compiled)
}

/**
 * Which party a signal goes to, and why (DESIGN.md 5).
 *
 * *Looked up* is each candidate that names this asset or none, and holds the place or names no
 * area. In order of specificity the first of them that fits and is not in shadow is the outcome;
 * the first that fits at all, if it is in shadow, is `shadow`; those equal to the outcome to the
 * last step are its `conflict` (the newest got it). Of a recurrence under warranty, whoever repaired it is
 * looked up too, whatever its agreement names and whether or not it has ended (docs/adr/0012).
 *
 * Each other candidate is either in `alternatives` or counted in `notListed`. Listed are: the
 * runner-up (unless there is a conflict), then the others looked up, then the rest of the category,
 * each part in order of specificity, up to LISTED_LIMIT; each with the reason that really holds.
 * Counted without a closer look are those looked up that come after the outcome (`ranked-lower`),
 * and those not looked up (`other-asset`, else `other-area`).
 */
export function route(
  compiled: CompiledAgreements,
  facts: SignalFacts,
  decided_ms: number,
): RoutingDecision {
  const index = compiled.indexOf(facts.category, facts.at_ms)
  const head = { engine: ROUTING_ENGINE, epoch: compiled.epoch, facts, decided_ms }
  if (!index) {
    const outcome = { kind: 'desk', reason: 'unknown-category' } as const
    return { ...head, outcome, alternatives: [], notListed: {} }
  }
  const question = ask(compiled, facts)
  const ranking = rank(index, question)
  const { winner, runnerUp, shadow, equals } = ranking
  const listed = listAlternatives(index, ranking, question)
  return {
    ...head,
    outcome: answerOf(winner?.candidate, question, compiled),
    ...(winner && equals.length === 0 && { decidedBy: stepBetween(winner, runnerUp) }),
    ...(shadow && { shadow: chosen(shadow.candidate) }),
    ...(equals.length > 0 && { conflict: equals.map(({ candidate }) => chosen(candidate)) }),
    alternatives: listed.alternatives.map(({ candidate, reason }) => ({
      ...chosen(candidate),
      reason,
    })),
    notListed: countNotListed(index, ranking, listed, question),
  }
}

function ask(compiled: CompiledAgreements, facts: SignalFacts): Question {
  const { clock, managementAreas, areaSizes_m2 } = compiled
  const wall_ms = clock.wall_ms(facts.at_ms)
  return questionOf(facts, wall_ms, managementAreas, areaSizes_m2, warrantorOf(compiled, facts))
}

/** Whoever gave the warranty is known by its version, else the decision could not be taken again. */
function warrantorOf(
  compiled: CompiledAgreements,
  { warranty, at_ms }: SignalFacts,
): Candidate | undefined {
  if (!warranty || at_ms >= warranty.until_ms) return undefined
  const { agreement, version } = warranty
  const warrantor = compiled.versionOf(agreement, version)
  if (!warrantor) throw new Error(`a warranty of ${agreement}, version ${version}: not known here`)
  return warrantor
}

function mayGetIt(candidate: Candidate, question: Question): boolean {
  return candidate.agreement.mode !== 'shadow' && refusalOf(candidate, question) === undefined
}

/** The outcome, and where nobody gets it what the municipality stated of that. */
export function answerOf(
  winner: Candidate | undefined,
  question: Question,
  compiled: CompiledAgreements,
): Outcome {
  const stated = winner ? undefined : compiled.roleFor(question.facts)
  if (!stated) return outcomeOf(winner, question)
  const { version, role } = stated
  const { id, because } = role
  return { kind: 'desk', reason: role.role, stated: { id, version, because } }
}

function outcomeOf(winner: Candidate | undefined, { warrantor }: Question): Outcome {
  if (!winner) return { kind: 'desk', reason: 'no-agreement' }
  const { basis, mode, informed } = winner.agreement
  if (basis === 'owner-only') return { kind: 'owner-only', ...chosen(winner) }
  if (mode === 'off' || mode === 'shadow') throw new Error(`an agreement in mode ${mode} won`)
  const because = winner === warrantor ? { because: 'warranty' as const } : {}
  return { kind: 'party', ...chosen(winner), mode, basis, informed, ...because }
}

function stepBetween(winner: Entry, runnerUp: Entry | undefined): DecidedBy {
  const step = runnerUp && decisiveStep(winner.closeness, runnerUp.closeness)
  return step ?? 'only-candidate'
}

function chosen({ agreement, version }: Candidate): Chosen {
  return { agreement: agreement.id, version, party: agreement.party }
}
