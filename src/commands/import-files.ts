import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { problemLines, type ReadFile } from '#languages/yaml'
import { AREA_KINDS, CRS, dropUnfinished, listImports, parseRegisterMapping } from '#modules/places'
import { newId } from '#platform/random'
import type { App } from '../app.ts'
import { importAreas } from '../composition/import-areas.ts'
import { openRejects, type Rejects } from '../composition/import-file.ts'
import { importRegister } from '../composition/import-register.ts'
import { importRostersText } from '../composition/import-rosters.ts'
import { importReports } from '../composition/reports/import-reports.ts'
import { parseReportsMapping } from '../composition/reports/reports-mapping.ts'
import { importSignalen } from '../composition/signalen/import-signalen.ts'
import { parseVisibilities, type Visibility } from '../composition/signalen/visibilities.ts'
import { type CommandInput, isDate, need, readWords, UsageError } from './command.ts'
import { openProgram, servedTown } from './program.ts'
import { tellRejects } from './tell-rejects.ts'

async function readMapping<T>(file: string | undefined, parse: (text: string) => ReadFile<T>) {
  const name = need(file, 'Which --mapping FILE.yaml?')
  const mappingText = await readFile(name, 'utf8')
  const read = parse(mappingText)
  if (!read.ok) throw new UsageError(problemLines(name, read.problems))
  return { mapping: read.value, mappingText }
}

const rejectsOf = (file: string, wanted: string | undefined) =>
  openRejects(wanted ?? `${file}.rejects.csv`)

function pace(rows: number, started_ms: number): string {
  const lasted_s = (performance.now() - started_ms) / 1000
  return `${lasted_s.toFixed(1)} s, ${Math.round(rows / lasted_s)} rows/s`
}

type MappedFile<Mapping> = { file: string; mapping: Mapping; mappingText: string }
type MappedRun = { rejects: Rejects; now_ms: number; say: (line: string) => void }

/** The frame of each import of a CSV by a mapping: its words, its files, the program, and how fast its rows went. */
async function importMapped<Mapping, Answer extends { rows: number }>(
  { settings, log, words, say, tellProgress }: CommandInput,
  parse: (text: string) => ReadFile<Mapping>,
  run: (app: App, id: string, file: MappedFile<Mapping>, options: MappedRun) => Promise<Answer>,
): Promise<{ answer: Answer; mapping: Mapping; rejects: Rejects }> {
  const { options, rest } = readWords(words, ['mapping', 'municipality', 'rejects'])
  const file = need(rest[0], 'Which file?')
  const read = await readMapping(options.mapping, parse)
  await using program = await openProgram(settings, log, [])
  const id = servedTown(program.app, options.municipality)
  const rejects = rejectsOf(file, options.rejects)
  const started_ms = performance.now()
  const running = { rejects, now_ms: Date.now(), say: tellProgress }
  const answer = await run(program.app, id, { file, ...read }, running)
  say(`${answer.rows} rows read: ${pace(answer.rows, started_ms)}`)
  return { answer, mapping: read.mapping, rejects }
}

/** A management register from CSV. */
export async function importRegisterFile(input: CommandInput): Promise<void> {
  const { say } = input
  const { answer, rejects } = await importMapped(input, parseRegisterMapping, importRegister)
  const { found, changed, version, resumedAt, cabinetsMade } = answer
  say(
    `  ${found.known} known by their number, ${found['on-place']} on their place, ${found.new} new`,
  )
  if (cabinetsMade > 0)
    say(`  ${cabinetsMade} cabinets were not known: placed at their first object`)
  await tellRejects(rejects, say)
  if (resumedAt > 0) say(`went on after ${resumedAt} that were staged before`)
  if (answer.isRepeat) say(`nothing changed; version ${version} is seen`)
  else say(`new or changed: ${changed} objects, seen as version ${version}`)
}

/** Areas of one kind from GeoJSON. */
export async function importAreasFile({ settings, log, words, say }: CommandInput): Promise<void> {
  const names = ['municipality', 'kind', 'id', 'name', 'crs', 'rejects'] as const
  const { options, rest } = readWords(words, names)
  const file = need(rest[0], 'Which file?')
  const kind = AREA_KINDS.find((one) => one === options.kind)
  if (!kind) throw new UsageError(`--kind is one of ${AREA_KINDS.join(', ')}.`)
  const crs = CRS.find((one) => one === options.crs)
  if (options.crs !== undefined && !crs) throw new UsageError(`--crs is one of ${CRS.join(', ')}.`)
  await using program = await openProgram(settings, log, [])
  const municipality = servedTown(program.app, options.municipality)
  const rejects = rejectsOf(file, options.rejects)
  const { id, name } = options
  const started_ms = performance.now()
  const { areas, mended, changed, version } = await importAreas(program.app, municipality, file, {
    kind,
    ...(id !== undefined && { id }),
    ...(name !== undefined && { name }),
    ...(crs && { crs }),
    rejects,
    now_ms: Date.now(),
  })
  const all = areas.length + rejects.count
  say(`${all} features read: ${pace(all, started_ms)}`)
  for (const [how, those] of Map.groupBy(mended, ({ mendings }) => mendings.join(', '))) {
    const most = Math.max(...those.map((one) => one.changed_share))
    say(
      `  mended ${those.length}: ${how}${most > 0 ? ` (size by at most ${(most * 100).toFixed(3)} %)` : ''}`,
    )
  }
  await tellRejects(rejects, say)
  say(`new or changed: ${changed} areas, seen as version ${version}`)
}

