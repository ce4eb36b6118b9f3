import path from 'node:path'
import { importBaseFolder } from '../composition/import-base.ts'
import { openRejects, toldEachSecond } from '../composition/import-file.ts'
import { type CommandInput, need, readWords } from './command.ts'
import { openProgram, servedTown } from './program.ts'
import { tellRejects } from './tell-rejects.ts'

/** The plain base of the map, in the place of the one before. */
export async function importBaseFiles(input: CommandInput): Promise<void> {
  const { settings, log, words, say, tellProgress } = input
  const { options, rest } = readWords(words, ['municipality', 'rejects'])
  const folder = need(rest[0], 'Which folder?')
  await using program = await openProgram(settings, log, [])
  const id = servedTown(program.app, options.municipality)
  const rejects = openRejects(options.rejects ?? `${path.resolve(folder)}.rejects.csv`)
  const progress = toldEachSecond(tellProgress)
  const { features, leftOut, files, tiles, bytes, version } = await importBaseFolder(
    program.app,
    id,
    folder,
    { rejects, now_ms: Date.now(), onProgress: (done) => progress(() => `… ${done} tiles`) },
  )
  say(`read ${features.length} features from ${files.join(', ')}; left out ${leftOut}`)
  for (const [layer, those] of Map.groupBy(features, (one) => one.layer))
    say(`  ${those.length} of ${layer}`)
  await tellRejects(rejects, say)
  say(`${tiles} tiles, ${(bytes / 1024 / 1024).toFixed(1)} MiB; seen as version ${version}`)
}
