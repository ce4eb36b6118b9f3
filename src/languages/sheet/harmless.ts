import type { Cell } from './sheet.ts'

/** A program for sheets takes what begins with one of these for a formula, also in a CSV. */
const BEGINS_A_FORMULA = /^[=+\-@\t\r]/

/** Words as they are written into a sheet: never a formula, whoever wrote them. A number stays a number. */
export function harmless(cell: Cell): Cell {
  return typeof cell === 'string' && BEGINS_A_FORMULA.test(cell) ? `'${cell}` : cell
}

/** The same words as they were before, when the sheet comes back. */
export function asWritten(cell: Cell): Cell {
  return typeof cell === 'string' && cell.startsWith("'") && BEGINS_A_FORMULA.test(cell.slice(1))
    ? cell.slice(1)
    : cell
}
