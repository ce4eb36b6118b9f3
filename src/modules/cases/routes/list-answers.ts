import { ownOperation } from '#modules/directory'
import type { Pool } from '#platform/database'
import { among } from '#platform/operation'
import { pageOf } from '#platform/page'
import type { Vault } from '#platform/vault'
import { listAnswers as readAnswers } from '../assignment-queries.ts'
import { readTaken } from '../photos.ts'
import { CASE_PROBLEMS } from '../problems.ts'
import { readAnswerWords } from '../sealing.ts'
import { AnswerView, answerView, photosIn } from './answer-view.ts'
import { AssignmentPath } from './case-path.ts'
import { seeAssignment } from './seen-assignment.ts'
import type { TownOf } from './town-view.ts'

export const listAnswers = (needs: { pool: Pool; vault: Vault; townOf: TownOf }) =>
  ownOperation({
    method: 'get',
    path: '/assignments/{assignment}/answers',
    operationId: 'listAnswers',
    tag: 'Assignments',
    summary: 'What was answered on one assignment',
    parameters: { path: AssignmentPath },
    success: { 200: 'The answers, the first first.' },
    answer: pageOf(AnswerView, 'Answers'),
    problems: among(CASE_PROBLEMS, 'assignment-not-found'),
    async handle({ caller, path }, refuse) {
      const { pool, vault } = needs
      const seen = await seeAssignment(needs, caller, path.assignment)
      if (!seen) return refuse('assignment-not-found')
      const { municipality, id, case_id } = seen.row
      const answers = await pool.read({ tenant: municipality }, (query) =>
        readAnswers(query, municipality, case_id, id),
      )
      const ids = answers.map((one) => one.id)
      const words = await readAnswerWords(pool, vault, municipality, ids)
      const taken = await readTaken(pool, vault, municipality, answers.flatMap(photosIn))
      const items = answers.map((one) => answerView(municipality, one, words.get(one.id), taken))
      return { body: { items } }
    },
  })
