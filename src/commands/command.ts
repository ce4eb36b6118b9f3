import { parseArgs } from 'node:util'
import type { Log } from '#platform/log'
import type { Settings } from '#platform/settings'

export type CommandInput = {
  settings: Settings
  log: Log
  words: readonly string[]
  say: (line: string) => void
}

export type Command = {
  /** What it takes, as it is shown. */
  takes: string
  does: string
  run: (input: CommandInput) => Promise<void>
}

/** Wrong words on the command line: the message is all that is shown. */
export class UsageError extends Error {}

/** Splits a command's words into its options and the rest; an unknown option is a usage error. */
export function readWords<Name extends string>(
  words: readonly string[],
  names: readonly Name[],
  flags: readonly string[] = [],
): { rest: string[]; options: Partial<Record<Name, string>>; flags: ReadonlySet<string> } {
  const options = Object.fromEntries([
    ...names.map((name) => [name, { type: 'string' as const }] as const),
    ...flags.map((name) => [name, { type: 'boolean' as const }] as const),
  ])
  try {
    const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true })
    const given = values as Partial<Record<string, string | boolean>>
    const raised = new Set(flags.filter((name) => given[name] === true))
    return { rest: positionals, options: given as Partial<Record<Name, string>>, flags: raised }
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
}

/** The words that a command cannot do without. */
export function need<T>(value: T | undefined, message: string): T {
  if (value === undefined || value === '') throw new UsageError(message)
  return value
}
