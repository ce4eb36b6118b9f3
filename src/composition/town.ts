import { readHead } from '#journal'
import type { Clock } from '#kernel/clock'
import {
  type AgreementVersion,
  computeTerms,
  digestInForce,
  endOfAgreement,
  listAgreementVersions,
  listRoleVersions,
  lookBackDays,
  nextDigest_ms,
  type RoleVersion,
  route,
} from '#modules/agreements'
import type { Rules } from '#modules/cases'
import { listCategoryVersions } from '#modules/categories'
import {
  type KindAddress,
  type KnownMunicipality,
  listKindAddresses,
  listMunicipalities,
  listParties,
  type Organisation,
  readBoundariesMark,
} from '#modules/directory'
import { listRosters, type OpenRoster } from '#modules/duty'
import {
  type AreaIndex,
  type AssetIndex,
  indexAreas,
  indexAssets,
  listAreas,
  listAssets,
  readPlacesVersion,
} from '#modules/places'
import type { Pool, Query } from '#platform/database'
import { clusterRulesOf } from './cluster-rules.ts'
import { compileTown } from './compile-town.ts'
import { stretchAt, type TownHistory, type TownStretch } from './town-in-time.ts'

/**
 * One municipality as its rules see it, compiled at one epoch and swapped as a whole when that rises, or when the stretch
 * of time is over in which its categories and boundaries hold.
 */
export type Town = TownStretch & {
  /** What was entered, whenever it holds. */
  history: TownHistory
  epoch: number
  placesVersion: number
  parties: ReadonlyMap<string, Organisation>
  dutyRosters: ReadonlyMap<string, OpenRoster>
  agreements: ReadonlyMap<string, readonly AgreementVersion[]>
  /** What nobody is given on purpose. */
  roles: readonly RoleVersion[]
  /** By kind: the office that answers what is no fault. */
  kindAddresses: ReadonlyMap<string, KindAddress>
  areas: AreaIndex
  assets: AssetIndex
  rules: Rules
}

export type Towns = {
  /** The municipality by its id in any case; only those that are served here. */
  find(id: string): KnownMunicipality | undefined
  all(): readonly KnownMunicipality[]
  /** Compiled at least at this epoch, as far as the database is that far. */
  get(municipality: string, minimumEpoch?: number): Promise<Town>
  /** What is compiled now, for those who may not wait; undefined before the first use. */
  peek(municipality: string): Town | undefined
  /** Something may have changed: the next one who asks looks. */
  touch(municipality: string): void
  touchAll(): void
  refreshDirectory(): Promise<void>
}

export async function openTowns(pool: Pool, clock: Clock): Promise<Towns> {
  const towns = new Map<string, { town: Town; parts: TownParts }>()
  const loading = new Map<string, Promise<Town>>()
  const touched = new Set<string>()
  let municipalities: readonly KnownMunicipality[] = []
  let boundariesMark = ''

  async function refreshDirectory(): Promise<void> {
    // The mark is read first: what is added meanwhile is found to be newer.
    boundariesMark = await pool.read({}, readBoundariesMark)
    municipalities = await pool.read({}, listMunicipalities)
  }

  /** As it is now: nothing has to be read for what was entered before its date. */
  function presentOf(id: string): Town | undefined {
    const entry = towns.get(id)
    if (!entry) return undefined
    const now_ms = clock()
    const { since_ms, until_ms } = entry.town
    if (now_ms < since_ms || now_ms >= until_ms) entry.town = assembleTown(entry.parts, now_ms)
    return entry.town
  }

  async function load(id: string): Promise<Town> {
    const mark = await pool.read({}, readBoundariesMark)
    if (mark !== boundariesMark || !municipalities.some((one) => one.id === id))
      await refreshDirectory()
    const municipality = municipalities.find((one) => one.id === id && one.isServed)
    if (!municipality) throw new Error(`municipality ${id} is not served here`)
    touched.delete(id)
    const others = municipalities.filter((one) => one.id !== id)
    const read = (query: Query) => readTown(query, municipality, others, towns.get(id)?.parts)
    const parts = await pool.read({ tenant: id }, read)
    const town = assembleTown(parts, clock())
    towns.set(id, { town, parts })
    return town
  }

  function loadOnce(id: string): Promise<Town> {
    const under = loading.get(id)
    if (under) return under
    const started = load(id).finally(() => loading.delete(id))
    loading.set(id, started)
    return started
  }

  await refreshDirectory()
  return {
    find: (id) => municipalities.find((one) => one.isServed && one.id === id.toUpperCase()),
    all: () => municipalities,
    async get(id, minimumEpoch = 0) {
      const town = presentOf(id)
      const isChanging = touched.has(id) || loading.has(id)
      if (town && town.epoch >= minimumEpoch && !isChanging) return town
      return loadOnce(id)
    },
    peek: presentOf,
    touch: (id) => void touched.add(id),
    touchAll() {
      for (const id of towns.keys()) touched.add(id)
    },
    refreshDirectory,
  }
}

