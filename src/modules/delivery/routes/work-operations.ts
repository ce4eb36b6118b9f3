import type { Clock } from '#kernel/clock'
import type { AnsweringNeeds } from '#modules/cases'
import type { AnyOperation } from '#modules/directory'
import { createWorkSheet } from './create-work-sheet.ts'
import { readWorkSheet } from './read-work-sheet.ts'

export function workOperations(needs: AnsweringNeeds & { clock: Clock }): AnyOperation[] {
  return [readWorkSheet(needs), createWorkSheet(needs)]
}
