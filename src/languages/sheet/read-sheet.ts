import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Parsed } from './parse-sheet.ts'
import { MOST_SHEET_BYTES } from './sheet.ts'

const WITHIN_MS = 15_000
/** Each may take as much memory as stands below; more wait for their turn. */
const MOST_AT_ONCE = 2
const MOST_WAITING = 16
const LIMITS = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 }

const waiting: (() => void)[] = []
let underWay = 0

/**
 * The rows of a sheet, read in a thread of its own with a limit of time and memory: whatever the file is, the program
 * goes on meanwhile. Gives why it is none where it is none.
 */
export async function readSheet(bytes: Uint8Array, within_ms = WITHIN_MS): Promise<Parsed> {
  if (bytes.length > MOST_SHEET_BYTES) return { fault: 'sheet-too-large' }
  if (underWay >= MOST_AT_ONCE) {
    if (waiting.length >= MOST_WAITING) return { fault: 'sheets-busy' }
    await new Promise<void>((resolve) => waiting.push(resolve))
  }
  underWay += 1
  try {
    return await inThread(bytes, within_ms)
  } finally {
    underWay -= 1
    waiting.shift()?.()
  }
}

async function inThread(bytes: Uint8Array, within_ms: number): Promise<Parsed> {
  const worker = new Worker(new URL('./sheet-worker.ts', import.meta.url), {
    workerData: bytes,
    resourceLimits: LIMITS,
    // Nothing of the program's settings is any business of a file.
    env: {},
    execArgv: [],
  })
  const ended = new AbortController()
  const { signal } = ended
  const timer = setTimeout(() => ended.abort(), within_ms)
  try {
    const [parsed] = (await once(worker, 'message', { signal })) as [Parsed]
    return parsed
  } catch {
    // It took too long, or more memory than a sheet may.
    return { fault: signal.aborted ? 'sheet-too-slow' : 'sheet-too-large' }
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}
