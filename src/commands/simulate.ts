import {
  changeDrafts,
  type DraftAnswer,
  type DraftCommand,
  type SimulationFigures,
  startOfLocalDate_ms,
} from '#modules/agreements'
import { toldEachSecond } from '../composition/import-file.ts'
import { simulateDraft } from '../composition/simulate.ts'
import { type CommandInput, isDate, need, readWords, UsageError } from './command.ts'
import { openDraft } from './open-draft.ts'
import { openProgram, servedTown } from './program.ts'

const YEAR_MS = 365 * 86_400_000

/** Tries a draft on the cases of the past, and shows who would have got what, before and after. */
export async function simulate(input: CommandInput): Promise<void> {
  const { settings, log, words, say, tellProgress } = input
  const { options, rest } = readWords(words, ['municipality', 'from', 'to'])
  const draft = need(rest[0], 'Which draft?')
  const now_ms = Date.now()
  const to_ms = dateOf('to', options.to) ?? now_ms
  const from_ms = dateOf('from', options.from) ?? to_ms - YEAR_MS
  if (from_ms >= to_ms)
    throw new UsageError('--from is not before --to: no case lies between them.')
  await using program = await openProgram(settings, log, [])
  const { towns, pool, committer } = program.app
  const id = servedTown(program.app, options.municipality)
  const town = await towns.get(id)
  const asked = await openDraft(pool, town, draft, now_ms)
  const progress = toldEachSecond(tellProgress)
  for await (const step of simulateDraft(pool, town, asked, { from_ms, to_ms }, now_ms)) {
    if ('progress' in step) {
      const { cases } = step.progress
      progress(() => `… ${cases} cases`)
      continue
    }
    const { result, digest } = step
    const { version } = asked.row
    const { cases, different } = result
    const figures = { digest, cases, different, from_ms, to_ms, version }
    const command: DraftCommand = { type: 'NoteSimulation', id: draft, by: 'command line', figures }
    const noted: DraftAnswer = await committer.submit(id, changeDrafts, command)
    if (!noted.accepted) throw new Error(`the simulation was not noted: ${noted.reason}`)
    for (const line of tableOf(result)) say(line)
  }
}

function dateOf(name: string, date: string | undefined): number | undefined {
  if (date === undefined) return undefined
  if (!isDate(date)) throw new UsageError(`--${name} ${date}: a date is written as 2026-01-31.`)
  return startOfLocalDate_ms(date)
}

const HEADINGS = [
  'category',
  'party',
  'before',
  'after',
  'not theirs before',
  'after',
  'price before',
  'after',
]

function tableOf({ cases, different, underWarranty, kinds, work }: SimulationFigures): string[] {
  const rows = work
    .filter(({ before, after }) => before !== after)
    .map(({ category, party = 'desk', before, after, notOurs }) => [
      category,
      party,
      `${before}`,
      `${after}`,
      notOurs ? `${notOurs.expectedBefore}` : 'not known',
      notOurs ? `${notOurs.expectedAfter}` : 'not known',
      notOurs ? euros(notOurs.centsBefore) : '',
      notOurs ? euros(notOurs.centsAfter) : '',
    ])
  const all = [HEADINGS, ...rows]
  const widths = HEADINGS.map((_, at) => Math.max(...all.map((row) => row[at]?.length ?? 0)))
  const lines = all.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  )
  const told = kinds.filter((one) => one.cases > 0).map((one) => `${one.cases} ${one.kind}`)
  return [
    ...(rows.length > 0 ? lines : []),
    `${cases} cases, ${different} different, ${underWarranty} under warranty${told.length > 0 ? `; ${told.join(', ')}` : ''}`,
  ]
}

function euros(cents: number): string {
  return `€ ${(cents / 100).toFixed(2)}`
}
