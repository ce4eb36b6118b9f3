import { readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import {
  type Area,
  ASSET_FILES,
  type Asset,
  type MunicipalityBoundary,
  noStreetLabels,
  parseMunicipalityBoundaries,
  type Reject,
  ROAD_FILE,
  readBgtAssets,
  readBgtRoads,
  readStreetLabels,
  STREET_NAME_FILE,
} from '#modules/places'

/** A text this large is still read whole; a municipality's largest file is a tenth of it. */
const MOST_BYTES = 200 * 1024 * 1024

export type BgtImport = {
  assets: Asset[]
  /** Of kind `road`. */
  areas: Area[]
  /** The register holders (bronhouders) as organisation ids, sorted. */
  holders: string[]
  rejects: Reject[]
  /** How many objects had ended or are not there yet. */
  leftOut: number
  files: string[]
}

/**
 * Reads a folder of BGT GeoJSON (one file an object type), file by file: poles, cabinets and roads.
 * An object that cannot be used is among the rejects; a folder or file that cannot be used throws.
 */
export async function readBgt(folder: string, options: { now_ms: number }): Promise<BgtImport> {
  const { now_ms } = options
  const read: BgtImport = { assets: [], areas: [], holders: [], rejects: [], leftOut: 0, files: [] }
  const labelText = await textOf(folder, STREET_NAME_FILE)
  const labels =
    labelText === undefined ? noStreetLabels : readStreetLabels(STREET_NAME_FILE, labelText)
  const known = new Set<string>()
  for (const file of [...Object.keys(ASSET_FILES), ROAD_FILE]) {
    const text = await textOf(folder, file)
    if (text === undefined) continue
    const source = { file, text, labels, now_ms, known }
    read.files.push(file)
    const found = file === ROAD_FILE ? readBgtRoads(source) : readBgtAssets(source)
    read.rejects.push(...found.rejects)
    read.leftOut += found.leftOut
    if ('areas' in found) read.areas.push(...found.areas)
    else read.assets.push(...found.assets)
  }
  if (read.files.length === 0) {
    const expected = [...Object.keys(ASSET_FILES), ROAD_FILE].join(', ')
    throw new Error(`${folder} holds no BGT files: none of ${expected} is in it`)
  }
  const holders = [
    ...read.assets.map(({ owner }) => owner),
    ...read.areas.map(({ manager }) => manager),
  ]
  read.holders = [...new Set(holders)].filter((holder) => holder !== undefined).sort()
  return read
}

/**
 * Municipalities with their boundary, from a file of Statistics Netherlands such as
 * gemeenten_2015.geojson.
 */
export async function readMunicipalityBoundaries(file: string): Promise<MunicipalityBoundary[]> {
  const text = await textOf('', file)
  if (text === undefined) throw new Error(`there is no file ${file}`)
  return parseMunicipalityBoundaries(basename(file), text)
}

/** Undefined where there is no such file. */
async function textOf(folder: string, file: string): Promise<string | undefined> {
  const path = join(folder, file)
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined
    throw error
  })
  if (!found?.isFile()) return undefined
  if (found.size > MOST_BYTES) throw new Error(`${path} is larger than ${MOST_BYTES} bytes`)
  return readFile(path, 'utf8')
}
