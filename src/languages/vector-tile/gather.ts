import { EXTENT } from './tile.ts'

type Position = readonly [number, number]

/** Those that lie so near to each other that a screen cannot tell them apart, with their common middle. */
export type Gathered<T> = { at: Position; members: readonly T[] }

/** Puts what lies in one tile together by the squares of a grid with so many to a side. */
export function gather<T extends { at: Position }>(
  spots: readonly T[],
  squares: number,
): Gathered<T>[] {
  const squareOf = (unit: number) => Math.floor((unit * squares) / EXTENT)
  const bySquare = Map.groupBy(spots, ({ at: [x, y] }) => squareOf(y) * squares + squareOf(x))
  return [...bySquare.values()].map((members) => ({
    at: middleOf(members.map(({ at }) => ({ at, weight: 1 }))),
    members,
  }))
}

/** The middle of places by their weight, in whole units and within the tile. */
export function middleOf(spots: readonly { at: Position; weight: number }[]): [number, number] {
  let [x, y, all] = [0, 0, 0]
  for (const { at, weight } of spots) {
    x += at[0] * weight
    y += at[1] * weight
    all += weight
  }
  const within = (unit: number) => Math.max(0, Math.min(EXTENT - 1, Math.round(unit)))
  return [within(x / all), within(y / all)]
}
