import type { z } from '@hono/zod-openapi'
import {
  Agreement,
  type AgreementVersion,
  compileAgreements,
  computeTerms,
  endOfAgreement,
  lookBackDays,
  nextDigest_ms,
  route,
  StatedRole,
} from '#modules/agreements'
import type { Rules } from '#modules/cases'
import { Category } from '#modules/categories'
import type { KindAddress, Municipality, Organisation } from '#modules/directory'
import type { Area, Asset } from '#modules/places'

/**
 * Two towns on one dike, small enough to know by heart: Noorddijk (GM9801) has everything, Zuiddijk (GM9802) only
 * lamps, and the same grid operator and lighting contractor.
 */

function square(west: number, south: number, east: number, north: number) {
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
  return { type: 'Polygon' as const, coordinates: [ring] }
}

export const ORGANISATIONS: readonly Organisation[] = [
  { id: 'noorddijk', name: 'Gemeente Noorddijk', kind: 'municipality' },
  { id: 'zuiddijk', name: 'Gemeente Zuiddijk', kind: 'municipality' },
  { id: 'lichtwerk', name: 'Lichtwerk B.V.', kind: 'contractor' },
  { id: 'nachtlicht', name: 'Nachtlicht', kind: 'contractor' },
  { id: 'stroomnet', name: 'Stroomnet', kind: 'grid-operator' },
  { id: 'straatwerk', name: 'Straatwerk', kind: 'contractor' },
  { id: 'provincie', name: 'Provincie', kind: 'province' },
  { id: 'wijkteam', name: 'Wijkteam Noorddijk', kind: 'municipality' },
  { id: 'groenwerk', name: 'Groenwerk', kind: 'contractor' },
  { id: 'woonstichting', name: 'Woonstichting De Dijk', kind: 'housing-corporation' },
  { id: 'buurtgroep', name: 'Buurtgroep De Kade', kind: 'residents-collective' },
]

export const MUNICIPALITIES: readonly Municipality[] = [
  {
    id: 'GM9801',
    name: 'Noorddijk',
    organisation: 'noorddijk',
    boundary: square(5, 52, 5.04, 52.02),
    isServed: true,
  },
  {
    id: 'GM9802',
    name: 'Zuiddijk',
    organisation: 'zuiddijk',
    boundary: square(5.04, 52, 5.08, 52.02),
    isServed: true,
  },
]

export const AREAS: readonly Area[] = [
  { id: 'centrum', kind: 'neighbourhood', name: 'Centrum', geometry: square(5, 52, 5.02, 52.02) },
  { id: 'haven', kind: 'neighbourhood', name: 'Haven', geometry: square(5.02, 52, 5.04, 52.02) },
  {
    id: 'dijkweg',
    kind: 'management-area',
    name: 'Dijkweg',
    manager: 'provincie',
    geometry: square(5, 52.018, 5.04, 52.02),
  },
]

function lamp(number: number, changes: Partial<Asset> = {}): Asset {
  return {
    id: `lamp-${number}`,
    type: 'lamp-post',
    publicNumber: `L${number}`,
    place: [5.001 + number * 0.001, 52.005],
    street: 'Dijkstraat',
    owner: 'noorddijk',
    manager: 'noorddijk',
    ...changes,
  }
}

/** Sixteen lamps of the town 68 m apart, two of the province on its ground, one of the housing corporation. */
export const ASSETS: readonly Asset[] = [
  ...Array.from({ length: 16 }, (_, i) => lamp(i + 1)),
  lamp(51, { place: [5.01, 52.019], owner: 'provincie', manager: 'provincie' }),
  lamp(52, { place: [5.02, 52.019], owner: 'provincie', manager: 'provincie' }),
  lamp(61, { place: [5.03, 52.008], owner: 'woonstichting', manager: 'woonstichting' }),
  { id: 'container-1', type: 'waste-container', place: [5.012, 52.012], owner: 'noorddijk' },
  { id: 'container-2', type: 'waste-container', place: [5.014, 52.012], owner: 'noorddijk' },
]

type Draft = Partial<z.input<typeof Category>> & { id: string }

function category(draft: Draft): Category {
  const name = { nl: draft.id, en: draft.id }
  return Category.parse({ name, description: name, ...draft })
}

