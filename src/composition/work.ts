import type { Clock } from '#kernel/clock'
import { DIGEST_TIMER, digestTimer, END_TIMER } from '#modules/agreements'
import type { CaseDoor, CaseOrder, HandOverEnded } from '#modules/cases'
import {
  assignmentToldBy,
  attemptRow,
  caseForwardedBy,
  letGoPolls,
  noteRest,
  openAttemptLog,
  sweepAttempts,
} from '#modules/delivery'
import { startClockWatch } from '#platform/clock-steps'
import type { Pool } from '#platform/database'
import { gather } from '#platform/gather'
import { releaseGathered } from '#platform/gathered'
import type { Metrics } from '#platform/metrics'
import {
  type Delivered,
  type Message,
  markDelivered,
  type Sent,
  startDispatcher,
} from '#platform/outbox'
import { startStuckWatch } from '#platform/stuck'
import { startSweep } from '#platform/sweep'
import { clearTimers, startTimers, type TimerRow } from '#platform/timers'
import type { Wake } from '#platform/wake'
import { createDigestNotes, startDigests } from './digests.ts'
import { openLimits } from './limits.ts'
import { type Polling, pollRow, startPolling } from './open311-party/poll-parties.ts'

import type { SubscriberNotes } from './subscriber-webhooks.ts'

/** After so many failed attempts in a row a person should look, or when it has waited for so long, tried or not. */
const STUCK_AFTER = 5
const STUCK_AFTER_MS = 20 * 60_000
const STUCK_EVERY_MS = 10_000

/** Said to every process: a person wants a destination to be tried now. */
export const TRY_AGAIN = 'deliver-again'

/** What nobody needs any more on the disk is a day old already. */
const SWEEP_MS = 3_600_000

/** The role `work`: carries messages out, lets timers go off, and sweeps photos that are nobody's. */
export function startWork(options: {
  worker: Pool
  clock: Clock
  cases: CaseDoor
  handOver: HandOverEnded
  wake: Wake
  metrics: Metrics
  polling: Polling
  sweepPhotos: () => Promise<void>
  send: (message: Message) => Promise<Sent>
  subscribers: SubscriberNotes
  onError: (error: Error) => void
}): AsyncDisposable {
  const { worker, clock, cases, handOver, wake, metrics, send, onError } = options
  const stack = new AsyncDisposableStack()

  const mark = gather<Delivered, void>(async (all) => {
    await worker.write({}, async (_, atLast) => atLast([markDelivered(all)]))
    return all.map(() => undefined)
  })
  const log = stack.use(openAttemptLog({ worker, newId: options.polling.newId, onError }))
  const digests = createDigestNotes({ worker, cases })
  const limits = stack.use(openLimits(worker, onError, () => dispatcher.now()))
  const dispatcher = stack.use(
    startDispatcher({
      pool: worker,
      clock,
      send,
      limits: limits.now,
      onAttempt: (attempt) => log.note(attemptRow(attempt)),
      onRest: (rest) => void noteRest(worker, rest, clock()).catch(onError),
      async onDelivered(message, at_ms, sent) {
        metrics.deliveries.observe((at_ms - message.created_at) / 1000)
        const assignmentId = assignmentToldBy(message)
        const isLeft = sent.isDelivered && sent.isLeftToPerson === true
        if (assignmentId !== undefined && isLeft)
          await cases(message.tenant, { type: 'RecordStuck', assignmentId, isUntold: true })
        else if (assignmentId !== undefined)
          await cases(message.tenant, {
            type: 'RecordDelivery',
            assignmentId,
            messageId: message.id,
          })
        const caseId = caseForwardedBy(message)
        const wasLate =
          message.attempts >= STUCK_AFTER || at_ms - message.created_at >= STUCK_AFTER_MS
        if (wasLate && caseId !== undefined)
          await cases(message.tenant, { type: 'RecordForwardDelivery', caseId, isStuck: false })
        await digests.arrived(message, at_ms)
        await options.subscribers.taken(message, at_ms)
        await mark({ tenant: message.tenant, id: message.id, at_ms })
      },
      async onFailed(message, sent) {
        metrics.failedDeliveries.inc()
        await options.subscribers.refused(message, sent)
        if (message.attempts !== STUCK_AFTER && !sent.waitsForPerson) return
        await tellStuck(message, cases)
        await digests.stuck(message)
      },
      onError,
    }),
  )
  stack.defer(wake.on('outbox', (destinations) => dispatcher.now(destinations)))
  stack.defer(wake.hear(TRY_AGAIN, dispatcher.tryAgain))
  stack.use(
    startPolling({ ...options.polling, onPolled: (told) => log.note(pollRow(told)), onError }),
  )

  stack.use(startDigests({ worker, clock, wake, newId: options.polling.newId, onError }))
  stack.use(
    startTimers({
      pool: worker,
      clock,
      goOff: (timer) => goOff(timer, { cases, handOver, letGo: (id) => letGo(timer.tenant, id) }),
      onError,
    }),
  )
  /** What waits for a digest that is agreed no more goes now, in one last mail. */
  async function letGo(tenant: string, agreement: string): Promise<void> {
    await worker.write({}, async (query) => {
      await releaseGathered(
        query,
        tenant,
        { assignment: { agreement: { id: agreement } } },
        clock(),
      )
      await query(clearTimers(tenant, [digestTimer(agreement)]))
    })
  }
  stack.use(
    startStuckWatch({
      pool: worker,
      clock,
      every_ms: STUCK_EVERY_MS,
      after_ms: STUCK_AFTER_MS,
      onStuck: (message) => tellStuck(message, cases),
      onError,
    }),
  )
  stack.use(
    startClockWatch({
      pool: worker,
      clock,
      others: (now_ms) => [letGoPolls(now_ms)],
      onLetGo: () => dispatcher.now(),
      onError,
    }),
  )
  stack.use(startSweep({ every_ms: SWEEP_MS, round: options.sweepPhotos, onError }))
  stack.use(
    startSweep({ every_ms: SWEEP_MS, round: () => sweepAttempts(worker, clock()), onError }),
  )
  return stack
}

