/** The only way to ask what time it is, in milliseconds since 1970 (UTC); tests hand in their own. */
export type Clock = () => number

export const systemClock: Clock = () => Date.now()

/** RFC 3339 with `Z`, to the millisecond: the one way an instant is written in events and answers. */
export function toIso(at_ms: number): string {
  return new Date(at_ms).toISOString()
}
