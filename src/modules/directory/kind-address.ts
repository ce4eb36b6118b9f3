/** What a signal can be that is no fault: no agreement is about it, an office of the municipality answers it. */
export const OFFICE_KINDS = [
  'question',
  'complaint',
  'compliment',
  'request',
  'damage-claim',
] as const
export type OfficeKind = (typeof OFFICE_KINDS)[number]

/** The office that answers one kind of signal in one municipality. Its name is public, where it is reached is not. */
export type KindAddress = {
  kind: OfficeKind
  /** The name of the office, as the reporter reads it. */
  office: string
  email: string
  /** The party that the office is of, where it is not of the municipality itself. */
  organisation?: string
}
