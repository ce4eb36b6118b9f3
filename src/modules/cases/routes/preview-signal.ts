import { z } from '@hono/zod-openapi'
import type { Clock } from '#kernel/clock'
import { distance_m, type LonLat } from '#kernel/geometry'
import { type SignalFacts, STATED_ROLES } from '#modules/agreements'
import { type Category, LocalText, PRIORITIES } from '#modules/categories'
import { townOperation } from '#modules/directory'
import { PLACE_PROBLEMS } from '#modules/places'
import type { Pool } from '#platform/database'
import { among, type Locale } from '#platform/operation'
import { listCases } from '../case-list-queries.ts'
import type { CaseRow } from '../case-queries.ts'
import { foreseeJoining, listOpenNear, type OpenNear } from '../known-queries.ts'
import { CASE_PROBLEMS } from '../problems.ts'
import type { Rules } from '../rules.ts'
import { sightOfAll } from './case-sight.ts'
import { CaseView, caseView } from './case-view.ts'
import { notPublicIn, type TownOf, type TownView } from './town-view.ts'

/** Beyond this nobody calls it the same spot. */
const NEAR_M = 150
/** As many as somebody reads before sending. */
const MOST_NEAR = 5

const Query = z.strictObject({
  category: z.string().min(1).max(64),
  lon: z.coerce.number().optional(),
  lat: z.coerce.number().optional(),
  accuracy: z.coerce.number().min(0).max(1_000_000).optional().openapi({
    description: 'The radius in metres within which the place can be trusted.',
  }),
  asset: z.string().min(1).max(80).optional().openapi({ description: 'Its number or its id.' }),
})

const Reported = z.object({ number: z.string(), line: z.string() })

const Choice = z
  .object({
    id: z.string(),
    type: z.string(),
    publicNumber: z.string().optional(),
    street: z.string().optional(),
    place: z.object({ lon: z.number(), lat: z.number() }),
    distance: z.number().openapi({ description: 'In metres, from the place that was asked.' }),
    reported: Reported.optional().openapi({
      description: 'It is known to be broken: the open case of this object.',
    }),
  })
  .openapi('AssetChoice')

const Outlook = z
  .object({
    outcome: z.enum(['party', 'owner-only', 'desk']),
    sentence: z.string().openapi({ description: 'Who would get it, or why nobody does.' }),
    party: z.object({ id: z.string(), name: z.string() }).optional(),
    askAt: z
      .object({
        website: z.string().optional(),
        phone: z.string().optional(),
        email: z.string().optional(),
      })
      .optional()
      .openapi({ description: 'Where residents reach that organisation themselves.' }),
    role: z.enum(STATED_ROLES).optional().openapi({
      description: 'Nobody is given it, as the municipality chose.',
    }),
    because: LocalText.optional().openapi({ description: 'Of a role: why, and where to go.' }),
    expectedBy: z.iso.datetime().optional(),
  })
  .openapi('Outlook')

const Preview = z
  .object({
    category: z.string(),
    priority: z.enum(PRIORITIES),
    callFirst: z.object({ phone: z.string(), why: LocalText.optional() }).optional().openapi({
      description: 'Whom to call before anything is typed.',
    }),
    isPrivate: z.boolean().openapi({
      description: 'Of what is not public it is not told what is known here.',
    }),
    place: z.object({ lon: z.number(), lat: z.number() }).optional(),
    areas: z.array(z.object({ id: z.string(), kind: z.string(), name: z.string() })),
    asset: z.string().optional().openapi({ description: 'The object that it would be about.' }),
    isAssetUncertain: z.boolean(),
    choices: z.array(Choice).openapi({
      description: 'Objects near the place that it can be about, the nearest first.',
    }),
    same: z
      .object({ as: z.enum(['joins', 'contests', 'reopens']), case: CaseView })
      .optional()
      .openapi({ description: 'The case that this signal would come to.' }),
    near: z.array(CaseView).openapi({
      description: 'Other open cases of the same kind around it, the nearest first.',
    }),
    outlook: Outlook.optional(),
  })
  .openapi('SignalPreview')

type PlaceProblem = Exclude<keyof typeof PLACE_PROBLEMS, 'asset-not-found'>

export type Surveyed = {
  category: Category
  rules: Rules
  facts: SignalFacts
  place: { lon: number; lat: number } | undefined
  isAssetUncertain: boolean
  choices: readonly Omit<z.input<typeof Choice>, 'reported'>[]
  outlook: z.input<typeof Outlook>
}

/** Where a signal would be and whose: the rule itself, asked without a signal. */
export type Survey = (
  municipality: string,
  asked: z.output<typeof Query>,
  locale: Locale,
) => Promise<
  | ({ ok: true } & Surveyed)
  | { ok: false; problem: PlaceProblem | 'category-unknown'; detail?: string }
>

const { 'asset-not-found': _, ...PLACE_REFUSALS } = PLACE_PROBLEMS

type Needs = { pool: Pool; clock: Clock; townOf: TownOf; survey: Survey }

