import { SHEET_TYPES, writeSheet } from '#languages/sheet'
import {
  RESULT_HEADINGS,
  type ReplyMessage,
  replyInWords,
  resultInWords,
  SHEET_IN_WORDS,
} from '#modules/delivery'
import type { Locale } from '#platform/operation'

type Told = Pick<ReplyMessage, 'why' | 'rows'>

/** What is said of the mail that a party sent: why it was not taken, or how many rows of its sheet were. */
export function saidOf({ why, rows = [] }: Told, locale: Locale): string {
  if (why !== undefined) return replyInWords(why, locale)
  const count = (result: string) => rows.filter((row) => row.result === result).length
  return SHEET_IN_WORDS[locale](count('taken'), count('refused'))
}

/** What became of each row that was filled in; what people wrote in it is not repeated. */
export function resultsOf({ rows }: Told, locale: Locale) {
  if (!rows) return {}
  const told = rows.filter(({ result }) => result !== 'unchanged')
  const sheet = [
    RESULT_HEADINGS[locale],
    ...told.map((row) => [row.line, row.assignment ?? null, resultInWords(row, locale)]),
  ]
  const content = writeSheet(sheet, 'xlsx')
  return { attachments: [{ filename: 'lantaarn.xlsx', contentType: SHEET_TYPES.xlsx, content }] }
}
