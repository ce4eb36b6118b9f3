import { lockHead, verifyChain } from '#journal'
import { rebuildCases } from '#modules/cases'
import type { App } from '../app.ts'
import { replayDecisions } from '../composition/replay.ts'
import { type CommandInput, need, readWords, UsageError } from './command.ts'
import { openProgram } from './program.ts'

function served(app: App, wanted: string | undefined): string[] {
  const all = app.towns.all().filter((one) => one.isServed)
  if (wanted === undefined) return all.map((one) => one.id)
  const found = app.towns.find(wanted)
  if (!found) throw new UsageError(`Municipality ${wanted} is not served here.`)
  return [found.id]
}

function parseAnchor(text: string | undefined) {
  if (text === undefined) return undefined
  const [, position, digest] = /^(\d+):([0-9a-f]{64})$/.exec(text) ?? []
  if (position === undefined || digest === undefined)
    throw new UsageError('--anchor is POSITION:DIGEST, as verify printed it before')
  return { position: Number(position), digest }
}

/** Checks the chain of digests; a broken one is told with its position, and the command fails. */
export async function verify({ settings, log, words, say }: CommandInput): Promise<void> {
  const { options } = readWords(words, ['municipality', 'anchor'], { most: 0 })
  const anchor = parseAnchor(options.anchor)
  if (anchor && options.municipality === undefined)
    throw new UsageError('--anchor goes with --municipality: each has a chain of its own')
  await using program = await openProgram(settings, log, [])
  const { app } = program
  let broken = 0
  for (const municipality of served(app, options.municipality)) {
    const report = await verifyChain(app.pool, municipality, anchor ? { anchor } : {})
    if (report.faults.length === 0)
      say(
        `${municipality}: ${report.events} events, intact, head ${report.events}:${report.digest}`,
      )
    for (const { position, fault } of report.faults) {
      broken += 1
      say(`${municipality}: at position ${position}: ${fault}`)
    }
  }
  if (broken > 0) throw new Error('the journal was changed')
}

class Differs extends Error {}

/** Makes the read tables again from the journal; they are kept only when they are the same, or when told so. */
export async function rebuild({ settings, log, words, say }: CommandInput): Promise<void> {
  const { options, rest } = readWords(words, ['municipality'])
  if (rest[0] !== undefined && rest[0] !== 'keep')
    throw new UsageError(`"${rest[0]}" is no word of this command: keep, or nothing.`)
  await using program = await openProgram(settings, log, [])
  const { app } = program
  const isKept = rest.includes('keep')
  for (const municipality of served(app, need(options.municipality, 'Which --municipality?'))) {
    await app.pool.write({ tenant: municipality }, async (query) => {
      await lockHead(query, municipality)
      const compared = await rebuildCases(query, municipality)
      for (const { table, rows, isSame } of compared)
        say(`${municipality} ${table}: ${rows} rows, ${isSame ? 'the same' : 'DIFFERENT'}`)
      if (!isKept && compared.some(({ isSame }) => !isSame))
        throw new Differs('nothing was changed; "rebuild … keep" keeps the tables made anew')
    })
  }
}

/** Takes every routing decision again and compares it with what is stored. */
export async function replay(input: CommandInput): Promise<void> {
  const { settings, log, words, say, tellProgress } = input
  const { options } = readWords(words, ['municipality'], { most: 0 })
  await using program = await openProgram(settings, log, [])
  for (const municipality of served(program.app, options.municipality)) {
    const report = await replayDecisions(program.app, municipality, (done) =>
      tellProgress(`… ${done}`),
    )
    const { decisions, same, otherEngine, different } = report
    say(
      `${municipality}: ${decisions} decisions, ${same} the same, ${different.length} different, ` +
        `${otherEngine} of another engine`,
    )
    for (const { decision, caseId, stored, now } of different.slice(0, 20))
      say(`  decision ${decision} of case ${caseId}\n    stored ${stored}\n    now    ${now}`)
    if (different.length > 0) throw new Error('some decisions are not what they were')
  }
}
