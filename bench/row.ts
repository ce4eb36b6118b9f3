/** One figure beside its limit; where the limit is another program's speed, it was measured in the same run. */
export type Row = {
  what: string
  figure: number
  unit: string
  limit: number
  limitIs: 'at least' | 'at most'
  note?: string
}

/** The value below which this share of the sorted values lies. */
export function quantile(sorted: readonly number[], share: number): number {
  const at = Math.min(sorted.length - 1, Math.floor(sorted.length * share))
  return sorted[at] ?? Number.NaN
}

export function median(values: readonly number[]): number {
  return quantile(
    values.toSorted((a, b) => a - b),
    0.5,
  )
}
