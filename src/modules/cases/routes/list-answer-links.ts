import { z } from '@hono/zod-openapi'
import { townOperation } from '#modules/directory'
import { pageOf } from '#platform/page'

const AnswerLink = z
  .object({
    assignment: z.uuid(),
    revision: z.number().int().openapi({ description: 'The one that it can answer.' }),
    isExpired: z.boolean(),
  })
  .openapi('AnswerLink')

export const listAnswerLinks = () =>
  townOperation({
    method: 'get',
    path: '/answer-links',
    operationId: 'listAnswerLinks',
    tag: 'Assignments',
    summary: 'Which assignment the link that a party was mailed is about, and whether it has ended',
    description:
      'The link itself and no other. Whether it was used shows in the revision of the assignment. Reading it changes nothing. A link that has ended still asks for a new one.',
    success: { 200: 'One link.' },
    answer: pageOf(AnswerLink, 'AnswerLinks'),
    problems: {},
    async handle({ caller: { link } }) {
      if (!link) return { body: { items: [] } }
      const { subject: assignment, revision, isExpired } = link
      return { body: { items: [{ assignment, revision, isExpired }] } }
    },
  })
