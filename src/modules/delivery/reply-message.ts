import { byMailTo } from '#platform/by-mail'
import type { OutboxRow } from '#platform/outbox'
import { localDay } from './local-day.ts'
import { uuidv5 } from './message-id.ts'
import { MESSAGE_TYPES } from './message-types.ts'
import type { RowResult } from './work-sheet.ts'

/** What is told to a party of the mail that it sent: why it was not taken, or what became of each row of its sheet. */
export type ReplyMessage = {
  assignment: string
  why?: string
  rows?: readonly (RowResult & { line: number; assignment?: string })[]
}

/** Why a mail was not taken: at most once a day and a task, so that no two machines write to one another for ever. */
export function replyRefused(
  municipality: string,
  assignment: { id: string; party: string },
  why: string,
  now_ms: number,
): OutboxRow {
  const body: ReplyMessage = { assignment: assignment.id, why }
  return rowOf(municipality, assignment, `refused/${localDay(now_ms)}`, body, now_ms)
}

/** What became of a sheet that came by mail, once for each mail. */
export function sheetAnswered(
  municipality: string,
  assignment: { id: string; party: string },
  mail: string,
  rows: NonNullable<ReplyMessage['rows']>,
  now_ms: number,
): OutboxRow {
  const body: ReplyMessage = { assignment: assignment.id, rows }
  return rowOf(municipality, assignment, `sheet/${mail}`, body, now_ms)
}

function rowOf(
  municipality: string,
  { id, party }: { id: string; party: string },
  which: string,
  body: ReplyMessage,
  now_ms: number,
): OutboxRow {
  const ordering_key = `${id}/reply/${which}`
  return {
    tenant: municipality,
    id: uuidv5(ordering_key),
    destination: byMailTo(party),
    ordering_key,
    sequence: 1,
    type: MESSAGE_TYPES.replied,
    body,
    created_at: now_ms,
    due_at: now_ms,
  }
}
