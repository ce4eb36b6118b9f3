import { z } from '@hono/zod-openapi'
import { toIso } from '#kernel/clock'
import { hrefOf, type Locale } from '#platform/operation'
import type { CaseRow } from '../case-queries.ts'
import type { NamedContact } from '../named-contact.ts'
import { CaseView, caseView, Instant } from './case-view.ts'
import type { TownView } from './town-view.ts'

export const ReporterContact = z
  .object({
    email: z.string().optional(),
    phone: z.string().optional(),
    firstName: z.string().optional(),
    lastName: z.string().optional(),
    postalAddress: z.string().optional(),
  })
  .openapi('ReporterContact', { description: 'As far as it was given and is not destroyed.' })

export const NamedContactView = z
  .object({ name: z.string(), note: z.string().optional(), notedAt: Instant })
  .openapi('NamedContact', { description: 'Whom this reporter deals with at the municipality.' })

export const ReporterView = z
  .object({
    href: z.string(),
    reporter: z.string().openapi({ description: 'A pseudonym; it tells nothing of the person.' }),
    namedContact: NamedContactView.optional(),
    cases: z.array(CaseView),
  })
  .openapi('Reporter')

/** A pseudonym as it stands in an address. */
export const reporterOf = (person: string): string => person.slice('person/'.length)
export const personOf = (reporter: string): string => `person/${reporter}`
export const ReporterPath = z.object({ reporter: z.string().regex(/^[A-Za-z0-9_-]{43}$/) })

export const reporterHref = (municipality: string, reporter: string) =>
  hrefOf(['reporters', reporter], { municipality })

export function namedContactView({ name, note, noted_ms }: NamedContact) {
  return { name, ...(note === undefined ? {} : { note }), notedAt: toIso(noted_ms) }
}

export function reporterView(
  municipality: string,
  person: string,
  {
    rows,
    namedContact,
    town,
    locale,
    now_ms,
  }: {
    rows: readonly CaseRow[]
    namedContact: NamedContact | undefined
    town: TownView
    locale: Locale
    now_ms: number
  },
): z.input<typeof ReporterView> {
  const reporter = reporterOf(person)
  return {
    href: reporterHref(municipality, reporter),
    reporter,
    ...(namedContact && { namedContact: namedContactView(namedContact) }),
    cases: rows.map((row) => caseView(municipality, row, { town, sight: 'staff', locale, now_ms })),
  }
}
