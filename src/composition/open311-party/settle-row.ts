import type { Open311Mapping } from '#modules/agreements'
import { type ForeignRequestRow, type Seen, scrubbed } from '#modules/delivery'
import type { ForeignRequest, ForeignUpdate } from '#standards/open311'
import { meaningOf, saysHowItEnded } from './status-meanings.ts'
import { isPassing, type TakingNeeds, takeForeignWord } from './take-foreign-word.ts'

/** So many updates of one task are known again. */
const MOST_SEEN = 200

/** That it is closed tells less than the update that closed it, which may not be there yet. */
const WAITS_FOR_UPDATE = 'waits-for-its-update'

type Said = {
  has_updates: boolean
  /** Of this request, oldest first. */
  updates: readonly ForeignUpdate[]
  request: ForeignRequest | undefined
  zone: string
}

/** Holds what a server says of one task against what was seen before, and takes what is new. */
export async function settleRow(
  needs: TakingNeeds,
  row: ForeignRequestRow,
  mapping: Open311Mapping | undefined,
  { has_updates, updates, request, zone }: Said,
): Promise<Seen> {
  const seen: Seen = { ...row }
  const on = request?.expected_ms === undefined ? undefined : dayOf(request.expected_ms, zone)
  const take = async (word: string, said: string | undefined, key: string, at_ms?: number) => {
    const taken = await takeForeignWord(needs, row, mapping, { word, said, on, key })
    seen.word = word.slice(0, 100)
    seen.word_at = at_ms ?? null
    seen.meaning = taken.meaning
    seen.refusal = taken.refusal
    if (said !== undefined) seen.notes = scrubbed(said)
    if (taken.hasEnded) seen.is_followed = false
    return taken.isSettled
  }
  for (const update of updates) {
    if (seen.seen_updates.includes(update.update_id)) continue
    const isSettled =
      update.status === undefined ||
      (await take(update.status, update.description, update.update_id, update.updated_ms))
    // What cannot be an answer yet holds up what was said after it.
    if (!isSettled) return seen
    seen.seen_updates = [...seen.seen_updates, update.update_id].slice(-MOST_SEEN)
  }
  const { status: word, status_notes: notes, updated_ms } = request ?? {}
  if (word === undefined || !seen.is_followed) return seen
  if (has_updates) return isBareEnd(word, mapping, row, seen) ? waitOrTake() : seen
  const isNew = word !== row.word || (updated_ms ?? null) !== row.word_at || isPassing(row.refusal)
  if (isNew) await take(word, notes, `${word}/${updated_ms ?? ''}`, updated_ms)
  return seen

  async function waitOrTake(): Promise<Seen> {
    if (row.refusal === WAITS_FOR_UPDATE || isPassing(row.refusal))
      await take(word as string, notes, `${word}/${updated_ms ?? ''}`, updated_ms)
    else seen.refusal = WAITS_FOR_UPDATE
    return seen
  }
}

/** It has ended there, and no update that we know says how. */
function isBareEnd(
  word: string,
  mapping: Open311Mapping | undefined,
  before: ForeignRequestRow,
  now: Seen,
): boolean {
  const isEnd = meaningOf(word, mapping?.statuses) === 'done'
  const isSaid = now.seen_updates.length > before.seen_updates.length
  const isTold =
    now.word !== null && now.seen_updates.length > 0 && saysHowItEnded(now.word, mapping?.statuses)
  return isEnd && !isSaid && !isTold
}

function dayOf(at_ms: number, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(at_ms)
}
