import { MESSAGE_TYPES } from '#modules/delivery'
import type { Message } from '#platform/outbox'
import { type Fields, formatW3cDatetime, type UpdateStatus } from '#standards/open311'
import type { ToldTask } from './request-form.ts'

type Told = { status: UpdateStatus; nl: string; en: string }

/** What a message says of a request that the party has already. */
const UPDATES: Readonly<Record<string, Told>> = {
  [MESSAGE_TYPES.withdrawn]: {
    status: 'CANCELLED',
    nl: 'Dit hoeft niet meer gedaan te worden.',
    en: 'This need not be done any more.',
  },
  [MESSAGE_TYPES.reopened]: {
    status: 'REOPEN',
    nl: 'Er is gemeld dat het niet is opgelost.',
    en: 'It was said not to be solved.',
  },
  [MESSAGE_TYPES.changed]: {
    status: 'UNCHANGED',
    nl: 'De gegevens zijn veranderd.',
    en: 'The facts are other ones now.',
  },
  [MESSAGE_TYPES.termNear]: {
    status: 'UNCHANGED',
    nl: 'Een termijn is bijna voorbij.',
    en: 'A term is nearly over.',
  },
}

/** The update that tells it, under the message's own id so that a repeat is known; none for what has no words there. */
export function updateForm(
  message: Message,
  { assignment, case: of, descriptions = [], reply }: ToldTask,
  foreignId: string,
  locale: 'nl' | 'en',
): Fields | undefined {
  const told = Object.hasOwn(UPDATES, message.type) ? UPDATES[message.type] : undefined
  if (!told) return undefined
  const by = assignment.terms.find(({ milestone }) => milestone === 'done')?.by
  const isActive = message.type !== MESSAGE_TYPES.withdrawn
  const lines = [
    told[locale],
    ...(isActive
      ? [`${assignment.categoryName?.[locale] ?? assignment.category}, ${of.priority}`]
      : []),
    ...(isActive && by !== undefined ? [`→ ${by}`] : []),
    ...(isActive ? descriptions.map(({ text }) => text) : []),
    ...(isActive && reply !== undefined ? [reply] : []),
  ]
  return {
    service_request_id: foreignId,
    update_id: message.id,
    status: told.status,
    updated_datetime: formatW3cDatetime(message.created_at),
    description: lines.join('\n').slice(0, 4_000),
  }
}

/** A repeat of an update is refused by some as known already: then it is there. */
export const isKnownAlready = (error: string) =>
  /already exist|exists already|duplicate/i.test(error)
