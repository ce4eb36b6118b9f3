import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { rename, rm, stat } from 'node:fs/promises'
import { csvLine } from '#languages/csv'

/** As much as one file of an import may be. */
const MOST_BYTES = 4 * 1024 ** 3

/** Which file this is, with what it is read by: the same again is the same import. */
export async function digestOfFile(file: string, ...others: readonly string[]): Promise<string> {
  const found = await stat(file)
  if (!found.isFile()) throw new Error(`${file} is not a file`)
  if (found.size > MOST_BYTES) throw new Error(`${file} is larger than ${MOST_BYTES} bytes`)
  const hash = createHash('sha256')
  for (const other of others) hash.update(createHash('sha256').update(other).digest())
  for await (const bytes of createReadStream(file)) hash.update(bytes as Buffer)
  return hash.digest('hex')
}

export type Reject = { line: number; reason: string; detail?: string; cells?: readonly string[] }

export type Rejects = {
  readonly count: number
  /** How many there are of each reason. */
  readonly byReason: ReadonlyMap<string, number>
  add(reject: Reject): void
  /** The file where there are any; undefined where there are none, and then one of an earlier run is gone too. */
  close(): Promise<string | undefined>
}

/** What could not be taken, as CSV: line, reason, detail, and the row as it stands in the file. */
export function openRejects(file: string): Rejects {
  const draft = `${file}.part`
  const byReason = new Map<string, number>()
  let out: ReturnType<typeof createWriteStream> | undefined
  let count = 0
  return {
    get count() {
      return count
    },
    byReason,
    add({ line, reason, detail = '', cells = [] }) {
      count += 1
      byReason.set(reason, (byReason.get(reason) ?? 0) + 1)
      if (!out) {
        out = createWriteStream(draft, { mode: 0o600 })
        out.write(csvLine(['line', 'reason', 'detail', 'row']))
      }
      out.write(csvLine([line, reason, detail, ...cells]))
    },
    async close() {
      if (!out) {
        await rm(file, { force: true })
        return undefined
      }
      out.end()
      await once(out, 'close')
      await rename(draft, file)
      return file
    },
  }
}

/** Tells at most once a second. */
export function toldEachSecond(say: (line: string) => void): (line: () => string) => void {
  let last_ms = performance.now()
  return (line) => {
    if (performance.now() - last_ms < 1_000) return
    last_ms = performance.now()
    say(line())
  }
}
