import type { Agreement } from './agreement.ts'

export type AboveAmount = { agreement: string; cents: number }

/** The agreements by which one bill can be higher than what somebody may commit the municipality to, in euro cents. */
export function aboveAmount(
  agreements: readonly Pick<Agreement, 'id' | 'price'>[],
  upTo_cents: number | undefined,
): AboveAmount[] {
  if (upTo_cents === undefined) return []
  return agreements.flatMap(({ id, price }) =>
    price && price.wrongfulReport > upTo_cents
      ? [{ agreement: id, cents: price.wrongfulReport }]
      : [],
  )
}
