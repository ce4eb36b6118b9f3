import type { z } from '@hono/zod-openapi'
import type { Clock } from '#kernel/clock'
import { type OwnCaller, ownOperation } from '#modules/directory'
import type { Pool } from '#platform/database'
import { among, hrefOf } from '#platform/operation'
import type { Vault } from '#platform/vault'
import { findAssignment, listAnswers } from '../assignment-queries.ts'
import { readTaken } from '../photos.ts'
import { CASE_PROBLEMS } from '../problems.ts'
import { readAnswerWords } from '../sealing.ts'
import { wrongfulWordsId } from '../wrongful-words.ts'
import { answerView, photosIn } from './answer-view.ts'
import { AssignmentPath } from './case-path.ts'
import type { NamesOf } from './names-of.ts'
import { whyIn } from './seen-assignment.ts'
import { type SeenWrongful, seeWrongful } from './seen-wrongful-reports.ts'
import type { TownOf } from './town-view.ts'
import { WrongfulReportInFull, type WrongfulTold, wrongfulView } from './wrongful-report-view.ts'

export type WrongfulNeeds = {
  pool: Pool
  vault: Vault
  clock: Clock
  townOf: TownOf
  namesOf: NamesOf
  peopleOf: PeopleOf
}

/** How the people of these accounts call themselves, by account. */
export type PeopleOf = (accounts: readonly string[]) => Promise<ReadonlyMap<string, string>>

export const readWrongfulReport = (needs: WrongfulNeeds) =>
  ownOperation({
    method: 'get',
    path: '/wrongful-reports/{assignment}',
    operationId: 'readWrongfulReport',
    tag: 'Wrongful reports',
    summary: 'One wrongful report with all that was said and shown of it',
    parameters: { path: AssignmentPath },
    success: { 200: 'The wrongful report.' },
    answer: WrongfulReportInFull,
    problems: among(CASE_PROBLEMS, 'wrongful-report-not-found'),
    async handle({ caller, path }, refuse) {
      const seen = await seeWrongful(needs, caller, path.assignment, needs.clock())
      if (!seen) return refuse('wrongful-report-not-found')
      return { body: await wrongfulInFull(needs, caller, seen) }
    },
  })

/** With what stands sealed of the party's answer and of each step. */
export async function wrongfulInFull(
  { pool, vault, clock, namesOf, peopleOf }: WrongfulNeeds,
  { of }: Pick<OwnCaller, 'of'>,
  seen: SeenWrongful,
): Promise<z.input<typeof WrongfulReportInFull>> {
  const { municipality, id, case_id, answer, steps } = seen.row
  const { answers, assignment } = await pool.read({ tenant: municipality }, async (query) => ({
    answers: await listAnswers(query, municipality, case_id, id),
    assignment: await findAssignment(query, { municipality }, id),
  }))
  const given = answers.findLast((one) => one.answer === answer)
  if (!given || !assignment) throw new Error(`wrongful report ${id} has no answer`)
  const wordIds = new Map(steps.map((step) => [step.id, wrongfulWordsId(case_id, step.id)]))
  const words = await readAnswerWords(pool, vault, municipality, [given.id, ...wordIds.values()])
  const said = new Map(
    [...wordIds].flatMap(([step, wordsId]) => {
      const own = words.get(wordsId)
      return own ? [[step, own] as const] : []
    }),
  )
  const taken = await readTaken(pool, vault, municipality, photosIn(given))
  const { remark, photos } = answerView(municipality, given, words.get(given.id), taken)
  const why = await whyIn(pool, namesOf, assignment)
  const isParty = 'organisation' in of
  const view = wrongfulView(seen, { isParty, words: said, now_ms: clock() })
  const named = isParty ? view.steps : await withNames(view.steps, peopleOf)
  return {
    ...view,
    steps: named,
    assignment: hrefOf(['assignments', id]),
    ...(why && { why }),
    ...(remark === undefined ? {} : { remark }),
    ...(photos && { photos }),
  }
}

const ACCOUNT = 'account/'

/** Colleagues read who it was; of an account that is gone only that it was one. */
async function withNames(
  steps: WrongfulTold['steps'],
  peopleOf: PeopleOf,
): Promise<WrongfulTold['steps']> {
  const accounts = steps.flatMap(({ by }) =>
    by.startsWith(ACCOUNT) ? [by.slice(ACCOUNT.length)] : [],
  )
  if (accounts.length === 0) return steps
  const people = await peopleOf(accounts)
  return steps.map((step) => {
    const name = people.get(step.by.slice(ACCOUNT.length))
    return name === undefined ? step : { ...step, name }
  })
}
