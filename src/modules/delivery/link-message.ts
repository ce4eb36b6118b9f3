import { byMailTo } from '#platform/by-mail'
import type { OutboxRow } from '#platform/outbox'
import { uuidv5 } from './message-id.ts'
import { MESSAGE_TYPES } from './message-types.ts'

/** Asked again within this time it is the same message. */
const ASKED_ONCE_MS = 10 * 60_000

/** A new link for a party, asked for on the page that an old one led to. */
export function linkAsked(
  municipality: string,
  assignment: { id: string; party: string },
  now_ms: number,
): OutboxRow {
  const turn = Math.floor(now_ms / ASKED_ONCE_MS)
  const ordering_key = `${assignment.id}/link`
  return {
    tenant: municipality,
    id: uuidv5(`${ordering_key}/${turn}`),
    destination: byMailTo(assignment.party),
    ordering_key,
    sequence: turn,
    type: MESSAGE_TYPES.linkAsked,
    body: { assignment: assignment.id },
    created_at: now_ms,
    due_at: now_ms,
  }
}

const UUID_LENGTH = 36

/** The assignment that a message is about; whoever is not its party has a key of their own behind it. */
export function assignmentIn({ ordering_key }: Pick<OutboxRow, 'ordering_key'>): string {
  return ordering_key.slice(0, UUID_LENGTH)
}
