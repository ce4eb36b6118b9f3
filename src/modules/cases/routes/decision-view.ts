import { z } from '@hono/zod-openapi'
import { toIso } from '#kernel/clock'
import {
  type Chosen,
  CLUSTER_LEVELS,
  type DecisionNames,
  explainDecision,
  REFUSALS,
  type RoutingDecision,
  SPECIFICITY,
} from '#modules/agreements'
import { PRIORITIES } from '#modules/categories'
import { hrefOf, type Locale } from '#platform/operation'
import type { DecisionRow } from '../case-queries.ts'
import { Instant } from './case-view.ts'
import { agreementOf, type TownView } from './town-view.ts'

const ChosenView = z
  .object({
    party: z.object({ id: z.string(), name: z.string() }),
    agreement: z.object({
      href: z.string(),
      id: z.string(),
      version: z.int(),
      title: z.string().optional(),
    }),
  })
  .openapi('Chosen')

const InWords = z.object({
  sentence: z.string(),
  because: z.array(z.string()),
  notChosen: z.array(z.string()),
})

export const DecisionView = z
  .object({
    id: z.uuid(),
    routedFor: z.string(),
    decidedAt: Instant,
    inWords: z.object({ nl: InWords, en: InWords }),
    outcome: z.object({
      kind: z.enum(['party', 'owner-only', 'desk']),
      chosen: ChosenView.optional(),
      mode: z.string().optional(),
      basis: z.string().optional(),
      informed: z.array(z.string()).optional(),
      reason: z.string().optional(),
      stated: z
        .object({
          id: z.string(),
          version: z.int(),
          because: z.object({ nl: z.string(), en: z.string() }),
        })
        .optional()
        .openapi({
          description: 'Nobody is given it on purpose: what the municipality says of it.',
        }),
      because: z.literal('warranty').optional().openapi({
        description: 'It is a recurrence of what this party repaired.',
      }),
    }),
    decidedBy: z.enum([...SPECIFICITY, 'only-candidate']).optional(),
    facts: z.object({
      category: z.string(),
      priority: z.enum(PRIORITIES),
      clusterLevel: z.enum(CLUSTER_LEVELS),
      receivedAt: Instant.openapi({ description: 'The agreement is chosen at this moment.' }),
      seenAt: Instant.optional().openapi({
        description: 'What the thing’s own clock said; it decides nothing.',
      }),
      isTimeSuspect: z.boolean().optional(),
      areas: z.array(z.string()),
      asset: z
        .object({
          id: z.string(),
          type: z.string(),
          publicNumber: z.string().optional(),
          owner: z.string().optional(),
          manager: z.string().optional(),
        })
        .optional(),
      excluded: z.array(z.string()),
      warranty: ChosenView.extend({ until: Instant }).optional().openapi({
        description: 'Who repaired the same before, and until when they stand for it.',
      }),
    }),
    alternatives: z.array(ChosenView.extend({ reason: z.enum(REFUSALS) })),
    notListed: z
      .array(z.object({ reason: z.enum(REFUSALS), count: z.int() }))
      .openapi({ description: 'How many more alternatives there were.' }),
    conflict: z.array(ChosenView).optional(),
    shadow: ChosenView.optional(),
    engine: z.int(),
    epoch: z.int(),
  })
  .openapi('RoutingDecision')

export function decisionView(
  municipality: string,
  { id, routed_for, body }: DecisionRow,
  town: TownView,
  names: Record<Locale, DecisionNames>,
): z.input<typeof DecisionView> {
  const chosen = (one: Chosen) => chosenView(municipality, one, town)
  const { facts, conflict, shadow } = body
  return {
    id,
    routedFor: routed_for,
    decidedAt: toIso(body.decided_ms),
    inWords: {
      nl: explainDecision(body, names.nl, 'nl'),
      en: explainDecision(body, names.en, 'en'),
    },
    outcome: outcomeView(body.outcome, chosen),
    decidedBy: body.decidedBy,
    facts: {
      category: facts.category,
      priority: facts.priority,
      clusterLevel: facts.clusterLevel,
      receivedAt: toIso(facts.at_ms),
      ...(facts.seen_ms === undefined ? {} : { seenAt: toIso(facts.seen_ms) }),
      ...(facts.isTimeSuspect ? { isTimeSuspect: true } : {}),
      areas: [...facts.areas],
      ...(facts.asset ? { asset: facts.asset } : {}),
      excluded: [...facts.excluded],
      ...(facts.warranty
        ? {
            warranty: {
              ...chosen(facts.warranty),
              until: toIso(facts.warranty.until_ms),
            },
          }
        : {}),
    },
    alternatives: body.alternatives.map((one) => ({ ...chosen(one), reason: one.reason })),
    notListed: REFUSALS.flatMap((reason) => {
      const count = body.notListed[reason]
      return count === undefined ? [] : [{ reason, count }]
    }),
    ...(conflict ? { conflict: conflict.map(chosen) } : {}),
    ...(shadow ? { shadow: chosen(shadow) } : {}),
    engine: body.engine,
    epoch: body.epoch,
  }
}

function chosenView(municipality: string, { agreement, version, party }: Chosen, town: TownView) {
  return {
    party: { id: party, name: town.parties.get(party)?.name ?? party },
    agreement: {
      href: hrefOf(['agreements', agreement], { municipality }),
      id: agreement,
      version,
      title: agreementOf(town, agreement, version)?.title,
    },
  }
}

function outcomeView(
  outcome: RoutingDecision['outcome'],
  chosen: (one: Chosen) => z.input<typeof ChosenView>,
) {
  switch (outcome.kind) {
    case 'desk':
      return {
        kind: outcome.kind,
        reason: outcome.reason,
        ...('stated' in outcome ? { stated: outcome.stated } : {}),
      }
    case 'owner-only':
      return { kind: outcome.kind, chosen: chosen(outcome) }
    case 'party': {
      const { kind, mode, basis, informed, because } = outcome
      const told = { kind, chosen: chosen(outcome), mode, basis, informed: [...informed] }
      return { ...told, ...(because ? { because } : {}) }
    }
  }
}
