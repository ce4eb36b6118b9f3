import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** A folder for the mails of one test, gone with it. */
export async function openMailFolder() {
  const folder = await mkdtemp(path.join(tmpdir(), 'lantaarn-mail-'))
  return {
    folder,
    /**
     * As they lie there, the first first. One that was written twice, as happens where a clock jumps over a lease, has
     * the same id and is one mail.
     */
    async mails(): Promise<string[]> {
      const names = (await readdir(folder)).filter((name) => name.endsWith('.eml')).sort()
      const all = await Promise.all(names.map((name) => readFile(path.join(folder, name), 'utf8')))
      return [
        ...new Map(all.map((mail) => [/^Message-ID: (.*)$/im.exec(mail)?.[1], mail])).values(),
      ]
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true }),
  }
}
