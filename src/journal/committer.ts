import type { Clock } from '#kernel/clock'
import { CommitUnsure, type Pool } from '#platform/database'
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
    /** How many ordinary commands it is as much work as. */
    weight?: number,
  ): Promise<Answer>
  /** Waits until nothing is under way. */
  idle(): Promise<void>
}

export type Commit = {
  municipality: string
  position: number
  commands: number
  lasted_ms: number
  /** Agreements, categories or places changed: who compiled them compiles again. */
  isEpochRaised: boolean
}

type Waiting = {
  executor: Executor<unknown, unknown>
  command: unknown
  weight: number
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

  async function settle(municipality: string, batch: readonly Waiting[]): Promise<void> {
    const started_ms = performance.now()
    try {
      const { answers, sealed } = await attempt(pool, clock, municipality, batch)
      batch.forEach((waiting, i) => {
        waiting.resolve(answers[i])
      })
      const lasted_ms = performance.now() - started_ms
      const { position, isEpochRaised } = sealed
      const commands = batch.length
      const commit = { municipality, position, commands, lasted_ms, isEpochRaised }
      for (const effect of [...sealed.afterCommit, () => onCommit?.(commit)]) runApart(effect)
    } catch (error) {
      // What may stand is not run again, which could do everything twice: who asked asks again, with the same key.
      if (batch.length > 1 && !(error instanceof CommitUnsure))
        for (const waiting of batch) await settle(municipality, [waiting])
      else for (const waiting of batch) waiting.reject(error)
    }
  }

  async function run(municipality: string, lane: Lane): Promise<void> {
    while (lane.queue.length > 0) {
      await settle(municipality, takeTogether(lane.queue, most))
    }
    lanes.delete(municipality)
  }

  return {
    submit(municipality, executor, command, weight = 1) {
      let lane = lanes.get(municipality)
      if (!lane) {
        lane = { queue: [], running: undefined }
        lanes.set(municipality, lane)
      }
      const { promise, resolve, reject } = Promise.withResolvers<never>()
      lane.queue.push({
        executor: executor as Executor<unknown, unknown>,
        command,
        weight,
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

/**
 * Takes those that are carried out together: the first, and whoever stands behind it with the same executor, in their
 * order, up to so much work. The others keep their places: no more goes before them than did before.
 */
function takeTogether(queue: Waiting[], most: number): Waiting[] {
  const [first] = queue
  const taken: Waiting[] = []
  const left: Waiting[] = []
  let weight = 0
  for (const one of queue) {
    if (one.executor === first?.executor) weight += one.weight
    const isTaken = one.executor === first?.executor && (taken.length === 0 || weight <= most)
    ;(isTaken ? taken : left).push(one)
  }
  queue.splice(0, queue.length, ...left)
  return taken
}

async function attempt(
  pool: Pool,
  clock: Clock,
  municipality: string,
  batch: readonly Waiting[],
): Promise<{ answers: readonly unknown[]; sealed: SealedBatch }> {
  const [first] = batch
  if (!first) throw new Error('a batch without a command')
  const commands = batch.map((waiting) => waiting.command)
  return pool.write({ tenant: municipality }, async (query, atLast) => {
    const opened = await openBatch(query, municipality, clock)
    const answers = await first.executor(commands, opened.batch)
    if (answers.length !== commands.length) throw new Error('an executor answers each command once')
    const sealed = opened.seal()
    atLast(sealed.statements, sealed.sent)
    return { answers, sealed }
  })
}

/** What was committed stands: an effect that throws is a fault of its own, and no reason to do it again. */
function runApart(effect: () => void): void {
  try {
    effect()
  } catch (error) {
    process.emitWarning(error as Error)
  }
}
