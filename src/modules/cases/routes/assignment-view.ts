import { z } from '@hono/zod-openapi'
import { toIso } from '#kernel/clock'
import { CAUSES, isExpectation, MILESTONES, SUSPENSION_WORDS } from '#modules/agreements'
import { LocalText, PRIORITIES } from '#modules/categories'
import { hrefOf } from '#platform/operation'
import { ANSWER_KINDS, type AnswerKind, ruleOf } from '../answers.ts'
import type { AssignmentRow } from '../assignment-queries.ts'
import type { CaseRow } from '../case-queries.ts'
import { ASSIGNMENT_STATUSES } from '../lifecycle.ts'
import { AssetOfCase, assetOf, neighbourhoodOf, Place } from './case-place.ts'
import { hasIt } from './case-sight.ts'
import { Instant, instant, QuestionView, questionView } from './case-view.ts'
import { PhotoView } from './photo-view.ts'
import { agreementOf, type TownView } from './town-view.ts'

const Named = z.object({ id: z.string(), name: z.string() })

const STEP = {
  number: z.int().openapi({ description: 'Its place in the chain, from 1.' }),
  party: Named,
  category: z.object({ id: z.string(), name: LocalText.optional() }),
  status: z.enum(ASSIGNMENT_STATUSES),
  handedOverAt: Instant.optional(),
  receivedAt: Instant.optional(),
  acceptedAt: Instant.optional(),
  plannedOn: z.iso.date().optional(),
  startedAt: Instant.optional(),
  madeSafeAt: Instant.optional(),
  onSiteAt: Instant.optional(),
  workingAt: Instant.optional().openapi({ description: 'It works again, perhaps provisionally.' }),
  doneAt: Instant.optional(),
  endedAt: Instant.optional().openapi({ description: 'Of one that ended otherwise than done.' }),
  suspension: z
    .object({ reason: z.string(), name: LocalText, since: Instant, until: Instant })
    .optional()
    .openapi({ description: 'Why it stands still, and until when at most.' }),
  because: z
    .object({ cause: z.enum(CAUSES), words: LocalText })
    .optional()
    .openapi({ description: 'What was found, and how long that may take.' }),
}

const AgreementOf = z.object({
  href: z.string(),
  id: z.string(),
  version: z.int(),
  title: z.string().optional(),
})

/** What everybody may know of a task: who was asked, and what came of it. */
export const StepView = z.object({ ...STEP, agreement: AgreementOf.optional() }).openapi('Step')

export const AssignmentView = z
  .object({
    href: z.string(),
    id: z.uuid(),
    municipality: z.string(),
    revision: z.int().openapi({ description: 'The ETag, without its quotes.' }),
    ...STEP,
    agreement: AgreementOf,
    held: z.enum(['confirm', 'paused']).optional(),
    waitsFor: z.array(z.uuid()).optional(),
    informed: z.array(Named).optional(),
    stoppedAt: Instant.optional().openapi({ description: 'Its clock stands still from here.' }),
    question: QuestionView.optional(),
    terms: z.array(
      z.object({
        milestone: z.enum(MILESTONES),
        by: Instant,
        isExpectation: z.literal(true).optional().openapi({
          description: 'Nobody agreed to it: it is what may be expected, and breaks no term.',
        }),
      }),
    ),
    allowedAnswers: z.array(z.enum(ANSWER_KINDS)),
    suspensions: z
      .array(z.object({ reason: z.string(), name: LocalText }))
      .optional()
      .openapi({ description: 'For what its clock may stand still, by the agreement.' }),
    answers: z.string(),
    case: z.object({
      href: z.string(),
      id: z.uuid(),
      number: z.string(),
      category: z.string(),
      priority: z.enum(PRIORITIES),
      signals: z.int(),
      openedAt: Instant,
      place: Place.optional(),
      asset: AssetOfCase.optional(),
      isAssetUncertain: z.boolean().optional(),
      street: z.string().optional(),
      neighbourhood: z.string().optional(),
      hasThreat: z.literal(true).optional().openapi({
        description: 'Somebody who reported it threatened somebody: do not go there alone.',
      }),
      isMadeSafe: z.boolean().optional().openapi({ description: 'Of a case that was dangerous.' }),
    }),
    why: LocalText.optional().openapi({
      description: 'In a sentence, why it was handed to this party. In lists it is left out.',
    }),
    shared: z
      .object({
        ground: z.string(),
        descriptions: z.array(z.object({ signal: z.uuid(), text: z.string() })),
        reply: z.string().optional().openapi({ description: 'To the question.' }),
        photos: z.array(PhotoView.extend({ signal: z.uuid() })),
      })
      .optional()
      .openapi({
        description: 'What people wrote and sent, where the agreement says on what legal ground.',
      }),
  })
  .openapi('Assignment')

export type AssignmentTold = z.input<typeof AssignmentView>

