import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { runCommandLine } from '../src/command-line.ts'
import { openTestDatabase, type TestDatabase } from './rig.ts'
import { TEST_SECRET } from './test-app.ts'

const PROJECT = path.join(import.meta.dirname, '..')

export type Ran = { code: number; out: string[]; err: string[] }

export type TestCommandLine = AsyncDisposable & {
  readonly database: TestDatabase
  run(...words: string[]): Promise<Ran>
}

/** The command line on a database of its own: all of it but the process, which takes a second to start. */
export async function openCommandLine(): Promise<TestCommandLine> {
  const stack = new AsyncDisposableStack()
  const database = stack.use(await openTestDatabase())
  const dataDir = await mkdtemp(path.join(tmpdir(), 'command-line-'))
  stack.defer(() => rm(dataDir, { recursive: true }))
  return {
    database,
    async run(...words) {
      const [out, err]: [string[], string[]] = [[], []]
      const code = await runCommandLine(words, {
        environment: environmentOf(database, dataDir),
        project: PROJECT,
        out: (line) => void out.push(...line.split('\n')),
        err: (line) => void err.push(...line.split('\n')),
      })
      return { code, out, err }
    },
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  }
}

/** The settings by which a program finds a test's database. */
export function environmentOf(database: TestDatabase, dataDir: string) {
  return {
    DATABASE_URL: database.ownerUrl,
    APP_DATABASE_URL: database.appUrl,
    WORKER_DATABASE_URL: database.workerUrl,
    SECRET_KEY: TEST_SECRET,
    DATA_DIR: dataDir,
  }
}

export type Block = { language: string; text: string }

/** The fenced blocks of a document, in their order. */
export function blocksOf(document: string): Block[] {
  return [...document.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, language, text]) => ({
    language: language as string,
    text: text as string,
  }))
}

/** The words of each command of a block. What no shell is needed for is all that it may hold: else it throws. */
export function commandsOf(block: string): string[][] {
  const lines = block.replaceAll('\\\n', ' ').split('\n')
  return lines
    .map((line) => line.replace(/(^|\s)#.*$/, '').trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [, words] = /^(?:npm run lantaarn -- |lantaarn )(.*)$/.exec(line) ?? []
      assert.ok(words && !/["'`$|&;<>*?]/.test(words), `not a plain command of ours: ${line}`)
      return words.split(/\s+/)
    })
}

/**
 * Runs every command of a document, in its order, and holds what each shows against the block of text that follows it.
 * UPDATE_WITNESS=1 writes those blocks anew. Gives how many commands ran.
 */
export async function runDocument(
  file: string,
  run: (words: readonly string[]) => Promise<Ran>,
): Promise<number> {
  const document = await readFile(file, 'utf8')
  const blocks = blocksOf(document)
  const shown: string[] = []
  let ran = 0
  for (const [at, { language, text }] of blocks.entries()) {
    if (language !== 'sh') continue
    const out: string[] = []
    for (const words of commandsOf(text)) {
      const answer = await run(words)
      assert.equal(answer.code, 0, `lantaarn ${words.join(' ')}\n${answer.err.join('\n')}`)
      out.push(...answer.out)
      ran += 1
    }
    if (blocks[at + 1]?.language === 'text') shown.push(`${out.join('\n')}\n`)
  }
  if (process.env.UPDATE_WITNESS === '1') {
    const left = [...shown]
    const anew = (whole: string) => (left.length > 0 ? `\`\`\`text\n${left.shift()}\`\`\`` : whole)
    await writeFile(file, document.replace(/^```text\n.*?^```$/gms, anew))
    return ran
  }
  const told = blocks.filter(({ language }) => language === 'text').map(({ text }) => text)
  assert.deepEqual(shown, told)
  return ran
}
