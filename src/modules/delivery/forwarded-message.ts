import type { Changed } from '#modules/cases'
import type { OfficeKind } from '#modules/directory'
import { BY_MAIL } from '#platform/by-mail'
import type { OutboxRow } from '#platform/outbox'
import { uuidv5 } from './message-id.ts'

export const FORWARDED_TYPE = 'nl.lantaarn.signal.forwarded.v1'

/** What an office hears of, by ids alone: words, names and the address are read when the mail is written. */
export type ForwardedMessage = {
  municipality: string
  case: { id: string; number: string }
  signal: string
  kind: OfficeKind
  receivedOn: string
}

/** The case whose office is told by this message; of any other message none. */
export function caseForwardedBy({ type, body }: Pick<OutboxRow, 'type' | 'body'>) {
  return type === FORWARDED_TYPE ? (body as ForwardedMessage).case.id : undefined
}

/** One mail for each signal that was forwarded; the same signal is forwarded once. */
export function forwardedMessages(
  municipality: string,
  { after, events }: Changed,
  now_ms: number,
): OutboxRow[] {
  return events.flatMap(({ event }): OutboxRow[] => {
    if (event.type !== 'SignalForwarded') return []
    const { signalId, kind, receivedOn } = event.data
    const orderingKey = `forwarded/${signalId}`
    const body: ForwardedMessage = {
      municipality,
      case: { id: after.id, number: after.number },
      signal: signalId,
      kind,
      receivedOn,
    }
    return [
      {
        tenant: municipality,
        id: uuidv5(orderingKey),
        destination: BY_MAIL,
        ordering_key: orderingKey,
        sequence: 1,
        type: FORWARDED_TYPE,
        body,
        created_at: now_ms,
        due_at: now_ms,
      },
    ]
  })
}
