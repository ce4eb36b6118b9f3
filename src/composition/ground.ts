import { randomUUID } from 'node:crypto'
import { type Committer, createCommitter } from '#journal'
import { type Identity, openIdentity } from '#modules/identity'
import { openPool, type Pool } from '#platform/database'
import { type FileStore, openFileStore } from '#platform/files'
import { createMetrics, type Metrics } from '#platform/metrics'
import { holdLevel, schemaLevel } from '#platform/migrations'
import { openVault, type Vault } from '#platform/vault'
import { openWake, type Wake } from '#platform/wake'
import type { AppOptions } from './app-options.ts'
import { refuseSuperuser } from './refuse-superuser.ts'
import { openTowns, type Towns } from './town.ts'

export type Ground = {
  metrics: Metrics
  pool: Pool
  worker: Pool
  vault: Vault
  files: FileStore
  wake: Wake
  towns: Towns
  committer: Committer
  identity: Identity
  /** What to do with a fault that is nobody's request, by where it happened. */
  onError: (where: string) => (error: Error) => void
}

/** What every role stands on; `opened` closes it in reverse. */
export async function openGround(
  options: AppOptions,
  opened: AsyncDisposableStack,
): Promise<Ground> {
  const { log, clock, secretKey, pool: size } = options
  const metrics = createMetrics()
  const onError = (where: string) => (error: Error) => {
    metrics.errors.inc({ where })
    log.error({ err: error, where }, 'a fault')
  }
  const pool = openPool({ url: options.appUrl, size, onError: onError('app pool') })
  opened.defer(() => pool.close())
  const worker = openPool({ url: options.workerUrl, size, onError: onError('worker pool') })
  opened.defer(() => worker.close())
  await refuseSuperuser(pool)
  const vault = openVault(secretKey)
  const files = await openFileStore(options.filesDir)
  const level = await schemaLevel()
  const wake = opened.use(
    await openWake(worker, randomUUID(), onError('wake'), (client) => holdLevel(client, level)),
  )
  const towns = await openTowns(pool, clock)
  const committer = createCommitter({
    pool,
    clock,
    onCommit({ municipality, commands, lasted_ms, isEpochRaised }) {
      metrics.commits.observe(lasted_ms / 1000)
      metrics.commands.inc(commands)
      wake.ring(`journal:${municipality}`)
      if (isEpochRaised) wake.ring('rules')
    },
  })
  // Another process may have changed agreements, categories or places.
  opened.defer(wake.on('rules', towns.touchAll))
  opened.defer(() => committer.idle())
  const identity = opened.use(
    openIdentity({
      ...options,
      worker,
      vault,
      committer,
      providers: options.oidc ?? [],
      partiesOf: async (municipality) => new Set((await towns.get(municipality)).parties.keys()),
      onError: onError('identity pool'),
    }),
  )
  return { metrics, pool, worker, vault, files, wake, towns, committer, identity, onError }
}
