import { createReadStream } from 'node:fs'
import { csvLine, readCsv } from '#languages/csv'
import { type AREA_VERSIONS, type ASSET_VERSIONS, withCell } from '#modules/places'
import type { Table } from '#platform/table'
import { type Form, GEOJSON } from './lines.ts'

type RowOf<T> = T extends Table<infer R> ? R : never
export type AreaVersion = RowOf<typeof AREA_VERSIONS>
export type AssetVersion = RowOf<typeof ASSET_VERSIONS>

/** Areas as GeoJSON; a version of one as its own feature. */
export function areaForm(municipality: string): Form<AreaVersion> {
  return {
    ...GEOJSON,
    write({ id, kind, name, manager, since_version, until_version, geometry }, isFirst) {
      const properties = { kind, name, manager, since_version, until_version }
      return GEOJSON.write({ type: 'Feature', id, properties, geometry }, isFirst)
    },
    async *read(file) {
      for await (const { id, properties, geometry } of GEOJSON.read(file))
        yield { municipality, id, ...properties, geometry } as AreaVersion
    },
  }
}

const TEXTS = ['id', 'type', 'public_number', 'street', 'owner', 'manager', 'maintainer'] as const
const MORE_TEXTS = ['warranty_until', 'parent'] as const
const NUMBERS = ['lon', 'lat', 'since_version', 'until_version'] as const
const COLUMNS = [...TEXTS, ...MORE_TEXTS, ...NUMBERS] as const

/** Assets as CSV, in WGS84. */
export function assetForm(municipality: string): Form<AssetVersion> {
  return {
    head: csvLine(COLUMNS),
    write: (row) => csvLine(COLUMNS.map((column) => row[column])),
    foot: '',
    async *read(file) {
      const shape = { encoding: 'utf-8' as const, separator: ',', isExact: true as const }
      for await (const line of readCsv(createReadStream(file), shape, COLUMNS)) {
        if ('fault' in line) throw new Error(`${file}, line ${line.line}: ${line.fault}`)
        const row: Record<string, unknown> = { municipality }
        for (const name of [...TEXTS, ...MORE_TEXTS]) if (line.row[name]) row[name] = line.row[name]
        for (const name of NUMBERS) if (line.row[name]) row[name] = Number(line.row[name])
        yield withCell(row as AssetVersion)
      }
    },
  }
}
