import type { z } from '@hono/zod-openapi'
import type { Agreement } from '#modules/agreements'

/** An agreement as it is written here: what is left out gets its default. */
export type AgreementDraft = z.input<typeof Agreement>

type TermsDraft = AgreementDraft['terms']
type DurationDraft = TermsDraft['reporter']

/** What of the town the agreements speak of. */
export type Frame = {
  organisation: string
  /** Local dates (YYYY-MM-DD). */
  lastNewYear: string
  yearsAgo(years: number): string
  worksFrom: string
  worksTo: string
  /** Lamp posts whose new lamps are under warranty. */
  newLamps: string[]
  /** Ids of areas. */
  worksArea: string
  selfManagedArea: string
  trialArea: string
}

export const ALL_DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export const AT_NIGHT = { days: [...ALL_DAYS], from: '17:00', to: '08:00' }
export const ON_WORKDAYS = { days: [...ALL_DAYS.slice(0, 5)], from: '07:30', to: '16:30' }

/**
 * The ground on which the reporter's words may go along: the task of public interest (GDPR, article
 * 6(1)(e)).
 */
export const PUBLIC_TASK = 'AVG artikel 6 lid 1 onder e: taak van algemeen belang'

export function workingDays(amount: number): DurationDraft {
  return { amount, unit: 'working-days' }
}

export function calendarDays(amount: number): DurationDraft {
  return { amount, unit: 'calendar-days' }
}

export function hours(amount: number): DurationDraft {
  return { amount, unit: 'hours' }
}

/** Terms of a contract: danger made safe, urgent work and usual work done, from receipt. */
export function contractTerms(
  danger: DurationDraft,
  urgent: DurationDraft,
  usual: DurationDraft,
): TermsDraft {
  return {
    reporter: usual,
    party: {
      startsAt: 'receipt',
      milestones: [
        { name: 'made-safe', within: danger, priorities: ['danger'] },
        { name: 'done', within: urgent, priorities: ['danger', 'urgent'] },
        { name: 'done', within: usual, priorities: ['normal'] },
      ],
    },
    openingHours: ON_WORKDAYS,
  }
}

/** Terms where there is no contract: what may be expected, from the next opening hour. */
export function expectedTerms(usual: DurationDraft): TermsDraft {
  return {
    reporter: usual,
    party: { startsAt: 'next-opening-hour', milestones: [{ name: 'done', within: usual }] },
  }
}
