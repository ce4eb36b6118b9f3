import type { Batch } from '#journal'

/** Unique in the country, and readable over the telephone: GM0228-26-004711. */
export function caseNumber(batch: Batch, received_ms: number): string {
  const year = new Date(received_ms).getUTCFullYear()
  const number = String(batch.nextNumber(year)).padStart(6, '0')
  return `${batch.municipality}-${String(year % 100).padStart(2, '0')}-${number}`
}
