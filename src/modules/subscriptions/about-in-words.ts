import type { Filter } from './filter.ts'

/** The names of what a filter holds; undefined where that is not known any more. */
export type FilterNames = {
  case: { number: string; category: string } | undefined
  area: string | undefined
  category: string | undefined
  /** Where a place is, within a sentence: "near Dorpsstraat". */
  place: string | undefined
}

/** What somebody follows, within a sentence and before a colon. */
export function aboutInWords(filter: Filter, names: FilterNames, locale: 'nl' | 'en'): string {
  const nl = locale === 'nl'
  if (filter.case !== undefined)
    return names.case
      ? `${nl ? 'melding' : 'report'} ${names.case.number} (${names.case.category})`
      : nl
        ? 'een melding die niet meer openbaar is'
        : 'a report that is not public any more'
  const what = names.category === undefined ? '' : ` ${nl ? 'over' : 'about'} ${names.category}`
  const reports = `${nl ? 'meldingen' : 'reports'}${what}`
  if (filter.place !== undefined) {
    const { radius_m } = filter.place
    const metres = nl ? `binnen ${radius_m} meter` : `within ${radius_m} metres`
    const there = names.place ?? (nl ? 'op de gekozen plek' : 'at the chosen place')
    return `${reports} ${there}, ${metres}`
  }
  if (filter.areas === undefined) return reports
  return `${reports} in ${names.area ?? (nl ? 'een gebied dat er niet meer is' : 'an area that is gone')}`
}