function stepOf(row: AssignmentRow, town: TownView) {
  const isDone = row.status === 'done'
  return {
    number: row.number,
    party: nameOf(row.organisation, town),
    category: { id: row.category, name: town.categories.get(row.category)?.name },
    status: row.status,
    ...instant('handedOverAt', row.offered_at),
    ...instant('receivedAt', row.delivered_at),
    ...instant('acceptedAt', row.accepted_at),
    ...(row.planned_on === null ? {} : { plannedOn: row.planned_on }),
    ...instant('startedAt', row.started_at),
    ...instant('madeSafeAt', row.made_safe_at),
    ...instant('onSiteAt', row.on_site_at),
    ...instant('workingAt', row.working_at),
    ...(row.because === null ? {} : { because: row.because }),
    ...suspensionIn(row),
    ...instant('doneAt', isDone ? row.ended_at : null),
    ...instant('endedAt', isDone ? null : row.ended_at),
  }
}

function suspensionIn({ suspension }: AssignmentRow) {
  if (suspension === null) return {}
  const { reason, name, since_ms, until_ms } = suspension
  return { suspension: { reason, name, since: toIso(since_ms), until: toIso(until_ms) } }
}

const nameOf = (id: string, town: TownView) => ({ id, name: town.parties.get(id)?.name ?? id })

function agreementIn(row: AssignmentRow, town: TownView) {
  const { municipality, agreement: id, agreement_version: version } = row
  const title = agreementOf(town, id, version)?.title
  return { href: hrefOf(['agreements', id], { municipality }), id, version, title }
}

/** Without the agreement where that would tell which place it is. */
export function stepView(row: AssignmentRow, town: TownView, hasPlace: boolean) {
  return { ...stepOf(row, town), ...(hasPlace ? { agreement: agreementIn(row, town) } : {}) }
}

export function assignmentView(
  row: AssignmentRow,
  ofCase: CaseRow,
  town: TownView,
  isStaff: boolean,
): AssignmentTold {
  const { municipality, id, status } = row
  const isTold = isStaff || hasIt(status)
  const informed = row.informed.map((one) => nameOf(one, town))
  const reasons = reasonsIn(row, town)
  return {
    href: hrefOf(['assignments', id]),
    id,
    municipality,
    revision: row.revision,
    ...stepOf(row, town),
    agreement: agreementIn(row, town),
    ...(row.held === null ? {} : { held: row.held }),
    ...(row.waits_for.length === 0 ? {} : { waitsFor: row.waits_for }),
    ...(informed.length === 0 ? {} : { informed }),
    ...instant('stoppedAt', row.stopped_at),
    ...(ofCase.question && isTold ? { question: questionView(ofCase.question) } : {}),
    terms: termsIn(row, town),
    allowedAnswers: ANSWER_KINDS.filter((kind) => isAllowed(kind, row, reasons)),
    ...(reasons.length === 0 ? {} : { suspensions: reasons }),
    answers: hrefOf(['assignments', id, 'answers']),
    case: {
      href: hrefOf(['cases', ofCase.number], { municipality }),
      id: ofCase.id,
      number: ofCase.number,
      category: ofCase.category,
      priority: ofCase.priority,
      signals: ofCase.signals,
      openedAt: toIso(ofCase.opened_at),
      ...(ofCase.made_safe_at === null ? {} : { isMadeSafe: true }),
      ...(isTold && ofCase.has_threat ? { hasThreat: true } : {}),
      ...(isTold ? placeOf(municipality, ofCase, town) : {}),
    },
  }
}

/** For what the clock may stand still, in words. */
function reasonsIn(row: AssignmentRow, town: TownView) {
  const terms = agreementOf(town, row.agreement, row.agreement_version)?.terms
  return (terms?.suspensions ?? []).map(({ reason, name }) => ({
    reason,
    name: name ?? SUSPENSION_WORDS[reason] ?? { nl: reason, en: reason },
  }))
}

function isAllowed(
  kind: AnswerKind,
  { status, suspension }: AssignmentRow,
  reasons: readonly unknown[],
): boolean {
  if (kind === 'suspended' && (reasons.length === 0 || suspension !== null)) return false
  if (kind === 'resumed' && suspension === null) return false
  return ruleOf(kind).from.includes(status)
}

function termsIn(row: AssignmentRow, town: TownView) {
  const basis = agreementOf(town, row.agreement, row.agreement_version)?.basis
  const isExpected = basis !== undefined && isExpectation(basis)
  return row.party_by.map(({ milestone, by_ms }) => ({
    milestone,
    by: toIso(by_ms),
    ...(isExpected ? { isExpectation: true as const } : {}),
  }))
}

function placeOf(municipality: string, { lon, lat, ...row }: CaseRow, town: TownView) {
  return {
    ...(lon === null || lat === null ? {} : { place: { lon, lat } }),
    ...assetOf(municipality, { lon, lat, ...row }, town),
    ...(row.is_asset_uncertain ? { isAssetUncertain: true } : {}),
    ...standsIn(row, town),
  }
}

/** The street of its object, and of no other near it: whoever goes there by this goes to the right one. */
function standsIn({ asset_id, areas }: Pick<CaseRow, 'asset_id' | 'areas'>, town: TownView) {
  const street = asset_id === null ? undefined : town.assets.byId(asset_id)?.street
  return { ...(street === undefined ? {} : { street }), ...neighbourhoodOf(areas, town) }
}

export const etagOf = (revision: number): string => `"${revision}"`
