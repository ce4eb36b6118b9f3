import { COVERAGE_FINDINGS, type CoverageCell, isCovered, STATED_ROLES } from '#modules/agreements'
import { readTownCoverage } from '../composition/read-coverage.ts'
import type { Town } from '../composition/town.ts'
import { type CommandInput, isDate, readWords, UsageError } from './command.ts'
import { openDraft } from './open-draft.ts'
import { openProgram, servedTown } from './program.ts'

/** A line stays readable; how many there are is told with them. */
const AREAS_TOLD = 6

/** Which category × area × type of object has no agreement, two, or none soon: a line for each with the same answer. */
export async function coverage({ settings, log, words, say }: CommandInput): Promise<void> {
  const { options } = readWords(words, ['municipality', 'category', 'area', 'at', 'draft'], {
    most: 0,
  })
  const at_ms = options.at === undefined ? Date.now() : Date.parse(options.at)
  const isDay = options.at === undefined || isDate(options.at.slice(0, 10))
  if (Number.isNaN(at_ms) || !isDay) throw new UsageError(`--at ${options.at}: this is no moment.`)
  await using program = await openProgram(settings, log, [])
  const { towns, pool } = program.app
  const id = servedTown(program.app, options.municipality)
  const town = await towns.get(id)
  const { category, area, draft } = options
  if (category !== undefined && !town.categories.has(category))
    throw new UsageError(`There is no category ${category} in ${id}.`)
  if (area !== undefined && !town.areas.area(area))
    throw new UsageError(`There is no area ${area} in ${id}.`)
  const asked = draft === undefined ? undefined : await openDraft(pool, town, draft, Date.now())
  const cells = await readTownCoverage(town, {
    at_ms,
    ...(category === undefined ? {} : { category }),
    ...(area === undefined ? {} : { area }),
    ...(asked && { agreements: asked.agreements }),
  })
  for (const line of matrixOf(cells, town)) say(line)
  for (const line of rolesOf(cells, town)) say(line)
  const counts = COVERAGE_FINDINGS.map((kind) => {
    return `${cells.filter((cell) => cell.findings.some((one) => one.kind === kind)).length} ${kind}`
  })
  const stated = STATED_ROLES.flatMap((role) => {
    const those = cells.filter(({ roles }) =>
      roles.some((one) => one.stated !== undefined && one.role === role),
    )
    return those.length > 0 ? [`${those.length} ${role} on purpose`] : []
  })
  const covered = `${cells.filter(isCovered).length} covered`
  say([`${cells.length} combinations, ${covered}; ${counts.join(', ')}`, ...stated].join('; '))
}

/** One line for all areas of which a category and type of object have the same answer. */
export function matrixOf(cells: readonly CoverageCell[], town: Town): string[] {
  return linesOf(cells, town, ({ findings }) => findings.map(reasonOf))
}

/** The same of what nobody is given on purpose. */
export function rolesOf(cells: readonly CoverageCell[], town: Town): string[] {
  return linesOf(cells, town, ({ roles }) =>
    roles.flatMap(({ role, isPartial, stated }) =>
      stated ? [`${role}${isPartial ? ' (in part)' : ''} ${stated.id}`] : [],
    ),
  )
}

function linesOf(
  cells: readonly CoverageCell[],
  { areas }: Town,
  toldOf: (cell: CoverageCell) => readonly string[],
): string[] {
  const lines = new Map<string, string[]>()
  for (const cell of cells) {
    const told = toldOf(cell)
    if (told.length === 0) continue
    const what = [cell.assetType ?? 'no object', cell.level].filter(Boolean).join(', ')
    const line = `${cell.category} · ${what}: ${told.join('; ')}`
    const name = cell.area === undefined ? 'outside all areas' : areas.area(cell.area)?.name
    const named = lines.get(line)
    if (named) named.push(name ?? '')
    else lines.set(line, [name ?? ''])
  }
  return [...lines].map(([line, names]) => {
    const told = names.slice(0, AREAS_TOLD).join(', ')
    const more = names.length > AREAS_TOLD ? ` and ${names.length - AREAS_TOLD} more` : ''
    return `${line} — ${told}${more}`
  })
}

function reasonOf({ kind, agreements, isPartial, from_ms }: CoverageCell['findings'][number]) {
  const named = agreements.map(({ agreement }) => agreement).join(', ')
  const from = from_ms === undefined ? '' : ` from ${new Date(from_ms).toISOString().slice(0, 16)}Z`
  return `${kind}${isPartial ? ' (in part)' : ''}${named === '' ? '' : ` ${named}`}${from}`
}
