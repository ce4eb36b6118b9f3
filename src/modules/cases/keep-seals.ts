import type { Batch } from '#journal'
import { BOXES, type BoxRow, KEYS, type KeyRow } from '#platform/vault'
import type { WorkingSet } from './working-set.ts'

/** What somebody wrote, sealed before the lock was taken; who wrote it is sealed under the lock, by the key found there. */
export type Seals = {
  keys: readonly KeyRow[]
  boxes: readonly BoxRow[]
  contact?: PersonalSeal
}

/** A person has one key for all signals: the one that is kept, wrapped, or a new one. */
export type PersonalSeal = {
  person: string
  seal: (wrapped: Buffer | undefined) => { key: KeyRow; box: BoxRow }
}

/** Writes what was sealed; a person that has a key keeps it. */
export function keep(
  batch: Batch,
  { personKeys }: WorkingSet,
  { keys, boxes, contact }: Seals,
): void {
  batch.write(KEYS, keys)
  batch.write(BOXES, boxes)
  if (!contact) return
  const { person } = contact
  const { key, box } = contact.seal(personKeys.get(person))
  if (!personKeys.has(person)) batch.write(KEYS, [key])
  personKeys.set(person, key.wrapped)
  batch.write(BOXES, [box])
}
