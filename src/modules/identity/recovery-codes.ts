import { randomInt } from 'node:crypto'

/** None that looks like another on paper: no 0 and o, no 1, i and l. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'
const CODES = 10
const PARTS = 2
const PART_LENGTH = 5

/** Ten codes as `k7mqa-3xwpe`, to be written down and typed over: each has some 49 bits, and tries are limited. */
export function makeRecoveryCodes(): string[] {
  return Array.from({ length: CODES }, () =>
    Array.from({ length: PARTS }, () => letters(PART_LENGTH)).join('-'),
  )
}

const letters = (length: number) =>
  Array.from({ length }, () => LETTERS[randomInt(LETTERS.length)]).join('')
