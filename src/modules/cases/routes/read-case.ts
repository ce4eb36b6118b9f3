import { z } from '@hono/zod-openapi'
import { type Clock, toIso } from '#kernel/clock'
import { townOperation } from '#modules/directory'
import type { Pool } from '#platform/database'
import { among, hrefOf, type Locale } from '#platform/operation'
import { MOST_ON_PAGE } from '#platform/page'
import type { Vault } from '#platform/vault'
import { listAssignments } from '../assignment-queries.ts'
import { listSignals, listSwallowed, type SignalRow } from '../case-queries.ts'
import { inUrgency, needInWords, reasonsOf } from '../needs.ts'
import { blackened, findPersonalData, PERSONAL_KINDS } from '../personal-data.ts'
import { listPhotos } from '../photo-queries.ts'
import { CASE_PROBLEMS } from '../problems.ts'
import { listPublished } from '../publication-queries.ts'
import { readRemarks, readWords, replyIdOf, type Words } from '../sealing.ts'
import { hasThreat } from '../threats.ts'
import { StepView, stepView } from './assignment-view.ts'
import { CasePath } from './case-path.ts'
import { type SeenCase, seeCase, sightOfAll } from './case-sight.ts'
import { CaseView, caseView, Instant, isShown, NeedReasonView } from './case-view.ts'
import { PhotoView, photoView } from './photo-view.ts'
import { type NeighbourOf, RelatedCase, relatedTo } from './related-cases.ts'
import type { TownOf } from './town-view.ts'

/** As many as somebody looks through. */
const MOST_SWALLOWED = 200

const Dialogue = z
  .object({ question: z.string().optional(), reply: z.string().optional() })
  .openapi('Dialogue', {
    description: 'For staff: what was asked and replied, as far as it was not destroyed.',
  })

const CaseInFull = CaseView.extend({
  decisions: z.string(),
  assignments: z.string(),
  steps: z.array(StepView),
  descriptions: z
    .array(
      z.object({
        signal: z.uuid(),
        channel: z.string(),
        enteredBy: z.string().optional().openapi({ description: 'Which key typed it in.' }),
        isOnBehalf: z.boolean().optional(),
        receivedAt: Instant,
        text: z.string().optional(),
        address: z.string().optional(),
        mayPublish: z.boolean().optional().openapi({
          description: 'Whether whoever sent it lets it be shown; absent where that was not asked.',
        }),
        hasThreat: z.literal(true).optional(),
        marks: z
          .array(z.object({ kind: z.enum(PERSONAL_KINDS), from: z.int(), to: z.int() }))
          .optional()
          .openapi({
            description: 'Stretches of `text` that look like personal data, in UTF-16 units.',
          }),
        proposal: z
          .string()
          .optional()
          .openapi({ description: '`text` with those made unreadable, for everybody to read.' }),
        photos: z.array(PhotoView).optional(),
      }),
    )
    .optional()
    .openapi({ description: 'For staff: what people wrote, as far as it was not destroyed.' }),
  swallowed: z
    .array(z.object({ href: z.string(), number: z.string(), asset: z.string().optional() }))
    .optional()
    .openapi({ description: `The cases that are part of this one, at most ${MOST_SWALLOWED}.` }),
  relatedCases: z.array(RelatedCase).optional().openapi({
    description:
      'What other municipalities have open on the same cabinet, cable or switching area, as far as everybody may see it there: one fault, and a case in each.',
  }),
  needs: z.array(NeedReasonView).optional().openapi({
    description: 'For staff: what a person is needed for, the most urgent first.',
  }),
  dialogue: Dialogue.optional(),
  evidence: z
    .array(PhotoView.extend({ assignment: z.uuid(), answer: z.uuid() }))
    .optional()
    .openapi({ description: 'For staff: the photos that parties named in their answers.' }),
  published: z
    .array(
      z.object({
        signal: z.uuid(),
        text: z.string().optional(),
        photos: z.array(PhotoView),
        publishedAt: Instant,
      }),
    )
    .optional()
    .openapi({ description: 'What the desk released of what people wrote and sent.' }),
}).openapi('CaseInFull')

type Needs = {
  pool: Pool
  vault: Vault
  clock: Clock
  townOf: TownOf
  neighbourOf: NeighbourOf
}

export const readCase = (needs: Needs) =>
  townOperation({
    method: 'get',
    path: '/cases/{case}',
    operationId: 'readCase',
    tag: 'Cases',
    summary: 'One case, with each step and its separate times',
    parameters: { path: CasePath },
    success: { 200: 'The case, as far as it may be seen.' },
    answer: CaseInFull,
    problems: among(CASE_PROBLEMS, 'case-not-found'),
    async handle({ caller, path, locale }, refuse) {
      const seen = await seeCase(needs, caller, path.case)
      if (!seen) return refuse('case-not-found')
      const { municipality } = caller
      const { row, sight, town } = seen
      const now_ms = needs.clock()
      const assignments = await stepsOf(needs, municipality, row.id)
      const shown = assignments.filter(
        (one) => sight === 'staff' || (one.offered_at !== null && isShown(one, town, sight)),
      )
      return {
        body: {
          ...caseView(municipality, row, { town, sight, locale, now_ms }),
          ...(await sealedOf(needs, municipality, seen)),
          ...(await publishedOf(needs, municipality, seen)),
          ...(sight === 'staff' ? { needs: needsOf(row, locale) } : {}),
          ...(await swallowedBy(needs, municipality, seen)),
          ...(await relatedTo(needs, municipality, seen)),
          decisions: hrefOf(['cases', row.number, 'decisions'], { municipality }),
          assignments: hrefOf(['cases', row.number, 'assignments'], { municipality }),
          steps: shown.map((one) => stepView(one, town, sight !== 'status')),
        },
      }
    },
  })

