import { gridDisk, latLngToCell } from 'h3-js'
import sql from 'sql-template-tag'
import type { Query } from '#platform/database'
import { readCaseLife } from './case-stream.ts'
import { withCircuit } from './circuits.ts'
import { targetOf } from './clustering.ts'
import type { SignalData } from './events.ts'
import { type Joined, type Joining, joinOrOpen } from './joining.ts'
import { cellText, JOIN_RESOLUTION } from './projections.ts'
import { findCandidates, findGathering } from './queries.ts'
import type { Rules } from './rules.ts'
import { CELLS_AROUND } from './working-set.ts'

const DAY_MS = 86_400_000

/** What would become of a signal that came in now: nothing is recorded. */
export async function foreseeJoining(
  query: Query,
  municipality: string,
  {
    signal,
    radius_m,
    rules,
  }: { signal: Joining & Pick<SignalData, 'areas'>; radius_m: number; rules: Rules },
): Promise<Joined> {
  const { asset, category, place, received_ms } = signal
  const candidates = await findCandidates(query, municipality, {
    assets: asset ? [asset.id] : [],
    categories: [category],
    cells: place && !asset ? cellsAround(place) : [],
    closedSince_ms: received_ms - rules.lookBack_days * DAY_MS,
  })
  const standing = await findStanding(query, municipality, signal, rules)
  if (standing) return { kind: 'joins', caseId: standing }
  return joinOrOpen(signal, radius_m, false, candidates, rules)
}

/** The open case of several objects that a report of this one would be part of, also where nobody reported it yet. */
async function findStanding(
  query: Query,
  municipality: string,
  signal: Joining & Pick<SignalData, 'areas'>,
  rules: Rules,
): Promise<string | undefined> {
  const facts = { visibility: 'public', priority: 'normal', isHistory: false } as const
  const { circuit } = withCircuit(signal, facts, rules)
  if (!circuit) return undefined
  const units = circuit.map(({ unit }) => unit)
  const closedSince_ms = signal.received_ms
  const found = await findGathering(query, municipality, { units, closedSince_ms })
  const open = found.filter(({ clusterUnit, status }) => clusterUnit && status === 'open')
  const lives = await Promise.all(open.map(({ id }) => readCaseLife(query, municipality, id)))
  const states = lives.flatMap((life) => (life ? [life.state] : []))
  const cases = { under: (unit: string) => states.filter(({ cluster }) => cluster?.unit === unit) }
  return targetOf({ ...signal, circuit }, 'public', cases, rules)?.standing?.id
}

/** An open case that everybody may find by its place. */
export type OpenNear = {
  id: string
  category: string
  asset_id: string | null
  lon: number
  lat: number
}

/** As many as stand in one street at a time; a storm has more, and then the first hundreds tell enough. */
const MOST_NEAR = 400

/** Open public cases of some categories within about 250 m, in no order. */
export async function listOpenNear(
  query: Query,
  municipality: string,
  { place, categories }: { place: { lon: number; lat: number }; categories: readonly string[] },
): Promise<OpenNear[]> {
  return query<OpenNear>(sql`
    select id, category, asset_id, lon, lat
    from cases.cases
    where municipality = ${municipality} and cell = any(${cellsAround(place)}::int8[])
      and status = 'open' and category = any(${categories})
      and visibility = 'public' and kind = 'fault' and not is_history
      and lon is not null and lat is not null
    limit ${MOST_NEAR}`)
}

function cellsAround({ lon, lat }: { lon: number; lat: number }): string[] {
  return gridDisk(latLngToCell(lat, lon, JOIN_RESOLUTION), CELLS_AROUND).map(cellText)
}
