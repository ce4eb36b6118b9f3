import { z } from '@hono/zod-openapi'
import { toIso } from '#kernel/clock'
import { GATHERING_LEVELS, type GatheringLevel } from '#modules/agreements'
import { LocalText, PRIORITIES, VISIBILITIES } from '#modules/categories'
import { hrefOf, type Locale } from '#platform/operation'
import { caseInWords } from '../case-in-words.ts'
import type { CaseRow, ClusterRow } from '../case-queries.ts'
import type { Question } from '../case-state.ts'
import { CLOSING_REASONS, CLOSING_WORDS, type ClosingReason } from '../closing-reasons.ts'
import { SIGNAL_KINDS } from '../kinds.ts'
import { CASE_STATUSES, CLOSE_REASONS, DESK_REASONS } from '../lifecycle.ts'
import { NEED_REASONS } from '../needs.ts'
import { AssetOfCase, Place, whereIs } from './case-place.ts'
import type { Sight } from './case-sight.ts'
import type { TownView } from './town-view.ts'

export const Instant = z.iso.datetime().openapi({ example: '2026-05-20T10:00:00.000Z' })

export const VERIFICATIONS = ['confirmed', 'unchallenged', 'contested', 'none'] as const

const Duty = z
  .object({
    roster: z
      .object({ href: z.string(), id: z.string() })
      .optional()
      .openapi({ description: 'For the staff: by which roster, once somebody was called.' }),
    isUnattended: z
      .boolean()
      .openapi({ description: 'Dangerous, and nobody is known to be on it.' }),
    calls: z.array(
      z.object({ contact: z.string(), step: z.int(), calledAt: Instant, until: Instant }),
    ),
    takenOverAt: Instant.optional(),
    takenOverBy: z.string().optional().openapi({ description: 'A contact of the roster.' }),
  })
  .openapi('Duty', {
    description: 'For staff and whoever has it: who was called because it is dangerous.',
  })

/** When something was asked and what came of it; the words are for the staff and whoever works on it. */
export const QuestionView = z
  .object({
    askedAt: Instant,
    replyBy: Instant,
    repliedAt: Instant.optional(),
    lapsedAt: Instant.optional().openapi({
      description: 'From here the party goes on without a reply; one may come all the same.',
    }),
  })
  .openapi('Question', { description: 'The one question of a party to the reporter.' })

export const NeedReasonView = z
  .object({
    reason: z.enum(NEED_REASONS),
    title: z.string(),
    next: z.string().openapi({ description: 'What a person can do about it.' }),
  })
  .openapi('NeedReason')

const ClusterView = z
  .object({
    level: z.enum(GATHERING_LEVELS as [GatheringLevel, ...GatheringLevel[]]).openapi({
      description: 'What its objects hang from: a cable or a row, a cabinet, a switching area.',
    }),
    objects: z.int().openapi({ description: 'How many objects it is about.' }),
    type: z.string().optional().openapi({ description: 'The kind of object.' }),
    street: z.string().optional(),
    since: Instant,
    rule: z.object({
      agreement: z.object({ id: z.string(), version: z.int() }),
      from: z.int(),
      withinMinutes: z.int(),
    }),
  })
  .openapi('CaseOfSeveral', {
    description: 'It is one problem of several objects, as the agreement says: from how many.',
  })

