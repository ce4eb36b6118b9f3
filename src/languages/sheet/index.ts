export type { Parsed } from './parse-sheet.ts'
export { readSheet } from './read-sheet.ts'
export {
  type Cell,
  MOST_ROWS,
  MOST_SHEET_BYTES,
  type Rows,
  SHEET_FAULTS,
  SHEET_FORMATS,
  SHEET_TYPES,
  type SheetFault,
  type SheetFormat,
} from './sheet.ts'
export { writeSheet } from './write-sheet.ts'
