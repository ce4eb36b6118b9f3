import { type CaseDoor, createHandOver, sweepPhotos } from '#modules/cases'
import type { CallOutside } from '#platform/outgoing'
import { newId } from '#platform/random'
import { createOpen311Client } from '#standards/open311'
import type { AppOptions } from './app-options.ts'
import { startCompleting } from './complete-rows.ts'
import { startFollowing } from './follow-changes.ts'
import type { Ground } from './ground.ts'
import { createMessageReading } from './message-reading.ts'
import { mailerOf } from './outside.ts'
import { openSender } from './sender.ts'
import { createSubscriberNotes } from './subscriber-webhooks.ts'
import { startWork } from './work.ts'

type Working = {
  cases: CaseDoor
  onCases: Parameters<typeof createHandOver>[0]
  call: CallOutside
}

/** What the role `work` does by itself: sends, asks, waits for moments, and tells those who follow. */
export function openWorkingRole(
  options: AppOptions,
  ground: Ground,
  { cases, onCases, call }: Working,
): AsyncDisposable {
  const { log, clock } = options
  const { pool, worker, vault, towns, wake, metrics, files, identity, onError } = ground
  const opened = new AsyncDisposableStack()
  const client = createOpen311Client(call)
  const reading = createMessageReading({ pool, worker, vault, towns })
  const followed = { pool, worker, clock, towns, wake, newId, onError: onError('following') }
  opened.use(startFollowing(followed))
  const send = openSender({
    ...options,
    reading,
    client,
    pool,
    worker,
    vault,
    towns,
    identity,
    mailer: mailerOf(options),
    isOwnAddress: options.sample?.isOwnAddress,
    replyTo: options.replies?.replyTo,
  })
  opened.use(startCompleting({ pool, worker, log, onError: onError('completing') }))
  opened.use(
    startWork({
      subscribers: createSubscriberNotes({ pool, clock, log }),
      worker,
      polling: { pool, worker, vault, cases, newId, clock, towns, reading, client },
      clock,
      cases,
      handOver: createHandOver(onCases),
      wake,
      metrics,
      send,
      sweepPhotos: async () => {
        const ids = towns.all().map(({ id }) => id)
        log.debug(await sweepPhotos({ pool, files }, ids, clock()), 'photos were swept')
      },
      onError: onError('work'),
    }),
  )
  return opened
}
