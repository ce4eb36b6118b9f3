import { exportTown } from '../composition/town-files/export-town.ts'
import { importTown } from '../composition/town-files/import-town.ts'
import { type CommandInput, need, readWords } from './command.ts'
import { openProgram, servedTown } from './program.ts'

/** A whole town to a folder, in open formats. */
export async function exportTownFiles(input: CommandInput): Promise<void> {
  const { settings, log, words, say, tellProgress } = input
  const { options, flags } = readWords(words, ['municipality', 'to'], {
    flags: ['with-personal'],
    most: 0,
  })
  const folder = need(options.to, 'To which folder? --to FOLDER')
  await using program = await openProgram(settings, log, [])
  const id = servedTown(program.app, options.municipality)
  const hasPersonal = flags.has('with-personal')
  const { files, head } = await exportTown(program.app, id, folder, {
    hasPersonal,
    now_ms: Date.now(),
    say: tellProgress,
  })
  for (const [file, { rows }] of Object.entries(files)) say(`${file}: ${rows} rows`)
  say(`${id} at ${head.position}:${head.digest}`)
  if (hasPersonal)
    say(
      `${folder} holds personal data in the clear: keep it as you would the database, and destroy it after use`,
    )
}

/** A town that was exported, into this database. */
export async function importTownFiles(input: CommandInput): Promise<void> {
  const { settings, log, words, say, tellProgress } = input
  const folder = need(readWords(words, []).rest[0], 'Which folder?')
  await using program = await openProgram(settings, log, [])
  const { municipality, events, isRepeat } = await importTown(program.app, folder, tellProgress)
  say(
    isRepeat
      ? `${municipality} is here already, as in this folder: nothing changed`
      : `${municipality}: ${events} events, each under its own digest`,
  )
}
