import { z } from '@hono/zod-openapi'
import { DUTCH_CALENDAR, Hours, isOpenAt, openingHours } from '#modules/agreements'

const Id = z.string().regex(/^[A-Za-z0-9][\w.-]{0,79}$/)

/**
 * Somebody who can be called: by mail, by the webhook of an organisation, or both. The id stands in the journal and
 * names a function, never a person.
 */
export const DutyContact = z
  .strictObject({
    id: Id,
    name: z.string().trim().min(1).max(100),
    /** When this contact is on duty; empty: always. A public holiday counts as a Sunday. */
    hours: z.array(Hours).max(14).default([]),
    /** How long this contact is waited for before the next one is called. */
    minutes: z.int().min(1).max(240),
    email: z.email().max(254).optional(),
    phone: z
      .string()
      .regex(/^\+?[\d ()-]{6,20}$/)
      .optional(),
    organisation: Id.optional(),
  })
  .refine((contact) => contact.email !== undefined || contact.organisation !== undefined, {
    path: ['email'],
    message: 'a contact is called by `email` or through an `organisation`: name one of them',
  })
export type DutyContact = z.infer<typeof DutyContact>

/** Who is called when it is dangerous, one after another, until somebody has taken over. */
export const DutyRoster = z
  .strictObject({
    id: Id,
    title: z.string().trim().min(1).max(200),
    contacts: z.array(DutyContact).min(1).max(20),
  })
  .superRefine(({ contacts }, context) => {
    const ids = contacts.map(({ id }) => id)
    for (const [at, id] of ids.entries())
      if (ids.indexOf(id) < at)
        context.addIssue({
          code: 'custom',
          path: ['contacts', at, 'id'],
          message: `${id} is also contacts[${ids.indexOf(id)}]`,
        })
  })
export type DutyRoster = z.infer<typeof DutyRoster>

/** The roster of a municipality where the agreement names no other. */
export const DEFAULT_ROSTER = 'danger'

/** What a contact is reached by: personal, and kept apart from the roster. */
export type Reach = Pick<DutyContact, 'name' | 'email' | 'phone'>

/** A roster without anything of a person: what rules and journal see of it. */
export type OpenContact = Pick<DutyContact, 'id' | 'hours' | 'minutes' | 'organisation'>
export type OpenRoster = { id: string; title: string; contacts: readonly OpenContact[] }

export function openRosterOf({ id, title, contacts }: DutyRoster): OpenRoster {
  return {
    id,
    title,
    contacts: contacts.map(({ id, hours, minutes, organisation }) => ({
      id,
      hours,
      minutes,
      ...(organisation === undefined ? {} : { organisation }),
    })),
  }
}

export type NextContact = { contact: string; step: number; until_ms: number }

/**
 * Who is called next, after `step` places of the roster were passed: the first after them who is on duty at this
 * moment. Undefined when there is nobody left.
 */
export function nextContact(
  roster: OpenRoster,
  step: number,
  now_ms: number,
): NextContact | undefined {
  for (const [at, contact] of roster.contacts.entries()) {
    if (at < step || !isOnDuty(contact, now_ms)) continue
    return { contact: contact.id, step: at + 1, until_ms: now_ms + contact.minutes * 60_000 }
  }
  return undefined
}

function isOnDuty({ hours }: OpenContact, now_ms: number): boolean {
  const { clock, openingDayOf } = DUTCH_CALENDAR
  const wall_ms = clock.wall_ms(now_ms)
  return (
    hours.length === 0 || hours.some((one) => isOpenAt(openingHours(one), wall_ms, openingDayOf))
  )
}
