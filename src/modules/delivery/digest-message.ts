import { byMailTo } from '#platform/by-mail'
import type { OutboxRow } from '#platform/outbox'
import { DIGEST_TYPES } from './digest.ts'
import { localDay } from './local-day.ts'
import { uuidv5 } from './message-id.ts'
import type { ReplyMessage } from './reply-message.ts'

/** What became of a mail in reply to a digest. */
export type DigestReply = { digest: string } & Pick<ReplyMessage, 'why' | 'rows'>

type Of = { id: string; organisation: string }

/** The mail that carries what waited for one moment. */
export function digestMessage(
  municipality: string,
  { id, organisation }: Of,
  now_ms: number,
): OutboxRow {
  return {
    tenant: municipality,
    id,
    destination: byMailTo(organisation),
    // By itself: one that does not arrive holds up no other, for each task is in one of them at a time.
    ordering_key: `digest/${id}`,
    sequence: 1,
    type: DIGEST_TYPES.digest,
    body: { organisation },
    created_at: now_ms,
    due_at: now_ms,
  }
}

/** Why a reply to a digest was not taken: once a day a digest, so that no two machines write to one another for ever. */
export function digestReplyRefused(
  municipality: string,
  of: Of,
  why: string,
  now_ms: number,
): OutboxRow {
  const which = `refused/${localDay(now_ms)}`
  return replied(municipality, of, which, { digest: of.id, why }, now_ms)
}

/** What became of a sheet that came in reply to a digest, once for each mail. */
export function digestSheetAnswered(
  municipality: string,
  of: Of,
  mail: string,
  rows: NonNullable<ReplyMessage['rows']>,
  now_ms: number,
): OutboxRow {
  return replied(municipality, of, `sheet/${mail}`, { digest: of.id, rows }, now_ms)
}

function replied(
  municipality: string,
  { id, organisation }: Of,
  which: string,
  body: DigestReply,
  now_ms: number,
): OutboxRow {
  const ordering_key = `digest/${id}/reply/${which}`
  return {
    tenant: municipality,
    id: uuidv5(ordering_key),
    destination: byMailTo(organisation),
    ordering_key,
    sequence: 1,
    type: DIGEST_TYPES.replied,
    body,
    created_at: now_ms,
    due_at: now_ms,
  }
}
