import { onWorld, type TileName } from '#languages/vector-tile'
import type { AssetIndex } from './asset-index.ts'

/** Below this zoom objects cannot be told apart, and are counted. */
export const READABLE_ZOOM = 15
/** A tile has eight squares to a side: 64 pixels each. */
const SQUARES_LOG2 = 3
const FINEST = READABLE_ZOOM - 1 + SQUARES_LOG2
/** So many are counted within some ten milliseconds; then others have their turn. */
const PIECE = 50_000

export type Cluster = { assets: number; u: number; v: number }

/** How many objects there are in each square of the world map, for every zoom below READABLE_ZOOM. */
export type AssetClusters = { inTile(tile: TileName): Cluster[] }

type Level = Map<number, Cluster>

/** Counts all objects once at the finest squares, and the coarser from these; in pieces, so that nobody waits for it. */
export async function countAssets(
  assets: AssetIndex,
  pause: () => Promise<void>,
): Promise<AssetClusters> {
  const levels: Level[] = Array.from({ length: FINEST + 1 }, () => new Map())
  const finest = levels[FINEST] as Level
  for (let row = 0; row < assets.count; row++) {
    if (row % PIECE === PIECE - 1) await pause()
    const [u, v] = onWorld(assets.placeOf(row))
    add(finest, squareAt(FINEST, Math.floor(u * 2 ** FINEST), Math.floor(v * 2 ** FINEST)), 1, u, v)
  }
  for (let level = FINEST; level > SQUARES_LOG2; level--) {
    const below = levels[level - 1] as Level
    let done = 0
    for (const [square, { assets: count, u, v }] of levels[level] as Level) {
      if (done++ % PIECE === PIECE - 1) await pause()
      const [x, y] = [square % 2 ** level, Math.floor(square / 2 ** level)]
      add(below, squareAt(level - 1, Math.floor(x / 2), Math.floor(y / 2)), count, u, v)
    }
  }
  return { inTile: (tile) => clustersIn(levels, tile) }
}

const squareAt = (level: number, x: number, y: number) => y * 2 ** level + x

/** `u` and `v` are kept as sums, and told as means. */
function add(level: Level, square: number, count: number, u: number, v: number): void {
  const known = level.get(square)
  if (!known) {
    level.set(square, { assets: count, u, v })
    return
  }
  known.assets += count
  known.u += u
  known.v += v
}

function clustersIn(levels: readonly Level[], { z, x, y }: TileName): Cluster[] {
  const level = z + SQUARES_LOG2
  const side = 2 ** SQUARES_LOG2
  const found: Cluster[] = []
  for (let row = y * side; row < (y + 1) * side; row++) {
    for (let column = x * side; column < (x + 1) * side; column++) {
      const square = levels[level]?.get(squareAt(level, column, row))
      if (!square) continue
      const { assets, u, v } = square
      found.push({ assets, u: u / assets, v: v / assets })
    }
  }
  return found
}
