import type { AnyOperation } from '#modules/directory'
import { createDangerLowering } from './create-danger-lowering.ts'
import { createDangerRaising } from './create-danger-raising.ts'
import { createSafetyReport } from './create-safety-report.ts'
import { createTakeover } from './create-takeover.ts'
import type { DangerNeeds } from './directed-case.ts'

/** Danger is raised by anybody who may, acknowledged by somebody, and lowered by a person. */
export function dangerOperations(needs: DangerNeeds): AnyOperation[] {
  return [
    createDangerRaising(needs),
    createTakeover(needs),
    createSafetyReport(needs),
    createDangerLowering(needs),
  ]
}
