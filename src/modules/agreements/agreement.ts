import { z } from '@hono/zod-openapi'
import { LocalText, PRIORITIES } from '#modules/categories'
import { CAUSES } from './causes.ts'
import { CLUSTER_LEVELS } from './cluster-levels.ts'
import { ClusterTerms } from './cluster-terms.ts'
import { Open311Mapping } from './open311-mapping.ts'
import { Price } from './price.ts'
import { SUSPENSION_WORDS } from './suspension-words.ts'

/** On what ground a party is responsible. `owner-only` sends nothing: it tells which organisation to ask. */
export const BASES = [
  'contract',
  'service-arrangement',
  'statutory-manager',
  'grid-operator',
  'warranty',
  'works',
  'self-management',
  'owner-only',
] as const

/** off · shadow (decides, sends nothing) · confirm (one click by the desk) · automatic · paused. */
export const MODES = ['off', 'shadow', 'confirm', 'automatic', 'paused'] as const
/** The role of the municipality where somebody is given the work. */
export const AGREED_ROLES = ['does', 'directs', 'supports'] as const
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

export const Id = z.string().regex(/^[A-Za-z0-9][\w.-]{0,79}$/)
export const LocalDate = z.iso.date()
const LocalTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** The days on which a window opens; one that ends at or before its `from` runs past midnight. */
export const Hours = z.strictObject({
  days: z.array(z.enum(WEEKDAYS)).min(1).max(7),
  from: LocalTime,
  to: LocalTime,
})
export type Hours = z.infer<typeof Hours>

/** Empty or absent means: any. */
export const Scope = z.strictObject({
  /** Nodes of the category tree; each stands for its whole subtree. */
  categories: z.array(Id).min(1).max(200),
  areas: z.array(Id).max(2000).default([]),
  assetTypes: z.array(z.string().max(40)).max(50).default([]),
  assets: z.array(Id).max(20000).default([]),
  /** Organisations that manage (else own) the asset, or else the management area. */
  managers: z.array(Id).max(200).default([]),
  clusterLevels: z.array(z.enum(CLUSTER_LEVELS)).max(4).default([]),
  priorities: z.array(z.enum(PRIORITIES)).max(3).default([]),
  hours: Hours.optional(),
})

export const Duration = z.strictObject({
  amount: z.int().min(1).max(1000),
  unit: z
    .enum(['hours', 'working-hours', 'calendar-days', 'working-days'])
    .describe('Working hours count within the opening hours.'),
})
export type Duration = z.infer<typeof Duration>

/** Somebody is there; it is safe; it works again, perhaps provisionally; it is definitively done. */
export const MILESTONES = ['on-site', 'made-safe', 'working', 'done'] as const

/** Longer than this, what comes back is another problem, whatever an agreement says. */
export const MOST_FLAPS_HOURS = 720

/** What shows that work stands, and what does not: the terms by which a case is judged once it was worked on. */
export const Verification = z.strictObject({
  /** Days after done without a word: unchallenged, which is not confirmed. */
  unchallengedAfterDays: z.int().min(1).max(365).default(7),
  /** A new signal on the same object within these days after closing names the earlier case. */
  recurrenceDays: z.int().min(0).max(365).default(30),
  /** A thing that works again within these hours of done, before or after it, confirms the work. */
  confirmsWithinHours: z.int().min(0).max(720).default(48),
  /** What cleared by itself and is back within these hours is the same problem: the case opens again. */
  flapsWithinHours: z.int().min(0).max(MOST_FLAPS_HOURS).default(48),
  /** The one question to the reporter, while the party's clock stands still. */
  question: z
    .strictObject({
      /** Without a reply within these days the party's clock runs again. */
      withinDays: z.int().min(1).max(60).default(5),
    })
    .prefault({}),
})
export type Verification = z.infer<typeof Verification>

/** Where no agreement has a say. */
export const DEFAULT_VERIFICATION: Verification = Verification.parse({})

