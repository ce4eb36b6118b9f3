import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import {
  BASE_FILES,
  type BaseFeature,
  type BaseImported,
  importBase,
  readBase,
} from '#modules/places'
import type { App } from '../app.ts'
import type { Rejects } from './import-file.ts'

/** A text this large is still read whole; the buildings of the largest municipality are half of it. */
const MOST_BYTES = 400 * 1024 * 1024

export type BaseFolderImported = BaseImported & {
  features: readonly BaseFeature[]
  leftOut: number
  files: readonly string[]
}

/** Draws the base of a municipality anew from a folder of GeoJSON; a folder without any of its files throws. */
export async function importBaseFolder(
  app: App,
  municipality: string,
  folder: string,
  options: { rejects: Rejects; now_ms: number; onProgress: (tiles: number) => void },
): Promise<BaseFolderImported> {
  const { rejects, now_ms, onProgress } = options
  const features: BaseFeature[] = []
  const files: string[] = []
  let leftOut = 0
  for (const file of Object.keys(BASE_FILES)) {
    const text = await textOf(join(folder, file))
    if (text === undefined) continue
    const read = readBase(file, text, now_ms)
    for (const one of read.features) features.push(one)
    for (const { index, reason } of read.rejects)
      rejects.add({ line: index + 1, reason, detail: file })
    leftOut += read.leftOut
    files.push(file)
  }
  if (files.length === 0)
    throw new Error(`none of ${Object.keys(BASE_FILES).join(', ')} is in ${folder}`)
  if (features.length === 0) throw new Error(`nothing in ${folder} can be drawn`)
  const imported = await importBase(
    app.pool,
    municipality,
    { features, source: files.includes('wegdeel.geojson') ? 'bgt' : 'geojson', now_ms },
    onProgress,
  )
  return { ...imported, features, leftOut, files }
}

/** Undefined where there is no such file. */
async function textOf(path: string): Promise<string | undefined> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined
    throw error
  })
  if (!found?.isFile()) return undefined
  if (found.size > MOST_BYTES) throw new Error(`${path} is larger than ${MOST_BYTES} bytes`)
  return readFile(path, 'utf8')
}
