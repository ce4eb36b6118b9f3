import type { ForeignMeaning, Open311Mapping } from '#modules/agreements'
import {
  ACTIVE_STATUSES,
  type Answer,
  type AssignmentRow,
  type CaseDoor,
  findAssignment,
  sealAnswer,
} from '#modules/cases'
import type { ForeignRequestRow } from '#modules/delivery'
import type { Pool } from '#platform/database'
import { isUnderWay } from '#platform/outbox'
import type { Vault } from '#platform/vault'
import { answerOf, meaningOf } from './status-meanings.ts'

export type ForeignWord = {
  word: string
  said: string | undefined
  /** The day that the party expects to have done it. */
  on: string | undefined
  /** One a word: the same again is the same answer. */
  key: string
}

/** What became of a word. `waits`: it is looked at again the next time, for now it cannot be an answer. */
export type Taken = {
  meaning: ForeignMeaning | null
  refusal: string | null
  isSettled: boolean
  hasEnded: boolean
}

export type TakingNeeds = {
  pool: Pool
  worker: Pool
  vault: Vault
  cases: CaseDoor
  newId: () => string
}

/** A refusal that passes by itself: the word is held against the task again. */
const PASSING: readonly string[] = [
  'assignment-changed',
  'make-safe-first',
  'waits-for-another',
  'message-under-way',
]

export const isPassing = (refusal: string | null) => refusal !== null && PASSING.includes(refusal)

/**
 * Takes what a party's server says of a task for its answer, by the one table of meanings and the one command of answers.
 * It answers the task as the party knows it: while something that we say is still under way to it, nothing is taken.
 */
export async function takeForeignWord(
  needs: TakingNeeds,
  row: ForeignRequestRow,
  mapping: Open311Mapping | undefined,
  said: ForeignWord,
): Promise<Taken> {
  const meaning = meaningOf(said.word, mapping?.statuses) ?? null
  const answer = meaning === null ? undefined : answerOf(meaning, said)
  const noted = { meaning, refusal: null, isSettled: true, hasEnded: false }
  if (!answer) return noted
  const { municipality, assignment: id } = row
  const known = await findTask(needs.pool, municipality, id)
  if (!known || !ACTIVE_STATUSES.includes(known.status)) return { ...noted, hasEnded: true }
  if (await needs.worker.read({}, (query) => isUnderWay(query, municipality, id)))
    return { ...noted, refusal: 'message-under-way', isSettled: false }
  const settled = await give(needs, known, answer, said.key)
  if (settled.status === 'accepted') {
    const now = settled.case.assignments.find((one) => one.id === id)
    return { ...noted, hasEnded: !now || !ACTIVE_STATUSES.includes(now.status) }
  }
  const refusal = settled.status === 'rejected' ? settled.reason : settled.status
  return {
    ...noted,
    // What it says was so already is no refusal.
    refusal: refusal === 'answer-not-allowed' && isPast(known, answer) ? null : refusal,
    isSettled: !isPassing(refusal),
    hasEnded: refusal === 'assignment-withdrawn',
  }
}

const ALONG_THE_WAY: readonly string[] = ['offered', 'accepted', 'planned', 'started']

const isPast = ({ status }: AssignmentRow, { answer }: Answer) =>
  ALONG_THE_WAY.includes(answer) && ALONG_THE_WAY.indexOf(status) >= ALONG_THE_WAY.indexOf(answer)

export function findTask(pool: Pool, municipality: string, id: string) {
  return pool.read({ tenant: municipality }, (query) => findAssignment(query, { municipality }, id))
}

async function give(
  { vault, cases, newId }: TakingNeeds,
  { municipality, id: assignmentId, organisation, revision }: AssignmentRow,
  answer: Answer,
  key: string,
) {
  const answerId = newId()
  const remark = 'remark' in answer ? answer.remark : undefined
  const sealed = sealAnswer(vault, municipality, answerId, remark === undefined ? {} : { remark })
  return cases(municipality, {
    type: 'AnswerAssignment',
    seals: sealed.seals,
    given: {
      assignmentId,
      answerId,
      answer,
      by: organisation,
      expectedRevision: revision,
      idempotencyKey: vault.pseudonym(
        municipality,
        `answer/${assignmentId}/${organisation}/open311/${key}`,
      ),
      ...sealed.digests,
    },
  })
}