function needsOf({ desk, to_tell, to_release }: SeenCase['row'], locale: Locale) {
  const told_by = to_tell.map(({ by }) => by)
  const reasons = reasonsOf({ desk, told_by, has_to_release: to_release.length > 0 })
  return inUrgency(reasons).map((one) => needInWords(one, locale))
}

/** What a case of several objects took in; of a place that is hidden nobody is told what else is there. */
async function swallowedBy({ pool }: Needs, municipality: string, { row, sight }: SeenCase) {
  if (!row.cluster || (sight !== 'staff' && sight !== 'public' && sight !== 'assigned')) return {}
  const of = { caseId: row.id, isStaff: sight === 'staff', most: MOST_SWALLOWED }
  const all = await pool.read({ tenant: municipality }, (query) =>
    listSwallowed(query, municipality, of),
  )
  return {
    swallowed: all.map(({ number, asset_id }) => ({
      href: hrefOf(['cases', number], { municipality }),
      number,
      ...(asset_id === null ? {} : { asset: asset_id }),
    })),
  }
}

/** Every assignment of a case, the first of the chain first. */
export async function stepsOf({ pool }: { pool: Pool }, municipality: string, caseId: string) {
  const rows = await pool.read({ tenant: municipality }, (query) =>
    listAssignments(query, { of: { municipality }, caseId, most: MOST_ON_PAGE }),
  )
  return rows.sort((a, b) => a.number - b.number)
}

/** What everybody may read, where everybody may see what the case is about. */
async function publishedOf({ pool, vault }: Needs, municipality: string, { row, town }: SeenCase) {
  if (sightOfAll(row, town) !== 'public') return {}
  const all = await pool.read({ tenant: municipality }, (query) =>
    listPublished(query, vault, municipality, [row.id]),
  )
  const published = (all.get(row.id) ?? []).map(({ photos, published_ms, ...one }) => ({
    ...one,
    photos: photos.map((id) => photoView(municipality, id)),
    publishedAt: toIso(published_ms),
  }))
  return published.length === 0 ? {} : { published }
}

/** What stands sealed: the words for staff, and the place of a confidential case for whoever works on it. */
async function sealedOf({ pool, vault }: Needs, municipality: string, { row, sight }: SeenCase) {
  const isSealedPlace = row.visibility === 'confidential' && row.lon === null
  if (sight !== 'staff' && !(sight === 'assigned' && isSealedPlace)) return {}
  const signals = await pool.read({ tenant: municipality }, (query) =>
    listSignals(query, municipality, row.id),
  )
  const photos =
    sight !== 'staff'
      ? []
      : await pool.read({ tenant: municipality }, (query) =>
          listPhotos(query, municipality, row.id),
        )
  const view = (ofSignal: string) => {
    const own = photos.filter(({ signal_id }) => signal_id === ofSignal)
    return own.map((one) => photoView(municipality, one.id))
  }
  const ids = signals.map(({ id }) => id)
  const words = await readWords(pool, vault, municipality, ids)
  const place = isSealedPlace ? [...words.values()].find((one) => one.place)?.place : undefined
  return {
    ...(place && { place }),
    ...(sight === 'staff'
      ? {
          descriptions: signals.map((one) => ({
            ...writtenIn(one, words.get(one.id)),
            photos: view(one.id),
          })),
          ...(await dialogueOf({ pool, vault }, municipality, row)),
          evidence: photos.flatMap(({ id, assignment_id: assignment, answer_id: answer }) =>
            assignment && answer ? [{ ...photoView(municipality, id), assignment, answer }] : [],
          ),
        }
      : {}),
  }
}

/** What somebody wrote, with what a moderator has to see at once. */
function writtenIn(
  { id, channel, received_at, entered_by, is_on_behalf, may_publish }: SignalRow,
  words: Words | undefined,
) {
  const { description: text, address } = words ?? {}
  const marks = text === undefined ? [] : findPersonalData(text)
  return {
    signal: id,
    channel,
    ...(entered_by === null ? {} : { enteredBy: entered_by }),
    ...(is_on_behalf ? { isOnBehalf: true } : {}),
    receivedAt: toIso(received_at),
    text,
    address,
    ...(may_publish === null ? {} : { mayPublish: may_publish }),
    ...(text !== undefined && hasThreat(text) ? { hasThreat: true as const } : {}),
    ...(text !== undefined && marks.length > 0 ? { marks, proposal: blackened(text, marks) } : {}),
  }
}

async function dialogueOf(
  { pool, vault }: Pick<Needs, 'pool' | 'vault'>,
  municipality: string,
  { id, question: asked }: SeenCase['row'],
) {
  if (!asked) return {}
  const ids = [asked.answerId, replyIdOf(id)]
  const words = await readRemarks(pool, vault, municipality, ids)
  const [question, reply] = ids.map((one) => words.get(one))
  return {
    dialogue: {
      ...(question === undefined ? {} : { question }),
      ...(reply === undefined ? {} : { reply }),
    },
  }
}
