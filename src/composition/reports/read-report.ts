import { momentReader, numberReader } from '#languages/csv'
import { degreesOf } from '#modules/places'
import type { ReportsMapping } from './reports-mapping.ts'

/** A report of the past, as one row tells it. */
export type OldReport = {
  received_ms: number
  closed_ms?: number
  category: string
  place: { lon: number; lat: number }
  text?: string
}

export type ReportRead = { report: OldReport } | { reason: string; detail: string }

const MOST_TEXT = 10_000

export type ReportSurroundings = {
  now_ms: number
  hasCategory: (id: string) => boolean
  /** Whether the municipality holds the place: in whatever country it lies. */
  isHere: (place: { lon: number; lat: number }) => boolean
}

export function reportReader(mapping: ReportsMapping, around: ReportSurroundings) {
  const { columns, categories, otherwise } = mapping
  const momentOf = momentReader(mapping.dates.formats, mapping.dates.zone)
  const numberOf = numberReader(mapping.decimal)

  return (row: Readonly<Record<string, string>>): ReportRead => {
    const cell = (column: string | undefined) =>
      column === undefined ? '' : (row[column]?.trim() ?? '')
    const received = cell(columns.received)
    const received_ms = momentOf(received)
    if (received_ms === undefined) return { reason: 'date-unreadable', detail: received }
    if (received_ms > around.now_ms) return { reason: 'received-in-future', detail: received }

    const said = cell(columns.category)
    const category = categories[said] ?? otherwise ?? said
    if (!around.hasCategory(category)) return { reason: 'category-unknown', detail: said }

    const isGrid = columns.x !== undefined
    const [first, second] = [
      cell(isGrid ? columns.x : columns.lon),
      cell(isGrid ? columns.y : columns.lat),
    ]
    if (first === '' || second === '') return { reason: 'place-missing', detail: '' }
    const [a, b] = [numberOf(first), numberOf(second)]
    if (!Number.isFinite(a) || !Number.isFinite(b))
      return { reason: 'place-not-a-number', detail: `${first} ${second}` }
    const [lon, lat] = isGrid ? degreesOf(a, b) : [a, b]
    if (!around.isHere({ lon, lat }))
      return { reason: 'place-outside-municipality', detail: `${lon} ${lat}` }

    const closed = cell(columns.closed)
    const closed_ms = closed === '' ? undefined : momentOf(closed)
    if (closed !== '' && closed_ms === undefined)
      return { reason: 'date-unreadable', detail: closed }
    if (closed_ms !== undefined && closed_ms < received_ms)
      return { reason: 'closed-before-received', detail: closed }
    if (closed_ms !== undefined && closed_ms > around.now_ms)
      return { reason: 'closed-in-future', detail: closed }
    const text = cell(columns.text)
    if (text.length > MOST_TEXT) return { reason: 'text-too-long', detail: `${text.length}` }
    return {
      report: {
        received_ms,
        category,
        place: { lon, lat },
        ...(closed_ms !== undefined && { closed_ms }),
        ...(text !== '' && { text }),
      },
    }
  }
}
