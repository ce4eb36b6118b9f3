import { type Random, seededRandom } from '../random.ts'
import { mix, type Spot, surrounds } from './curves.ts'
import { type Cell, type Ground, makeGround, type Side } from './ground.ts'
import type { Draft, Layout, StreetKind } from './layout.ts'
import {
  layBusinessPark,
  layCauliflower,
  layGardenVillage,
  layPolder,
  layWaterQuarter,
} from './layouts.ts'
import { layOldCore } from './old-core.ts'
import { nameStreets, THEMES, type Theme } from './street-names.ts'

export type Street = { name: string; code: string; kind: StreetKind; lines: Spot[][] }

export type Neighbourhood = { id: string; name: string; theme: Theme; cell: Cell }

export type TownPlan = {
  ground: Ground
  neighbourhoods: Neighbourhood[]
  streets: Street[]
  water: Spot[][]
  green: Spot[][]
  bridges: Spot[]
  /** Where a street of the town crosses the provincial road. */
  crossroads: Spot[]
}

export type TownPlanOptions = {
  seed: number
  scale: number
  origin?: Spot
  tilt: number
  firstStreet: number
  road: string
  west?: Side
}

type Lay = (cell: Cell, random: Random) => Layout

/** In the order in which towns grow: the core, then the extensions about it. */
const QUARTERS: readonly (readonly [Lay, Theme])[] = [
  [layOldCore, 'harbour'],
  [layPolder, 'birds'],
  [layGardenVillage, 'trees'],
  [layWaterQuarter, 'ships'],
  [layCauliflower, 'butterflies'],
  [layBusinessPark, 'metals'],
  [layPolder, 'crops'],
  [layPolder, 'fish'],
  [layCauliflower, 'reeds'],
  [layWaterQuarter, 'stars'],
]

/** Of a neighbourhood with some 300 lamp posts. */
const CELL_M = { width: 750, height: 680 }
const NEIGHBOURHOODS = 8
const WINDS = ['Noord', 'Oost', 'Zuid', 'West', 'Midden']

export function planTown(options: TownPlanOptions): TownPlan {
  const random = seededRandom(options.seed)
  // One of the neighbourhoods is the open land around the town.
  const wanted = (NEIGHBOURHOODS - 1) * options.scale
  const cells = Math.max(2, Math.round(wanted))
  const shrink = Math.sqrt(Math.min(1, wanted / cells))
  const ground = makeGround({
    cells,
    cellWidth_m: CELL_M.width * shrink,
    cellHeight_m: CELL_M.height * shrink,
    ...(options.origin && { origin: options.origin }),
    tilt: options.tilt,
    margin_m: 200 + 500 * Math.min(1, Math.sqrt(options.scale)),
    ...(options.west && { west: options.west }),
    random,
  })
  const nameOf = nameStreets(random)
  const streets: Street[] = []
  const add = ({ kind, lines, name }: Draft, theme: Theme) => {
    const code = String(options.firstStreet + streets.length).padStart(4, '0')
    if (lines.length > 0) streets.push({ name: nameOf(theme, kind, name), code, kind, lines })
  }
  for (const draft of throughStreets(ground, options.road)) add(draft, 'crops')
  const plan: TownPlan = {
    ground,
    neighbourhoods: [],
    streets,
    water: [waterOf(ground)],
    green: [],
    bridges: [],
    crossroads: [],
  }
  ground.cells.forEach((cell, at) => {
    const [lay, theme] = QUARTERS[
      at < QUARTERS.length ? at : 1 + (at % (QUARTERS.length - 1))
    ] as (typeof QUARTERS)[number]
    const layout = lay(cell, random)
    for (const draft of layout.drafts) add(draft, theme)
    plan.water.push(...layout.water)
    plan.green.push(...layout.green)
    plan.bridges.push(...layout.bridges)
    plan.neighbourhoods.push({
      id: `buurt-${String(at + 1).padStart(2, '0')}`,
      name: neighbourhoodName(theme, at),
      theme,
      cell,
    })
  })
  const crossings = (ground.rowLines.get(1) ?? []).filter((_, at) => at % 8 === 0)
  plan.crossroads.push(...crossings)
  return plan
}

