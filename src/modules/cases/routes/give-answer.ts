import { isDeepStrictEqual } from 'node:util'
import type { OwnCaller } from '#modules/directory'
import type { PLACE_PROBLEMS } from '#modules/places'
import type { Pool } from '#platform/database'
import { hrefOf } from '#platform/operation'
import type { Vault } from '#platform/vault'
import { ANSWER_KINDS, type Answer, ruleOf, withoutWords } from '../answers.ts'
import { type AnswerRow, listAnswers } from '../assignment-queries.ts'
import type { Located } from '../correcting.ts'
import type { CaseDoor, SettledAnswer } from '../door.ts'
import type { PhotoFact } from '../events.ts'
import { ACTIVE } from '../lifecycle.ts'
import { listEvidence } from '../photo-queries.ts'
import { factOf, readTaken } from '../photos.ts'
import { readAnswerWords, sealAnswer } from '../sealing.ts'
import { answerView, photosIn } from './answer-view.ts'
import { etagOf } from './assignment-view.ts'
import type { NamesOf } from './names-of.ts'
import { assignmentInFull, type SeenAssignment } from './seen-assignment.ts'
import { agreementOf, type TownOf } from './town-view.ts'

/** Where corrected facts say that it is, resolved by the server; a refusal is a problem of its name. */
export type LocateCorrection = (
  municipality: string,
  correction: { category: string; asset?: string; place?: { lon: number; lat: number } },
) => Promise<
  | { ok: true; located: Located }
  | { ok: false; problem: Exclude<keyof typeof PLACE_PROBLEMS, 'asset-not-found'>; detail: string }
>

export type AnsweringNeeds = {
  pool: Pool
  vault: Vault
  townOf: TownOf
  cases: CaseDoor
  newId: () => string
  locate: LocateCorrection
  namesOf: NamesOf
}

type Given = {
  answer: Answer
  /** As it was sent, with a place that may not stand in the journal. */
  corrects: Answer
  name: string | undefined
  revision: number
  idempotencyKey: string | undefined
  photos: readonly PhotoFact[] | undefined
}

export type Settled = { settled: SettledAnswer; answerId: string; isRepeat: boolean }

/** The place of a confidential case stands in no journal, and so not in the answer either. */
export function withoutSealed(answer: Answer, { ofCase }: SeenAssignment): Answer {
  if (answer.answer !== 'facts-corrected' || ofCase.visibility !== 'confidential') return answer
  const { place: _, ...rest } = answer
  return rest
}

export async function correctedBy(
  { locate }: Pick<AnsweringNeeds, 'locate'>,
  answer: Answer,
  { row, ofCase }: SeenAssignment,
) {
  if (answer.answer !== 'facts-corrected') return undefined
  const { place, asset, category = ofCase.category } = answer
  if (place === undefined && asset === undefined) return undefined
  const correction = await locate(row.municipality, {
    category,
    ...(place && { place }),
    ...(asset === undefined ? {} : { asset }),
  })
  if (!correction.ok || ofCase.visibility !== 'confidential') return correction
  const { place: _, ...located } = correction.located
  return { ok: true as const, located }
}

/** The photos that an answer names, as the journal will; undefined where one was not sent for this assignment. */
export async function photosNamed(
  { pool }: Pick<AnsweringNeeds, 'pool'>,
  { photos: ids }: Answer,
  { row }: SeenAssignment,
): Promise<readonly PhotoFact[] | undefined> {
  if (!ids || ids.length === 0) return []
  const { municipality, case_id: caseId, id: assignmentId } = row
  const known = await pool.read({ tenant: municipality }, (query) =>
    listEvidence(query, municipality, { caseId, assignmentId }),
  )
  const named = ids.flatMap((id) => known.find((one) => one.id === id) ?? [])
  return named.length === ids.length ? named.map(factOf) : undefined
}

/** Each party answers for itself, by its key or a link that it was sent; only whom the desk tells by telephone, the desk answers for. */
export function mayAnswer({ isStaff }: OwnCaller, { row, town }: SeenAssignment): boolean {
  if (!isStaff) return true
  const agreement = agreementOf(town, row.agreement, row.agreement_version)
  return agreement?.reach.channel === 'desk'
}