/** Where an agreement names none. */
export const OFFICE_HOURS: Hours = {
  days: ['mon', 'tue', 'wed', 'thu', 'fri'],
  from: '08:00',
  to: '17:00',
}

/** Something for which the party's clock may stand still. */
export const Suspension = z
  .strictObject({
    reason: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
    name: LocalText.optional().describe('Of a reason that is not one of those known everywhere.'),
    limit: Duration.describe('Of all times together that one assignment stands still for it.'),
  })
  .refine(({ reason, name }) => name !== undefined || Object.hasOwn(SUSPENSION_WORDS, reason), {
    path: ['name'],
    message: `a reason of your own needs a name; known are ${Object.keys(SUSPENSION_WORDS).join(', ')}`,
  })
export type Suspension = z.infer<typeof Suspension>

const PlainTerms = z.strictObject({
  /** The reporter's clock, from the first signal. Without a contract this is an expectation. */
  reporter: Duration,
  /** The party's clock, from the moment named here. */
  party: z.strictObject({
    startsAt: z.enum(['receipt', 'acceptance', 'next-opening-hour']),
    milestones: z
      .array(
        z.strictObject({
          name: z.enum(MILESTONES),
          within: Duration,
          priorities: z.array(z.enum(PRIORITIES)).max(3).default([]),
          findings: z
            .array(z.enum(CAUSES))
            .max(CAUSES.length)
            .default([])
            .describe('Counts once the party found one of these causes.'),
        }),
      )
      .min(1)
      .max(60),
  }),
  /** The party's opening hours; absent: office hours, Monday to Friday 08:00–17:00. */
  openingHours: Hours.optional(),
  suspensions: z
    .array(Suspension)
    .max(20)
    .refine((all) => new Set(all.map(({ reason }) => reason)).size === all.length, {
      message: 'a reason is named twice',
    })
    .default([])
    .describe('For what, and for how long at most, the party may let its clock stand still.'),
  warnBefore: z
    .union([Duration, z.strictObject({ share: z.number().min(0.05).max(0.95) })])
    .optional()
    .describe(
      'How long before a date, or at which last share of its time, party and desk are warned.',
    ),
})

/** How many hours a party opens in a week. */
function opensFor_h({ days, from, to }: Hours): number {
  const [start, end] = [from, to].map(
    (time) => Number(time.slice(0, 2)) + Number(time.slice(3)) / 60,
  )
  const long = (end ?? 0) - (start ?? 0)
  return new Set(days).size * (long > 0 ? long : long + 24)
}

/** More working hours than the party is open in two years can never be agreed. */
const Terms = PlainTerms.superRefine((terms, context) => {
  const most = opensFor_h(terms.openingHours ?? OFFICE_HOURS) * 104
  const durations = [
    terms.reporter,
    ...terms.party.milestones.map(({ within }) => within),
    ...terms.suspensions.map(({ limit }) => limit),
    ...(terms.warnBefore && 'unit' in terms.warnBefore ? [terms.warnBefore] : []),
  ]
  for (const { amount, unit } of durations)
    if (unit === 'working-hours' && amount > most)
      context.addIssue({
        code: 'custom',
        message: `the party is not open for ${amount} working hours in two years`,
      })
})

/** Terms as an earlier version may have them: what came later stands in it with its default. */
export function termsOf(terms: z.input<typeof PlainTerms>): z.infer<typeof PlainTerms> {
  return PlainTerms.parse(terms)
}

