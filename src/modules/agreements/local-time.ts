import { Temporal } from 'temporal-polyfill'

export const MINUTE_MS = 60_000
export const HOUR_MS = 3_600_000
export const DAY_MS = 86_400_000

/**
 * The clock on the wall of one time zone, as plain numbers. `wall_ms` is what the wall shows,
 * written as if it were UTC: its whole days count from 1970-01-01 local, its rest is the time of
 * day.
 */
export type WallClock = {
  wall_ms(at_ms: number): number
  /**
   * Of a time that does not exist (spring), the moment at which the clock moves; of one that comes
   * twice, the first.
   */
  at_ms(wall_ms: number): number
}

type Stretch = { from_ms: number; to_ms: number; offset_ms: number }

const clocks = new Map<string, WallClock>()

/** The wall clock of an IANA time zone; the same zone gives the same object. */
export function wallClockOf(zone: string): WallClock {
  const known = clocks.get(zone)
  if (known) return known
  const clock = createWallClock(zone)
  clocks.set(zone, clock)
  return clock
}

/** A local date (`2026-03-29`) as its day number since 1970-01-01. */
export function dayOf(localDate: string): number {
  return Date.parse(`${localDate}T00:00:00Z`) / DAY_MS
}

/** The moment at which a local date begins. */
export function startOfDate_ms(clock: WallClock, localDate: string): number {
  return clock.at_ms(dayOf(localDate) * DAY_MS)
}

/** Monday = 0 … Sunday = 6; day 0 (1970-01-01) was a Thursday. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7
}

function createWallClock(zone: string): WallClock {
  const stretches: Stretch[] = []
  let last: Stretch = { from_ms: 0, to_ms: 0, offset_ms: 0 }

  // Two stretches a year: a handful is all that a running program ever sees.
  function stretchOf(at_ms: number): Stretch {
    if (at_ms >= last.from_ms && at_ms < last.to_ms) return last
    let found = stretches.find((stretch) => at_ms >= stretch.from_ms && at_ms < stretch.to_ms)
    if (!found) {
      found = stretchAt(zone, at_ms)
      stretches.push(found)
    }
    last = found
    return found
  }

  return {
    wall_ms: (at_ms) => at_ms + stretchOf(at_ms).offset_ms,
    at_ms: (wall_ms) => {
      const before = stretchOf(wall_ms - DAY_MS)
      if (wall_ms - before.offset_ms < before.to_ms) return wall_ms - before.offset_ms
      const after = stretchOf(before.to_ms)
      return Math.max(after.from_ms, wall_ms - after.offset_ms)
    },
  }
}

function stretchAt(zone: string, at_ms: number): Stretch {
  const now = Temporal.Instant.fromEpochMilliseconds(at_ms).toZonedDateTimeISO(zone)
  // `previous` looks strictly before: a millisecond on, a change at this very moment is found too.
  const previous = now.add({ milliseconds: 1 }).getTimeZoneTransition('previous')
  return {
    from_ms: previous?.epochMilliseconds ?? -Infinity,
    to_ms: now.getTimeZoneTransition('next')?.epochMilliseconds ?? Infinity,
    offset_ms: now.offsetNanoseconds / 1_000_000,
  }
}

/** The moment at which a local date begins in the Netherlands. */
export function startOfLocalDate_ms(localDate: string): number {
  return startOfDate_ms(wallClockOf('Europe/Amsterdam'), localDate)
}
