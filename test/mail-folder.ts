import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** A folder for the mails of one test, gone with it. */
export async function openMailFolder() {
  const folder = await mkdtemp(path.join(tmpdir(), 'lantaarn-mail-'))
  return {
    folder,
    /** As they lie there, the first first. */
    async mails(): Promise<string[]> {
      const names = (await readdir(folder)).filter((name) => name.endsWith('.eml')).sort()
      return Promise.all(names.map((name) => readFile(path.join(folder, name), 'utf8')))
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true }),
  }
}
