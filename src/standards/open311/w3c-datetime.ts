const W3C =
  /^(\d{4})-(\d\d)-(\d\d)T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,9}))?)?(?:Z|([+ -])(0\d|1[0-4]):([0-5]\d))$/

/** Beyond it a year has five digits, which no date of the standard has, nor any that we write. */
export const LAST_MS = Date.UTC(9999, 11, 31, 23, 59, 59, 999)

/**
 * Reads a time of https://www.w3.org/TR/NOTE-datetime in milliseconds, or undefined. The zone is
 * required (GeoReport v2, Date/time format). A space stands for the `+` that a client forgot to
 * escape in an address.
 */
export function parseW3cDatetime(text: string): number | undefined {
  const match = W3C.exec(text)
  if (match === null) return undefined
  const [year, month, day, hour, minute, second] = match
    .slice(1, 7)
    .map((part) => Number(part ?? 0))
  const midnight = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day))
  // Date.UTC carries 30 February over into March.
  if (midnight.getUTCDate() !== day || midnight.getUTCMonth() + 1 !== month) return undefined
  const fraction_ms = Math.floor(Number(`0.${match[7] ?? '0'}`) * 1000)
  const offset_min = Number(match[9] ?? 0) * 60 + Number(match[10] ?? 0)
  const local_min = (hour ?? 0) * 60 + (minute ?? 0)
  const utc_min = local_min + (match[8] === '-' ? offset_min : -offset_min)
  const at_ms = midnight.getTime() + utc_min * 60_000 + (second ?? 0) * 1000 + fraction_ms
  return at_ms > LAST_MS ? undefined : at_ms
}

/** Writes `2010-01-01T00:00:00Z`: some clients refuse fractional seconds. */
export function formatW3cDatetime(at_ms: number): string {
  return `${new Date(at_ms).toISOString().slice(0, 19)}Z`
}
