import type { Case } from './case-state.ts'
import {
  type Circumstances,
  needDesk,
  type Recording,
  settleDesk,
  startRecording,
} from './recording.ts'

/** The date on the wall of the Netherlands: from it run the days within which an office must answer. */
const LOCAL_DATE = new Intl.DateTimeFormat('en-CA', {
  dateStyle: 'short',
  timeZone: 'Europe/Amsterdam',
})

/**
 * What is no fault goes to the office of its kind, with its date of receipt, and that ends the case here. Where the
 * municipality has named no office, the desk has it.
 */
export function forward(
  recording: Recording,
  { rules }: Pick<Circumstances, 'rules'>,
  by: string,
): void {
  const { kind, signals, opened_ms } = recording.state
  const [signalId] = signals
  if (kind === undefined || signalId === undefined)
    throw new Error(`case ${recording.state.number} has nothing to forward`)
  const found = rules.office(kind)
  if (!found) {
    needDesk(recording, 'no-address')
    return
  }
  const { office, organisation } = found
  recording.record({
    type: 'SignalForwarded',
    data: {
      signalId,
      kind,
      to: { office, ...(organisation === undefined ? {} : { organisation }) },
      receivedOn: LOCAL_DATE.format(opened_ms),
    },
  })
  end(recording, by)
}

/** The desk sends on what had no address: to the office that was named since, or else by its own hand. */
export function forwardByDesk(
  recording: Recording,
  circumstances: Pick<Circumstances, 'rules'>,
  by: string,
): void {
  forward(recording, circumstances, by)
  if (recording.state.status !== 'closed') end(recording, by)
}

/** A mail that does not arrive would leave its sender without an answer: the desk has to see it, closed or not. */
export function decideForwardDelivery(isStuck: boolean, known: Case, now_ms: number): Recording {
  const recording = startRecording(known, known.id, now_ms)
  if (known.kind !== undefined && isStuck) needDesk(recording, 'delivery-stuck')
  if (!isStuck) settleDesk(recording, ['delivery-stuck'], 'delivery')
  return recording
}

function end(recording: Recording, by: string): void {
  settleDesk(recording, ['no-address'], by)
  recording.record({ type: 'CaseClosed', data: { as: 'forwarded', by } })
}