/** Duty rosters from YAML. */
export async function importRosters({ settings, log, words, say }: CommandInput): Promise<void> {
  const file = need(readWords(words, []).rest[0], 'Which file?')
  const text = await readFile(file, 'utf8')
  await using program = await openProgram(settings, log, [])
  const answer = await importRostersText(program.app, text, 'command line')
  if (!answer.ok) throw new UsageError(problemLines(file, answer.problems))
  for (const { id, version } of answer.entered)
    say(`${answer.municipality}: roster ${id}, version ${version}`)
}

/** Categories of a Signalen, with draft agreements of their terms. */
export async function importSignalenCategories(input: CommandInput): Promise<void> {
  const { settings, log, words, say } = input
  const names = ['confidential', 'visibility', 'departments', 'agreements', 'from'] as const
  const { options, rest } = readWords(words, [...names, 'municipality', 'rejects'])
  const categories = need(rest[0], 'Which file?')
  const said = await visibilitiesOf(options)
  await using program = await openProgram(settings, log, [])
  const id = servedTown(program.app, options.municipality)
  const rejects = rejectsOf(categories, options.rejects)
  const from = options.from ?? new Date().toISOString().slice(0, 10)
  if (!isDate(from)) throw new UsageError('--from is a date, such as 2026-01-01')
  const { departments } = options
  const files = { categories, ...(departments !== undefined && { departments }) }
  const answer = await importSignalen(program.app, id, files, { said, from, rejects })
  if (!answer.ok && answer.reason === 'visibility-of-unknown')
    throw new UsageError(`not a category of this file: ${answer.unknown.join(', ')}`)
  if (!answer.ok)
    throw new UsageError(
      [
        `Who may see these ${answer.unanswered.length} categories? They are about persons or homes; nothing was entered.`,
        'Name them in --confidential SLUG,SLUG or in --visibility FILE (slug: public | status-only | confidential):',
        ...answer.unanswered.map(({ slug, name }) => `  ${slug}: ${name}`),
      ].join('\n'),
    )
  const { draft } = answer
  const target = options.agreements ?? `${categories.replace(/\.csv$/i, '')}.agreements.yaml`
  await writeFile(target, draft.text)
  say(
    `${answer.rows} categories read, ${answer.changed} new or changed, ${answer.confidential} confidential`,
  )
  if (answer.replaced.length > 0) say(`  replaced: ${answer.replaced.join(', ')}`)
  await tellRejects(rejects, say)
  say(
    `${draft.agreements} draft agreements of ${draft.parties} departments: ${path.normalize(target)}`,
  )
  say(
    `  ${draft.shared.length} categories have several departments: the first leads, the others are informed`,
  )
  for (const { slug, missing } of draft.left)
    say(`  no draft for ${slug}: its ${missing} is missing`)
}

async function visibilitiesOf(options: {
  confidential?: string
  visibility?: string
}): Promise<ReadonlyMap<string, Visibility>> {
  const said = new Map<string, Visibility>()
  if (options.visibility !== undefined) {
    const read = parseVisibilities(await readFile(options.visibility, 'utf8'))
    if (!read.ok) throw new UsageError(problemLines(options.visibility, read.problems))
    for (const [slug, visibility] of Object.entries(read.value)) said.set(slug, visibility)
  }
  for (const slug of (options.confidential ?? '').split(',').filter(Boolean))
    said.set(slug.trim(), 'confidential')
  return said
}

/** Reports of the past from CSV, as history. */
export async function importReportsFile(input: CommandInput): Promise<void> {
  const { say } = input
  const { answer, mapping, rejects } = await importMapped(
    input,
    parseReportsMapping,
    (app, id, file, options) => importReports(app, id, file, { ...options, newId }),
  )
  const { cases, before, duplicates, slowest_ms } = answer
  say(
    `${cases} cases brought in, ${before} stood already; slowest piece ${slowest_ms.toFixed(0)} ms`,
  )
  const what = mapping.duplicates === 'drop' ? 'left out' : 'kept'
  say(`${duplicates} rows stood in the file before: ${what}`)
  await tellRejects(rejects, say)
}

/** What was begun and not finished, and `drop` to take it away. */
export async function listOrDropImports(input: CommandInput): Promise<void> {
  const { settings, log, words, say } = input
  const { options, flags } = readWords(words, ['municipality'], { flags: ['drop'], most: 0 })
  await using program = await openProgram(settings, log, [])
  const id = servedTown(program.app, options.municipality)
  if (flags.has('drop')) {
    say(`${await dropUnfinished(program.app.pool, id)} unfinished imports dropped`)
    return
  }
  const imports = await program.app.pool.read({ tenant: id }, (query) => listImports(query, id))
  for (const one of imports) {
    const state =
      one.finished_at === null
        ? `not finished, ${one.staged} staged`
        : `finished ${new Date(one.finished_at).toISOString()}`
    say(`${one.id.slice(0, 12)} ${one.source}, version ${one.version}: ${state}`)
  }
  if (imports.length === 0) say('no imports yet')
}
