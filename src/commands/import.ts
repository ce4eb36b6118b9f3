import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from '@hono/zod-openapi'
import { problemLines } from '#languages/yaml'
import { startOfLocalDate_ms } from '#modules/agreements'
import { readMunicipalityBoundaries } from '../composition/import-bgt.ts'
import { openRejects, toldEachSecond } from '../composition/import-file.ts'
import {
  importAgreementsText,
  importBgtFolder,
  importDraftText,
} from '../composition/import-into-town.ts'
import {
  endMunicipality,
  knowNeighbour,
  serveMunicipality,
} from '../composition/import-municipalities.ts'
import { type CommandInput, need, readWords, UsageError } from './command.ts'
import { openProgram, servedTown } from './program.ts'
import { tellRejects } from './tell-rejects.ts'

/**
 * Boundaries of municipalities from a GeoJSON file; `--serve` names those that are served here, with commas. They begin
 * with our tree of categories, or with `--categories none` where their own is brought in. Boundaries that are other than
 * the known ones hold from now on, or since `--from`; `--end` names those that are no more from then on.
 */
export async function importMunicipalities(input: CommandInput): Promise<void> {
  const { settings, log, words, say } = input
  const { options, rest } = readWords(words, ['serve', 'categories', 'from', 'end'])
  const { categories = 'default' } = options
  if (categories !== 'default' && categories !== 'none')
    throw new UsageError('--categories is default or none.')
  const hasDefaults = categories === 'default'
  const from_ms = options.from === undefined ? undefined : startOfDate(options.from)
  const entering = { now_ms: Date.now(), ...(from_ms === undefined ? {} : { from_ms }) }
  const boundaries = await readMunicipalityBoundaries(need(rest[0], 'Which file?'))
  const wanted = new Set((options.serve ?? '').split(',').filter(Boolean))
  const ended = (options.end ?? '').split(',').filter(Boolean)
  const known = new Set(boundaries.map(({ id }) => id))
  const missing = [...wanted].filter((id) => !known.has(id))
  if (missing.length > 0) throw new UsageError(`${missing.join(', ')}: not in this file.`)
  const both = ended.filter((id) => known.has(id))
  if (both.length > 0)
    throw new UsageError(`${both.join(', ')}: has land in this file, and cannot be ended.`)
  if (ended.length > 0 && from_ms === undefined)
    throw new UsageError('--end needs --from: the first day on which it is no more.')
  await using program = await openProgram(settings, log, [])
  const { app } = program
  const strangers = ended.filter((id) => !app.towns.all().some((one) => one.id === id))
  if (strangers.length > 0) throw new UsageError(`${strangers.join(', ')}: not known here.`)
  const moved: string[] = []
  for (const { id, name, geometry: boundary } of boundaries) {
    const municipality = { id, name, boundary }
    const isServed = wanted.has(id) || app.towns.find(id) !== undefined
    const { isMoved } = isServed
      ? await serveMunicipality(app, municipality, {
          ...entering,
          ...(hasDefaults ? {} : { categories: [] }),
        })
      : await knowNeighbour(app, municipality, entering)
    if (isMoved) moved.push(id)
  }
  for (const id of ended) if ((await endMunicipality(app, id, entering)).isMoved) moved.push(id)
  app.wake.ring('rules')
  say(
    `${boundaries.length} municipalities known, served now: ${[...wanted].join(', ') || 'none new'}`,
  )
  if (moved.length > 0)
    say(
      `another boundary ${options.from ? `from ${options.from}` : 'from now on'}: ${moved.join(', ')}`,
    )
}

/** The moment at which a date begins in the Netherlands. */
function startOfDate(date: string): number {
  if (!z.iso.date().safeParse(date).success)
    throw new UsageError('--from is a date, such as 2027-01-01.')
  return startOfLocalDate_ms(date)
}

/** Poles, cabinets and roads of a BGT folder. */
export async function importBgt(input: CommandInput): Promise<void> {
  const { settings, log, words, say, tellProgress } = input
  const { options, rest } = readWords(words, ['municipality', 'rejects'])
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
  say(`left out ${read.leftOut} that ended`)
  const rejects = openRejects(options.rejects ?? `${path.resolve(folder)}.bgt.rejects.csv`)
  for (const { file, index, reason } of read.rejects)
    rejects.add({ line: index + 1, reason, detail: file })
  await tellRejects(rejects, say)
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
