// Plain JavaScript for Node 20 without packages: it runs before anything is installed.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import { fileURLToPath } from 'node:url'

const project = fileURLToPath(new URL('..', import.meta.url))
const modules = `${project}node_modules`
const stamp = `${modules}/.lantaarn-lock`
const NEEDED = 24
const ORPHAN_CHECK_MS = 500
/**
 * The heap may double between two full collections, where V8 lets it grow fourfold: a storm of reports would take some
 * hundred megabytes that nobody uses. And more of what lives for one transaction dies young.
 */
const MEMORY = ['--heap-growing-percent=100', '--max-semi-space-size=32']

/**
 * Runs a TypeScript program of the project under Node 24, after installing what the lock file names, and ends with
 * its exit code. The program gets one SIGINT or SIGTERM, however many reach us, and one SIGTERM when we are gone.
 */
export async function launch(program, args) {
  await install()
  const node = findNode()
  if (node === undefined) {
    console.error(
      `Lantaarn needs Node ${NEEDED} or newer; this is ${process.version}, and none is bundled for ${process.platform}-${process.arch}.`,
    )
    process.exit(1)
  }
  const leash = new URL('leash.mjs', import.meta.url).href
  const child = spawn(node, [...MEMORY, '--import', leash, `${project}${program}`, ...args], {
    // Half of a start is reading our sources: what was read is kept beside the packages, for programs and tests alike.
    env: { NODE_COMPILE_CACHE: `${modules}/.cache/compiled`, ...process.env },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    // A session of its own: a terminal sends Ctrl-C to the whole group, npm passes it on as well, and we do.
    detached: true,
  })
  forwardOnce(child)
  process.exitCode = await ended(child)
}

function forwardOnce(child) {
  let isForwarded = false
  const forward = (signal) => {
    if (isForwarded) return
    isForwarded = true
    child.kill(signal)
  }
  process.on('SIGINT', forward)
  process.on('SIGTERM', forward)
  process.on('SIGHUP', () => forward('SIGTERM'))
  if (process.env.npm_lifecycle_event === undefined) return
  // Some shells stand between npm and us and die of npm's signal without passing it on.
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid !== parent) forward('SIGTERM')
  }, ORPHAN_CHECK_MS)
  watch.unref()
}

async function install() {
  const lock = readFileSync(`${project}package-lock.json`)
  const digest = createHash('sha256').update(lock).digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return
  if (!isInstalled(JSON.parse(lock))) {
    console.error('Installing the packages that package-lock.json names (npm ci) …')
    rmSync(stamp, { force: true })
    const flags = ['--include=dev', '--include=optional', '--no-audit', '--no-fund']
    let code = await npm(['ci', ...flags])
    // npm leaves other systems' packages that it cannot reach out of a lock file, and then refuses that file itself.
    if (code !== 0) code = await npm(['install', '--no-save', ...flags])
    if (code !== 0) {
      console.error(`The packages could not be installed (npm ended with ${code}); see above.`)
      process.exit(1)
    }
  }
  try {
    writeFileSync(stamp, digest)
  } catch {
    // Packages that another account installed: they are looked through again next time.
  }
}

/** Whether somebody already ran npm ci by hand: npm keeps its own account of what it installed. */
function isInstalled(lock) {
  const account = `${modules}/.package-lock.json`
  if (!existsSync(account)) return false
  const { packages } = JSON.parse(readFileSync(account, 'utf8'))
  return Object.entries(lock.packages).every(([folder, wanted]) => {
    if (folder === '') return true
    const found = packages[folder]
    return found === undefined ? wanted.optional === true : found.integrity === wanted.integrity
  })
}

function npm(args) {
  const script = process.env.npm_execpath
  const [command, before] = script?.endsWith('.js') ? [process.execPath, [script]] : ['npm', []]
  // The standard output is the program's own: a command's answer may be piped on.
  const child = spawn(command, [...before, ...args], {
    cwd: project,
    stdio: ['inherit', process.stderr, 'inherit'],
  })
  return ended(child)
}

function findNode() {
  if (Number.parseInt(process.versions.node, 10) >= NEEDED) return process.execPath
  return [`node-linux-${process.arch}`]
    .map((name) => `${modules}/${name}/bin/node`)
    .find((file) => process.platform === 'linux' && existsSync(file))
}

/** The exit code, by the shells' convention 128 and the signal's number where a signal ended it. */
function ended(child) {
  return new Promise((resolve) => {
    child.on('error', (error) => {
      console.error(error.message)
      resolve(1)
    })
    child.on('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal]))
  })
}
