import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Box, Polygonal } from '#kernel/geometry'
import type { ReadFile } from '#languages/yaml'
import type { Area } from '#modules/places'
import type { App } from '../src/app.ts'
import { openRejects, type Reject, type Rejects } from '../src/composition/import-file.ts'
import { serveMunicipality } from '../src/composition/import-municipalities.ts'

/** A town that is a rectangle, with no categories unless they are given. */
export async function serveBox(app: App, id: string, box: Box): Promise<void> {
  await serveMunicipality(
    app,
    { id, name: `Town ${id}`, boundary: polygonOf(box) },
    { categories: [] },
  )
}

export function polygonOf([west, south, east, north]: Box): Polygonal {
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
  return { type: 'Polygon', coordinates: [ring] }
}

/** The boundary of a town that consists of districts. */
export function unionOf(areas: readonly Area[]): Polygonal {
  return {
    type: 'MultiPolygon',
    coordinates: areas.flatMap(({ geometry }) =>
      geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates,
    ),
  }
}

/** A folder of one test's files. */
export async function openFolder() {
  const folder = await mkdtemp(path.join(tmpdir(), 'imports-'))
  return {
    at: (name: string) => path.join(folder, name),
    async write(name: string, content: string | Uint8Array) {
      const file = path.join(folder, name)
      await writeFile(file, content)
      return file
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true }),
  }
}

export type Folder = Awaited<ReturnType<typeof openFolder>>

/** Rejects as a list, without a file. */
export function gathered(): Rejects & { all: Reject[] } {
  const all: Reject[] = []
  return {
    all,
    get count() {
      return all.length
    },
    get byReason() {
      return new Map([...Map.groupBy(all, ({ reason }) => reason)].map(([k, v]) => [k, v.length]))
    },
    add: (reject) => void all.push(reject),
    close: async () => undefined,
  }
}

export function mapped<T>(text: string, parse: (text: string) => ReadFile<T>) {
  const read = parse(text)
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return { mapping: read.value, mappingText: text }
}

export { openRejects }