const LAMPS = { parent: 'lighting', assetTypes: ['lamp-post'] }
const TASK = { parent: 'tasks', isReportable: false }

export const CATEGORIES: readonly Category[] = [
  category({ id: 'lighting' }),
  category({ id: 'lamp-out', ...LAMPS }),
  category({ id: 'mast-hit', ...LAMPS, priority: 'danger' }),
  category({ id: 'tasks', isReportable: false }),
  category({ id: 'cable-disconnect', ...TASK }),
  category({ id: 'cable-reconnect', ...TASK }),
  category({ id: 'paving-open', ...TASK }),
  category({ id: 'paving-repair', ...TASK }),
  category({ id: 'wall-repair', ...TASK }),
  category({ id: 'litter', joinRadius_m: 25 }),
  category({ id: 'container-full', assetTypes: ['waste-container'] }),
  category({ id: 'playground' }),
  category({ id: 'tree' }),
  category({ id: 'bench' }),
  category({ id: 'graffiti' }),
  category({ id: 'nuisance', visibility: 'confidential' }),
  category({ id: 'rough-sleeper', visibility: 'status-only' }),
  category({ id: 'strange' }),
]

const HOURS = { amount: 48, unit: 'hours' } as const
type Terms = z.input<typeof Agreement>['terms']

function terms(startsAt: Terms['party']['startsAt'] = 'receipt', amount_h = 48): Terms {
  const within = { amount: amount_h, unit: 'hours' } as const
  return {
    reporter: HOURS,
    suspensions: [{ reason: 'frost', limit: { amount: 10, unit: 'working-days' } }],
    party: {
      startsAt,
      milestones: [
        { name: 'made-safe', within: { amount: 2, unit: 'hours' }, priorities: ['danger'] },
        { name: 'done', within },
      ],
    },
  }
}

export type AgreementDraft = Partial<Omit<z.input<typeof Agreement>, 'scope'>> & {
  id: string
  party: string
  categories: readonly string[]
  scope?: Partial<z.input<typeof Agreement>['scope']>
}

/** A contract on these categories in the whole town, automatic and without an end, save for what the draft says. */
export function agreementOf({ categories, scope, ...draft }: AgreementDraft): Agreement {
  return Agreement.parse({
    title: `Agreement ${draft.id}`,
    basis: 'contract',
    mode: 'automatic',
    validity: { from: '2020-01-01' },
    terms: terms(),
    ...draft,
    scope: { categories, ...scope },
  })
}

export const AGREEMENTS: readonly Agreement[] = [
  agreementOf({
    id: 'lighting',
    party: 'lichtwerk',
    categories: ['lighting'],
    scope: { managers: ['noorddijk'] },
    informed: ['wijkteam'],
    reach: { shareDescriptionOn: 'public task' },
  }),
  agreementOf({
    id: 'lighting-reserve',
    party: 'nachtlicht',
    categories: ['lighting'],
    scope: { managers: ['noorddijk'] },
    rank: -10,
  }),
  agreementOf({
    id: 'provincial-lighting',
    party: 'provincie',
    categories: ['lighting'],
    scope: { managers: ['provincie'] },
  }),
  agreementOf({
    id: 'grid',
    party: 'stroomnet',
    basis: 'grid-operator',
    categories: ['cable-disconnect', 'cable-reconnect'],
  }),
  agreementOf({
    id: 'paving',
    party: 'straatwerk',
    categories: ['paving-open', 'paving-repair'],
  }),
  agreementOf({
    id: 'walls',
    party: 'woonstichting',
    basis: 'owner-only',
    categories: ['wall-repair', 'graffiti'],
  }),
  agreementOf({
    id: 'litter',
    party: 'wijkteam',
    categories: ['litter'],
    terms: terms('acceptance'),
    notOursLimit: 0,
    reach: { holdOff_s: 60 },
  }),
  agreementOf({
    id: 'containers',
    party: 'wijkteam',
    categories: ['container-full'],
    mode: 'confirm',
  }),
  agreementOf({ id: 'playgrounds', party: 'wijkteam', categories: ['playground'], mode: 'paused' }),
  agreementOf({
    id: 'trees',
    party: 'groenwerk',
    categories: ['tree'],
    terms: terms('next-opening-hour'),
  }),
  agreementOf({
    id: 'trees-trial',
    party: 'buurtgroep',
    categories: ['tree'],
    mode: 'shadow',
    rank: 10,
  }),
  agreementOf({ id: 'trees-off', party: 'straatwerk', categories: ['tree'], mode: 'off' }),
  agreementOf({
    id: 'benches',
    party: 'buurtgroep',
    categories: ['bench'],
    reach: { channel: 'desk' },
  }),
  agreementOf({ id: 'nuisance', party: 'wijkteam', categories: ['nuisance', 'rough-sleeper'] }),
]