export const CaseView = z
  .object({
    href: z.string(),
    id: z.uuid(),
    number: z.string().openapi({ example: 'GM0228-26-004711' }),
    municipality: z.string(),
    status: z.enum(CASE_STATUSES),
    closedAs: z.enum(CLOSE_REASONS).optional(),
    closedBecause: z
      .object({ reason: z.enum(CLOSING_REASONS), words: LocalText })
      .optional()
      .openapi({ description: 'Why it will not be done, or was settled.' }),
    kind: z.enum(SIGNAL_KINDS).openapi({
      description: 'A fault, or what an office of the municipality answers.',
    }),
    forwardedTo: z.string().optional().openapi({ description: 'The office that answers it.' }),
    verification: z.enum(VERIFICATIONS).openapi({
      description:
        'Apart from being done: confirmed by another source, unchallenged (silence), contested, or none yet.',
    }),
    line: z.string().openapi({ description: 'What, who and by when, in the language asked for.' }),
    category: z.object({ id: z.string(), name: LocalText.optional() }).optional().openapi({
      description: 'Of what is no fault, only where it names one, and only for staff.',
    }),
    visibility: z.enum(VISIBILITIES),
    priority: z.enum(PRIORITIES),
    signals: z.int().openapi({ description: 'How many reports it is made of.' }),
    openedAt: Instant,
    updatedAt: Instant,
    reporterBy: Instant.optional().openapi({
      description: 'Until when the reporter may expect it.',
    }),
    madeSafeAt: Instant.optional(),
    doneAt: Instant.optional(),
    closedAt: Instant.optional(),
    place: Place.optional(),
    areas: z.array(z.string()).optional(),
    street: z.string().optional().openapi({
      description: 'Of its object; else the one that it is in, or the nearest within 120 m.',
    }),
    neighbourhood: z.string().optional(),
    asset: AssetOfCase.optional(),
    isAssetUncertain: z.boolean().optional(),
    parties: z
      .array(z.object({ id: z.string(), name: z.string() }))
      .openapi({ description: 'The organisations that were asked something for it.' }),
    ownerOnly: z
      .object({ id: z.string(), name: z.string() })
      .optional()
      .openapi({ description: 'Nothing was sent: ask this organisation.' }),
    recurrenceOf: z
      .string()
      .optional()
      .openapi({ description: 'The earlier case of the same object, where that one is public.' }),
    joinedInto: z.string().optional().openapi({
      description: 'The case that has its reports now, where that one may be seen.',
    }),
    cluster: ClusterView.optional(),
    isSwallowed: z.literal(true).optional().openapi({
      description: 'It is part of a problem of several objects, which `joinedInto` names.',
    }),
    question: QuestionView.optional(),
    duty: Duty.optional(),
    atDesk: z
      .array(z.enum(DESK_REASONS))
      .optional()
      .openapi({ description: 'For staff: what brought it to the desk.' }),
    toRelease: z.array(z.uuid()).optional().openapi({
      description:
        'For staff: signals of which nobody has said yet whether everybody may see them.',
    }),
  })
  .openapi('Case')

export const becauseOf = (reason: ClosingReason) => ({ reason, words: CLOSING_WORDS[reason] })

export type CaseTold = z.input<typeof CaseView>

export function caseView(
  municipality: string,
  row: CaseRow,
  { town, sight, locale, now_ms }: { town: TownView; sight: Sight; locale: Locale; now_ms: number },
): CaseTold {
  const named = (id: string) => ({ id, name: town.parties.get(id)?.name ?? id })
  const assignments = row.assignments.filter((one) => isShown(one, town, sight))
  const asked = assignments.filter((one) => one.is_offered)
  const told = caseInWords({ ...row, assignments }, town, locale, now_ms)
  return {
    href: hrefOf(['cases', row.number], { municipality }),
    id: row.id,
    number: row.number,
    municipality,
    status: row.status,
    ...(row.closed_as === null ? {} : { closedAs: row.closed_as }),
    ...(row.closed_because === null ? {} : { closedBecause: becauseOf(row.closed_because) }),
    verification: verificationOf(row),
    line: told.sentence,
    kind: row.kind,
    ...(row.forwarded_to === null ? {} : { forwardedTo: row.forwarded_to }),
    ...categoryOf(row, town, sight),
    visibility: isPlaced(sight) ? row.visibility : 'status-only',
    priority: row.priority,
    signals: row.signals,
    openedAt: toIso(row.opened_at),
    updatedAt: toIso(row.updated_at),
    ...moments(row),
    ...(isPlaced(sight) ? whereIs(municipality, row, town) : {}),
    parties: [...new Set(asked.map(({ organisation }) => organisation))].map(named),
    ...(row.owner_only === null ? {} : { ownerOnly: named(row.owner_only) }),
    ...recurrenceIn(municipality, row, town, sight),
    ...(row.question && assignments.some(({ id }) => id === row.question?.assignmentId)
      ? { question: questionView(row.question) }
      : {}),
    ...(sight === 'staff' || sight === 'assigned' ? dutyOf(municipality, row, sight) : {}),
    ...joinedInto(municipality, row, town, sight),
    ...(row.cluster && isPlaced(sight) ? { cluster: clusterView(row.cluster) } : {}),
    ...(row.is_swallowed ? { isSwallowed: true as const } : {}),
    ...(sight === 'staff' ? { atDesk: row.desk, toRelease: row.to_release } : {}),
  }
}

