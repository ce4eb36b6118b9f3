import type { AddressInfo } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { serve } from '@hono/node-server'
import { migrate } from '#platform/migrations'
import { newId } from '#platform/random'
import { type Settings, servingRolesOf } from '#platform/settings'
import { loadSampleTown } from '../composition/load-sample-town.ts'
import { makeSampleAccounts, sampleAccounts } from '../composition/sample-accounts.ts'
import { sampleKeys, samplePlay } from '../composition/sample-keys.ts'
import { createSampleStage, type SampleStage } from '../composition/sample-stage.ts'
import { ensureWebBuild } from '../composition/web-build.ts'
import type { CommandInput } from './command.ts'
import { openDatabase, openProgram, WAITING } from './program.ts'

/** Longer than any request should take; then its connection is cut. */
const CLOSE_WITHIN_MS = 5_000

/** Serves until it is told to stop (SIGINT, SIGTERM), and then ends everything in order. */
export async function start({ settings, log, say }: CommandInput): Promise<void> {
  const stopped = untilToldToStop()
  if (settings.roles.includes('web')) await ensureWebBuild((line) => log.info(line))
  const stage = stageOf(settings)
  await using program = await openProgram(settings, log, settings.roles, stage)
  const { app } = program
  if (settings.hasSampleTown) {
    await loadSampleTown(app, {
      scale: settings.sampleScale,
      secretKey: settings.secretKey,
      now_ms: Date.now(),
      newId: () => newId(),
      say: (line) => log.info(line),
    })
    await makeSampleAccounts(app, settings.secretKey)
  }
  await using _ = await stage?.open(app, (error) =>
    log.warn({ err: error }, 'what was played in the sample town stopped half way'),
  )
  const isHeard = settings.roles.includes('serve') || settings.roles.includes('web')
  if (!isHeard) {
    say(`Lantaarn works: ${settings.roles.join(', ')}`)
    await stopped
    return
  }
  const server = serve({ fetch: app.http.fetch, port: settings.port, hostname: settings.host })
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve)
    server.once('error', reject)
  })
  const { port } = server.address() as AddressInfo
  program.bound(port)
  say(readyLine(program.publicUrl(), settings))
  await stopped
  log.info('stopping')
  app.leave()
  await delay(settings.drain_s * 1000)
  app.endStreams()
  await new Promise<void>((resolve) => {
    server.close(() => resolve())
    if ('closeIdleConnections' in server) server.closeIdleConnections()
    setTimeout(() => {
      if ('closeAllConnections' in server) server.closeAllConnections()
      resolve()
    }, CLOSE_WITHIN_MS).unref()
  })
}

/** Of the sample town alone, where one process does all of it. */
function stageOf({ hasSampleTown, roles, secretKey }: Settings): SampleStage | undefined {
  const isWhole = (['serve', 'web', 'work'] as const).every((role) => roles.includes(role))
  return hasSampleTown && isWhole ? createSampleStage(samplePlay(secretKey)) : undefined
}

function readyLine(address: string, settings: Settings): string {
  const { hasSampleTown, hasMailbox, secretKey } = settings
  const keys = hasSampleTown
    ? sampleKeys(secretKey).map(({ key, token }) => `${key.label} ${token}`)
    : []
  const accounts = hasSampleTown
    ? sampleAccounts(secretKey).map(({ address: who, password }) => `${who} ${password}`)
    : []
  return [
    `Lantaarn is ready at ${address}`,
    ...(keys.length > 0 ? [`keys: ${keys.join(' · ')}`] : []),
    ...(accounts.length > 0 ? [`accounts: ${accounts.join(' · ')}`] : []),
    ...(hasMailbox ? [`mailbox: ${address}/mailbox`] : []),
  ].join(' · ')
}

function untilToldToStop(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
  })
}

/** Builds the pages, which a start would do by itself, and does nothing else. */
export async function buildWeb({ say }: CommandInput): Promise<void> {
  await ensureWebBuild(say)
  say('the pages are built')
}

/** Brings the database to the present schema and does nothing else. */
export async function migrateOnly({ settings, log, say }: CommandInput): Promise<void> {
  await using opened = new AsyncDisposableStack()
  const ownerUrl = await openDatabase(settings, log, opened)
  let applied = 0
  let waiting = 0
  await migrate(ownerUrl, {
    ...servingRolesOf(settings, ownerUrl),
    onApplied(name) {
      applied += 1
      say(name)
    },
    onWaiting(name) {
      waiting += 1
      say(`${name} ${WAITING}`)
    },
  })
  if (waiting === 0 || applied > 0)
    say(applied === 0 ? 'nothing to migrate' : `${applied} migrations applied`)
}
