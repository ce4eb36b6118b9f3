import { parseArgs } from 'node:util'
import type { Log } from '#platform/log'
import type { Settings } from '#platform/settings'

export type CommandInput = {
  settings: Settings
  log: Log
  words: readonly string[]
  /** A line of the answer, to the standard output. */
  say: (line: string) => void
  /** How far it is, to the standard error: an answer may be piped on. */
  tellProgress: (line: string) => void
}

export type Command = {
  /** What it takes, as it is shown. */
  takes: string
  does: string
  run: (input: CommandInput) => Promise<void>
}

/** Wrong words on the command line: the message is all that is shown. */
export class UsageError extends Error {}

/**
 * Splits a command's words into its options and the rest, of which it takes at most so many; an unknown option or one
 * word too many is a usage error.
 */
export function readWords<Name extends string>(
  words: readonly string[],
  names: readonly Name[],
  { flags = [], most = 1 }: { flags?: readonly string[]; most?: number } = {},
): { rest: string[]; options: Partial<Record<Name, string>>; flags: ReadonlySet<string> } {
  const options = Object.fromEntries([
    ...names.map((name) => [name, { type: 'string' as const }] as const),
    ...flags.map((name) => [name, { type: 'boolean' as const }] as const),
  ])
  try {
    const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true })
    const given = values as Partial<Record<string, string | boolean>>
    const tooMany = positionals[most]
    if (tooMany !== undefined) throw new Error(`"${tooMany}" is one word too many.`)
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

/** Whether this is a day of the calendar, as 2026-01-31: of 30 February JavaScript makes 2 March. */
export function isDate(text: string): boolean {
  const [, day] = /^\d{4}-\d{2}-(\d{2})$/.exec(text) ?? []
  return day !== undefined && new Date(text).getUTCDate() === Number(day)
}