/** What nobody is given on purpose, on these categories in the whole town and without an end. */
export function statedRole(own: Partial<z.input<typeof StatedRole>> & { id: string }): StatedRole {
  return StatedRole.parse({
    role: 'leaves',
    categories: [own.id],
    validity: { from: '2020-01-01' },
    because: {
      nl: `Dit regelt u zelf (${own.id}).`,
      en: `You see to this yourself (${own.id}).`,
    },
    ...own,
  })
}

/** Who answers what in Noorddijk; for a request it has named nobody. */
export const OFFICES: readonly KindAddress[] = [
  { kind: 'question', office: 'Klantcontact', email: 'vragen@noorddijk.example' },
  { kind: 'complaint', office: 'Klachtencommissie', email: 'klachten@noorddijk.example' },
  { kind: 'compliment', office: 'Communicatie', email: 'communicatie@noorddijk.example' },
  {
    kind: 'damage-claim',
    office: 'Verzekeringen',
    email: 'schade@wijkteam.example',
    organisation: 'wijkteam',
  },
]

/** The rules of Noorddijk without a database: what the app makes of its tables. */
/** Nobody agreed from how many lamps that are out are one problem. */
const NO_CLUSTERS: Rules['clusters'] = {
  levels: new Set(),
  unitsOf: () => [],
  unit: () => ({}),
  nextTo: () => [],
  gathering: () => undefined,
}

export function smallTownRules(
  agreements: readonly Agreement[] = AGREEMENTS,
  epoch = 1,
  offices: readonly KindAddress[] = OFFICES,
  roles: readonly StatedRole[] = [],
): Rules & { categories: readonly Category[] } {
  const versions: AgreementVersion[] = agreements.map((agreement) => ({
    agreement,
    version: 1,
    entered_ms: 0,
  }))
  const byId = new Map(agreements.map((one) => [one.id, one]))
  const categories = new Map(CATEGORIES.map((one) => [one.id, one]))
  const compiled = compileAgreements({
    municipality: 'GM9801',
    epoch,
    categories: CATEGORIES,
    agreements: versions,
    roles: roles.map((role) => ({ role, version: 1, entered_ms: 0 })),
    areaSizes_m2: new Map([
      ['centrum', 3_000_000],
      ['haven', 3_000_000],
      ['dijkweg', 600_000],
    ]),
    managementAreas: new Map([['dijkweg', 'provincie']]),
    zone: 'Europe/Amsterdam',
  })
  return {
    epoch,
    lookBack_days: lookBackDays(agreements),
    categories: CATEGORIES,
    category: (id) => categories.get(id),
    dutyRoster: () => undefined,
    clusters: NO_CLUSTERS,
    office: (kind) => offices.find((one) => one.kind === kind),
    agreement: (id) => byId.get(id),
    endOf: (id, now_ms) =>
      endOfAgreement(
        versions.filter((one) => one.agreement.id === id),
        now_ms,
      ),
    digestAt(id, now_ms) {
      const digest = byId.get(id)?.reach.digest
      return digest && nextDigest_ms(digest, now_ms)
    },
    route: (facts, decided_ms) => route(compiled, facts, decided_ms),
    reporterBy: (agreement, priority, received_ms) =>
      computeTerms({ terms: agreement.terms, priority, received_ms }).reporterBy_ms,
    partyBy: (agreement, priority, starts_ms, finding) =>
      computeTerms({
        terms: agreement.terms,
        priority,
        received_ms: starts_ms,
        startsFrom_ms: starts_ms,
        ...(finding === undefined ? {} : { finding }),
      }).partyBy,
  }
}
