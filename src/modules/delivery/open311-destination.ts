const BY_OPEN311 = 'open311/'

/** The destination of what goes to an organisation's own Open311 server. */
export const byOpen311To = (organisation: string): string => BY_OPEN311 + organisation

/** The organisation whose Open311 server is meant; of any other destination none. */
export function organisationByOpen311(destination: string): string | undefined {
  return destination.startsWith(BY_OPEN311) ? destination.slice(BY_OPEN311.length) : undefined
}
