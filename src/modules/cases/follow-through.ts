import type { Batch } from '#journal'
import { destroyKeys } from '#platform/vault'
import type { GivenAnswer } from './answering.ts'
import { markAnswered, removePhotosOf } from './photo-queries.ts'
import type { GivenStep } from './wrongful-steps.ts'

type WithMore =
  | { type: 'AnswerAssignment'; given: Pick<GivenAnswer, 'answerId' | 'photos'> }
  | { type: 'StepWrongfulReport'; given: Pick<GivenStep, 'stepId' | 'photos'> }
  | { type: 'DestroyText'; signalId: string }

/** What these commands do beside their events: photos stay because an answer names them, or go with their key. */
export async function followThrough(command: WithMore, batch: Batch): Promise<void> {
  const { municipality } = batch
  if (command.type === 'DestroyText') {
    await destroyKeys(batch.query, municipality, [`signal/${command.signalId}`])
    batch.afterRows(removePhotosOf(municipality, command.signalId))
    return
  }
  const { photos } = command.given
  const ids = photos?.map(({ id }) => id) ?? []
  const namedBy = 'stepId' in command.given ? command.given.stepId : command.given.answerId
  if (ids.length > 0) batch.afterRows(markAnswered(municipality, ids, namedBy))
}
