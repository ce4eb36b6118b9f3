import { utils, write } from '@e965/xlsx'
import { csvText } from '#languages/csv'
import { harmless } from './harmless.ts'
import type { Rows, SheetFormat } from './sheet.ts'

const MOST_WIDTH = 60

/** A sheet of which the first row names the columns. What people wrote in it can be no formula. */
export function writeSheet(rows: Rows, format: SheetFormat): Uint8Array<ArrayBuffer> {
  const safe = rows.map((row) => row.map(harmless))
  return format === 'csv' ? asCsv(safe) : asWorkbook(safe)
}

/** With a byte order mark and semicolons, as Dutch programs for sheets open it without asking. */
function asCsv(rows: Rows): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`\uFEFF${csvText(rows, ';')}`)
}

function asWorkbook(rows: Rows): Uint8Array<ArrayBuffer> {
  const sheet = utils.aoa_to_sheet(rows.map((row) => row.map((cell) => cell ?? undefined)))
  const columns = rows[0]?.length ?? 0
  sheet['!cols'] = Array.from({ length: columns }, (_, at) => ({
    wch: Math.min(MOST_WIDTH, 2 + Math.max(...rows.map((row) => String(row[at] ?? '').length))),
  }))
  const book = utils.book_new()
  utils.book_append_sheet(book, sheet, 'Lantaarn')
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', compression: true }))
}
