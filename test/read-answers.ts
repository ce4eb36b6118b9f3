import { findAssignment, listAnswers, listPhotos as photosOf } from '#modules/cases'
import { readAnswerWords } from '../src/modules/cases/sealing.ts'
import { NOORDDIJK, type SmallTown } from './town.ts'

type Town = Pick<SmallTown, 'app' | 'case'>

/** The answers on an assignment, with what was sealed of them. */
export async function readAnswers({ app }: Town, id: string) {
  const rows = await app.pool.read({ tenant: NOORDDIJK }, async (query) => {
    const row = await findAssignment(query, { municipality: NOORDDIJK }, id)
    return row ? listAnswers(query, NOORDDIJK, row.case_id, id) : []
  })
  const words = await readAnswerWords(
    app.pool,
    app.vault,
    NOORDDIJK,
    rows.map((one) => one.id),
  )
  return rows.map((row) => ({ ...row, ...words.get(row.id) }))
}

export async function listPhotos({ app, case: find }: Town, number: string) {
  const { id } = await find(number)
  return app.pool.read({ tenant: NOORDDIJK }, (query) => photosOf(query, NOORDDIJK, id))
}
