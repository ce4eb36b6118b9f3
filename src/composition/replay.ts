import canonicalize from 'canonicalize'
import { readStreams } from '#journal'
import { knownAtEpoch } from '#kernel/in-time'
import {
  type CompiledAgreements,
  listAgreementVersions,
  listRoleVersions,
  ROUTING_ENGINE,
  type RoutingDecision,
  route,
} from '#modules/agreements'
import { listAllDecisions } from '#modules/cases'
import { indexAreas, listAreas } from '#modules/places'
import type { Pool } from '#platform/database'
import { compileTown } from './compile-town.ts'
import { placesVersionOf } from './places-in-time.ts'
import type { Town, Towns } from './town.ts'
import { stretchAt } from './town-in-time.ts'

export type ReplayReport = {
  decisions: number
  same: number
  /** Taken by another version of the engine: not expected to be the same. */
  otherEngine: number
  different: { decision: string; caseId: string; stored: string; now: string }[]
}

/**
 * Takes every routing decision again from its stored facts, with the agreements, categories and areas that were known at
 * its epoch, and compares the answers to the last character.
 */
export async function replayDecisions(
  app: { pool: Pool; towns: Towns },
  municipality: string,
  onProgress?: (done: number) => void,
): Promise<ReplayReport> {
  const town = await app.towns.get(municipality)
  const rulesAt = createRulesAt(app, town)
  const report: ReplayReport = { decisions: 0, same: 0, otherEngine: 0, different: [] }
  for await (const { id, case_id, body } of listAllDecisions(app.pool, municipality)) {
    report.decisions += 1
    if (report.decisions % 1000 === 0) onProgress?.(report.decisions)
    const replayed = await replayOne(rulesAt, body)
    if (replayed.is === 'other-engine') report.otherEngine += 1
    else if (replayed.is === 'same') report.same += 1
    else {
      const [stored, now] = [canonicalize(body) as string, canonicalize(replayed.now) as string]
      report.different.push({ decision: id, caseId: case_id, stored, now })
    }
  }
  return report
}

export type RulesAt = (epoch: number) => Promise<CompiledAgreements>

/** One decision taken again, by the rules that were known then; another version of the engine is not asked. */
export type Replayed =
  | { is: 'same' }
  | { is: 'other-engine' }
  | { is: 'different'; now: RoutingDecision }

export async function replayOne(rulesAt: RulesAt, stored: RoutingDecision): Promise<Replayed> {
  if (stored.engine !== ROUTING_ENGINE) return { is: 'other-engine' }
  const now = route(await rulesAt(stored.epoch), stored.facts, stored.decided_ms)
  return canonicalize(stored) === canonicalize(now) ? { is: 'same' } : { is: 'different', now }
}

/** The rules as they were at an epoch; each is made once. */
export function createRulesAt({ pool }: { pool: Pool }, town: Town): RulesAt {
  const { id } = town.municipality
  const reading = pool.read({ tenant: id }, async (query) => ({
    agreements: await listAgreementVersions(query, id),
    roles: await listRoleVersions(query, id),
    imports: await readStreams(query, id, ['places']),
  }))
  const areas = new Map([[town.placesVersion, town.areas]])
  const compiled = new Map<number, CompiledAgreements>()

  async function areasOf(version: number): Promise<Town['areas']> {
    const known = areas.get(version)
    if (known) return known
    const found = indexAreas(await pool.read({ tenant: id }, (run) => listAreas(run, id, version)))
    areas.set(version, found)
    return found
  }

  return async (epoch) => {
    const known = compiled.get(epoch)
    if (known) return known
    const { agreements, roles, imports } = await reading
    const isKnown = knownAtEpoch(epoch)
    const version = placesVersionOf(imports, isKnown)
    const rules = compileTown(
      {
        ...town,
        ...stretchAt(town.history, -Infinity, isKnown),
        epoch,
        areas: await areasOf(version),
        roles: roles.filter((one) => (one.epoch ?? 0) <= epoch),
      },
      agreements.filter((one) => (one.epoch ?? 0) <= epoch),
    )
    compiled.set(epoch, rules)
    return rules
  }
}
