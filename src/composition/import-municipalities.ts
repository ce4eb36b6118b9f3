import { openJournal } from '#journal'
import type { Polygonal } from '#kernel/geometry'
import { type Category, enterCategories } from '#modules/categories'
import {
  enterBoundary,
  enterMunicipality,
  enterNeighbourBoundary,
  enterOrganisations,
  NO_LAND,
  type Organisation,
  registerParties,
} from '#modules/directory'
import type { App } from '../app.ts'
import { defaultCategories } from './sample-town/index.ts'

export type NewMunicipality = { id: string; name: string; boundary: Polygonal }

type Entering = {
  now_ms: number
  /** Since when the boundary holds; without it a first one always did, and another one does from now on. */
  from_ms?: number
}

/** The register code of the municipality as a holder of objects: GM0228 keeps them as G0228. */
const holderCode = (municipality: string) => municipality.replace('GM', 'G')

/**
 * Serves a municipality from now on: its journal, its own organisation, and a tree of categories to begin with. Of one
 * that is served already the boundary is entered. Tells whether a boundary that was known is another one now.
 */
export async function serveMunicipality(
  app: App,
  municipality: NewMunicipality,
  {
    categories = defaultCategories,
    ...entering
  }: { categories?: readonly Category[] } & Partial<Entering> = {},
): Promise<{ isMoved: boolean }> {
  const { id, name, boundary } = municipality
  const { now_ms = Date.now(), from_ms } = entering
  const own = ownOrganisation(id, name)
  await enterOrganisations(app.worker, [own])
  const entered = { ...municipality, organisation: own.id, isServed: true }
  await enterMunicipality(app.worker, entered, withFrom(now_ms, from_ms))
  await app.pool.write({ tenant: id }, (query) => openJournal(query, id))
  const { isChanged } = await app.committer.submit(id, enterBoundary, {
    geometry: boundary,
    ...(from_ms === undefined ? {} : { from_ms }),
  })
  await app.towns.refreshDirectory()
  await app.committer.submit(id, registerParties, { organisations: [own] })
  const town = await app.towns.get(id)
  if (town.history.categoryVersions.length === 0 && categories.length > 0)
    await app.committer.submit(id, enterCategories, { categories })
  app.towns.touchAll()
  return { isMoved: isChanged }
}

/** Makes a boundary known of a municipality that is not served here, so that it can be named as the neighbour. */
export async function knowNeighbour(
  app: App,
  municipality: NewMunicipality,
  { now_ms, from_ms }: Entering,
): Promise<{ isMoved: boolean }> {
  const { id, name, boundary } = municipality
  const own = ownOrganisation(id, name)
  await enterOrganisations(app.worker, [own])
  const entered = { ...municipality, organisation: own.id, isServed: false }
  await enterMunicipality(app.worker, entered, withFrom(now_ms, from_ms))
  return { isMoved: await moveBoundary(app, id, boundary, withFrom(now_ms, from_ms)) }
}

/** From a moment on nothing belongs to it any more: it was merged into another. Its cases and its journal stay. */
export async function endMunicipality(
  app: App,
  id: string,
  entering: Entering,
): Promise<{ isMoved: boolean }> {
  return { isMoved: await moveBoundary(app, id, NO_LAND, entering) }
}

/** One that is served here has it in its journal; of a neighbour only the boundary is known. */
async function moveBoundary(
  app: App,
  id: string,
  geometry: Polygonal,
  { now_ms, from_ms }: Entering,
): Promise<boolean> {
  const command = { geometry, ...(from_ms === undefined ? {} : { from_ms }) }
  const { isChanged } = app.towns.find(id)
    ? await app.committer.submit(id, enterBoundary, command)
    : await enterNeighbourBoundary(app.worker, id, { ...command, now_ms })
  app.towns.touchAll()
  return isChanged
}

function ownOrganisation(id: string, name: string): Organisation {
  return { id: holderCode(id), name: `Gemeente ${name}`, kind: 'municipality' }
}

const withFrom = (now_ms: number, from_ms: number | undefined) => ({
  now_ms,
  ...(from_ms === undefined ? {} : { from_ms }),
})
