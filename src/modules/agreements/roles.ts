import { z } from '@hono/zod-openapi'
import { LocalText } from '#modules/categories'
import { AGREED_ROLES, type Agreement, Id, LocalDate } from './agreement.ts'
import type { RoutingDecision } from './routing-decision.ts'

/** Those for which nobody is given work: they are stated beside the agreements. */
export const STATED_ROLES = ['enforces', 'leaves'] as const

/** What the municipality is in some work: it does it, directs a party, supports residents, enforces, or leaves it. */
export const ROLES = [...AGREED_ROLES, ...STATED_ROLES] as const
export type Role = (typeof ROLES)[number]

/** What the municipality chose where it gives nobody work, so that this is no gap: for categories, and perhaps areas. */
export const StatedRole = z
  .strictObject({
    id: Id,
    role: z
      .enum(STATED_ROLES)
      .describe(
        '`enforces`: others must do it, and the desk sees to that. `leaves`: it is not ours.',
      ),
    categories: z
      .array(Id)
      .min(1)
      .max(200)
      .describe('Nodes of the category tree; each stands for its whole subtree.'),
    areas: z.array(Id).max(2000).default([]).describe('None: the whole municipality.'),
    validity: z
      .strictObject({ from: LocalDate, to: LocalDate.optional() })
      .describe('`[from, to)` in local dates of the municipality.'),
    because: LocalText.describe('Everybody reads it: why, and where to go instead.'),
  })
  .refine(({ validity: { from, to } }) => to === undefined || to > from, {
    path: ['validity', 'to'],
    message: 'the role ends before it starts: `to` must be after `from`',
  })
export type StatedRole = z.infer<typeof StatedRole>

/** A stated role as it stands in the register: which version, and when, at which epoch, it became known. */
export type RoleVersion = { role: StatedRole; version: number; entered_ms: number; epoch?: number }

/** Of an agreement that does not say: what its basis makes of it. Where the law gives the work, nothing was chosen. */
const ROLE_OF_BASIS: Readonly<Record<Agreement['basis'], Role | undefined>> = {
  contract: 'directs',
  'service-arrangement': 'directs',
  warranty: 'directs',
  works: 'directs',
  'self-management': 'supports',
  'statutory-manager': undefined,
  'grid-operator': undefined,
  'owner-only': undefined,
}

/** The role of the municipality where an agreement holds. */
export function roleOfAgreement({ role, basis }: Pick<Agreement, 'role' | 'basis'>) {
  return role ?? ROLE_OF_BASIS[basis]
}

type Outcome = RoutingDecision['outcome']
type StatedOutcome = Extract<Outcome, { stated: unknown }>

/** The stated role that is the answer of the rule, because nobody gets it; undefined of any other. */
export function statedIn(outcome: Outcome): StatedOutcome | undefined {
  return outcome.kind === 'desk' && 'stated' in outcome ? outcome : undefined
}

/** Nobody gets it, and nobody chose that. */
export function isGap(outcome: Outcome): boolean {
  return outcome.kind === 'desk' && !statedIn(outcome)
}
