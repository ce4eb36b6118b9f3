import { byMailTo } from '#platform/by-mail'
import type { OutboxRow } from '#platform/outbox'
import type { ClusterMessage } from './cluster-message.ts'
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

/**
 * The objects of a case of several over all the messages that waited, the first first: how many there are by now, and what
 * joined or left since the party was told. What did both is told by neither.
 */
export function clusterOver(
  messages: readonly (ClusterMessage | undefined)[],
): ClusterMessage | undefined {
  const now = messages.findLast((one) => one !== undefined)
  if (!now) return undefined
  const joined = new Map<string, Named>()
  const left = new Map<string, Named>()
  for (const one of messages) {
    for (const member of one?.joined?.members ?? [])
      if (!left.delete(member.id)) joined.set(member.id, member)
    for (const member of one?.left?.members ?? [])
      if (!joined.delete(member.id)) left.set(member.id, member)
  }
  const { joined: _, left: __, ...rest } = now
  // Of very many a message names the first.
  const unnamed = (of: 'joined' | 'left') =>
    messages.reduce(
      (sum, one) => sum + (one?.[of]?.objects ?? 0) - (one?.[of]?.members.length ?? 0),
      0,
    )
  const told = (of: 'joined' | 'left', some: ReadonlyMap<string, Named>) =>
    some.size > 0 ? { [of]: { objects: some.size + unnamed(of), members: [...some.values()] } } : {}
  return { ...rest, ...told('joined', joined), ...told('left', left) }
}

type Named = ClusterMessage['members'][number]
