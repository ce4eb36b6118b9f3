import { createHash, randomBytes } from 'node:crypto'
import { mkdir, open, opendir, readFile, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'

/** A file as the store lists it. */
export type StoredFile = { tenant: string; name: string; stored_ms: number }

/**
 * Where sealed files stand: each under the digest of its own bytes, in a folder of its tenant. What is behind it is a
 * folder on disk, which all processes of one installation share; anything that can put, get, list and remove could be.
 */
export type FileStore = {
  /** Gives the name once the bytes are on the disk for certain: a row that names it may be committed after. */
  put(tenant: string, bytes: Buffer): Promise<string>
  /** Undefined where it is gone. */
  get(tenant: string, name: string): Promise<Buffer | undefined>
  remove(tenant: string, names: readonly string[]): Promise<void>
  /** Every file that was stored before a moment. */
  list(before_ms: number): AsyncGenerator<StoredFile>
  /** Where what is still coming in is written, on the same disk. */
  incoming: string
}

const NAME = /^[0-9a-f]{64}$/
const INCOMING = 'incoming'

/** Opens the store in a folder, which it makes where it is not there yet. */
export async function openFileStore(folder: string): Promise<FileStore> {
  const incoming = path.join(folder, INCOMING)
  await mkdir(incoming, { recursive: true, mode: 0o700 })
  const folderOf = (tenant: string, name: string) => path.join(folder, tenant, name.slice(0, 2))
  const pathOf = (tenant: string, name: string) => {
    if (!NAME.test(name)) throw new Error(`"${name}" is no name of a file in the store`)
    return path.join(folderOf(tenant, name), name)
  }
  return {
    incoming,
    async put(tenant, bytes) {
      const name = createHash('sha256').update(bytes).digest('hex')
      const target = pathOf(tenant, name)
      const draft = path.join(incoming, `${name}.${randomBytes(6).toString('hex')}`)
      const made = await mkdir(path.dirname(target), { recursive: true, mode: 0o700 })
      try {
        await writeWhole(draft, bytes)
        await rename(draft, target)
      } catch (error) {
        await rm(draft, { force: true })
        throw error
      }
      await syncFolder(path.dirname(target))
      // A folder is an entry of the one above it, up to the first that was there before.
      if (made !== undefined) await syncUpTo(path.dirname(target), path.dirname(made))
      return name
    },
    async get(tenant, name) {
      try {
        return await readFile(pathOf(tenant, name))
      } catch (error) {
        if (isMissing(error)) return undefined
        throw error
      }
    },
    async remove(tenant, names) {
      for (const name of names) await rm(pathOf(tenant, name), { force: true })
    },
    list: (before_ms) => listIn(folder, before_ms),
  }
}

/** Removes what began to come in before a moment and never arrived: of uploads that a crash broke off. */
export async function removeBrokenOff(incoming: string, before_ms: number): Promise<number> {
  let removed = 0
  for (const name of await namesIn(incoming)) {
    const file = path.join(incoming, name)
    if (!((await changedAt(file)) < before_ms)) continue
    await rm(file, { force: true })
    removed += 1
  }
  return removed
}

async function* listIn(folder: string, before_ms: number): AsyncGenerator<StoredFile> {
  for (const tenant of await namesIn(folder)) {
    if (tenant === INCOMING) continue
    for (const part of await namesIn(path.join(folder, tenant))) {
      for (const name of await namesIn(path.join(folder, tenant, part))) {
        if (!NAME.test(name)) continue
        const stored_ms = await changedAt(path.join(folder, tenant, part, name))
        if (stored_ms < before_ms) yield { tenant, name, stored_ms }
      }
    }
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    const names: string[] = []
    for await (const entry of await opendir(folder)) names.push(entry.name)
    return names
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

/** NaN, which is before nothing, of what another process removed meanwhile. */
async function changedAt(file: string): Promise<number> {
  try {
    return (await stat(file)).mtimeMs
  } catch (error) {
    if (isMissing(error)) return Number.NaN
    throw error
  }
}

async function writeWhole(file: string, bytes: Buffer): Promise<void> {
  await using handle = await open(file, 'wx', 0o600)
  await handle.writeFile(bytes)
  await handle.sync()
}

async function syncUpTo(folder: string, last: string): Promise<void> {
  for (let at = path.dirname(folder); at.length >= last.length; at = path.dirname(at)) {
    await syncFolder(at)
    if (at === path.dirname(at)) return
  }
}

async function syncFolder(folder: string): Promise<void> {
  await using handle = await open(folder, 'r')
  await handle.sync()
}

const isMissing = (error: unknown): boolean => {
  const { code } = error as NodeJS.ErrnoException
  return code === 'ENOENT' || code === 'ENOTDIR'
}