/** Who is responsible for what, where, when and on which terms. */
export const Agreement = z
  .strictObject({
    id: Id,
    title: z.string().min(1).max(200),
    basis: z.enum(BASES),
    role: z
      .enum(AGREED_ROLES)
      .optional()
      .describe(
        'What the municipality is in this work: it does it itself, directs the party, or supports residents who do it. Absent: as the basis says.',
      ),
    mode: z.enum(MODES).default('shadow'),
    /** The lead party: an organisation id. */
    party: Id,
    /** Parties that get to know of it and are asked nothing. */
    informed: z.array(Id).max(10).default([]),
    /** `[from, to)` in local dates of the municipality; without `to` it has no end. */
    validity: z.strictObject({ from: LocalDate, to: LocalDate.optional() }),
    scope: Scope,
    /** The last step of specificity: the higher wins. */
    rank: z.int().min(-1000).max(1000).default(0),
    clusters: z
      .array(ClusterTerms)
      .min(1)
      .max(3)
      .refine((all) => new Set(all.map(({ level }) => level)).size === all.length, {
        message: 'a level is named twice',
      })
      .optional()
      .describe('From how many at once faults are one problem, which is then for this party.'),
    terms: Terms,
    /**
     * How the party is reached. `email`: it answers on a page that each mail leads to. `open311`: its own server is
     * given a request. `desk`: the desk tells them.
     */
    reach: z
      .strictObject({
        channel: z.enum(['webhook', 'email', 'open311', 'desk']).default('webhook'),
        /** Seconds before the first message leaves; a clear within them sends nothing. */
        holdOff_s: z.int().min(0).max(86_400).default(0),
        /** The legal ground on which the reporter's words may be given to the party; absent: they are not. */
        shareDescriptionOn: z.string().min(1).max(300).optional(),
        open311: Open311Mapping.optional().describe(
          'What our categories are at the party; with channel `open311` it is needed.',
        ),
      })
      .prefault({}),
    askAt: z
      .strictObject({
        website: z
          .url({ protocol: /^https?$/ })
          .max(300)
          .optional(),
        phone: z
          .string()
          .regex(/^[+\d][\d -]{1,19}$/)
          .optional(),
        email: z.email().max(254).optional(),
      })
      .optional()
      .describe('Where residents reach the party themselves; everybody reads it.'),
    /** The duty roster that is called when it is dangerous; absent: the one named `danger`. */
    duty: Id.optional().describe('The duty roster that is called when it is dangerous.'),
    /** So many refusals along one case are routed again; the next one goes to the desk. */
    notOursLimit: z.int().min(0).max(10).default(2),
    verification: Verification.prefault({}),
    /**
     * A recurrence within these days after its work was closed as confirmed or unchallenged goes to the same party,
     * also when the agreement has ended since.
     */
    warrantyDays: z.int().min(0).max(3650).default(0),
    price: Price.optional(),
    onEnd: z
      .enum(['finish', 'hand-over'])
      .default('finish')
      .describe(
        'What becomes of open work when the agreement ends. `finish`: its party does all of it. `hand-over`: what was not begun is taken back and goes to whom the agreements then in force name; what was begun is finished.',
      ),
  })
  .refine((a) => a.validity.to === undefined || a.validity.to > a.validity.from, {
    path: ['validity', 'to'],
    message: 'the agreement ends before it starts: `to` must be after `from`',
  })
  .superRefine(({ clusters = [], scope, basis }, context) => {
    const { clusterLevels } = scope
    for (const [at, { level }] of clusters.entries())
      if (clusterLevels.length > 0 && !clusterLevels.includes(level))
        context.addIssue({
          code: 'custom',
          path: ['clusters', at, 'level'],
          message: `the scope names levels, and ${level} is not one of them`,
        })
    if (clusters.length > 0 && basis === 'owner-only')
      context.addIssue({
        code: 'custom',
        path: ['clusters'],
        message: 'whoever merely owns it is sent nothing, also not several at once',
      })
  })
  .refine((a) => a.basis !== 'owner-only' || a.role === undefined, {
    path: ['role'],
    message: 'of what is the owner’s only, nobody does, directs or supports anything',
  })
  .refine((a) => a.reach.channel !== 'open311' || a.reach.open311 !== undefined, {
    path: ['reach', 'open311'],
    message:
      'a party that is reached by Open311 needs `open311.services`: what a category is there',
  })
export type Agreement = z.infer<typeof Agreement>

/** An agreement as it stands in the register: which version, and when, at which epoch, it became known. */
export type AgreementVersion = {
  agreement: Agreement
  version: number
  entered_ms: number
  epoch?: number
}
