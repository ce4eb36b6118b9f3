import type { Polygonal } from '#kernel/geometry'
import type { BoundaryVersion } from './boundary.ts'

export const ORGANISATION_KINDS = [
  'municipality',
  'province',
  'water-board',
  'state',
  'contractor',
  'grid-operator',
  'housing-corporation',
  'residents-collective',
  'other',
] as const
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number]

/** National: people, keys and endpoint are the organisation's; its role in one municipality is a party. */
export type Organisation = { id: string; name: string; kind: OrganisationKind }

/** `isServed` is false for a neighbour of which only the boundary is known. */
export type Municipality = {
  id: string
  name: string
  organisation: string
  boundary: Polygonal
  contactEmail?: string
  isServed: boolean
}

export type KnownMunicipality = Omit<Municipality, 'boundary'> & {
  boundaries: readonly BoundaryVersion[]
}

/**
 * Whose key it is: the desk and the administrator of a municipality, a system that reports for it (integrator),
 * or an organisation that is a party.
 */
export const KEY_KINDS = ['desk', 'administrator', 'integrator', 'party'] as const
export type KeyKind = (typeof KEY_KINDS)[number]

/** `actions`: of a key that is narrower than its kind, all that it is for. */
export type ApiKey = { id: string; label: string; actions?: readonly string[] } & (
  | { kind: Exclude<KeyKind, 'party'>; municipality: string }
  | { kind: 'party'; organisation: string }
)