/** Hands the answer to the case; the facts are resolved again with each try, by the rules of that try. */
export async function giveAnswer(
  needs: AnsweringNeeds,
  caller: OwnCaller,
  seen: SeenAssignment,
  { answer, corrects, name, revision, idempotencyKey, photos }: Given,
): Promise<Settled> {
  const { vault, cases, newId } = needs
  const { municipality, id: assignmentId } = seen.row
  const newAnswerId = newId()
  const by = answererOf(caller, seen)
  const { words: remark } = withoutWords(answer)
  const words = { ...(remark && { remark }), ...(name && { name }) }
  const sealed = sealAnswer(vault, municipality, newAnswerId, words)
  const key =
    idempotencyKey === undefined
      ? undefined
      : vault.pseudonym(municipality, `answer/${assignmentId}/${by}/${idempotencyKey}`)
  const settled = await cases(municipality, async () => {
    const correction = await correctedBy(needs, corrects, seen)
    return {
      type: 'AnswerAssignment',
      seals: sealed.seals,
      given: {
        assignmentId,
        answerId: newAnswerId,
        answer,
        by,
        expectedRevision: revision,
        ...(key === undefined ? {} : { idempotencyKey: key }),
        ...sealed.digests,
        ...(photos === undefined ? {} : { photos }),
        ...(correction?.ok ? { located: correction.located } : {}),
      },
    }
  })
  const isRepeat = settled.status === 'accepted' && settled.isRepeat
  if (!isRepeat) return { settled, isRepeat, answerId: newAnswerId }
  const known = settled.case.assignments.find(({ id }) => id === assignmentId)
  const first = known?.answerKeys.find((one) => one.key === key)
  if (!first) throw new Error(`a repeated answer on ${assignmentId} was never given`)
  return { settled, isRepeat, answerId: first.answerId }
}

/** As the journal names who answered: an organisation, one that used its link, or a key of the desk; never a person. */
function answererOf({ of, link, by }: OwnCaller, { row }: SeenAssignment): string {
  if (link) return `link/${row.organisation}`
  return 'organisation' in of ? of.organisation : by
}

/** What was answered, as it stands recorded, with the assignment as it is now. */
export async function recordedAnswer(
  { pool, vault, namesOf }: Pick<AnsweringNeeds, 'pool' | 'vault' | 'namesOf'>,
  now: SeenAssignment,
  { answerId, isRepeat }: Settled,
  isStaff: boolean,
) {
  const { municipality, case_id, id } = now.row
  const answers = await pool.read({ tenant: municipality }, (query) =>
    listAnswers(query, municipality, case_id, id),
  )
  const row = answers.find((one) => one.id === answerId)
  if (!row) throw new Error(`answer ${answerId} is gone`)
  const words = await readAnswerWords(pool, vault, municipality, [answerId])
  const taken = await readTaken(pool, vault, municipality, photosIn(row))
  const result = {
    status: isRepeat ? (200 as const) : (201 as const),
    body: {
      ...answerView(municipality, row, words.get(answerId), taken),
      assignment: await assignmentInFull({ pool, vault, namesOf }, now, isStaff),
    },
    headers: {
      etag: etagOf(now.row.revision),
      location: hrefOf(['assignments', id, 'answers']),
    },
  }
  return { row, result }
}

/** Whether a key that comes again comes with the same answer; its words cannot be compared. */
export function isSame(row: AnswerRow, given: Answer): boolean {
  const { details } = withoutWords(given)
  const { photos = [], ...codes } = details
  const { photos: _, ...known } = row.details
  const isSamePhotos = isDeepStrictEqual(photosIn(row), photos)
  return row.answer === given.answer && isSamePhotos && isDeepStrictEqual(known, codes)
}

/** What helps whoever was refused: who has it now, or what they may answer. */
export function membersOf(
  settled: Extract<SettledAnswer, { status: 'rejected' }>,
  { row, town }: SeenAssignment,
): Record<string, unknown> {
  if (settled.reason === 'assignment-withdrawn') {
    if (settled.case?.status === 'closed')
      return { detail: 'Nobody has to do it any more: the case is closed.' }
    // A task of a confidential category is nobody else's to know of.
    const isHidden = (category: string) =>
      category !== row.category && town.categories.get(category)?.visibility === 'confidential'
    const owner = settled.case?.assignments.findLast(
      ({ status, id, category }) =>
        id !== row.id && status !== 'proposed' && ACTIVE.includes(status) && !isHidden(category),
    )?.party
    if (owner === undefined) return { detail: 'It is with the desk of the municipality now.' }
    const name = town.parties.get(owner)?.name ?? owner
    return { detail: `It is with ${name} now.`, owner: { id: owner, name } }
  }
  if (settled.reason === 'answer-not-allowed') {
    const allowed = ANSWER_KINDS.filter((kind) => ruleOf(kind).from.includes(row.status))
    const detail =
      allowed.length === 0
        ? `An assignment that is ${row.status} takes no answer any more.`
        : `An assignment that is ${row.status} takes: ${allowed.join(', ')}.`
    return { detail, assignmentStatus: row.status, allowed }
  }
  return {}
}
