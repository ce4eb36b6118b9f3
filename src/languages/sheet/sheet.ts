/** What stands in a cell: words, a number (a date in a workbook is one too), or nothing. */
export type Cell = string | number | null
export type Rows = readonly (readonly Cell[])[]

export const SHEET_FORMATS = ['xlsx', 'csv'] as const
export type SheetFormat = (typeof SHEET_FORMATS)[number]

export const SHEET_TYPES: Readonly<Record<SheetFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
}

/** Why a file is no sheet that is read. */
export const SHEET_FAULTS = [
  'sheet-unreadable',
  'sheet-protected',
  'sheet-too-large',
  'sheet-too-slow',
  'sheets-busy',
] as const
export type SheetFault = (typeof SHEET_FAULTS)[number]

/** More than any party has open at once, and little enough to read within a second. */
export const MOST_ROWS = 1_000
export const MOST_COLUMNS = 60
/** As long as a remark may be, with room for the answer that is too long to be told so. */
export const MOST_CHARACTERS = 4_000
/** Of the file as it is sent. */
export const MOST_SHEET_BYTES = 1024 * 1024
/** Of all that is in it together. */
export const MOST_UNPACKED_BYTES = 24 * 1024 * 1024
