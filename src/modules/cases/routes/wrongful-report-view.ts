import { z } from '@hono/zod-openapi'
import { toIso } from '#kernel/clock'
import { LocalText } from '#modules/categories'
import { hrefOf } from '#platform/operation'
import { daysAfter, localDateOf } from '../local-date.ts'
import type { AnswerWords } from '../sealing.ts'
import { DISPUTE_REASONS } from '../wrongful-events.ts'
import { refusedInWords, wrongfulStateInWords } from '../wrongful-in-words.ts'
import {
  disputeBy,
  OWES,
  REFUSALS,
  STEP_RULES,
  WRONGFUL_STATES,
  WRONGFUL_STEPS,
  type WrongfulFacts,
  type WrongfulStep,
} from '../wrongful-reports.ts'
import { Instant } from './case-view.ts'
import { EvidenceView, PhotoView, photoView } from './photo-view.ts'
import type { SeenWrongful } from './seen-wrongful-reports.ts'

const Named = z.object({ id: z.string(), name: z.string() })

const StepView = z
  .object({
    id: z.uuid(),
    step: z.enum(WRONGFUL_STEPS),
    at: Instant,
    by: z.string().openapi({
      description:
        'An account or key of the municipality, or the organisation. To a party: `municipality` or the organisation.',
    }),
    name: z.string().optional().openapi({
      description: 'To colleagues, of one report: who that is.',
    }),
    as: z.enum(['owed', 'not-owed']).optional(),
    reason: z.enum(DISPUTE_REASONS).optional(),
    cents: z.int().optional().openapi({ description: 'The amount that was accepted.' }),
    remark: z.string().optional().openapi({ description: 'In lists it is left out.' }),
    photos: z.array(PhotoView).optional(),
  })
  .openapi('WrongfulReportStep')

export const WrongfulReportView = z
  .object({
    href: z.string(),
    id: z.uuid().openapi({ description: 'Of the assignment.' }),
    municipality: z.string(),
    state: z.enum(WRONGFUL_STATES),
    owes: z.enum(['owed', 'not-owed', 'undecided']),
    because: LocalText.openapi({ description: 'Why it stands as it does, in a sentence.' }),
    party: Named,
    agreement: z.object({
      href: z.string(),
      id: z.string(),
      version: z.int(),
      title: z.string().optional(),
    }),
    case: z.object({ href: z.string(), number: z.string() }),
    category: z.object({ id: z.string(), name: LocalText.optional() }),
    answer: z.enum(REFUSALS),
    reason: z.string().openapi({ description: 'Of the answer; of `passed-on` the cause.' }),
    reasonInWords: LocalText,
    cents: z.int().openapi({
      description: 'In euro cents, by the version of the agreement under which it was given.',
    }),
    vat: z.enum(['included', 'excluded', 'not-owed']).optional(),
    knownAt: Instant,
    disputeBy: z.iso.date().openapi({ description: 'The last day on which it can be disputed.' }),
    answerBy: z.iso.date().optional().openapi({
      description: 'Of one that is disputed: after this day it is decided without an answer.',
    }),
    contrary: z
      .object({ kind: z.enum(['done', 'given-again']), at: Instant, assignment: z.string() })
      .optional()
      .openapi({ description: 'What happened that says that it was the party’s after all.' }),
    steps: z.array(StepView),
    allowed: z
      .array(z.enum(WRONGFUL_STEPS))
      .openapi({ description: 'What the municipality, or the party, can do with it now.' }),
  })
  .openapi('WrongfulReport')

export const WrongfulReportInFull = WrongfulReportView.extend({
  assignment: z.string(),
  why: LocalText.optional().openapi({ description: 'Why it was given to this party.' }),
  remark: z.string().optional().openapi({ description: 'What the party wrote with its answer.' }),
  photos: z.array(EvidenceView).optional(),
}).openapi('WrongfulReportInFull')

export type WrongfulTold = z.input<typeof WrongfulReportView>

