import type { AgreementVersion } from './agreement.ts'
import type { ClusterTerms, GatheringLevel } from './cluster-terms.ts'
import type { CompiledAgreements } from './compile-agreements.ts'
import { decide } from './routing.ts'
import type { SignalFacts } from './routing-decision.ts'

/** Under which version several are one problem at a level, and from how many. */
export type Gathering = { agreement: string; version: number; terms: ClusterTerms }

/** The levels at which any of these agreements says from how many; where there are none nothing has to be looked up. */
export function levelsThatGather(
  versions: readonly AgreementVersion[],
): ReadonlySet<GatheringLevel> {
  return new Set(
    versions.flatMap(({ agreement }) => agreement.clusters ?? []).map((one) => one.level),
  )
}

/**
 * The terms by which a fault of one object counts toward a level: those of the agreement that a fault of that level would
 * go to. Undefined where that agreement says nothing of it, or nobody would get it.
 */
export function gatheringFor(
  compiled: CompiledAgreements,
  facts: SignalFacts & { clusterLevel: GatheringLevel },
): Gathering | undefined {
  const outcome = decide(compiled, facts)
  if (outcome.kind !== 'party') return undefined
  const { agreement, version } = outcome
  const found = compiled.versionOf(agreement, version)?.agreement.clusters
  const terms = found?.find(({ level }) => level === facts.clusterLevel)
  return terms && { agreement, version, terms }
}
