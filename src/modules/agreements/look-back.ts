import { type Agreement, DEFAULT_VERIFICATION } from './agreement.ts'

/** How far back a closed case may matter to a new signal, in days: the widest that any agreement asks for. */
export function lookBackDays(agreements: readonly Agreement[]): number {
  return agreements.reduce(
    (widest, { verification, warrantyDays }) =>
      Math.max(widest, verification.recurrenceDays, warrantyDays),
    DEFAULT_VERIFICATION.recurrenceDays,
  )
}
