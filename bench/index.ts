import { benchCountryAssets } from './country-assets.ts'
import { benchCountryCases } from './country-cases.ts'
import { benchDelivery } from './delivery.ts'
import { benchDeskNeeds } from './desk-needs.ts'
import { benchFromCoordinates } from './from-coordinates.ts'
import { benchMap } from './map.ts'
import { benchMqtt } from './mqtt.ts'
import { benchPlaces } from './places.ts'
import { benchRouting } from './routing.ts'
import type { Row } from './row.ts'
import { benchSimulation } from './simulation.ts'
import { benchSimulationOfTown } from './simulation-of-town.ts'
import { benchStartUp } from './start-up.ts'
import { benchStorm } from './storm.ts'
import { benchWeb } from './web.ts'
import { benchWritePath } from './write-path.ts'

/** Every measurement, by the name under which it may be asked for alone. */
const BENCHES: Readonly<Record<string, () => Promise<Row[]>>> = {
  places: () => benchPlaces(),
  'from-coordinates': () => benchFromCoordinates(),
  routing: () => benchRouting(),
  simulation: async () => [...(await benchSimulation()), ...(await benchSimulationOfTown())],
  'write-path': () => benchWritePath(),
  delivery: () => benchDelivery(),
  'desk-needs': () => benchDeskNeeds(),
  mqtt: () => benchMqtt(),
  storm: () => benchStorm(),
  'start-up': () => benchStartUp(),
  web: () => benchWeb(),
  map: () => benchMap(),
  country: async () => [...(await benchCountryAssets()), ...(await benchCountryCases())],
}

const HEADINGS = ['what', 'figure', 'limit', '', 'note']

process.exitCode = await main(process.argv.slice(2))

/** Prints one table of all that was asked for; the exit code is 1 when a limit is missed or a bench fails. */
async function main(words: readonly string[]): Promise<number> {
  const isMarkdown = words.includes('--markdown')
  const asked = words.filter((word) => !word.startsWith('--'))
  const names = asked.length > 0 ? asked : Object.keys(BENCHES)
  const unknown = names.filter((name) => !(name in BENCHES))
  if (unknown.length > 0) {
    console.error(
      `There is no bench ${unknown.join(', ')}; there is ${Object.keys(BENCHES).join(', ')}.`,
    )
    return 1
  }
  const rows: Row[] = []
  let hasFailed = false
  for (const name of names) {
    console.error(`measuring ${name} …`)
    try {
      rows.push(...((await BENCHES[name]?.()) ?? []))
    } catch (error) {
      console.error(error)
      hasFailed = true
    }
  }
  const lines = rows.map(inWords)
  console.log(isMarkdown ? asMarkdown(lines) : asText(lines))
  return rows.every(isMet) && !hasFailed ? 0 : 1
}

function isMet({ figure, limit, limitIs }: Row): boolean {
  return limitIs === 'at least' ? figure >= limit : figure <= limit
}

function inWords(row: Row): string[] {
  const { what, figure, unit, limit, limitIs, note = '' } = row
  return [
    what,
    `${rounded(figure)} ${unit}`,
    `${limitIs} ${rounded(limit)}`,
    isMet(row) ? 'met' : 'missed',
    note,
  ]
}

/** Three digits that matter; whole numbers from a hundred on. */
function rounded(value: number): string {
  return value >= 100
    ? Math.round(value).toLocaleString('en')
    : String(Number(value.toPrecision(3)))
}

function asText(lines: readonly string[][]): string {
  const all = [HEADINGS, ...lines]
  const widths = HEADINGS.map((_, at) => Math.max(...all.map((line) => line[at]?.length ?? 0)))
  return all
    .map((line) =>
      line
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function asMarkdown(lines: readonly string[][]): string {
  const rule = HEADINGS.map(() => '---')
  return [HEADINGS, rule, ...lines].map((line) => `| ${line.join(' | ')} |`).join('\n')
}
