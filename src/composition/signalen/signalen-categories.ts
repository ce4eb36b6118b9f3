import { Category } from '#modules/categories'
import type { SignalenRow } from './read-signalen.ts'
import type { Visibility } from './visibilities.ts'

/** Main categories that are about persons, their home or crime, by a part of their slug. */
const SENSITIVE_MAINS =
  /(^|-)(personen|wonen|woning\w*|zorg|huiselijk|jeugd|ondermijning|mensenhandel)(-|$)/
/** Subcategories that are so under any main category. */
const SENSITIVE_SLUGS =
  /(^|-)(personen|jongeren\w*|dakloz\w*|drugs\w*|woningdelen|leegstand|onderhuur|huiselijk|mensenhandel)(-|$)/

/** Of these a person decides who may see them; no import takes them for public. */
export function sensitiveOf(rows: readonly SignalenRow[]): SignalenRow[] {
  return rows.filter(({ main, slug }) => SENSITIVE_MAINS.test(main) || SENSITIVE_SLUGS.test(slug))
}

/** The tree: main categories that nobody reports by themselves, and under each its subcategories. */
export function signalenCategories(
  rows: readonly SignalenRow[],
  visibilities: ReadonlyMap<string, Visibility>,
): Category[] {
  const slugs = new Set(rows.map(({ slug }) => slug))
  const mainId = (main: string) => (slugs.has(main) ? `hoofd-${main}`.slice(0, 64) : main)
  const mains = [...new Set(rows.map(({ main }) => main))].map((main) => {
    const name = spoken(main)
    return Category.parse({
      id: mainId(main),
      name: inDutch(name),
      description: inDutch(name),
      untranslated: ['en'],
      isReportable: false,
    })
  })
  const subs = rows.map(({ main, slug, name, description, isActive }) =>
    Category.parse({
      id: slug,
      parent: mainId(main),
      name: inDutch(name),
      description: inDutch(description || name),
      untranslated: ['en'],
      isReportable: isActive,
      visibility: visibilities.get(slug) ?? 'public',
    }),
  )
  return [...mains, ...subs]
}

/** English is not known: the Dutch stands in its place, and the category says so. */
const inDutch = (nl: string) => ({ nl, en: nl })

function spoken(slug: string): string {
  const words = slug.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
