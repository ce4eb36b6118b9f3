import type { LonLat } from '#kernel/geometry'
import { momentReader, numberReader } from '#languages/csv'
import { degreesOf } from '../bgt/coordinates.ts'
import type { RegisterMapping } from './register-mapping.ts'

export const ROW_REFUSALS = [
  'number-and-place-missing',
  'number-too-long',
  'place-incomplete',
  'place-not-a-number',
  'type-unknown',
  'organisation-unknown',
  'date-unreadable',
] as const
export type RowRefusal = (typeof ROW_REFUSALS)[number]

/** One row of a register in our words; what a row leaves open is not there. */
export type RegisterRow = {
  type: string
  number?: string
  place?: LonLat
  street?: string
  owner?: string
  manager?: string
  maintainer?: string
  warrantyUntil?: string
  cabinet?: string
  circuit?: string
}

export type RowRead = { row: RegisterRow } | { reason: RowRefusal; detail: string }

const TYPE = /^[a-z][a-z0-9-]{0,39}$/
const HOLDERS = ['owner', 'manager', 'maintainer'] as const

/** Gives what reads the rows of a file by its mapping; `organisations` are those that a row may name. */
export function registerRowReader(mapping: RegisterMapping, organisations: ReadonlySet<string>) {
  const { columns, constants, values } = mapping
  const dateOf = momentReader(mapping.dates, 'UTC')
  const numberOf = numberReader(mapping.decimal)

  return (cells: Readonly<Record<string, string>>): RowRead => {
    const cell = (column: string | undefined) => {
      const text = column === undefined ? undefined : cells[column]?.trim()
      return text === '' ? undefined : text
    }
    const number = cell(columns.number)
    if (number !== undefined && number.length > 80)
      return { reason: 'number-too-long', detail: number.slice(0, 100) }
    const place = placeOf(cell, columns, numberOf)
    if (place && 'reason' in place) return place
    if (number === undefined && !place) return { reason: 'number-and-place-missing', detail: '' }

    const said = cell(columns.type)
    const type = said === undefined ? constants.type : (values.type[said] ?? said)
    if (type === undefined || !TYPE.test(type))
      return { reason: 'type-unknown', detail: said ?? '' }

    const row: RegisterRow = { type }
    if (number !== undefined) row.number = number
    if (place) row.place = place.point
    const rest = { street: cell(columns.street)?.slice(0, 200) }
    if (rest.street !== undefined) row.street = rest.street
    for (const holder of HOLDERS) {
      const name = cell(columns[holder])
      const id = name === undefined ? constants[holder] : (values[holder][name] ?? name)
      if (id === undefined) continue
      if (!organisations.has(id))
        return { reason: 'organisation-unknown', detail: `${holder}: ${id}` }
      row[holder] = id
    }
    const warranty = cell(columns.warrantyUntil)
    const until_ms = warranty === undefined ? undefined : dateOf(warranty)
    if (warranty !== undefined && until_ms === undefined)
      return { reason: 'date-unreadable', detail: warranty }
    const until = until_ms === undefined ? constants.warrantyUntil : dayOf(until_ms)
    if (until !== undefined) row.warrantyUntil = until
    const [cabinet, circuit] = [cell(columns.cabinet), cell(columns.circuit)]
    if (cabinet !== undefined) row.cabinet = cabinet
    if (circuit !== undefined) row.circuit = circuit
    return { row }
  }
}

const dayOf = (at_ms: number) => new Date(at_ms).toISOString().slice(0, 10)

function placeOf(
  cell: (column: string | undefined) => string | undefined,
  columns: RegisterMapping['columns'],
  numberOf: (text: string) => number,
): { point: LonLat } | { reason: RowRefusal; detail: string } | undefined {
  const isGrid = columns.x !== undefined
  const first = cell(isGrid ? columns.x : columns.lon)
  const second = cell(isGrid ? columns.y : columns.lat)
  if (first === undefined && second === undefined) return undefined
  const detail = `${first ?? ''} ${second ?? ''}`
  if (first === undefined || second === undefined) return { reason: 'place-incomplete', detail }
  const [a, b] = [numberOf(first), numberOf(second)]
  if (!Number.isFinite(a) || !Number.isFinite(b)) return { reason: 'place-not-a-number', detail }
  return { point: isGrid ? degreesOf(a, b) : [a, b] }
}
