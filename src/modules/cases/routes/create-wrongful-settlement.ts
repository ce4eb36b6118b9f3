import { z } from '@hono/zod-openapi'
import { townOperation } from '#modules/directory'
import { among } from '#platform/operation'
import type { Uploads } from '#platform/uploads'
import { CASE_PROBLEMS } from '../problems.ts'
import { DISPUTE_REASONS } from '../wrongful-events.ts'
import type { GivenStep } from '../wrongful-steps.ts'
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

export const WrongfulSettlement = z
  .discriminatedUnion('step', [
    z.strictObject({ step: z.literal('accepted'), remark: words.optional() }),
    z.strictObject({
      step: z.literal('disputed'),
      reason: z.enum(DISPUTE_REASONS),
      remark: words.openapi({ description: 'What shows that it was theirs. It is kept sealed.' }),
    }),
    z.strictObject({
      step: z.literal('decided'),
      as: z.enum(['owed', 'not-owed']),
      remark: words.openapi({ description: 'Why. It is kept sealed, and the party reads it.' }),
    }),
  ])
  .openapi('WrongfulSettlement')

const PROBLEMS = {
  ...STEP_PROBLEMS,
  ...among(
    CASE_PROBLEMS,
    'dispute-too-late',
    'party-may-still-answer',
    'wrongful-report-above-amount',
  ),
}

const WithPhotos = z.object({
  settlement: WrongfulSettlement,
  photos: z.array(z.string().openapi({ format: 'binary' })).max(MOST_AS_PROOF),
})

export const createWrongfulSettlement = (needs: StepNeeds & { uploads: Uploads }) =>
  townOperation({
    method: 'post',
    path: '/wrongful-reports/{assignment}/settlements',
    operationId: 'createWrongfulSettlement',
    tag: 'Wrongful reports',
    summary: 'The municipality accepts a wrongful report, disputes it, or decides at last',
    description:
      'An approver accepts no more than their amount. With photos it is a form: the JSON in `settlement`, the photos as files. What is decided at last is final; what remains after it is a matter of the contract.',
    parameters: STEP_PARAMETERS,
    body: WrongfulSettlement,
    media: { 'multipart/form-data': WithPhotos },
    withPhotos: { field: 'settlement', most: MOST_AS_PROOF, uploads: needs.uploads },
    success: STEP_SUCCESS,
    answer: WrongfulReportInFull,
    answerHeaders: { Location: 'Where the report is.' },
    problems: PROBLEMS,
    async handle({ caller, path, headers, body, photos }, refuse) {
      const of = { municipality: caller.municipality }
      const seen = await seeWrongful(needs, { of }, path.assignment, needs.clock())
      if (!seen) return refuse('wrongful-report-not-found')
      const taken = await takeWrongfulStep(needs, caller, seen, {
        step: stepIn(body),
        remark: body.remark,
        photos,
        key: headers['idempotency-key'],
      })
      if (!taken.ok) return refusalIn(refuse, PROBLEMS, taken.reason, seen, 'municipality')
      const now = await seeWrongful(needs, { of }, path.assignment, needs.clock())
      if (!now) throw new Error(`wrongful report ${path.assignment} is gone`)
      const report = await wrongfulInFull(needs, { of }, now)
      return {
        status: taken.isRepeat ? 200 : 201,
        headers: { location: report.href },
        body: report,
      }
    },
  })

function stepIn(body: z.output<typeof WrongfulSettlement>): GivenStep['step'] {
  switch (body.step) {
    case 'accepted':
      return { kind: 'accepted' }
    case 'disputed':
      return { kind: 'disputed', reason: body.reason }
    case 'decided':
      return { kind: 'decided', as: body.as }
  }
}
