/** What a page tells its map, as JSON in `data-options`. */
export type MapOptions = {
  /** `look`: at cases and areas. `pick`: a place, or one of the objects there. */
  mode: 'look' | 'pick'
  municipality: string
  /** West, south, east, north. */
  bounds: [number, number, number, number]
  base: { style?: string; zooms?: { from: number; to: number }; attribution?: string }
  /** Where it begins; without it the whole municipality. It goes there, too, when another place is told later. */
  at?: { lon: number; lat: number; asset?: string }
  /** Of a map to look at: marks where it begins. */
  isMarked?: boolean
  /** Of a map to look at: what the number of a case is put behind to get to its page. */
  casesAt?: string
  /** To pick from; without it a place alone. */
  assetTypes?: string[]
  words: MapWords
}

export type MapWords = {
  map: string
  noMap: string
  /** Of the types of objects: how one is called. */
  types: Record<string, string>
  status: { open: string; done: string; closed: string }
  cases: string
  here: string
  chosen: string
  nothingNear: string
  near: string
  alreadyReported: string
  metres: string
  zoomIn: string
  zoomOut: string
  locate: string
  locateFailed: string
  help: { windows: string; mac: string; mobile: string }
}
