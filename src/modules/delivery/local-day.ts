const DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' })

/** The local date at a moment, as an ISO date. */
export function localDay(at_ms: number): string {
  return DAY.format(at_ms)
}