export const previewSignal = (needs: Needs) =>
  townOperation({
    method: 'get',
    path: '/signal-previews',
    operationId: 'previewSignal',
    tag: 'Signals',
    summary: 'What is known here before a fault is reported',
    description:
      'By a place (`lon` and `lat`), or by an object. Whether it is known already, what is open around it, who would get it, and whom to call first. Nothing is recorded.',
    parameters: { query: Query },
    success: { 200: 'What is known of it.' },
    answer: Preview,
    problems: { ...among(CASE_PROBLEMS, 'category-unknown'), ...PLACE_REFUSALS },
    async handle({ caller: { municipality }, query, locale }, refuse) {
      const surveyed = await needs.survey(municipality, query, locale)
      if (!surveyed.ok) {
        const { problem, detail } = surveyed
        return refuse(problem, detail === undefined ? {} : { detail })
      }
      const { category, facts, place, isAssetUncertain, choices, outlook } = surveyed
      const town = await needs.townOf(municipality)
      const areas = facts.areas.flatMap((id) => {
        const area = town.areas.area(id)
        return area ? [{ id, kind: area.kind, name: area.name }] : []
      })
      const isPrivate = category.visibility !== 'public'
      const known = isPrivate
        ? { near: [], choices: [...choices] }
        : await knownHere(needs, municipality, surveyed, { town, locale })
      return {
        body: {
          category: category.id,
          priority: category.priority,
          ...callFirst(category),
          isPrivate,
          ...(place && { place }),
          areas,
          ...(facts.asset && { asset: facts.asset.id }),
          isAssetUncertain,
          ...known,
          // Who works on what is confidential is for nobody to find out by asking around.
          ...(category.visibility === 'confidential' ? {} : { outlook }),
        },
      }
    },
  })

/** What is dangerous is called in, wherever nothing else is said. */
function callFirst({ callFirst: said, priority }: Category) {
  if (said) return { callFirst: said }
  return priority === 'danger' ? { callFirst: { phone: '112' } } : {}
}

type Seen = { town: TownView; locale: Locale }

async function knownHere(
  { pool, clock }: Needs,
  municipality: string,
  { category, rules, facts, place, choices }: Surveyed,
  { town, locale }: Seen,
) {
  const categories = kinOf(category, town)
  const signal = {
    category: category.id,
    received_ms: facts.at_ms,
    areas: facts.areas,
    ...(place && { place }),
    ...(facts.asset && { asset: facts.asset }),
  }
  const found = await pool.read({ tenant: municipality }, async (query) => {
    const radius_m = category.joinRadius_m
    const joined = await foreseeJoining(query, municipality, { signal, radius_m, rules })
    const open = place ? await listOpenNear(query, municipality, { place, categories }) : []
    const around = place ? nearest(open, place) : []
    const onChoices = open.filter(({ asset_id }) => choices.some(({ id }) => id === asset_id))
    const ofSame = joined.kind === 'opens' ? [] : [joined.caseId]
    const ids = [...new Set([...ofSame, ...[...around, ...onChoices].map(({ id }) => id)])]
    const filter = { isStaff: false, confidential: notPublicIn(town), ids, most: ids.length }
    const rows = ids.length === 0 ? [] : await listCases(query, municipality, filter)
    return { joined, around, onChoices, rows: new Map(rows.map((row) => [row.id, row])) }
  })
  const now_ms = clock()
  const view = (row: CaseRow | undefined) => {
    const sight = row && sightOfAll(row, town)
    return row && sight === 'public'
      ? [caseView(municipality, row, { town, sight, locale, now_ms })]
      : []
  }
  const { joined, around, onChoices, rows } = found
  const sameId = joined.kind === 'opens' ? undefined : joined.caseId
  const [same] = sameId === undefined ? [] : view(rows.get(sameId))
  return {
    ...(same && joined.kind !== 'opens' ? { same: { as: joined.kind, case: same } } : {}),
    near: around
      .filter(({ id }) => id !== sameId)
      .slice(0, MOST_NEAR)
      .flatMap(({ id }) => view(rows.get(id))),
    choices: choices.map((choice) => {
      const own = onChoices.find(
        ({ asset_id, category: of }) => asset_id === choice.id && of === category.id,
      )
      const [told] = own ? view(rows.get(own.id)) : []
      return told ? { ...choice, reported: { number: told.number, line: told.line } } : choice
    }),
  }
}

/** What somebody may have meant as well: what hangs under the same node. A root is kin of what it holds alone. */
function kinOf({ id, parent }: Category, { categories }: TownView): string[] {
  const kin = [...categories.values()].filter(
    (one) =>
      one.visibility === 'public' &&
      (one.id === id || one.parent === id || (parent !== undefined && one.parent === parent)),
  )
  return kin.map((one) => one.id)
}

function nearest(open: readonly OpenNear[], place: { lon: number; lat: number }): OpenNear[] {
  const from: LonLat = [place.lon, place.lat]
  return open
    .map((one) => ({ one, far_m: distance_m(from, [one.lon, one.lat]) }))
    .filter(({ far_m }) => far_m <= NEAR_M)
    .sort((a, b) => a.far_m - b.far_m)
    .slice(0, MOST_NEAR + 1)
    .map(({ one }) => one)
}