export function factsIn({ row }: Pick<SeenWrongful, 'row'>): WrongfulFacts {
  const { known_at, counts_from, stage_at, contrary, steps } = row
  const last = steps.at(-1)
  const stage = last?.kind === 'decided' ? (`decided-${last.as ?? 'owed'}` as const) : last?.kind
  return {
    known_ms: known_at,
    countsFrom: counts_from,
    stage: stage ?? 'open',
    ...(stage_at === null ? {} : { stage_ms: stage_at }),
    ...(contrary === null ? {} : { contrary }),
  }
}

/** A wrongful report as its party, or the staff, reads it. A party learns no account of the municipality. */
export function wrongfulView(
  seen: SeenWrongful,
  { isParty, words, now_ms }: { isParty: boolean; words?: Said; now_ms: number },
): WrongfulTold {
  const { row, ofCase, town, terms } = seen
  const { municipality, id, state, organisation, agreement, contrary, answer, reason } = row
  const facts = factsIn(seen)
  const answerBy =
    state === 'disputed' && row.stage_at !== null
      ? daysAfter(localDateOf(row.stage_at), terms.disputeWithin_days)
      : undefined
  const title = town.agreements
    .get(agreement)
    ?.find(({ version }) => version === row.agreement_version)?.agreement.title
  return {
    href: hrefOf(['wrongful-reports', id], { municipality }),
    id,
    municipality,
    state,
    owes: OWES[state],
    because: wrongfulStateInWords(state, facts, terms),
    party: { id: organisation, name: town.parties.get(organisation)?.name ?? organisation },
    agreement: {
      href: hrefOf(['agreements', agreement], { municipality }),
      id: agreement,
      version: row.agreement_version,
      title,
    },
    case: { href: hrefOf(['cases', ofCase.number], { municipality }), number: ofCase.number },
    category: { id: row.category, name: town.categories.get(row.category)?.name },
    answer,
    reason,
    reasonInWords: refusedInWords({ answer, reason, answerId: '' }),
    cents: terms.cents,
    ...(terms.vat && { vat: terms.vat }),
    knownAt: toIso(row.known_at),
    disputeBy: disputeBy(facts, terms),
    ...(answerBy === undefined ? {} : { answerBy }),
    ...(contrary && {
      contrary: {
        kind: contrary.kind,
        at: toIso(contrary.at_ms),
        assignment: hrefOf(['assignments', contrary.assignmentId]),
      },
    }),
    steps: row.steps.map((step) => stepView(row, step, isParty, words)),
    allowed: allowedIn(seen, { isParty, answerBy, now_ms }),
  }
}

export type Said = ReadonlyMap<string, AnswerWords>

function stepView(
  { municipality, organisation }: SeenWrongful['row'],
  { id, kind, at_ms, by, as, reason, cents, photos }: WrongfulStep,
  isParty: boolean,
  words: Said | undefined,
) {
  const remark = words?.get(id)?.remark
  const own = photos.map((photo) => photoView(municipality, photo))
  return {
    id,
    step: kind,
    at: toIso(at_ms),
    by: isParty && by !== organisation ? 'municipality' : by,
    ...(as && { as }),
    ...(reason && { reason }),
    ...(cents === undefined ? {} : { cents }),
    ...(remark === undefined ? {} : { remark }),
    ...(own.length === 0 ? {} : { photos: own }),
  }
}

function allowedIn(
  { row }: SeenWrongful,
  { isParty, answerBy, now_ms }: { isParty: boolean; answerBy: string | undefined; now_ms: number },
) {
  const isWaiting = answerBy !== undefined && localDateOf(now_ms) <= answerBy
  return WRONGFUL_STEPS.filter(
    (step) =>
      STEP_RULES[step].by === (isParty ? 'party' : 'municipality') &&
      STEP_RULES[step].from.includes(row.state) &&
      !(step === 'decided' && isWaiting),
  )
}
