import { z } from '@hono/zod-openapi'
import { type Clock, toIso } from '#kernel/clock'
import { isExpectation, MILESTONES } from '#modules/agreements'
import { townOperation } from '#modules/directory'
import type { Pool } from '#platform/database'
import { ANSWER_KINDS } from '../answers.ts'
import { readFigures as countFigures, type Figures } from '../assignment-queries.ts'
import { Instant } from './case-view.ts'
import { agreementOf, confidentialIn, type TownOf, type TownView } from './town-view.ts'

const DAY_MS = 86_400_000
const DEFAULT_DAYS = 30

const count = z.int().min(0)

const TermFigure = z.object({ milestone: z.enum(MILESTONES), kept: count, broken: count })

const FiguresView = z
  .object({
    municipality: z.string(),
    from: Instant,
    to: Instant,
    signals: count,
    cases: count,
    handedOver: count,
    received: count,
    madeSafe: count,
    done: count,
    confirmed: count,
    unchallenged: count,
    contested: count,
    atDesk: count,
    terms: z
      .array(TermFigure)
      .openapi({ description: 'What was agreed, kept and broken, for each milestone.' }),
    expectations: z.array(TermFigure).openapi({
      description: 'The same of dates that nobody agreed to: they break no term.',
    }),
    answers: z.array(z.object({ answer: z.enum(ANSWER_KINDS), count })),
  })
  .openapi('Figures', {
    description: 'Separate facts of one period: no two of them may be added together.',
  })

const Query = z
  .strictObject({
    from: z.iso
      .datetime({ offset: true })
      .optional()
      .openapi({
        description: `Absent: ${DEFAULT_DAYS} days before the end.`,
      }),
    to: z.iso.datetime({ offset: true }).optional().openapi({ description: 'Absent: now.' }),
  })
  .refine(({ from, to }) => !from || !to || Date.parse(from) < Date.parse(to), {
    path: ['to'],
    message: 'the period ends before it begins',
  })

export const readFigures = (needs: { pool: Pool; clock: Clock; townOf: TownOf }) =>
  townOperation({
    method: 'get',
    path: '/figures',
    operationId: 'readFigures',
    tag: 'Figures',
    summary: 'What came in within a period, and what came of it',
    description: 'What is confidential is counted for the staff of the municipality only.',
    parameters: { query: Query },
    success: { 200: 'The figures.' },
    answer: FiguresView,
    problems: {},
    async handle({ caller: { municipality, isStaff }, query }) {
      const to_ms = query.to === undefined ? needs.clock() : Date.parse(query.to)
      const from_ms =
        query.from === undefined ? to_ms - DEFAULT_DAYS * DAY_MS : Date.parse(query.from)
      const town = await needs.townOf(municipality)
      const confidential = confidentialIn(town)
      const counts = await needs.pool.read({ tenant: municipality }, (run) =>
        countFigures(run, municipality, { from_ms, to_ms, isStaff, confidential }),
      )
      const { signals, cases, handed_over, received, made_safe, done } = counts
      const { confirmed, unchallenged, contested, at_desk, answers } = counts
      return {
        body: {
          municipality,
          from: toIso(from_ms),
          to: toIso(to_ms),
          signals,
          cases,
          handedOver: handed_over,
          received,
          madeSafe: made_safe,
          done,
          confirmed,
          unchallenged,
          contested,
          atDesk: at_desk,
          ...termFigures(counts.terms, town),
          answers: ANSWER_KINDS.flatMap((answer) => {
            const given = answers[answer]
            return given === undefined ? [] : [{ answer, count: given }]
          }),
        },
      }
    },
  })

/** By milestone, and what was only expected apart from what was agreed. */
function termFigures(counted: Figures['terms'], town: TownView) {
  const of = (isExpected: boolean) =>
    MILESTONES.flatMap((milestone) => {
      const own = counted.filter((one) => {
        const basis = agreementOf(town, one.agreement, one.version)?.basis
        return (
          one.milestone === milestone &&
          isExpected === (basis === undefined || isExpectation(basis))
        )
      })
      const sum = (what: 'kept' | 'broken') => own.reduce((all, one) => all + one[what], 0)
      return own.length === 0 ? [] : [{ milestone, kept: sum('kept'), broken: sum('broken') }]
    })
  return { terms: of(false), expectations: of(true) }
}
