import { createHash } from 'node:crypto'
import { type Rows, readSheet, type SheetFormat } from '#languages/sheet'
import { type AnsweringNeeds, answerOne } from '#modules/cases'
import type { OwnCaller } from '#modules/directory'
import type { Locale } from './answer-words.ts'
import type { DELIVERY_PROBLEMS } from './problems.ts'
import { resultInWords } from './result-words.ts'
import {
  answersIn,
  type RowFault,
  type RowResult,
  type RowSaid,
  withResults,
} from './work-sheet.ts'

export type SheetTaken =
  | {
      ok: true
      format: SheetFormat
      results: readonly (RowResult & { line: number; assignment?: string })[]
      /** As it came, with what became of each row. */
      sheet: Rows
    }
  | { ok: false; problem: SheetProblem }

export type SheetProblem = Extract<keyof typeof DELIVERY_PROBLEMS, `sheet${string}`>

type Taking = {
  locale: Locale
  /** The local date. */
  today: string
  /** Who answers, where the caller is no organisation by itself. */
  name?: string
  /** Why an answer is not taken in this way, whatever it is. */
  refusalOf?: (said: Extract<RowSaid, { is: 'answer' }>) => Promise<RowFault | undefined>
}

/**
 * Takes the answers in a sheet, each by itself and by the revision of its own row. A row is known by what it says: the
 * same sheet again finds its answers recorded, and changes nothing.
 */
export async function takeSheet(
  needs: AnsweringNeeds,
  caller: OwnCaller,
  bytes: Uint8Array,
  taking: Taking,
): Promise<SheetTaken> {
  const parsed = await readSheet(bytes)
  if ('fault' in parsed) return { ok: false, problem: parsed.fault }
  const read = answersIn(parsed.rows, taking.today)
  if (!read) return { ok: false, problem: 'sheet-without-columns' }
  const results: (RowResult & { line: number; assignment?: string })[] = []
  for (const said of read.said) {
    const { line } = said
    const of = said.is === 'answer' ? { assignment: said.assignment } : {}
    results.push({ line, ...of, ...(await takeRow(needs, caller, said, taking)) })
  }
  const words = results.map((one) => resultInWords(one, taking.locale))
  const sheet = withResults(parsed.rows, read.head, words, taking.locale)
  return { ok: true, format: parsed.format, results, sheet }
}

async function takeRow(
  needs: AnsweringNeeds,
  caller: OwnCaller,
  said: RowSaid,
  { name, refusalOf }: Taking,
): Promise<RowResult> {
  if (said.is === 'empty') return { result: 'unchanged' }
  if (said.is === 'refused') return { result: 'refused', because: said.fault }
  const { assignment, revision, answer } = said
  const refusal = await refusalOf?.(said)
  if (refusal) return { result: 'refused', because: refusal }
  const digest = createHash('sha256').update(JSON.stringify(answer)).digest('base64url')
  const one = await answerOne(needs, caller, assignment, {
    answer,
    name,
    revision,
    idempotencyKey: `sheet/${revision}/${digest}`,
  })
  if (one.ok) return { result: one.isRepeat ? 'repeated' : 'taken' }
  return { result: 'refused', because: one.problem }
}
