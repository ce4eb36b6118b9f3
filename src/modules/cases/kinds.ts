import { OFFICE_KINDS, type OfficeKind } from '#modules/directory'

/**
 * What a signal is. Only a fault is routed by agreements and counts in the figures, whether a person tells it or the
 * thing itself; anything else goes to the office of its kind with its date of receipt.
 */
export const SIGNAL_KINDS = ['fault', ...OFFICE_KINDS] as const
export type SignalKind = (typeof SIGNAL_KINDS)[number]

/** How a person reached the municipality, where the door is not all that there is to say. */
export const CHANNELS = [
  'web',
  'app',
  'phone',
  'counter',
  'letter',
  'e-mail',
  'social-media',
  'own-observation',
] as const
export type Channel = (typeof CHANNELS)[number]

/** Of a signal as it is recorded, where a thing that tells a fault has a name of its own. */
export function officeKindOf(kind: 'device' | OfficeKind | undefined): OfficeKind | undefined {
  return kind === 'device' ? undefined : kind
}

/** Of what an office answers, no more is in sight than how it stands. */
export function officeVisibility(visibility: 'public' | 'status-only' | 'confidential') {
  return visibility === 'confidential' ? visibility : 'status-only'
}