function clusterView({ level, street, of, dark, members, since, ...terms }: ClusterRow) {
  const { agreement, version, from, withinMinutes } = terms
  return {
    level,
    objects: Math.max(dark, members),
    ...(of === undefined ? {} : { type: of }),
    ...(street === undefined ? {} : { street }),
    since: toIso(since),
    rule: { agreement: { id: agreement, version }, from, withinMinutes },
  }
}

function dutyOf(municipality: string, row: CaseRow, sight: Sight) {
  const { duty } = row
  if (!duty) return {}
  const { calls, takenOver_ms, takenOverBy } = duty
  const roster = sight === 'staff' ? calls[0]?.roster : undefined
  const isStarted = row.assignments.some(({ status }) => status === 'started')
  const isUnsafe = row.priority === 'danger' && row.made_safe_at === null
  return {
    duty: {
      ...(roster === undefined
        ? {}
        : { roster: { href: hrefOf(['duty-rosters'], { municipality }), id: roster } }),
      isUnattended: row.status === 'open' && isUnsafe && takenOver_ms === undefined && !isStarted,
      calls: calls.map(({ contact, step, called_ms, until_ms }) => ({
        contact,
        step,
        calledAt: toIso(called_ms),
        until: toIso(until_ms),
      })),
      ...instant('takenOverAt', takenOver_ms ?? null),
      ...(takenOverBy === undefined ? {} : { takenOverBy }),
    },
  }
}

/** A task of a confidential category within an open case is as hidden as a case of it. */
export function isShown({ category }: { category: string }, town: TownView, sight: Sight): boolean {
  if (sight === 'staff' || sight === 'assigned') return true
  if (sight === 'standing') return false
  return town.categories.get(category)?.visibility !== 'confidential'
}

/** Of what hides its place the earlier case would tell it: they are about one object. */
function recurrenceIn(municipality: string, { earlier }: CaseRow, town: TownView, sight: Sight) {
  if (!earlier || !isSeen(earlier, town, sight)) return {}
  return { recurrenceOf: hrefOf(['cases', earlier.number], { municipality }) }
}

function joinedInto(municipality: string, { joined }: CaseRow, town: TownView, sight: Sight) {
  if (!joined || !isSeen(joined, town, sight)) return {}
  return { joinedInto: hrefOf(['cases', joined.number], { municipality }) }
}

function isSeen(
  other: { category: string; visibility: CaseRow['visibility'] },
  town: TownView,
  sight: Sight,
): boolean {
  if (sight === 'staff') return true
  const both = [other.visibility, town.categories.get(other.category)?.visibility]
  return isPlaced(sight) && both.every((one) => one === undefined || one === 'public')
}

export function questionView({ asked_ms, until_ms, replied_ms, lapsed_ms }: Question) {
  return {
    askedAt: toIso(asked_ms),
    replyBy: toIso(until_ms),
    ...instant('repliedAt', replied_ms ?? null),
    ...instant('lapsedAt', lapsed_ms ?? null),
  }
}

/** Of what somebody asks an office, everybody may know how it stands, and not what it is about. */
function categoryOf({ kind, category: id }: CaseRow, town: TownView, sight: Sight) {
  if (kind !== 'fault' && (sight !== 'staff' || id === '')) return {}
  return { category: { id, name: town.categories.get(id)?.name } }
}

const isPlaced = (sight: Sight) => sight !== 'status' && sight !== 'standing'

function moments(row: CaseRow) {
  return {
    ...instant('reporterBy', row.reporter_by),
    ...instant('madeSafeAt', row.made_safe_at),
    ...instant('doneAt', row.done_at),
    ...instant('closedAt', row.closed_at),
  }
}

export function instant<Name extends string>(name: Name, at_ms: number | null) {
  return (at_ms === null ? {} : { [name]: toIso(at_ms) }) as { [name in Name]?: string }
}

function verificationOf(row: CaseRow): (typeof VERIFICATIONS)[number] {
  if (row.closed_as === 'confirmed' || row.closed_as === 'unchallenged') return row.closed_as
  return row.contested > 0 ? 'contested' : 'none'
}
