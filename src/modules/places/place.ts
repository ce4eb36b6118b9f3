import type { LonLat, Polygonal } from '#kernel/geometry'

/** What an area is for; `municipality` is the boundary itself. */
export const AREA_KINDS = [
  'municipality',
  'district',
  'neighbourhood',
  'contract-zone',
  'management-area',
  'switching-area',
  'road',
  'parcel',
] as const
export type AreaKind = (typeof AREA_KINDS)[number]

/** A polygon with a kind. `manager` is the organisation that manages the ground, if one is known. */
export type Area = {
  id: string
  kind: AreaKind
  name: string
  manager?: string
  geometry: Polygonal
}

/**
 * A thing in public space. Owner, manager and maintainer are organisation ids and three different facts
 * (eigenaar, beheerder, onderhouder). `parent` is the asset it hangs from: lamp ▸ segment ▸ cabinet ▸ switching area.
 */
export type Asset = {
  id: string
  /** lamp-post, segment, cabinet, drain, tree, bench, waste-container, traffic-light, … */
  type: string
  publicNumber?: string
  place: LonLat
  street?: string
  owner?: string
  manager?: string
  maintainer?: string
  /** The local date until which whoever placed it answers for it. */
  warrantyUntil?: string
  parent?: string
}
