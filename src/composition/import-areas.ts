import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { boxOf } from '#kernel/geometry'
import { type AreaKind, type AreasRead, type Crs, importPlaces, readAreas } from '#modules/places'
import type { App } from '../app.ts'
import type { Rejects } from './import-file.ts'

/** A text this large is still read whole; the neighbourhoods of the largest town are a hundredth of it. */
const MOST_BYTES = 200 * 1024 * 1024

export type AreasImported = AreasRead & { changed: number; version: number }

/** Brings in the areas of one kind from a GeoJSON file; what could be mended is told, what could not is rejected. */
export async function importAreas(
  app: App,
  municipality: string,
  file: string,
  options: {
    kind: AreaKind
    id?: string
    name?: string
    crs?: Crs
    rejects: Rejects
    now_ms: number
  },
): Promise<AreasImported> {
  const { size } = await stat(file)
  if (size > MOST_BYTES) throw new Error(`${file} is larger than ${MOST_BYTES} bytes`)
  const town = await app.towns.get(municipality)
  const { rejects, now_ms, ...reading } = options
  const read = readAreas(basename(file), await readFile(file, 'utf8'), {
    ...reading,
    box: boxOf(town.municipality.boundary),
    kinds: new Map(
      [...town.areas.sizes_m2.keys()].flatMap((id) => {
        const area = town.areas.area(id)
        return area ? [[id, area.kind] as const] : []
      }),
    ),
  })
  for (const { index, reason, detail } of read.rejects)
    rejects.add({ line: index + 1, reason, detail })
  const { pool, committer } = app
  const areas = read.areas.map((area) => {
    // The file says nothing of who manages the ground: what is known of that stays.
    const manager = town.areas.area(area.id)?.manager
    return manager === undefined ? area : { ...area, manager }
  })
  const { version, areas: changed } = await importPlaces(
    { pool, committer, municipality, now_ms },
    { areas, assets: [], source: 'areas' },
  )
  app.towns.touch(municipality)
  return { ...read, changed, version }
}
