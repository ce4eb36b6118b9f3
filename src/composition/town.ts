import { readHead } from '#journal'
import {
  type AgreementVersion,
  compileAgreements,
  computeTerms,
  endOfAgreement,
  listAgreementVersions,
  listRoleVersions,
  lookBackDays,
  type RoleVersion,
  route,
} from '#modules/agreements'
import type { Rules } from '#modules/cases'
import { type Category, listCategories } from '#modules/categories'
import {
  type KindAddress,
  listKindAddresses,
  listMunicipalities,
  listParties,
  type Municipality,
  type Organisation,
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
  type Surroundings,
} from '#modules/places'
import type { Pool } from '#platform/database'

/** One municipality as its rules see it, compiled at one epoch and swapped as a whole when that rises. */
export type Town = {
  municipality: Municipality
  epoch: number
  placesVersion: number
  categories: ReadonlyMap<string, Category>
  parties: ReadonlyMap<string, Organisation>
  dutyRosters: ReadonlyMap<string, OpenRoster>
  agreements: ReadonlyMap<string, readonly AgreementVersion[]>
  /** What nobody is given on purpose. */
  roles: readonly RoleVersion[]
  /** By kind: the office that answers what is no fault. */
  kindAddresses: ReadonlyMap<string, KindAddress>
  areas: AreaIndex
  assets: AssetIndex
  surroundings: Surroundings
  rules: Rules
}

export type Towns = {
  /** The municipality by its id in any case; only those that are served here. */
  find(id: string): Municipality | undefined
  all(): readonly Municipality[]
  /** Compiled at least at this epoch, as far as the database is that far. */
  get(municipality: string, minimumEpoch?: number): Promise<Town>
  /** What is compiled now, for those who may not wait; undefined before the first use. */
  peek(municipality: string): Town | undefined
  /** Something may have changed: the next one who asks looks. */
  touch(municipality: string): void
  touchAll(): void
  refreshDirectory(): Promise<void>
}

export async function openTowns(pool: Pool): Promise<Towns> {
  const towns = new Map<string, Town>()
  const loading = new Map<string, Promise<Town>>()
  const touched = new Set<string>()
  let municipalities: readonly Municipality[] = []

  async function refreshDirectory(): Promise<void> {
    municipalities = await pool.read({}, listMunicipalities)
  }

  async function load(id: string): Promise<Town> {
    if (!municipalities.some((one) => one.id === id)) await refreshDirectory()
    const municipality = municipalities.find((one) => one.id === id && one.isServed)
    if (!municipality) throw new Error(`municipality ${id} is not served here`)
    touched.delete(id)
    const town = await loadTown(pool, municipality, municipalities, towns.get(id))
    towns.set(id, town)
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
      const town = towns.get(id)
      const isChanging = touched.has(id) || loading.has(id)
      if (town && town.epoch >= minimumEpoch && !isChanging) return town
      return loadOnce(id)
    },
    peek: (id) => towns.get(id),
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

async function loadTown(
  pool: Pool,
  municipality: Municipality,
  all: readonly Municipality[],
  before: Town | undefined,
): Promise<Town> {
  const { id } = municipality
  const read = await pool.read({ tenant: id }, async (query) => {
    // The epoch is read first: what changes meanwhile raises it, and is found to be newer under the lock.
    const head = await readHead(query, id)
    const placesVersion = await readPlacesVersion(query, id)
    const isKnown = before?.placesVersion === placesVersion
    const [categories, parties, versions, roles, rosters, addresses, areas, assets] =
      await Promise.all([
        listCategories(query, id),
        listParties(query, id),
        listAgreementVersions(query, id),
        listRoleVersions(query, id),
        listRosters(query, id),
        listKindAddresses(query, id),
        isKnown ? undefined : listAreas(query, id, placesVersion),
        isKnown ? undefined : listAssets(query, id, placesVersion),
      ])
    const epoch = head?.epoch ?? 0
    const lists = { categories, parties, versions, roles, rosters, addresses, areas, assets }
    return { epoch, placesVersion, ...lists }
  })
  const areas = read.areas ? indexAreas(read.areas) : (before?.areas ?? indexAreas([]))
  const assets = read.assets ? indexAssets(read.assets) : (before?.assets ?? indexAssets([]))
  const categories = new Map(read.categories.map((one) => [one.id, one]))
  const dutyRosters = new Map(read.rosters.map(({ body }) => [body.id, body]))
  const kindAddresses = new Map(read.addresses.map(({ address }) => [address.kind, address]))
  const agreements = Map.groupBy(read.versions, (one) => one.agreement.id)
  return {
    municipality,
    epoch: read.epoch,
    placesVersion: read.placesVersion,
    categories,
    parties: new Map(read.parties.map((one) => [one.id, one])),
    dutyRosters,
    agreements,
    roles: read.roles,
    kindAddresses,
    areas,
    assets,
    surroundings: {
      boundary: municipality.boundary,
      neighbours: all.filter((one) => one.id !== id),
    },
    rules: {
      ...rulesOf(id, read, { categories, agreements, kindAddresses, areas }),
      dutyRoster: (name) => dutyRosters.get(name),
    },
  }
}

function rulesOf(
  municipality: string,
  read: Pick<Town, 'epoch' | 'roles'> & { versions: readonly AgreementVersion[] },
  town: Pick<Town, 'categories' | 'agreements' | 'kindAddresses' | 'areas'>,
): Omit<Rules, 'dutyRoster'> {
  const { categories, agreements, kindAddresses, areas } = town
  const compiled = compileAgreements({
    municipality,
    epoch: read.epoch,
    categories: [...categories.values()],
    agreements: read.versions,
    roles: read.roles,
    areaSizes_m2: areas.sizes_m2,
    managementAreas: areas.managers,
    zone: 'Europe/Amsterdam',
  })
  return {
    epoch: read.epoch,
    lookBack_days: lookBackDays(read.versions.map(({ agreement }) => agreement)),
    category: (id) => categories.get(id),
    office: (kind) => kindAddresses.get(kind),
    agreement: (id, version) =>
      agreements.get(id)?.find((one) => one.version === version)?.agreement,
    endOf: (id, now_ms) => endOfAgreement(agreements.get(id) ?? [], now_ms),
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
