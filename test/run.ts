import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { glob } from 'node:fs/promises'
import path from 'node:path'
import { run } from 'node:test'
import { spec } from 'node:test/reporters'
import { fileURLToPath } from 'node:url'
import { ensureWebBuild } from '../src/composition/web-build.ts'
import { openTestServer } from './rig.ts'

const PROJECT = fileURLToPath(new URL('..', import.meta.url))
const CONCURRENCY = 2
/** Of one test: above the slowest by far, so that a hang ends as a failure. */
const TEST_LIMIT_MS = 3 * 60_000
/** Of all of them: what a hook waits for without end is not a test, and ends as a failure here. */
const ALL_LIMIT_MS = 60 * 60_000

/** Those that take minutes begin first: at the end one of them would run with nothing beside it. */
const LONGEST = [
  'test/nightmare-week.db.test.ts',
  'test/crash.db.test.ts',
  'test/mqtt-crash.db.test.ts',
  'test/markup-in-text.browser.test.ts',
  'test/walks.browser.test.ts',
]

type Count = { passed: number; failed: number; skipped: number }

/** Each must end with 0; the last of them also says how many modules it read. */
const GATES: readonly { name: string; program: string; args: string[]; proof?: RegExp }[] = [
  { name: 'biome', program: 'biome', args: ['ci', '--colors=off', '.'] },
  { name: 'tsc', program: 'tsc', args: ['--noEmit'] },
  { name: 'tsc of the web', program: 'tsc', args: ['--noEmit', '-p', 'web'] },
  { name: 'knip', program: 'knip', args: [] },
  {
    name: 'dependency-cruiser',
    program: 'depcruise',
    args: ['src', 'web/app', 'web/islands', '--config', '.dependency-cruiser.mjs'],
    // It reads nothing, and finds all well, when it does not understand the files.
    proof: /\b[1-9]\d* modules/,
  },
]

const named = process.argv.slice(2)
const interrupted = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => interrupted.abort(new Error(`stopped by ${signal}`)))

const total: Count = { passed: 0, failed: 0, skipped: 0 }
if (named.length === 0) {
  for (const gate of GATES) {
    if (interrupted.signal.aborted) break
    const isPassed = await passes(gate)
    console.log(`${isPassed ? '✔' : '✖'} gate: ${gate.name}\n`)
    if (isPassed) total.passed++
    else total.failed++
  }
}
try {
  // Once, before test files that would each wait for it.
  await ensureWebBuild((line) => console.log(line))
  add(total, await runTests(named.length > 0 ? named : await listTests()))
} catch (error) {
  console.error(error)
  total.failed++
}
if (interrupted.signal.aborted) total.failed++
process.exitCode = total.failed > 0 ? 1 : 0
console.log(
  `${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`,
)

async function passes(gate: (typeof GATES)[number]): Promise<boolean> {
  const program = path.join(PROJECT, 'node_modules', '.bin', gate.program)
  const child = spawn(process.execPath, [program, ...gate.args], {
    cwd: PROJECT,
    stdio: ['ignore', 'pipe', 'inherit'],
    signal: interrupted.signal,
  })
  let said = ''
  child.stdout.on('data', (chunk) => {
    said += chunk
    process.stdout.write(chunk)
  })
  try {
    const [code] = await once(child, 'close')
    return code === 0 && (gate.proof === undefined || gate.proof.test(said))
  } catch (error) {
    console.error(error)
    return false
  }
}

async function listTests(): Promise<string[]> {
  const files = await Array.fromAsync(glob('{src,test,bench}/**/*.test.ts', { cwd: PROJECT }))
  const missing = LONGEST.filter((name) => !files.includes(name))
  if (missing.length > 0) throw new Error(`no such test: ${missing.join(', ')}`)
  return [...LONGEST, ...files.filter((name) => !LONGEST.includes(name)).sort()]
}

/** Runs the files against one database server, which is stopped however they end. */
async function runTests(names: string[]): Promise<Count> {
  const files = names.map((name) => path.resolve(PROJECT, name))
  await using server = await openTestServer()
  process.env.LANTAARN_TEST_DATABASE ??= server.url
  const stream = run({
    files,
    cwd: PROJECT,
    concurrency: CONCURRENCY,
    timeout: TEST_LIMIT_MS,
    signal: AbortSignal.any([interrupted.signal, AbortSignal.timeout(ALL_LIMIT_MS)]),
  })
  const count: Count = { passed: 0, failed: 0, skipped: 0 }
  const unfinished = new Set(files)
  const withSkippedSuite = new Set<string>()
  stream.on('test:pass', ({ file, details, skip }) => {
    // Node does not look into a suite that is skipped, nor counts it.
    if (file === undefined || details.type !== 'suite' || skip === undefined) return
    withSkippedSuite.add(file)
    count.skipped++
  })
  stream.on('test:summary', ({ file, counts, success }) => {
    if (file === undefined || (counts.tests === 0 && !withSkippedSuite.has(file))) return
    unfinished.delete(file)
    const failed = counts.tests - counts.passed - counts.skipped - counts.todo
    add(count, {
      passed: counts.passed,
      // A hook can fail where every test passes.
      failed: success ? failed : Math.max(1, failed),
      skipped: counts.skipped + counts.todo,
    })
  })
  const report = stream.compose(spec)
  report.pipe(process.stdout, { end: false })
  await once(report, 'end')
  // A file that is empty, breaks off or calls process.exit counts as passed with Node; it sends no summary.
  for (const file of unfinished) {
    console.log(`✖ ${path.relative(PROJECT, file)} did not run to its end`)
    count.failed++
  }
  return count
}

function add(sum: Count, more: Count): void {
  sum.passed += more.passed
  sum.failed += more.failed
  sum.skipped += more.skipped
}
