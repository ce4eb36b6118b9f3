import { createLog } from '#platform/log'
import { loadSettings } from '#platform/settings'
import { UsageError } from './commands/command.ts'
import { COMMANDS, usage } from './commands.ts'

export type CommandLine = {
  environment: Readonly<Record<string, string | undefined>>
  /** The folder of the program, from which settings without a value of their own are found. */
  project: string
  /** Results: what a pipe takes. */
  out: (line: string) => void
  /** How far it is, and what went wrong. */
  err: (line: string) => void
}

/** Runs one command of the command line; gives the exit code: 0, or 1 with one clear sentence. */
export async function runCommandLine(
  words: readonly string[],
  { environment, project, out, err }: CommandLine,
): Promise<number> {
  const [first = 'start', ...rest] = words
  if (first === 'help' || first === '--help') {
    out(usage())
    return 0
  }
  const loaded = await loadSettings(environment, project)
  if ('faults' in loaded) {
    for (const fault of loaded.faults) err(fault)
    return 1
  }
  const two = `${first} ${rest[0] ?? ''}`
  const name = Object.hasOwn(COMMANDS, two) ? `${first} ${rest.shift()}` : first
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!command) {
    err(`There is no command "${name}".\n\n${usage()}`)
    return 1
  }
  const { settings } = loaded
  const level = name === 'start' || environment.LOG_LEVEL ? settings.logLevel : 'warn'
  // Of all but the program that serves, the standard output is the answer.
  const log =
    name === 'start'
      ? createLog({ level })
      : createLog({ level }, { write: (line) => err(line.trimEnd()) })
  try {
    await command.run({ settings, log, words: rest, say: out, tellProgress: err })
    return 0
  } catch (error) {
    if (error instanceof UsageError) err(error.message)
    else {
      log.debug({ err: error }, 'the command failed')
      err(`lantaarn ${name}: ${sentenceOf(error as NodeJS.ErrnoException)}`)
    }
    return 1
  }
}

/** What the file system refuses, in words. */
function sentenceOf({ code, path, message }: NodeJS.ErrnoException): string {
  switch (code) {
    case 'ENOENT':
      return `there is no ${path}`
    case 'EACCES':
      return `${path} may not be opened`
    case 'EISDIR':
      return 'that is a folder, and a file is needed'
    case 'ENOTDIR':
      return `${path} is no folder`
    default:
      return message
  }
}
