import { z } from '@hono/zod-openapi'
import type { Clock } from '#kernel/clock'
import { MOST_ROWS, SHEET_FORMATS, writeSheet } from '#languages/sheet'
import { type Answer, type AnsweringNeeds, CASE_PROBLEMS, seeAssignment } from '#modules/cases'
import { type OwnCaller, ownOperation } from '#modules/directory'
import { among } from '#platform/operation'
import { ENDS_DANGER } from '../answer-words.ts'
import { localDay } from '../local-day.ts'
import { DELIVERY_PROBLEMS } from '../problems.ts'
import { resultInWords } from '../result-words.ts'
import { takeSheet } from '../take-sheet-commands.ts'
import { sheetAnswer } from './read-work-sheet.ts'
import { workCaller } from './work-caller.ts'

const PROBLEMS = {
  ...among(CASE_PROBLEMS, 'assignment-not-found', 'name-missing'),
  ...among(
    DELIVERY_PROBLEMS,
    'sheet-unreadable',
    'sheet-protected',
    'sheet-too-large',
    'sheet-too-slow',
    'sheets-busy',
    'sheet-without-columns',
  ),
}

const BYTES = z.string().openapi({ format: 'binary' })

const SheetTaken = z
  .object({
    rows: z
      .array(
        z.object({
          line: z.int().openapi({ description: 'Of the sheet, from 1.' }),
          assignment: z.uuid().optional(),
          result: z.enum(['taken', 'repeated', 'unchanged', 'refused']),
          because: z.string().optional().openapi({ description: 'Why it was refused, as a code.' }),
          words: z.string().openapi({ description: 'The same, to be read.' }),
        }),
      )
      .max(MOST_ROWS + 1),
  })
  .openapi('SheetTaken')

export const createWorkSheet = (needs: AnsweringNeeds & { clock: Clock }) =>
  ownOperation({
    method: 'post',
    path: '/work-sheets',
    operationId: 'createWorkSheet',
    tag: 'Assignments',
    summary: 'A party brings back the sheet that it answered in',
    description:
      'The body is the file: an xlsx or a CSV. Each row is taken or refused by itself, by the revision that stands in it; the same file again changes nothing. With `format` the sheet comes back with what became of each row.',
    parameters: {
      query: z.strictObject({ format: z.enum(SHEET_FORMATS).optional() }),
      headers: z.object({
        'answered-by': z.string().max(1_000).optional().openapi({
          description:
            'Who answers, percent-encoded. Required of whoever holds a link. Kept sealed.',
        }),
      }),
    },
    media: {
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': BYTES,
      'text/csv': BYTES,
    },
    success: { 200: 'What became of each row.' },
    answer: SheetTaken,
    problems: PROBLEMS,
    async handle({ caller, query, headers, bytes, locale }, refuse) {
      const own = await workCaller(needs, caller)
      if (!own) return refuse('assignment-not-found')
      const name = nameIn(headers['answered-by'])
      if (caller.link && name === undefined) return refuse('name-missing')
      const taken = await takeSheet(needs, own, bytes, {
        locale,
        today: localDay(needs.clock()),
        ...(name === undefined ? {} : { name }),
        ...(caller.link ? { refusalOf: dangerRefusal(needs, own) } : {}),
      })
      if (!taken.ok)
        return refuse(
          taken.problem,
          taken.problem === 'sheets-busy' ? { headers: { 'retry-after': '5' } } : {},
        )
      if (query.format !== undefined)
        return sheetAnswer(writeSheet(taken.sheet, query.format), query.format)
      const rows = taken.results.map((one) => ({ ...one, words: resultInWords(one, locale) }))
      return { body: { rows } }
    },
  })

/** Whoever has only a link to all the work ends no danger with it: that is done on the page of the task itself. */
function dangerRefusal(needs: AnsweringNeeds, own: OwnCaller) {
  return async ({ assignment, answer }: { assignment: string; answer: Answer }) => {
    if (!ENDS_DANGER.includes(answer.answer)) return undefined
    const seen = await seeAssignment(needs, own, assignment)
    if (!seen) return undefined
    const { priority, made_safe_at } = seen.ofCase
    return priority === 'danger' && made_safe_at === null ? ('danger-on-page' as const) : undefined
  }
}

function nameIn(header: string | undefined): string | undefined {
  if (header === undefined) return undefined
  try {
    return decodeURIComponent(header).trim().slice(0, 100).toWellFormed() || undefined
  } catch {
    return undefined // not percent-encoded as it should be
  }
}
