import type { ClusterTerms, GatheringLevel } from './cluster-terms.ts'
import type { ClusterLevel, GatheredFacts } from './routing-decision.ts'

type Locale = 'nl' | 'en'

const NAMES: Record<Locale, Record<GatheringLevel, string>> = {
  nl: { segment: 'Een rij', cabinet: 'Een kast', 'switching-area': 'Een schakelgebied' },
  en: { segment: 'A row', cabinet: 'A cabinet', 'switching-area': 'A switching area' },
}

const OF: Record<Locale, Record<ClusterLevel, string>> = {
  nl: {
    single: 'één object',
    segment: 'één kabel of één rij',
    cabinet: 'één kast',
    'switching-area': 'één schakelgebied',
  },
  en: {
    single: 'one object',
    segment: 'one cable or one row',
    cabinet: 'one cabinet',
    'switching-area': 'one switching area',
  },
}

/** What the level is called at the head of a line. */
export function clusterNameOf(level: GatheringLevel, locale: Locale): string {
  return NAMES[locale][level]
}

/** The terms of one level in one line: from how many, and within which time. */
export function clusterInWords(terms: ClusterTerms, locale: Locale): string {
  const { from, withinMinutes, rowGap_m, settleMinutes } = terms
  const within = durationOf(withinMinutes, locale)
  const settle = durationOf(settleMinutes, locale)
  if (locale === 'nl') {
    const row =
      rowGap_m === undefined ? '' : `, in een straat met hooguit ${rowGap_m} meter ertussen`
    return `vanaf ${from} binnen ${within}${row}; ${settle} na afloop weer apart`
  }
  const row = rowGap_m === undefined ? '' : `, in a street no more than ${rowGap_m} metres apart`
  return `from ${from} within ${within}${row}; apart again ${settle} after it was done`
}

/** Why several faults are one problem, for the reader of a decision. */
export function gatheredInWords(
  { members, from, withinMinutes }: GatheredFacts,
  level: ClusterLevel,
  locale: Locale,
): string {
  const within = durationOf(withinMinutes, locale)
  const of = OF[locale][level]
  return locale === 'nl'
    ? `Het gaat om ${members} objecten van ${of}. De afspraak zegt: vanaf ${from} binnen ${within} is dat één storing.`
    : `It is about ${members} objects of ${of}. The agreement says: from ${from} within ${within} this is one fault.`
}

function durationOf(minutes: number, locale: Locale): string {
  const isHours = minutes % 60 === 0
  const amount = isHours ? minutes / 60 : minutes
  if (locale === 'nl') return isHours ? `${amount} uur` : many(amount, 'minuut', 'minuten')
  return isHours ? many(amount, 'hour', 'hours') : many(amount, 'minute', 'minutes')
}

const many = (amount: number, one: string, more: string) => `${amount} ${amount === 1 ? one : more}`
