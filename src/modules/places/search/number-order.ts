import { type AssetIndex, normalNumber } from '../asset-index.ts'

/** So many are put in order within some fifty milliseconds; then others have their turn. */
const PIECE = 32_768

/** Finds objects by the beginning of the number on them. */
export type NumberOrder = { rowsFrom(prefix: string, most: number): number[] }

/**
 * Rows in the order of their numbers, piece by piece: a search looks into each piece, which takes less than to put a
 * country's numbers into one order.
 */
export async function orderNumbers(
  assets: AssetIndex,
  pause: () => Promise<void>,
): Promise<NumberOrder> {
  const numberOf = (row: number) => normalNumber(assets.numberAt(row) ?? '')
  const pieces: Uint32Array[] = []
  for (let from = 0; from < assets.count; from += PIECE) {
    const numbered: { row: number; number: string }[] = []
    for (let row = from; row < Math.min(assets.count, from + PIECE); row++) {
      const number = numberOf(row)
      if (number !== '') numbered.push({ row, number })
    }
    numbered.sort((a, b) => (a.number < b.number ? -1 : a.number > b.number ? 1 : 0))
    if (numbered.length > 0) pieces.push(Uint32Array.from(numbered, ({ row }) => row))
    await pause()
  }
  return {
    rowsFrom(prefix, most) {
      const wanted = normalNumber(prefix)
      if (wanted === '') return []
      const found = pieces.flatMap((piece) => {
        const rows: number[] = []
        for (let at = firstFrom(piece, wanted, numberOf); at < piece.length; at++) {
          const row = piece[at] as number
          if (rows.length >= most || !numberOf(row).startsWith(wanted)) break
          rows.push(row)
        }
        return rows
      })
      const told = found.map((row) => ({ row, number: numberOf(row) }))
      // The short first: of L1, L10 and L100 whoever types L1 means the first.
      told.sort((a, b) => a.number.length - b.number.length || (a.number < b.number ? -1 : 1))
      return told.slice(0, most).map(({ row }) => row)
    },
  }
}

function firstFrom(piece: Uint32Array, wanted: string, numberOf: (row: number) => string): number {
  let [low, high] = [0, piece.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (numberOf(piece[middle] as number) < wanted) low = middle + 1
    else high = middle
  }
  return low
}
