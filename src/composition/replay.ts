import canonicalize from 'canonicalize'
import {
  compileAgreements,
  listAgreementVersions,
  listRoleVersions,
  ROUTING_ENGINE,
  route,
} from '#modules/agreements'
import { listAllDecisions } from '#modules/cases'
import type { App } from '../app.ts'

export type ReplayReport = {
  decisions: number
  same: number
  /** Taken by another version of the engine: not expected to be the same. */
  otherEngine: number
  different: { decision: string; caseId: string; stored: string; now: string }[]
}

/**
 * Takes every routing decision again from its stored facts, with the agreements that were known at its epoch, and
 * compares the answers to the last character.
 */
export async function replayDecisions(
  app: Pick<App, 'pool' | 'towns'>,
  municipality: string,
  onProgress?: (done: number) => void,
): Promise<ReplayReport> {
  const town = await app.towns.get(municipality)
  const [versions, roles] = await app.pool.read({ tenant: municipality }, (query) =>
    Promise.all([
      listAgreementVersions(query, municipality),
      listRoleVersions(query, municipality),
    ]),
  )
  const compiled = new Map<number, ReturnType<typeof compileAgreements>>()
  const rulesAt = (epoch: number) => {
    let rules = compiled.get(epoch)
    if (!rules) {
      rules = compileAgreements({
        municipality,
        epoch,
        categories: [...town.categories.values()],
        agreements: versions.filter((one) => (one.epoch ?? 0) <= epoch),
        roles: roles.filter((one) => (one.epoch ?? 0) <= epoch),
        areaSizes_m2: town.areas.sizes_m2,
        managementAreas: town.areas.managers,
        zone: 'Europe/Amsterdam',
      })
      compiled.set(epoch, rules)
    }
    return rules
  }
  const report: ReplayReport = { decisions: 0, same: 0, otherEngine: 0, different: [] }
  for await (const { id, case_id, body } of listAllDecisions(app.pool, municipality)) {
    report.decisions += 1
    if (report.decisions % 1000 === 0) onProgress?.(report.decisions)
    if (body.engine !== ROUTING_ENGINE) {
      report.otherEngine += 1
      continue
    }
    const again = route(rulesAt(body.epoch), body.facts, body.decided_ms)
    const [stored, now] = [canonicalize(body) as string, canonicalize(again) as string]
    if (stored === now) report.same += 1
    else report.different.push({ decision: id, caseId: case_id, stored, now })
  }
  return report
}
