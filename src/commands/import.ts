import { readFile } from 'node:fs/promises'
import { problemLines } from '#languages/yaml'
import { readMunicipalityBoundaries } from '../composition/import-bgt.ts'
import { toldEachSecond } from '../composition/import-file.ts'
import {
  importAgreementsText,
  importBgtFolder,
  importDraftText,
  knowNeighbour,
  serveMunicipality,
} from '../composition/import-into-town.ts'
import { type CommandInput, need, readWords, UsageError } from './command.ts'
import { openProgram, servedTown } from './program.ts'

/**
 * Boundaries of municipalities from a GeoJSON file; `--serve` names those that are served here, with commas. They begin
 * with our tree of categories, or with `--categories none` where their own is brought in.
 */
export async function importMunicipalities(input: CommandInput): Promise<void> {
  const { settings, log, words, say } = input
  const { options, rest } = readWords(words, ['serve', 'categories'])
  const { categories = 'default' } = options
  if (categories !== 'default' && categories !== 'none')
    throw new UsageError('--categories is default or none.')
  const hasDefaults = categories === 'default'
  const boundaries = await readMunicipalityBoundaries(need(rest[0], 'Which file?'))
  const wanted = new Set((options.serve ?? '').split(',').filter(Boolean))
  const known = new Set(boundaries.map(({ id }) => id))
  const missing = [...wanted].filter((id) => !known.has(id))
  if (missing.length > 0) throw new UsageError(`${missing.join(', ')}: not in this file.`)
  await using program = await openProgram(settings, log, [])
  for (const { id, name, geometry: boundary } of boundaries) {
    const municipality = { id, name, boundary }
    if (wanted.has(id))
      await serveMunicipality(program.app, municipality, hasDefaults ? undefined : [])
    else await knowNeighbour(program.app, municipality)
  }
  say(
    `${boundaries.length} municipalities known, served now: ${[...wanted].join(', ') || 'none new'}`,
  )
}

/** Poles, cabinets and roads of a BGT folder. */
export async function importBgt(input: CommandInput): Promise<void> {
  const { settings, log, words, say, tellProgress } = input
  const { options, rest } = readWords(words, ['municipality'])
  const folder = need(rest[0], 'Which folder?')
  await using program = await openProgram(settings, log, [])
  const { app } = program
  const id = servedTown(app, options.municipality)
  const progress = toldEachSecond(tellProgress)
  const { read, version, changedAssets, changedAreas } = await importBgtFolder(app, id, folder, {
    now_ms: Date.now(),
    onProgress: (done, all) => progress(() => `… ${done} of ${all} objects`),
  })
  const lamps = read.assets.filter(({ type }) => type === 'lamp-post')
  say(
    `read ${read.assets.length} objects (${lamps.length} lamp posts) and ${read.areas.length} roads`,
  )
  for (const [owner, owned] of Map.groupBy(lamps, (lamp) => lamp.owner))
    say(`  ${owned.length} lamp posts of ${owner}`)
  say(`left out ${read.leftOut} that ended, refused ${read.rejects.length}`)
  for (const { file, index, reason } of read.rejects.slice(0, 20))
    say(`  ${file} ${index}: ${reason}`)
  say(`new or changed: ${changedAssets} objects, ${changedAreas} areas; seen as version ${version}`)
}

/** Agreements from a file: all, or none with every problem told. */
export async function importAgreements({ settings, log, words, say }: CommandInput): Promise<void> {
  const { rest, options } = readWords(words, ['as-draft'])
  const file = need(rest[0], 'Which file?')
  const text = await readFile(file, 'utf8')
  await using program = await openProgram(settings, log, [])
  const draft = options['as-draft']
  if (draft !== undefined) {
    const kept = await importDraftText(program.app, text, draft, 'command line')
    if (!kept.ok) throw new UsageError(problemLines(file, kept.problems))
    const { municipality, agreements, ends } = kept
    say(
      `${municipality}: draft ${draft} with ${agreements} agreements and ${ends} ends; nothing changed yet`,
    )
    return
  }
  const answer = await importAgreementsText(program.app, text, 'command line')
  if (!answer.ok) throw new UsageError(problemLines(file, answer.problems))
  const { municipality, roles, unchanged } = answer
  const entered = [...answer.entered, ...roles]
  for (const { id, version } of entered) say(`${municipality}: ${id}, version ${version}`)
  say(`${entered.length} entered, ${unchanged} unchanged`)
}
