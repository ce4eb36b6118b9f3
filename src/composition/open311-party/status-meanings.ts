import type { ForeignMeaning } from '#modules/agreements'
import type { Answer } from '#modules/cases'
import type { UpdateStatus } from '#standards/open311'

/**
 * What a status of another server means for the task that it was given. `closed` is "it has been resolved" (GeoReport v2,
 * GET Service Requests); the rest are the statuses of the updates extension. What only tells that they look at it, or
 * that they know it already, answers nothing: it is kept and shown.
 */
const MEANINGS: Readonly<Record<UpdateStatus, ForeignMeaning>> = {
  OPEN: 'nothing',
  REOPEN: 'nothing',
  UNCHANGED: 'nothing',
  FOR_TRIAGE: 'nothing',
  DUPLICATE: 'nothing',
  INTERNAL_REFERRAL: 'accepted',
  INVESTIGATING: 'accepted',
  PLANNED: 'planned',
  ACTION_SCHEDULED: 'planned',
  IN_PROGRESS: 'started',
  FIXED: 'done',
  CLOSED: 'done',
  NOT_COUNCILS_RESPONSIBILITY: 'not-ours',
  NO_FURTHER_ACTION: 'will-not-be-done',
  CANCELLED: 'will-not-be-done',
}

/** In one spelling: servers write `In Progress`, `in-progress` and `IN_PROGRESS`. */
const spelled = (word: string) =>
  word
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_')

/** What a status word means: by the agreement, else by the standard; undefined where nobody says so, and it is not guessed. */
export function meaningOf(
  word: string,
  own: Readonly<Record<string, ForeignMeaning>> = {},
): ForeignMeaning | undefined {
  const name = spelled(word)
  for (const [known, meaning] of [...Object.entries(own), ...Object.entries(MEANINGS)])
    if (spelled(known) === name) return meaning
  return undefined
}

const ENDS: readonly ForeignMeaning[] = ['done', 'not-ours', 'will-not-be-done', 'nothing-found']

/** Whether this word, the last that was said, tells by itself how a request ended: as done or otherwise. */
export function saysHowItEnded(
  word: string,
  own?: Readonly<Record<string, ForeignMeaning>>,
): boolean {
  const meaning = meaningOf(word, own)
  return spelled(word) === 'duplicate' || (meaning !== undefined && ENDS.includes(meaning))
}

const MOST_REMARK = 2000

/**
 * The answer that a meaning gives. A plan is one only with a day: without, that they plan it says that they have accepted
 * it. `said` is what the party wrote with it.
 */
export function answerOf(
  meaning: ForeignMeaning,
  { word, said, on }: { word: string; said?: string | undefined; on?: string | undefined },
): Answer | undefined {
  const remark = said?.trim().slice(0, MOST_REMARK)
  const told = remark ? { remark } : {}
  switch (meaning) {
    case 'nothing':
      return undefined
    case 'accepted':
    case 'started':
      return { answer: meaning, ...told }
    case 'planned':
      return on === undefined ? { answer: 'accepted', ...told } : { answer: 'planned', on, ...told }
    case 'done':
      return { answer: 'done', next: [], ...told }
    case 'nothing-found':
      return { answer: 'nothing-found', remark: remark || word }
    case 'not-ours':
      return { answer: 'not-ours', reason: 'other', ...told }
    case 'will-not-be-done':
      return { answer: 'will-not-be-done', reason: 'other', remark: remark || word }
  }
}
