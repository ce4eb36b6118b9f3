import type { Priority } from '#modules/categories'
import { type Agreement, type Duration, type Hours, MILESTONES } from './agreement.ts'
import { type Calendar, DUTCH_CALENDAR } from './calendar.ts'
import { DAY_MS, HOUR_MS } from './local-time.ts'
import { isOpenAt, type OpeningHours, openingHours } from './opening-hours.ts'

export type Milestone = (typeof MILESTONES)[number]

/**
 * The moments that follow from an agreement. `startsAt_ms` is absent as long as the party's clock
 * has not begun.
 */
export type Terms = {
  reporterBy_ms: number
  startsAt_ms?: number
  partyBy: readonly { milestone: Milestone; by_ms: number }[]
}

export type TermsQuestion = {
  terms: Agreement['terms']
  priority: Priority
  /** The first signal: the reporter's clock runs from here. */
  received_ms: number
  /**
   * Of the party's clock: receipt or acceptance, as the agreement names it. Receipt is
   * `received_ms` if not given.
   */
  startsFrom_ms?: number
  calendar?: Calendar
}

const OFFICE_HOURS: Hours = {
  days: ['mon', 'tue', 'wed', 'thu', 'fri'],
  from: '08:00',
  to: '17:00',
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
 * - *n calendar days* end at 23:59:59 of the nth day after the day it starts on.
 * - *n working days* end at closing time (17:00 if the agreement names no opening hours) of the nth
 *   working day after the day it starts on, whatever the hour it starts at.
 *
 * So a later start never ends earlier. Where several milestones of one name fit, those that name
 * the priority come before those that do not, and of these the earliest counts.
 */
export function computeTerms(question: TermsQuestion): Terms {
  const { terms, priority, received_ms, calendar = DUTCH_CALENDAR } = question
  const hours = openingHours(terms.openingHours ?? OFFICE_HOURS)
  const startsAt_ms = startOf(question, hours, calendar)
  const reporterBy_ms = endOf(terms.reporter, received_ms, hours, calendar)
  if (startsAt_ms === undefined) return { reporterBy_ms, partyBy: [] }
  const partyBy = MILESTONES.flatMap((milestone) => {
    const fitting = terms.party.milestones.filter(({ name, priorities }) => {
      return name === milestone && (priorities.length === 0 || priorities.includes(priority))
    })
    const naming = fitting.filter(({ priorities }) => priorities.length > 0)
    const ends = (naming.length > 0 ? naming : fitting).map(({ within }) =>
      endOf(within, startsAt_ms, hours, calendar),
    )
    return ends.length > 0 ? [{ milestone, by_ms: Math.min(...ends) }] : []
  })
  return { reporterBy_ms, startsAt_ms, partyBy }
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

function endOf(
  { amount, unit }: Duration,
  start_ms: number,
  hours: OpeningHours,
  { clock, isWorkingDay }: Calendar,
): number {
  if (unit === 'hours') return start_ms + amount * HOUR_MS
  let day = Math.floor(clock.wall_ms(start_ms) / DAY_MS)
  if (unit === 'calendar-days') return clock.at_ms((day + amount) * DAY_MS + LAST_SECOND_MS)
  for (let left = amount; left > 0; ) {
    day++
    if (isWorkingDay(day)) left--
  }
  return clock.at_ms(day * DAY_MS + hours.to_ms)
}
