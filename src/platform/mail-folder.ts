import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { readMail, type WrittenMail } from './read-mail.ts'

/** The folder that mails are written to while there is no relay. */
export type MailFolder = {
  /** The newest first, at most so many, those before one of them. */
  list(options: { before?: string; most: number }): Promise<string[]>
  read(name: string): Promise<WrittenMail | undefined>
}

/** As `openMailer` names its files; whatever else lies there is nobody's mail. */
const NAME = /^[\w-]{1,150}\.eml$/

export function openMailFolder(folder: string): MailFolder {
  return {
    async list({ before, most }) {
      const names = await readdir(folder).catch(asNothing)
      const all = (names ?? []).filter((name) => NAME.test(name)).sort()
      const upTo = before === undefined ? all : all.filter((name) => name < before)
      return upTo.reverse().slice(0, most)
    },
    async read(name) {
      if (!NAME.test(name)) return undefined
      const raw = await readFile(path.join(folder, name), 'utf8').catch(asNothing)
      return raw === undefined ? undefined : readMail(raw)
    },
  }
}

/** No mail has been sent yet, or this one was thrown away. */
function asNothing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}
