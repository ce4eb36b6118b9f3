import type { Clock } from '#kernel/clock'
import type { Pool } from '#platform/database'
import { type Batch, openBatch, type SealedBatch } from './batch.ts'

/**
 * Carries out all commands of one kind that were gathered, under the municipality's lock: reads, decides, and
 * hands events and rows to the batch. It answers one value a command, in order. It throws only for faults.
 */
export type Executor<Command, Answer> = (
  commands: readonly Command[],
  batch: Batch,
) => Promise<readonly Answer[]>

export type Committer = {
  /** Resolves after the commit. Rejects when the command's own transaction failed; then nothing of it stands. */
  submit<Command, Answer>(
    municipality: string,
    executor: Executor<Command, Answer>,
    command: Command,
  ): Promise<Answer>
  /** Waits until nothing is under way. */
  idle(): Promise<void>
}

export type Commit = { municipality: string; position: number; commands: number; lasted_ms: number }

type Waiting = {
  executor: Executor<unknown, unknown>
  command: unknown
  resolve: (answer: unknown) => void
  reject: (error: unknown) => void
}

type Lane = { queue: Waiting[]; running: Promise<void> | undefined }

/**
 * One writer at a time for each municipality: what arrives while a transaction is under way is gathered into the
 * next. A batch that fails is run again one command at a time, so that only the bad one is refused.
 */
export function createCommitter(options: {
  pool: Pool
  clock: Clock
  most?: number
  onCommit?: (commit: Commit) => void
}): Committer {
  const { pool, clock, most = 64, onCommit } = options
  const lanes = new Map<string, Lane>()

  async function attempt(municipality: string, batch: readonly Waiting[]): Promise<unknown[]> {
    const started_ms = performance.now()
    const executor = batch[0]?.executor
    if (!executor) return []
    const commands = batch.map((waiting) => waiting.command)
    let sealed: SealedBatch | undefined
    const answers = await pool.write({ tenant: municipality }, async (query) => {
      const opened = await openBatch(query, municipality, clock())
      const given = await executor(commands, opened.batch)
      if (given.length !== commands.length) throw new Error('an executor answers each command once')
      sealed = opened.seal()
      await Promise.all(sealed.statements.map((statement) => query(statement)))
      return [...given]
    })
    if (sealed) {
      for (const effect of sealed.afterCommit) effect()
      const lasted_ms = performance.now() - started_ms
      onCommit?.({ municipality, position: sealed.position, commands: commands.length, lasted_ms })
    }
    return answers
  }

  async function settle(municipality: string, batch: readonly Waiting[]): Promise<void> {
    try {
      const answers = await attempt(municipality, batch)
      batch.forEach((waiting, i) => {
        waiting.resolve(answers[i])
      })
    } catch (error) {
      if (batch.length === 1) return batch[0]?.reject(error)
      for (const waiting of batch) await settle(municipality, [waiting])
    }
  }

  async function run(municipality: string, lane: Lane): Promise<void> {
    while (lane.queue.length > 0) {
      const executor = lane.queue[0]?.executor
      let size = 1
      while (size < most && lane.queue[size]?.executor === executor) size++
      await settle(municipality, lane.queue.splice(0, size))
    }
    lanes.delete(municipality)
  }

  return {
    submit(municipality, executor, command) {
      let lane = lanes.get(municipality)
      if (!lane) {
        lane = { queue: [], running: undefined }
        lanes.set(municipality, lane)
      }
      const { promise, resolve, reject } = Promise.withResolvers<never>()
      lane.queue.push({
        executor: executor as Executor<unknown, unknown>,
        command,
        resolve: resolve as (answer: unknown) => void,
        reject,
      })
      // One turn of the event loop gathers what arrived together.
      const waiting = lane
      waiting.running ??= new Promise<void>((go) => setImmediate(go)).then(() =>
        run(municipality, waiting),
      )
      return promise
    },
    async idle() {
      while (lanes.size > 0) await Promise.all([...lanes.values()].map((lane) => lane.running))
    },
  }
}
