import assert from 'node:assert/strict'
import type { ApiTown } from './api-town.ts'
import { photoOf } from './pictures.ts'
import { AGREEMENTS } from './small-town.ts'

/** From now on the contractor of the lamps bills what is not its own, also where it finds that it was the cable. */
export async function putPriceOn(api: ApiTown): Promise<void> {
  const lighting = AGREEMENTS.find(({ id }) => id === 'lighting')
  assert(lighting)
  const price = {
    wrongfulReport: 12_500,
    vat: 'excluded' as const,
    findings: ['cable' as const],
  }
  await api.town.enter([{ ...lighting, price }])
}

export const NOT_OURS = {
  answer: 'not-ours',
  reason: 'not-our-asset',
  remark: 'It is the cable.',
} as const

/** A lamp that its contractor says is not its own. */
export async function refuse(api: ApiTown, asset: string, hasPhoto = false) {
  const { caseId, number } = await api.town.report({ category: 'lamp-out', asset })
  const task = await api.assignmentOf(caseId)
  const given = hasPhoto ? await sendWithPhoto(api, task) : await answer(api, task)
  assert.equal(given.status, 201)
  return { id: task.id, caseId, number, path: `/wrongful-reports/${task.id}` }
}

type Task = { id: string; revision: number }

const answer = (api: ApiTown, { id, revision }: Task) => api.answer(id, revision, NOT_OURS)

async function sendWithPhoto(api: ApiTown, { id, revision }: Task) {
  const form = new FormData()
  form.append('answer', JSON.stringify(NOT_OURS))
  form.append('photo', new File([new Uint8Array((await photoOf()).image)], 'cable.jpg'))
  return api.app.http.request(`/api/v1/assignments/${id}/answers`, {
    method: 'POST',
    body: form,
    headers: { authorization: 'Bearer lk_of_party', 'if-match': `"${revision}"` },
  })
}
