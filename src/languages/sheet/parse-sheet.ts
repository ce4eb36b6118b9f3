import { read, utils } from '@e965/xlsx'
import { csvCells } from '#languages/csv'
import { asWritten } from './harmless.ts'
import {
  type Cell,
  MOST_CHARACTERS,
  MOST_COLUMNS,
  MOST_ROWS,
  MOST_SHEET_BYTES,
  type Rows,
  type SheetFault,
  type SheetFormat,
} from './sheet.ts'
import { cleanWorkbook } from './unpack.ts'

export type Parsed = { rows: Rows; format: SheetFormat } | { fault: SheetFault }

/**
 * The cells of the first sheet of a workbook, or of a CSV, with what its own program last computed where a formula
 * stands: nothing is computed here. What it is shows in its first bytes, whatever it is called. Slow on a bad file: see
 * `readSheet`.
 */
export function parseSheet(bytes: Uint8Array): Parsed {
  if (bytes.length > MOST_SHEET_BYTES) return { fault: 'sheet-too-large' }
  if (beginsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return { fault: 'sheet-protected' }
  return beginsWith(bytes, [0x50, 0x4b]) ? fromWorkbook(bytes) : fromText(bytes)
}

const beginsWith = (bytes: Uint8Array, first: readonly number[]) =>
  first.every((byte, at) => bytes[at] === byte)

/** Days between the two ways in which a workbook counts its dates from. */
const DAYS_1904 = 1_462

function fromWorkbook(packed: Uint8Array): Parsed {
  const clean = cleanWorkbook(packed)
  if ('fault' in clean) return clean
  try {
    // One row more than may be: so that too many are noticed.
    const book = read(clean.bytes, {
      type: 'array',
      dense: true,
      sheetRows: MOST_ROWS + 2,
      cellHTML: false,
      cellFormula: false,
      cellText: false,
      cellNF: true,
      sheets: 0,
    })
    const sheet = book.Sheets[book.SheetNames[0] ?? '']
    if (!sheet) return { fault: 'sheet-unreadable' }
    const reach = utils.decode_range(sheet['!fullref'] ?? sheet['!ref'] ?? 'A1')
    if (reach.e.c >= 1_000 || reach.e.r > 1_048_576) return { fault: 'sheet-too-large' }
    const is1904 = book.Workbook?.WBProps?.date1904 === true
    const cells = (sheet['!data'] ?? []).map((row) =>
      Array.from(row ?? [], (cell): Cell => {
        if (cell === undefined || cell.t === 'e' || cell.t === 'z') return null
        if (typeof cell.v === 'number')
          return is1904 && /[yd]/i.test(String(cell.z ?? '')) ? cell.v + DAYS_1904 : cell.v
        return cell.v === undefined || cell.v === null ? null : String(cell.v)
      }),
    )
    return within(cells, 'xlsx')
  } catch {
    return { fault: 'sheet-unreadable' }
  }
}

function fromText(bytes: Uint8Array): Parsed {
  const text = decode(bytes)
  // Of a picture that is called a CSV, some of this stands within its first bytes.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is these that are looked for
  if (text === undefined || /[\u0000-\u0008\u000e-\u001f]/.test(text))
    return { fault: 'sheet-unreadable' }
  try {
    return within(csvCells(text, separatorOf(text), MOST_ROWS + 2), 'csv')
  } catch {
    return { fault: 'sheet-unreadable' }
  }
}

/** UTF-8 where it can be that, else as Windows writes in this part of the world. */
function decode(bytes: Uint8Array): string | undefined {
  if (beginsWith(bytes, [0xff, 0xfe])) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** The one of which the first line has most. */
function separatorOf(text: string): string {
  const [line = ''] = text.split(/\r?\n/, 1)
  const bare = line.replaceAll(/"[^"]*"/g, '')
  const counted = [';', ',', '\t'].map((one) => ({ one, count: bare.split(one).length }))
  return counted.reduce((a, b) => (b.count > a.count ? b : a)).one
}

function within(all: readonly (readonly Cell[])[], format: SheetFormat): Parsed {
  const rows = all.map((row) => {
    const last = row.findLastIndex((cell) => cell !== null && cell !== '')
    return row.slice(0, last + 1).map(asWritten)
  })
  const end = rows.findLastIndex((row) => row.length > 0)
  const used = rows.slice(0, end + 1)
  const isTooLarge =
    used.length > MOST_ROWS + 1 ||
    used.some(
      (row) =>
        row.length > MOST_COLUMNS ||
        row.some((cell) => typeof cell === 'string' && cell.length > MOST_CHARACTERS),
    )
  return isTooLarge ? { fault: 'sheet-too-large' } : { rows: used, format }
}
