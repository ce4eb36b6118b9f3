import { caseExecutor, createCaseDoor } from '#modules/cases'
import { noticesOf } from '#modules/delivery'
import { openKeyIndex, openKeyring } from '#modules/directory'
import { createThingDoor } from '#modules/things'
import { newId } from '#platform/random'
import { type KeyOf, keysFor } from './composition/admission.ts'
import type { AppOptions } from './composition/app-options.ts'
import type { App, Parts } from './composition/app-parts.ts'
import { createTestConnection } from './composition/channels/test-connection.ts'
import { openDoors } from './composition/doors.ts'
import { openGround } from './composition/ground.ts'
import { type Ingest, startIngest } from './composition/ingest.ts'
import { openReplies } from './composition/mail/open-replies.ts'
import { callOf, mailerOf } from './composition/outside.ts'
import { createReportSignal } from './composition/report-signal.ts'
import { openWorkingRole } from './composition/working-role.ts'

export type { App, AppOptions }

/** The one place that knows every room: opens them from the ground up, and closes them in reverse. */
export async function openApp(options: AppOptions): Promise<App> {
  const { clock } = options
  await using opened = new AsyncDisposableStack()
  const ground = await openGround(options, opened)
  const { onError, ...rooms } = ground
  const { worker, vault, files, wake, towns, committer } = rooms
  const onCases = {
    committer,
    newId,
    notify: noticesOf,
    onLaid: (destinations: readonly string[]) => wake.ring('outbox', destinations),
    rulesOf: async (municipality: string, minimumEpoch: number) =>
      (await towns.get(municipality, minimumEpoch)).rules,
  }
  const cases = createCaseDoor(onCases)
  const things = createThingDoor({ ...onCases, vault, executeCases: caseExecutor(onCases) })
  const reportSignal = createReportSignal({ vault, clock, towns, cases, files, newId })
  const call = callOf(options)
  const testing = { worker, vault, clock, towns, newId, call, mailer: () => mailerOf(options) }
  const testConnection = createTestConnection(testing)
  if (options.roles.includes('work'))
    opened.use(openWorkingRole(options, ground, { cases, onCases, call }))
  const parts: Parts = { ...rooms, testConnection, cases, things, reportSignal }
  let isLeaving = false
  const leave = () => {
    isLeaving = true
  }
  const keyOf = openKeyring(worker, clock)
  const { http, endStreams } = await openDoors(
    options,
    { ...parts, isLeaving: () => isLeaving },
    keyOf,
    onError('web'),
  )
  opened.defer(() => endStreams())
  for (const { id, isServed } of towns.all()) if (isServed) await towns.get(id)
  const ingest = await openIngest(options, parts, keyOf)
  if (ingest) opened.use(ingest)
  const mailDoor = opened.use(await openReplies(options, { ...parts, http }, onError('mail door')))
  const closing = opened.move()
  return {
    ...parts,
    http,
    mqttPort: ingest?.port,
    mailPort: mailDoor.port,
    leave,
    endStreams,
    [Symbol.asyncDispose]: () => closing.disposeAsync(),
  }
}

/** Where things are heard, if this process is to hear them. */
async function openIngest(
  options: AppOptions,
  parts: Parts,
  keyOf: KeyOf,
): Promise<Ingest | undefined> {
  const { mqtt, roles, clock, log, workerUrl } = options
  if (mqtt === undefined || !roles.includes('ingest')) return undefined
  return startIngest({
    ...parts,
    ...mqtt,
    keyOf: keysFor(keyOf, 'send-events'),
    keyById: keysFor(openKeyIndex(parts.worker, clock), 'send-events'),
    clock,
    newId,
    log,
    workerUrl,
  })
}
