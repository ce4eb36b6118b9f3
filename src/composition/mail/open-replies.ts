import type { Clock } from '#kernel/clock'
import type { CaseDoor } from '#modules/cases'
import type { Pool } from '#platform/database'
import type { Log } from '#platform/log'
import { openMailDoor } from '#platform/mail-door'
import type { ReplySettings } from '#platform/mail-door-settings'
import type { Metrics } from '#platform/metrics'
import type { Role } from '#platform/settings'
import type { Vault } from '#platform/vault'
import type { Wake } from '#platform/wake'
import { createTakeReply } from './take-reply.ts'

/** Around the photos of one answer, as a mail carries them: a third larger than they are. */
const TIMES_A_PHOTO = 4

/** The role `ingest`: takes in the mail of parties that reply, where that is set. */
export async function openReplies(
  options: {
    replies?: ReplySettings & { host: string }
    roles: readonly Role[]
    maxPhoto_bytes: number
    clock: Clock
    log: Log
  },
  parts: {
    pool: Pool
    vault: Vault
    wake: Wake
    cases: CaseDoor
    metrics: Metrics
    http: { request: (path: string, init: RequestInit) => Response | Promise<Response> }
  },
  onError: (error: Error) => void,
): Promise<AsyncDisposable & { port: number | undefined }> {
  const { replies, roles, maxPhoto_bytes, clock, log } = options
  if (!roles.includes('ingest') || replies?.replyTo === undefined || replies.port === undefined)
    return { port: undefined, [Symbol.asyncDispose]: async () => {} }
  const { metrics, http } = parts
  const { isOurs, take } = createTakeReply({
    ...parts,
    clock,
    replyTo: replies.replyTo,
    request: (path, init) => http.request(path, init),
  })
  const { host, port, isLmtp, trusted } = replies
  const door = await openMailDoor({
    host,
    port,
    isLmtp,
    trusted,
    most_bytes: TIMES_A_PHOTO * maxPhoto_bytes,
    isOurs,
    async take(mail) {
      for (const result of await take(mail)) metrics.replies.inc({ result })
    },
    onRefused(why) {
      metrics.replies.inc({ result: `refused-${why}` })
      log.warn({ why }, 'mail was refused')
    },
    onError,
  })
  log.info({ host, port: door.port }, 'takes in replies by mail')
  return door
}
