import { z } from '@hono/zod-openapi'
import { MOST_ROWS, SHEET_FORMATS, SHEET_TYPES, writeSheet } from '#languages/sheet'
import { type AnsweringNeeds, CASE_PROBLEMS, listWork } from '#modules/cases'
import { ownOperation } from '#modules/directory'
import { rdOf } from '#modules/places'
import { among } from '#platform/operation'
import { workSheet } from '../work-sheet.ts'
import { workCaller } from './work-caller.ts'

export const readWorkSheet = (needs: AnsweringNeeds) =>
  ownOperation({
    method: 'get',
    path: '/work-sheets',
    operationId: 'readWorkSheet',
    tag: 'Assignments',
    summary: 'What is open and asked of a party, as a sheet to answer in',
    description:
      'One row a task, at most 1000, of the newest case first: what, where, by when, and empty columns for the answer. What people wrote is in it where the agreement says on what ground. The languages of the headings are those of the answers.',
    parameters: { query: z.strictObject({ format: z.enum(SHEET_FORMATS).default('xlsx') }) },
    success: { 200: 'The sheet, as xlsx or CSV.' },
    answer: z.string().openapi({ format: 'binary' }),
    contentType: 'application/octet-stream',
    problems: among(CASE_PROBLEMS, 'assignment-not-found'),
    async handle({ caller, query, locale }, refuse) {
      const own = await workCaller(needs, caller)
      if (!own) return refuse('assignment-not-found')
      const tasks = await listWork(needs, own.of, own.isStaff, MOST_ROWS)
      return sheetAnswer(writeSheet(workSheet(tasks, locale, rdOf), query.format), query.format)
    },
  })

/** A file to keep, which no browser reads as a page and no cache holds. */
export function sheetAnswer(
  bytes: Uint8Array<ArrayBuffer>,
  format: (typeof SHEET_FORMATS)[number],
  name = 'lantaarn',
): Response {
  return new Response(bytes, {
    headers: {
      'content-type': SHEET_TYPES[format],
      'content-disposition': `attachment; filename="${name}.${format}"`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
      vary: 'Accept-Language, Authorization, Cookie, X-Api-Key',
    },
  })
}
