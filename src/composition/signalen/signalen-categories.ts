import { Category } from '#modules/categories'
import type { SignalenRow } from './read-signalen.ts'
import type { Visibility } from './visibilities.ts'

/** Parts of a slug that say it is about persons, their home or crime. */
const SENSITIVE =
  /(^|-)(personen|wonen|woning\w*|zorg|huiselijk|jeugd|jongeren\w*|dakloz\w*|drugs\w*|ondermijning|mensenhandel|leegstand|onderhuur)(-|$)/

/** Of these a person decides who may see them; no import takes them for public. */
export function sensitiveOf(rows: readonly SignalenRow[]): SignalenRow[] {
  return rows.filter(({ main, slug }) => SENSITIVE.test(main) || SENSITIVE.test(slug))
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
