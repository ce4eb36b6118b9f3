import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { glob, readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { withFolderLock } from '#platform/folder-lock'

const PROJECT = fileURLToPath(new URL('../..', import.meta.url))
const SOURCES = 'web/{*.ts,app/**/*,islands/**/*}'
/** A build takes some ten seconds; on a busy machine another's may take minutes. */
const PATIENCE_MS = 5 * 60_000

/** Where the pages lie once they are built. */
export const WEB_BUILD = path.join(PROJECT, 'web/build')

/** Builds the pages when what they are made of has changed since they were; one builder at a time. */
export async function ensureWebBuild(say: (line: string) => void): Promise<void> {
  const stamp = await digestOfSources()
  if (await isBuilt(stamp)) return
  await withFolderLock(path.join(PROJECT, 'web/.building'), PATIENCE_MS, async () => {
    if (await isBuilt(stamp)) return
    say('building the pages …')
    const child = spawn(
      process.execPath,
      [path.join(PROJECT, 'web/build.ts'), 'build-next', stamp],
      // The standard output is the program's own.
      { cwd: PROJECT, stdio: ['ignore', 'pipe', 'inherit'] },
    )
    child.stdout.resume()
    const [code] = await once(child, 'close')
    if (code !== 0) throw new Error(`the pages could not be built (code ${code}); see above`)
  })
}

async function isBuilt(stamp: string): Promise<boolean> {
  const found = await readFile(path.join(WEB_BUILD, 'stamp'), 'utf8').catch(() => undefined)
  return found === stamp
}

async function digestOfSources(): Promise<string> {
  const files = await Array.fromAsync(glob(SOURCES, { cwd: PROJECT, withFileTypes: true }))
  const names = files
    .filter((file) => file.isFile())
    .map((file) => path.relative(PROJECT, path.join(file.parentPath, file.name)))
  const digest = createHash('sha256')
  for (const name of [...names, 'package-lock.json'].sort())
    digest.update(`${name}\0`).update(await readFile(path.join(PROJECT, name)))
  return digest.digest('hex')
}
