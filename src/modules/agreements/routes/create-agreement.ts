import { z } from '@hono/zod-openapi'
import { townOperation } from '#modules/directory'
import { among, hrefOf } from '#platform/operation'
import { aboveAmount } from '../above-amount.ts'
import type { Agreement } from '../agreement.ts'
import type { EnterAgreementsAnswer } from '../commands.ts'
import { AGREEMENT_PROBLEMS } from '../problems.ts'
import { AgreementBody } from './agreement-view.ts'

/** Enters agreements against the names that the municipality knows, and lets its rules be made anew. */
export type EnterAgreement = (
  municipality: string,
  agreement: Agreement,
  enteredBy: string,
) => Promise<EnterAgreementsAnswer>

const Entered = z
  .object({ href: z.string(), id: z.string(), version: z.int().optional() })
  .openapi('AgreementEntered')

export const createAgreement = ({ enterAgreement }: { enterAgreement: EnterAgreement }) =>
  townOperation({
    method: 'post',
    path: '/agreements',
    operationId: 'createAgreement',
    tag: 'Agreements',
    summary: 'Enter an agreement, or a new version of one',
    description: 'A new version counts from this moment for what is received since.',
    body: AgreementBody,
    success: {
      201: 'It is a new version and in force from now on.',
      200: 'It is the same as the latest version: nothing changed.',
    },
    answer: Entered,
    answerHeaders: { Location: 'Where its versions are.' },
    problems: among(AGREEMENT_PROBLEMS, 'agreement-names-unknown', 'agreement-above-amount'),
    async handle({ caller, body }, refuse) {
      const { municipality, by, upTo_cents } = caller
      const above = aboveAmount([body], upTo_cents)
      if (above.length > 0) return refuse('agreement-above-amount', { above })
      const answer = await enterAgreement(municipality, body, by)
      if (!answer.accepted) {
        const unknown = answer.unknown.map(({ path, name }) => ({ path, name }))
        const named = unknown.map(({ path, name }) => `${path}: ${name}`).join(', ')
        return refuse(answer.reason, { detail: `Not known here: ${named}.`, unknown })
      }
      const [entered] = answer.entered
      const href = hrefOf(['agreements', body.id], { municipality })
      return {
        status: entered ? 201 : 200,
        headers: { location: href },
        body: { href, id: body.id, version: entered?.version },
      }
    },
  })
