export type { Parsed } from './parse-sheet.ts'
export { readSheet } from './read-sheet.ts'
export {
  type Cell,
  MOST_ROWS,
  type Rows,
  SHEET_FORMATS,
  SHEET_TYPES,
  type SheetFault,
  type SheetFormat,
} from './sheet.ts'
export { writeSheet } from './write-sheet.ts'