function neighbourhoodName(theme: Theme, at: number): string {
  const { neighbourhood } = THEMES[theme]
  const turn = Math.floor(at / QUARTERS.length)
  if (turn === 0) return neighbourhood
  const wind = WINDS[(turn - 1) % WINDS.length] as string
  return turn <= WINDS.length ? `${neighbourhood} ${wind}` : `${neighbourhood} ${wind} ${turn}`
}

/** The roads between the neighbourhoods, and those that lead out of town. */
function throughStreets(ground: Ground, road: string): Draft[] {
  const { rowLines, columnLines, shore } = ground
  const quay = rowLines.get(0) ?? []
  const columns = [...columnLines.values()]
  const drafts: Draft[] = [
    { kind: 'provincial', lines: [[...ground.road]], name: `Markerweg (${road})` },
    { kind: 'quay', lines: [[...quay]], name: 'Havenkade' },
    { kind: 'rural', lines: dikesOf(shore, quay), name: 'Zeedijk' },
  ]
  for (const [at, column] of columns.entries()) {
    const name = at === 0 ? 'Westerdreef' : at === columns.length - 1 ? 'Oosterdreef' : undefined
    const line = column.slice(0, depthOf(ground, at) + 1)
    drafts.push({ kind: 'main', lines: [line], ...(name && { name }) })
  }
  for (const [row, line] of rowLines) {
    if (row < 2) continue
    const stretch = underCells(ground, row, line)
    if (stretch.length > 1) drafts.push({ kind: 'main', lines: [stretch] })
  }
  drafts.push(...ruralRoads(ground))
  return drafts
}

/** How many rows of cells lie along a column line, counted from the west. */
function depthOf({ cells, columnLines }: Ground, at: number): number {
  const column = at + Math.min(...columnLines.keys())
  const beside = cells.filter((cell) => cell.column === column || cell.column === column - 1)
  return Math.max(...beside.map(({ row }) => row)) + 1
}

/** The part of a row line that has a cell above or below it. */
function underCells(ground: Ground, row: number, line: readonly Spot[]): Spot[] {
  const first = Math.min(...ground.columnLines.keys())
  const beside = ground.cells.filter((cell) => cell.row === row || cell.row === row - 1)
  const columns = beside.map((cell) => cell.column - first)
  const steps = (line.length - 1) / (ground.columnLines.size - 1)
  return line.slice(Math.min(...columns) * steps, (Math.max(...columns) + 1) * steps + 1)
}

function dikesOf(shore: readonly Spot[], quay: readonly Spot[]): Spot[][] {
  const [from, to] = [quay[0] as Spot, quay.at(-1) as Spot]
  const at = (spot: Spot) => shore.findIndex(([x, y]) => x === spot[0] && y === spot[1])
  return [shore.slice(0, at(from) + 1), shore.slice(at(to))]
}

/**
 * Two straight polder roads that go on from the outer columns to the south, and one along the ditch
 * across them.
 */
function ruralRoads(ground: Ground): Draft[] {
  const columns = [...ground.columnLines.values()]
  const [left, right] = [0, columns.length - 1].map((at) => {
    const [from, to] = (columns[at] ?? []).slice(depthOf(ground, at) - 1)
    return outward(ground.boundary, from as Spot, to as Spot)
  }) as [readonly [Spot, Spot], readonly [Spot, Spot]]
  return [
    { kind: 'rural', lines: [[...left]], name: 'Middenweg' },
    { kind: 'rural', lines: [[...right]], name: 'Molenweg' },
    { kind: 'rural', lines: [[mix(...left, 0.97), mix(...right, 0.97)]], name: 'Tochtkade' },
  ]
}

/** From `to` straight on, most of the way to the border. */
function outward(boundary: readonly Spot[], from: Spot, to: Spot): readonly [Spot, Spot] {
  let reach = 0
  while (reach < 20 && surrounds(boundary, mix(from, to, 1 + reach + 0.1))) reach += 0.1
  return [to, mix(from, to, 1 + 0.75 * reach)]
}

/** The lake: what lies between the shore and the northern border. */
function waterOf({ boundary, shore, west, east }: Ground): Spot[] {
  const north = boundary.slice(0, boundary.indexOf(east[1]))
  return [...north, ...shore.toReversed(), west[0]]
}
