import { z } from '@hono/zod-openapi'
import { readStreams } from '#journal'
import { type Clock, toIso } from '#kernel/clock'
import { type IsKnown, knownBy } from '#kernel/in-time'
import {
  explainDecision,
  type RoutingDecision,
  route,
  type SignalFacts,
  STATED_ROLES,
} from '#modules/agreements'
import { CASE_PROBLEMS } from '#modules/cases'
import { townOperation } from '#modules/directory'
import {
  checkPlace,
  indexAreas,
  indexAssets,
  listAreas,
  listAssets,
  PLACE_PROBLEMS,
} from '#modules/places'
import type { Pool } from '#platform/database'
import { among, hrefOf } from '#platform/operation'
import { compileTown, versionsOf } from './compile-town.ts'
import { namesOf } from './names.ts'
import { placesVersionOf } from './places-in-time.ts'
import { locate } from './report-signal.ts'
import type { Town, Towns } from './town.ts'
import { stretchAt, townAt } from './town-in-time.ts'

export const ROUTING_PROBLEMS = {
  'routing-past-for-staff': {
    status: 403,
    title: 'Only staff of the municipality may ask about another moment than now',
  },
} as const

const Query = z.strictObject({
  category: z.string().min(1).max(64),
  lon: z.coerce.number().optional(),
  lat: z.coerce.number().optional(),
  asset: z.string().min(1).max(80).optional().openapi({
    description: 'The id of an object, or the number on it.',
  }),
  at: z.iso.datetime({ offset: true }).optional().openapi({
    description: 'For a signal received at this moment; absent: now. Staff only.',
  }),
  knownAt: z.iso.datetime({ offset: true }).optional().openapi({
    description:
      'By what was known at this moment: agreements, categories, boundaries, areas and objects; absent: now. Staff only.',
  }),
})

const Chosen = z.object({
  party: z.object({ id: z.string(), name: z.string() }),
  agreement: z.object({ href: z.string(), id: z.string(), version: z.int() }),
})

const Routing = z
  .object({
    category: z.string(),
    at: z.iso.datetime(),
    knownAt: z.iso.datetime(),
    areas: z.array(z.string()),
    asset: z.string().optional(),
    isAssetUncertain: z.boolean(),
    outcome: z.enum(['party', 'owner-only', 'desk']),
    chosen: Chosen.optional(),
    role: z.enum(STATED_ROLES).optional().openapi({
      description: 'Nobody is given it, as the municipality chose: others must do it, or nobody.',
    }),
    sentence: z.string(),
    because: z.array(z.string()),
    notChosen: z.array(z.string()),
  })
  .openapi('Routing')

type Needs = { pool: Pool; clock: Clock; towns: Towns }

/** Who would get a signal: the rule itself, asked without a signal, along both axes of time. */
export const readRouting = ({ pool, clock, towns }: Needs) =>
  townOperation({
    method: 'get',
    path: '/routing',
    operationId: 'readRouting',
    tag: 'Agreements',
    summary: 'Who is responsible here: who would get a signal, and why',
    description:
      'By a place (`lon` and `lat`), or by an object. Nothing is recorded. Staff may ask about another moment, and about what was known at another moment.',
    parameters: { query: Query },
    success: { 200: 'The answer of the routing rule.' },
    answer: Routing,
    problems: {
      ...ROUTING_PROBLEMS,
      ...among(CASE_PROBLEMS, 'category-unknown'),
      ...among(
        PLACE_PROBLEMS,
        'asset-unknown',
        'place-missing',
        'place-not-a-number',
        'place-at-zero',
        'place-swapped',
        'place-outside-municipality',
        'place-outside-netherlands',
      ),
    },
    async handle({ caller, query, locale }, refuse) {
      const { municipality, isStaff } = caller
      if (!isStaff && (query.at !== undefined || query.knownAt !== undefined))
        return refuse('routing-past-for-staff')
      const now_ms = clock()
      const at_ms = query.at === undefined ? now_ms : Date.parse(query.at)
      const known_ms = query.knownAt === undefined ? undefined : Date.parse(query.knownAt)
      const present = await towns.get(municipality)
      const town =
        known_ms === undefined
          ? townAt(present, at_ms)
          : await asKnownAt(pool, present, { at_ms, isKnown: knownBy(known_ms) })
      const category = town.categories.get(query.category)
      if (!category || (category.visibility === 'confidential' && !isStaff))
        return refuse('category-unknown')
      const { lon, lat } = query
      const hasPlace = lon !== undefined && lat !== undefined
      if (!hasPlace && query.asset === undefined) return refuse('place-missing')
      const judged = hasPlace ? checkPlace({ lon, lat }, town.surroundings) : undefined
      if (judged && !judged.ok) return refuse(judged.reason, { detail: judged.detail[locale] })
      const near = hasPlace ? ([lon, lat] as const) : undefined
      const asset = query.asset === undefined ? undefined : assetOf(town, query.asset, near)
      if (query.asset !== undefined && asset === undefined) return refuse('asset-unknown')
      const located = locate(town, {
        category: category.id,
        ...(hasPlace && { place: { lon, lat } }),
        ...(asset !== undefined && { asset }),
      })
      const facts: SignalFacts = {
        category: category.id,
        areas: located.areas,
        ...(located.asset && { asset: located.asset }),
        priority: category.priority,
        clusterLevel: 'single',
        at_ms,
        excluded: [],
      }
      const decision = route(compileTown(town, versionsOf(town), known_ms), facts, now_ms)
      return {
        body: {
          category: category.id,
          at: toIso(at_ms),
          knownAt: toIso(known_ms ?? now_ms),
          areas: [...located.areas],
          ...(located.asset && { asset: located.asset.id }),
          isAssetUncertain: located.isAssetUncertain,
          outcome: decision.outcome.kind,
          ...chosenOf(decision, town),
          ...explainDecision(decision, namesOf(town, locale), locale),
        },
      }
    },
  })

function assetOf(
  { assets }: Town,
  name: string,
  near: readonly [number, number] | undefined,
): string | undefined {
  return (assets.byId(name) ?? assets.byPublicNumber(name, near))?.id
}

function chosenOf({ outcome }: RoutingDecision, { parties, municipality }: Town) {
  if (outcome.kind === 'desk') return 'stated' in outcome ? { role: outcome.reason } : {}
  const { agreement: id, version, party } = outcome
  const href = hrefOf(['agreements', id], { municipality: municipality.id })
  return {
    chosen: {
      party: { id: party, name: parties.get(party)?.name ?? party },
      agreement: { href, id, version },
    },
  }
}

/** The town as it was at one moment, by what was known at another; before the first import there were no places. */
async function asKnownAt(
  pool: Pool,
  present: Town,
  { at_ms, isKnown }: { at_ms: number; isKnown: IsKnown },
): Promise<Town> {
  const town = { ...present, ...stretchAt(present.history, at_ms, isKnown) }
  const { id } = town.municipality
  return pool.read({ tenant: id }, async (query) => {
    const imports = await readStreams(query, id, ['places'])
    const version = placesVersionOf(imports, isKnown)
    if (version === town.placesVersion) return town
    const [areas, assets] = await Promise.all([
      listAreas(query, id, version),
      listAssets(query, id, version),
    ])
    return {
      ...town,
      placesVersion: version,
      areas: indexAreas(areas),
      assets: indexAssets(assets),
    }
  })
}
