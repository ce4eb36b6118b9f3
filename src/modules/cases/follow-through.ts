import type { Batch } from '#journal'
import { destroyKeys } from '#platform/vault'
import type { GivenAnswer } from './answering.ts'
import { markAnswered, removePhotosOf } from './photo-queries.ts'

type WithMore =
  | { type: 'AnswerAssignment'; given: Pick<GivenAnswer, 'answerId' | 'photos'> }
  | { type: 'DestroyText'; signalId: string }

/** What these commands do beside their events: photos stay because an answer names them, or go with their key. */
export async function followThrough(command: WithMore, batch: Batch): Promise<void> {
  const { municipality } = batch
  if (command.type === 'DestroyText') {
    await destroyKeys(batch.query, municipality, [`signal/${command.signalId}`])
    batch.afterRows(removePhotosOf(municipality, command.signalId))
    return
  }
  const { photos, answerId } = command.given
  const ids = photos?.map(({ id }) => id) ?? []
  if (ids.length > 0) batch.afterRows(markAnswered(municipality, ids, answerId))
}
