import type { Priority } from '#modules/categories'
import { type Agreement, type Duration, MILESTONES, OFFICE_HOURS } from './agreement.ts'
import { type Calendar, DUTCH_CALENDAR } from './calendar.ts'
import type { Cause } from './causes.ts'
import { DAY_MS, HOUR_MS } from './local-time.ts'
import { isOpenAt, type OpeningHours, openingHours } from './opening-hours.ts'
import {
  afterWorkingTime_ms,
  beforeWorkingTime_ms,
  onWorkingDays,
  type Windows,
  withinOpeningHours,
} from './working-time.ts'

export type Milestone = (typeof MILESTONES)[number]

/** The moment by which a party must have reached a milestone. */
export type MilestoneTerm = {
  milestone: Milestone
  by_ms: number
  /** In what it was counted; absent: by the clock, by day and night. */
  counted?: 'working-days' | 'working-hours'
  /** From when party and desk are warned; absent where nothing is agreed of it, or no time is left for it. */
  warn_ms?: number
  /** The cause for which this date holds, and how long that may take. */
  finding?: Cause
  within?: Duration
}

/**
 * The moments that follow from an agreement. `startsAt_ms` is absent as long as the party's clock
 * has not begun.
 */
export type Terms = {
  reporterBy_ms: number
  startsAt_ms?: number
  partyBy: readonly MilestoneTerm[]
}

export type TermsQuestion = {
  terms: Agreement['terms']
  priority: Priority
  /** What the party found to be the cause, once it has. */
  finding?: Cause
  /** The first signal: the reporter's clock runs from here. */
  received_ms: number
  /**
   * Of the party's clock: receipt or acceptance, as the agreement names it. Receipt is
   * `received_ms` if not given.
   */
  startsFrom_ms?: number
  calendar?: Calendar
}

const LAST_SECOND_MS = DAY_MS - 1000
/**
 * Longer than any party is closed: one that opens on one weekday only may meet two holidays in a
 * row.
 */
const OPENS_WITHIN_DAYS = 60

/**
 * The moments by which something must have happened. What a duration means:
 *
 * - *hours* run on by day and night: 2 hours are 7200 seconds, also when the clock moves.
 * - *working hours* run within the opening hours only, holidays counting as Sundays; what fills a
 *   day ends at closing time.
 * - *n calendar days* end at 23:59:59 of the nth day after the day it starts on.
 * - *n working days* end at closing time (17:00 if the agreement names no opening hours) of the nth
 *   working day after the day it starts on, whatever the hour it starts at.
 *
 * So a later start never ends earlier. Where several milestones of one name fit, `milestoneFor`
 * tells which one counts.
 */
export function computeTerms(question: TermsQuestion): Terms {
  const { terms, received_ms, calendar = DUTCH_CALENDAR } = question
  const hours = openingHours(terms.openingHours ?? OFFICE_HOURS)
  const startsAt_ms = startOf(question, hours, calendar)
  const reporterBy_ms = endOf(terms.reporter, received_ms, hours, calendar)
  if (startsAt_ms === undefined) return { reporterBy_ms, partyBy: [] }
  const partyBy = MILESTONES.flatMap((name): MilestoneTerm[] => {
    const [first] = fitting(question, name)
      .map((one) => ({ ...one, by_ms: endOf(one.within, startsAt_ms, hours, calendar) }))
      .toSorted((a, b) => a.by_ms - b.by_ms)
    if (!first) return []
    const { by_ms, within, findings } = first
    const warn_ms = warningOf(terms, { startsAt_ms, by_ms }, hours, calendar)
    const isCounted = within.unit === 'working-days' || within.unit === 'working-hours'
    return [
      {
        milestone: name,
        by_ms,
        ...(isCounted ? { counted: within.unit as 'working-days' | 'working-hours' } : {}),
        ...(warn_ms === undefined ? {} : { warn_ms }),
        ...(question.finding && findings.length > 0 ? { finding: question.finding, within } : {}),
      },
    ]
  })
  return { reporterBy_ms, startsAt_ms, partyBy }
}

/**
 * By when it is to be done, else by when the reporter may expect it: of `computeTerms` the one moment, for who asks it of
 * a million cases. Where the party's clock has not begun there is only the reporter's.
 */
export function doneBy_ms(question: TermsQuestion): number {
  const { terms, received_ms, calendar = DUTCH_CALENDAR } = question
  const hours = openingHours(terms.openingHours ?? OFFICE_HOURS)
  const startsAt_ms = startOf(question, hours, calendar)
  let done_ms = Infinity
  if (startsAt_ms !== undefined)
    for (const { within } of fitting(question, 'done'))
      done_ms = Math.min(done_ms, endOf(within, startsAt_ms, hours, calendar))
  return done_ms < Infinity ? done_ms : endOf(terms.reporter, received_ms, hours, calendar)
}

