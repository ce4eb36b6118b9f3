/** Encoded tiles by name, the longest unused of them dropped where they would be too many bytes. */
export type TileCache = {
  get(name: string): Uint8Array | undefined
  keep(name: string, tile: Uint8Array): void
}

/** What a name and its place in the map take beside the tile. */
const OVERHEAD_BYTES = 200

export function createTileCache(most_bytes: number): TileCache {
  const tiles = new Map<string, Uint8Array>()
  let held_bytes = 0
  const drop = (name: string, tile: Uint8Array) => {
    tiles.delete(name)
    held_bytes -= tile.length + OVERHEAD_BYTES
  }
  return {
    get(name) {
      const tile = tiles.get(name)
      if (!tile) return undefined
      // Put back at the end: a map keeps the order in which its names came.
      tiles.delete(name)
      tiles.set(name, tile)
      return tile
    },
    keep(name, tile) {
      const before = tiles.get(name)
      if (before) drop(name, before)
      tiles.set(name, tile)
      held_bytes += tile.length + OVERHEAD_BYTES
      for (const [oldest, its] of tiles) {
        if (held_bytes <= most_bytes) break
        drop(oldest, its)
      }
    },
  }
}
