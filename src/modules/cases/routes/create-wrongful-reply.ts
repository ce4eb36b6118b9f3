import { z } from '@hono/zod-openapi'
import { ownOperation } from '#modules/directory'
import type { Uploads } from '#platform/uploads'
import { wrongfulInFull } from './read-wrongful-report.ts'
import { seeWrongful } from './seen-wrongful-reports.ts'
import {
  MOST_AS_PROOF,
  STEP_PARAMETERS,
  STEP_PROBLEMS,
  STEP_SUCCESS,
  type StepNeeds,
  takeWrongfulStep,
} from './take-wrongful-step.ts'
import { refusalIn } from './wrongful-refusal.ts'
import { WrongfulReportInFull } from './wrongful-report-view.ts'

const words = z.string().trim().min(1).max(2000)

const WrongfulReply = z
  .discriminatedUnion('step', [
    z.strictObject({
      step: z.literal('upheld'),
      remark: words.openapi({ description: 'What shows that it was not. It is kept sealed.' }),
    }),
    z.strictObject({ step: z.literal('dropped'), remark: words.optional() }),
  ])
  .openapi('WrongfulReply')

const WithPhotos = z.object({
  reply: WrongfulReply,
  photos: z.array(z.string().openapi({ format: 'binary' })).max(MOST_AS_PROOF),
})

export const createWrongfulReply = (needs: StepNeeds & { uploads: Uploads }) =>
  ownOperation({
    method: 'post',
    path: '/wrongful-reports/{assignment}/replies',
    operationId: 'createWrongfulReply',
    tag: 'Wrongful reports',
    summary: 'The party upholds what was disputed, or bills it no more',
    description:
      'With photos it is a form: the JSON in `reply`, the photos as files. The municipality decides on what is upheld.',
    parameters: STEP_PARAMETERS,
    body: WrongfulReply,
    media: { 'multipart/form-data': WithPhotos },
    withPhotos: { field: 'reply', most: MOST_AS_PROOF, uploads: needs.uploads },
    success: STEP_SUCCESS,
    answer: WrongfulReportInFull,
    answerHeaders: { Location: 'Where the report is.' },
    problems: STEP_PROBLEMS,
    async handle({ caller, path, headers, body, photos }, refuse) {
      const seen = await seeWrongful(needs, caller, path.assignment, needs.clock())
      if (!seen) return refuse('wrongful-report-not-found')
      const own = { by: seen.row.organisation }
      const taken = await takeWrongfulStep(needs, own, seen, {
        step: { kind: body.step },
        remark: body.remark,
        photos,
        key: headers['idempotency-key'],
      })
      if (!taken.ok) return refusalIn(refuse, STEP_PROBLEMS, taken.reason, seen, 'party')
      const now = await seeWrongful(needs, caller, path.assignment, needs.clock())
      if (!now) throw new Error(`wrongful report ${path.assignment} is gone`)
      const report = await wrongfulInFull(needs, caller, now)
      return {
        status: taken.isRepeat ? 200 : 201,
        headers: { location: report.href },
        body: report,
      }
    },
  })
