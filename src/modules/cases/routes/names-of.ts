import type { DecisionNames } from '#modules/agreements'
import type { Locale } from '#platform/operation'

/** How the things of one municipality are called, for decisions in words. */
export type NamesOf = (municipality: string, locale: Locale) => Promise<DecisionNames>
