import { type Clock, toIso } from '#kernel/clock'
import { explainDecision, type RoutingDecision, type SignalFacts } from '#modules/agreements'
import type { Survey, Surveyed } from '#modules/cases'
import { checkPlace } from '#modules/places'
import { namesOf } from './names.ts'
import { locate } from './report-signal.ts'
import type { Town, Towns } from './town.ts'

/** As many as somebody can be asked to choose from. */
const MOST_CHOICES = 12
/** Farther than this it is another spot. */
const CHOICES_WITHIN_M = 60

/** Looks at a place as a signal of a category would be looked at, and records nothing. */
export function createSurvey({ towns, clock }: { towns: Towns; clock: Clock }): Survey {
  return async (municipality, { category: id, lon, lat, accuracy, asset: named }, locale) => {
    const town = await towns.get(municipality)
    const category = town.categories.get(id)
    if (!category?.isReportable) return { ok: false, problem: 'category-unknown' }
    const hasPlace = lon !== undefined && lat !== undefined
    if (!hasPlace && named === undefined) return { ok: false, problem: 'place-missing' }
    const judged = hasPlace ? checkPlace({ lon, lat }, town.surroundings) : undefined
    if (judged && !judged.ok)
      return { ok: false, problem: judged.reason, detail: judged.detail[locale] }
    const near = hasPlace ? ([lon, lat] as const) : undefined
    const asset =
      named === undefined
        ? undefined
        : (town.assets.byId(named) ?? town.assets.byPublicNumber(named, near))
    if (named !== undefined && asset === undefined) return { ok: false, problem: 'asset-unknown' }
    const located = locate(town, {
      category: category.id,
      ...(hasPlace && {
        place: { lon, lat, ...(accuracy === undefined ? {} : { accuracy_m: accuracy }) },
      }),
      ...(asset && { asset: asset.id }),
    })
    const now_ms = clock()
    const facts: SignalFacts = {
      category: category.id,
      areas: located.areas,
      ...(located.asset && { asset: located.asset }),
      priority: category.priority,
      clusterLevel: 'single',
      at_ms: now_ms,
      excluded: [],
    }
    const { rules } = town
    return {
      ok: true,
      category,
      rules,
      facts,
      place: located.place,
      isAssetUncertain: located.isAssetUncertain,
      choices: choicesOf(town, category.assetTypes, located.place),
      outlook: outlookOf(rules.route(facts, now_ms), town, { facts, locale, now_ms }),
    }
  }
}

function choicesOf(
  { assets }: Town,
  types: readonly string[],
  place: Surveyed['place'],
): Surveyed['choices'] {
  if (!place || types.length === 0) return []
  return assets
    .nearest([place.lon, place.lat], { types, radius_m: CHOICES_WITHIN_M, most: MOST_CHOICES })
    .map(({ asset, distance_m }) => {
      const { id, type, publicNumber, street } = asset
      const [lon, lat] = asset.place
      return {
        id,
        type,
        ...(publicNumber === undefined ? {} : { publicNumber }),
        ...(street === undefined ? {} : { street }),
        place: { lon, lat },
        distance: Math.round(distance_m * 10) / 10,
      }
    })
}

function outlookOf(
  decision: RoutingDecision,
  town: Town,
  { facts, locale, now_ms }: { facts: SignalFacts; locale: 'nl' | 'en'; now_ms: number },
): Surveyed['outlook'] {
  const { outcome } = decision
  const { sentence } = explainDecision(decision, namesOf(town, locale), locale)
  const told = { outcome: outcome.kind, sentence }
  if (outcome.kind === 'desk')
    return 'stated' in outcome
      ? { ...told, role: outcome.reason, because: outcome.stated.because }
      : told
  const agreement = town.rules.agreement(outcome.agreement, outcome.version)
  const { party: id } = outcome
  return {
    ...told,
    party: { id, name: town.parties.get(id)?.name ?? id },
    ...(agreement?.askAt ? { askAt: agreement.askAt } : {}),
    ...(agreement && outcome.kind === 'party'
      ? { expectedBy: toIso(town.rules.reporterBy(agreement, facts.priority, now_ms)) }
      : {}),
  }
}
