import { randomBytes } from 'node:crypto'
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import { isProcessAlive, processIdentity } from './process-identity.ts'

const RETRY_MS = 50

/**
 * Does `work` while no other process does it under the same lock file. A lock whose process is gone counts for nothing.
 * Throws when the lock is still held after `patience_ms`.
 */
export async function withFolderLock<T>(
  file: string,
  patience_ms: number,
  work: () => Promise<T>,
): Promise<T> {
  const deadline = Date.now() + patience_ms
  while (!(await take(file))) {
    if (Date.now() > deadline) throw new Error(`another process has held ${file} for too long`)
    await delay(RETRY_MS)
  }
  try {
    return await work()
  } finally {
    await rm(file, { force: true })
  }
}

async function take(file: string): Promise<boolean> {
  const draft = `${file}.${randomBytes(6).toString('hex')}`
  await writeFile(draft, processIdentity(process.pid) ?? '', { mode: 0o600 })
  try {
    // A link appears with its content at once; a file opened with `wx` would be empty for a moment.
    await link(draft, file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    await removeStale(file)
    return false
  } finally {
    await rm(draft, { force: true })
  }
}

async function removeStale(file: string): Promise<void> {
  const holder = await readFile(file, 'utf8').catch(() => undefined)
  if (holder === undefined || isProcessAlive(holder)) return
  const aside = `${file}.${randomBytes(6).toString('hex')}`
  try {
    // Of many that find it stale, one moves it; who moves a fresh lock that came in its stead puts it back.
    await rename(file, aside)
    if ((await readFile(aside, 'utf8')) !== holder) await link(aside, file)
  } catch {
    // Another was first, which is as good.
  } finally {
    await rm(aside, { force: true })
  }
}
