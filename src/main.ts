import { fileURLToPath } from 'node:url'
import { createLog } from '#platform/log'
import { loadSettings } from '#platform/settings'
import { UsageError } from './commands/command.ts'
import { COMMANDS, usage } from './commands.ts'

const project = fileURLToPath(new URL('..', import.meta.url))

/** Runs one command of the command line; the exit code is 0, or 1 with one clear sentence. */
async function main(words: readonly string[]): Promise<number> {
  const [first = 'start', ...rest] = words
  if (first === 'help' || first === '--help') {
    console.log(usage())
    return 0
  }
  const loaded = await loadSettings(process.env, project)
  if ('faults' in loaded) {
    for (const fault of loaded.faults) console.error(fault)
    return 1
  }
  const name = `${first} ${rest[0] ?? ''}` in COMMANDS ? `${first} ${rest.shift()}` : first
  const command = COMMANDS[name]
  if (!command) {
    console.error(`There is no command "${name}".\n\n${usage()}`)
    return 1
  }
  const { settings } = loaded
  const level = name === 'start' || process.env.LOG_LEVEL ? settings.logLevel : 'warn'
  const log = createLog({ level })
  try {
    await command.run({ settings, log, words: rest, say: (line) => console.log(line) })
    return 0
  } catch (error) {
    if (error instanceof UsageError) console.error(error.message)
    else {
      log.debug({ err: error }, 'the command failed')
      console.error(`lantaarn ${name}: ${(error as Error).message}`)
    }
    return 1
  }
}

process.exitCode = await main(process.argv.slice(2))