/** The desk has to see what does not arrive, whether it asks a party to work or brings an office its mail. */
async function tellStuck(message: Message, cases: CaseDoor): Promise<void> {
  const assignmentId = assignmentToldBy(message)
  if (assignmentId !== undefined) await cases(message.tenant, { type: 'RecordStuck', assignmentId })
  const caseId = caseForwardedBy(message)
  if (caseId !== undefined)
    await cases(message.tenant, { type: 'RecordForwardDelivery', caseId, isStuck: true })
}

/** What each type of timer tells the cases. */
const COMMAND_OF: Readonly<Record<string, (body: never) => CaseOrder>> = {
  unchallenged: ({ caseId, afterDays }: { caseId: string; afterDays: number }) => ({
    type: 'RecordUnchallenged',
    caseId,
    afterDays,
  }),
  question: ({ caseId, answerId }: { caseId: string; answerId: string }) => ({
    type: 'LapseQuestion',
    caseId,
    answerId,
  }),
  suspension: ({ caseId }: { caseId: string }) => ({ type: 'EndSuspensions', caseId }),
  cluster: ({ caseId }: { caseId: string }) => ({ type: 'ReturnMembers', caseId }),
  members: ({ caseId }: { caseId: string }) => ({ type: 'TellMembers', caseId }),
  term: ({ caseId }: { caseId: string }) => ({ type: 'WatchTerms', caseId }),
  duty: ({ caseId, step }: { caseId: string; step: number }) => ({
    type: 'RecordDutySilence',
    caseId,
    step,
  }),
}

async function goOff(
  { tenant, type, body }: TimerRow,
  {
    cases,
    handOver,
    letGo,
  }: { cases: CaseDoor; handOver: HandOverEnded; letGo: (agreement: string) => Promise<void> },
): Promise<void> {
  if (type === END_TIMER) return handOver(tenant, (body as { agreement: string }).agreement)
  if (type === DIGEST_TIMER) return letGo((body as { agreement: string }).agreement)
  const commandOf = COMMAND_OF[type]
  if (!commandOf) throw new Error(`a timer of unknown type ${type} stays where it is`)
  await cases(tenant, commandOf(body as never))
}