/** Confidential by now, whatever it was when a case was opened. */
export function confidentialOf(town: Town): string[] {
  return [...town.categories.values()]
    .filter(({ visibility }) => visibility === 'confidential')
    .map(({ id }) => id)
}

/** What is read of a town: from it the town is made for any moment. */
type TownParts = Pick<
  Town,
  | 'history'
  | 'epoch'
  | 'placesVersion'
  | 'parties'
  | 'dutyRosters'
  | 'agreements'
  | 'roles'
  | 'kindAddresses'
  | 'areas'
  | 'assets'
>

async function readTown(
  query: Query,
  own: KnownMunicipality,
  others: readonly KnownMunicipality[],
  before: TownParts | undefined,
): Promise<TownParts> {
  const { id } = own
  // The epoch is read first: what changes meanwhile raises it, and is found to be newer under the lock.
  const head = await readHead(query, id)
  const placesVersion = await readPlacesVersion(query, id)
  const isKnown = before?.placesVersion === placesVersion
  const [categoryVersions, parties, versions, roles, rosters, addresses, areas, assets] =
    await Promise.all([
      listCategoryVersions(query, id),
      listParties(query, id),
      listAgreementVersions(query, id),
      listRoleVersions(query, id),
      listRosters(query, id),
      listKindAddresses(query, id),
      isKnown ? undefined : listAreas(query, id, placesVersion),
      isKnown ? undefined : listAssets(query, id, placesVersion),
    ])
  return {
    history: { own, others, categoryVersions },
    epoch: head?.epoch ?? 0,
    placesVersion,
    parties: new Map(parties.map((one) => [one.id, one])),
    dutyRosters: new Map(rosters.map(({ body }) => [body.id, body])),
    agreements: Map.groupBy(versions, (one) => one.agreement.id),
    roles,
    kindAddresses: new Map(addresses.map(({ address }) => [address.kind, address])),
    areas: areas ? indexAreas(areas) : (before?.areas ?? indexAreas([])),
    assets: assets ? indexAssets(assets) : (before?.assets ?? indexAssets([])),
  }
}

function assembleTown(parts: TownParts, now_ms: number): Town {
  const town = { ...parts, ...stretchAt(parts.history, now_ms) }
  const { dutyRosters } = parts
  return { ...town, rules: { ...rulesOf(town), dutyRoster: (name) => dutyRosters.get(name) } }
}

function rulesOf(town: Omit<Town, 'rules'>): Omit<Rules, 'dutyRoster'> {
  const { epoch, categories, agreements, kindAddresses } = town
  const versions = [...agreements.values()].flat()
  const compiled = compileTown(town, versions)
  return {
    epoch,
    lookBack_days: lookBackDays(versions.map(({ agreement }) => agreement)),
    category: (id) => categories.get(id),
    clusters: clusterRulesOf(town, compiled, versions),
    office: (kind) => kindAddresses.get(kind),
    agreement: (id, version) =>
      agreements.get(id)?.find((one) => one.version === version)?.agreement,
    endOf: (id, now_ms) => endOfAgreement(agreements.get(id) ?? [], now_ms),
    digestAt(id, now_ms) {
      const digest = digestInForce(agreements.get(id) ?? [], now_ms)
      return digest && nextDigest_ms(digest, now_ms)
    },
    route: (facts, decided_ms) => route(compiled, facts, decided_ms),
    reporterBy: ({ terms }, priority, received_ms) =>
      computeTerms({ terms, priority, received_ms }).reporterBy_ms,
    partyBy: ({ terms }, priority, starts_ms, finding) =>
      computeTerms({
        terms,
        priority,
        received_ms: starts_ms,
        startsFrom_ms: starts_ms,
        ...(finding === undefined ? {} : { finding }),
      }).partyBy,
  }
}