/**
 * Of milestones of one name, those that name the cause come before those that do not: whoever knows what is broken
 * knows what it takes. Then those that name the priority; of what is left the earliest counts.
 */
function fitting({ terms, priority, finding }: TermsQuestion, milestone: Milestone) {
  const all = terms.party.milestones.filter(
    ({ name, priorities, findings }) =>
      name === milestone &&
      (priorities.length === 0 || priorities.includes(priority)) &&
      (findings.length === 0 || (finding !== undefined && findings.includes(finding))),
  )
  const known = preferred(all, ({ findings }) => findings.length > 0)
  return preferred(known, ({ priorities }) => priorities.length > 0)
}

function preferred<One>(all: readonly One[], isNaming: (one: One) => boolean): readonly One[] {
  const naming = all.filter(isNaming)
  return naming.length > 0 ? naming : all
}

function startOf(
  { terms, received_ms, startsFrom_ms }: TermsQuestion,
  hours: OpeningHours,
  calendar: Calendar,
): number | undefined {
  switch (terms.party.startsAt) {
    case 'receipt':
      return startsFrom_ms ?? received_ms
    case 'acceptance':
      return startsFrom_ms
    case 'next-opening-hour':
      return nextOpen_ms(startsFrom_ms ?? received_ms, hours, calendar)
  }
}

/** The moment itself when it is within opening hours, else the next opening. */
function nextOpen_ms(at_ms: number, hours: OpeningHours, calendar: Calendar): number {
  const { clock, openingDayOf } = calendar
  const wall_ms = clock.wall_ms(at_ms)
  if (isOpenAt(hours, wall_ms, openingDayOf)) return at_ms
  const today = Math.floor(wall_ms / DAY_MS)
  for (let day = today; day <= today + OPENS_WITHIN_DAYS; day++) {
    const opening_ms = day * DAY_MS + hours.from_ms
    if (opening_ms < wall_ms || !hours.isOpenOn[openingDayOf(day)]) continue
    // In the hour that comes twice in autumn, the first opening may already lie behind.
    return Math.max(at_ms, clock.at_ms(opening_ms))
  }
  throw new Error(`no opening within ${OPENS_WITHIN_DAYS} days`)
}

/** The moment at which a duration ends that begins at another. */
export function endOf(
  { amount, unit }: Duration,
  start_ms: number,
  hours: OpeningHours,
  calendar: Calendar,
): number {
  const { clock, isWorkingDay } = calendar
  if (unit === 'hours') return start_ms + amount * HOUR_MS
  if (unit === 'working-hours') {
    const windows = withinOpeningHours(hours, calendar)
    return afterWorkingTime_ms(start_ms, amount * HOUR_MS, windows, calendar)
  }
  let day = Math.floor(clock.wall_ms(start_ms) / DAY_MS)
  if (unit === 'calendar-days') return clock.at_ms((day + amount) * DAY_MS + LAST_SECOND_MS)
  for (let left = amount; left > 0; ) {
    day++
    if (isWorkingDay(day)) left--
  }
  return clock.at_ms(day * DAY_MS + hours.to_ms)
}

function warningOf(
  { warnBefore }: Agreement['terms'],
  { startsAt_ms, by_ms }: { startsAt_ms: number; by_ms: number },
  hours: OpeningHours,
  calendar: Calendar,
): number | undefined {
  if (warnBefore === undefined) return undefined
  const warn_ms =
    'share' in warnBefore
      ? Math.round(by_ms - warnBefore.share * (by_ms - startsAt_ms))
      : before(warnBefore, by_ms, hours, calendar)
  return warn_ms > startsAt_ms ? warn_ms : undefined
}

/** So long before a moment; days end at the same time of day. */
function before(
  { amount, unit }: Duration,
  by_ms: number,
  hours: OpeningHours,
  calendar: Calendar,
): number {
  const { clock, isWorkingDay } = calendar
  if (unit === 'hours') return by_ms - amount * HOUR_MS
  if (unit === 'working-hours') {
    const windows = withinOpeningHours(hours, calendar)
    return beforeWorkingTime_ms(by_ms, amount * HOUR_MS, windows, calendar)
  }
  const wall_ms = clock.wall_ms(by_ms)
  const last = Math.floor(wall_ms / DAY_MS)
  let day = last
  if (unit === 'calendar-days') day -= amount
  else
    for (let left = amount; left > 0; ) {
      day--
      if (isWorkingDay(day)) left--
    }
  return clock.at_ms(wall_ms - (last - day) * DAY_MS)
}

/** The stretches in which a date that was counted so moves on. */
export function windowsOf(
  counted: NonNullable<MilestoneTerm['counted']>,
  hours: OpeningHours,
  calendar: Calendar,
): Windows {
  return counted === 'working-days'
    ? onWorkingDays(hours, calendar)
    : withinOpeningHours(hours, calendar)
}
