import { z } from '@hono/zod-openapi'
import { type Clock, toIso } from '#kernel/clock'
import { townOperation } from '#modules/directory'
import { among, hrefOf } from '#platform/operation'
import { encodeCursor, pageOf, pageQuery } from '#platform/page'
import { AGREEMENT_PROBLEMS } from '../problems.ts'
import {
  DIFFERENCES,
  type Difference,
  type SimulatedSide,
  type SimulationFigures,
} from '../simulation.ts'
import { DraftPath } from './draft-view.ts'
import { AgreementNamed, namedOf } from './read-coverage.ts'

const REASONS = ['draft-not-found', 'draft-settled', 'draft-ends-wrong'] as const
type Refused = (typeof REASONS)[number]

type Period = { draft: string; from_ms: number; to_ms: number }
export type SimulationTold =
  | { progress: { cases: number } }
  | { result: SimulationFigures; digest: string; validAt_ms: number }

export type SimulationNeeds = {
  clock: Clock
  /** One at a time for each municipality. */
  simulate: (
    municipality: string,
    asked: Period & { by: string },
  ) => Promise<AsyncGenerator<SimulationTold> | Refused | 'simulation-running'>
  differencesOf: (
    municipality: string,
    asked: Period & { after?: string; most: number },
  ) => Promise<{ items: readonly Difference[]; next?: string } | Refused>
}

const PERIOD = {
  from: z.iso.datetime({ offset: true }).optional().openapi({
    description: 'Cases that were routed from this moment on; absent: a year before `to`.',
  }),
  to: z.iso.datetime({ offset: true }).optional().openapi({ description: 'Absent: until now.' }),
}
const YEAR_MS = 365 * 86_400_000

function periodOf(
  { from, to }: { from?: string | undefined; to?: string | undefined },
  now_ms: number,
) {
  const to_ms = to === undefined ? now_ms : Date.parse(to)
  return { from_ms: from === undefined ? to_ms - YEAR_MS : Date.parse(from), to_ms }
}

const Work = z.object({
  party: z.string().optional().openapi({ description: 'Absent: the desk.' }),
  category: z.string(),
  before: z.int(),
  after: z.int(),
  notOurs: z
    .object({
      rate: z.number(),
      assignments: z.int(),
      notOurs: z.int(),
      of: z.enum(['party-and-category', 'party', 'category']),
      expectedBefore: z.number(),
      expectedAfter: z.number(),
      centsBefore: z.int(),
      centsAfter: z.int(),
    })
    .optional()
    .openapi({
      description:
        'Expected reports that are not theirs, by the recorded rate, and their price in euro cents.',
    }),
})

const Line = z
  .union([
    z.object({ progress: z.object({ cases: z.int() }) }),
    z.object({
      result: z.object({
        cases: z.int(),
        underWarranty: z.int(),
        different: z.int(),
        kinds: z.array(z.object({ kind: z.enum(DIFFERENCES), cases: z.int() })),
        work: z.array(Work),
      }),
      digest: z.string(),
      validAt: z.iso.datetime(),
    }),
  ])
  .openapi('SimulationLine')

export const createSimulation = ({ clock, simulate }: SimulationNeeds) =>
  townOperation({
    method: 'post',
    path: '/simulations',
    operationId: 'createSimulation',
    tag: 'Agreements',
    summary: 'Try a draft on the cases of the past, before it is put in force',
    description:
      'The first routing decision of each case is asked again, from its recorded facts, with and without the draft, at the moment when all of the draft has begun. Refusals, corrections and tasks that followed are not simulated. One line of JSON after each piece, the last with the result.',
    body: z
      .strictObject({ draft: z.string().min(1).max(80), ...PERIOD })
      .openapi('SimulationAsked'),
    success: { 200: 'Lines of JSON: progress, then the result.' },
    answer: Line,
    contentType: 'application/jsonl',
    problems: among(AGREEMENT_PROBLEMS, ...REASONS, 'simulation-running'),
    async handle({ caller: { municipality, by }, body }, refuse) {
      const period = periodOf(body, clock())
      const steps = await simulate(municipality, { draft: body.draft, ...period, by })
      if (typeof steps === 'string') return refuse(steps)
      return new Response(linesOf(steps), {
        headers: { 'content-type': 'application/jsonl', 'x-accel-buffering': 'no' },
      })
    },
  })

/** Goes on only as fast as it is read; whoever goes away ends it. */
function linesOf(steps: AsyncGenerator<SimulationTold>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = await steps.next()
        if (done) return controller.close()
        controller.enqueue(encoder.encode(`${JSON.stringify(lineOf(value))}\n`))
      },
      async cancel() {
        await steps.return(undefined)
      },
    },
    { highWaterMark: 1 },
  )
}

function lineOf(told: SimulationTold): unknown {
  if ('progress' in told) return told
  const { validAt_ms, ...rest } = told
  return { ...rest, validAt: toIso(validAt_ms) }
}

const Side = z.object({
  agreement: AgreementNamed.optional().openapi({ description: 'Absent: the desk.' }),
  due: z.iso.datetime().optional(),
})

const DifferenceView = z
  .object({
    case: z.string(),
    category: z.string(),
    receivedAt: z.iso.datetime(),
    kinds: z.array(z.enum(DIFFERENCES)),
    before: Side,
    after: Side,
  })
  .openapi('SimulatedDifference')

const Cursor = z.tuple([z.uuid()]).transform(([id]) => id)

export const listDraftDifferences = ({ clock, differencesOf }: SimulationNeeds) =>
  townOperation({
    method: 'get',
    path: '/agreement-drafts/{draft}/differences',
    operationId: 'listDraftDifferences',
    tag: 'Agreements',
    summary: 'Each case of the past that a draft would make a difference for',
    description:
      'A page may hold fewer than asked, or none, and still have a `next`: many cases were looked through.',
    parameters: { path: DraftPath, query: z.strictObject({ ...PERIOD, ...pageQuery(Cursor) }) },
    success: { 200: 'Cases in the order in which they were routed.' },
    answer: pageOf(DifferenceView, 'SimulatedDifferences'),
    problems: among(AGREEMENT_PROBLEMS, ...REASONS),
    async handle({ caller: { municipality }, path, query }, refuse) {
      const found = await differencesOf(municipality, {
        draft: path.draft,
        ...periodOf(query, clock()),
        ...(query.cursor === undefined ? {} : { after: query.cursor }),
        most: query.limit,
      })
      if (typeof found === 'string') return refuse(found)
      const items = found.items.map((one) => differenceView(municipality, one))
      const next = found.next === undefined ? undefined : encodeCursor([found.next])
      return { body: { items, next } }
    },
  })

function differenceView(municipality: string, one: Difference) {
  const { caseId, category, received_ms, kinds, before, after } = one
  return {
    case: hrefOf(['cases', caseId], { municipality }),
    category,
    receivedAt: toIso(received_ms),
    kinds: [...kinds],
    before: sideView(municipality, before),
    after: sideView(municipality, after),
  }
}

function sideView(municipality: string, { chosen, due_ms }: SimulatedSide) {
  return {
    ...(chosen && { agreement: namedOf(municipality, chosen) }),
    ...(due_ms !== undefined && { due: toIso(due_ms) }),
  }
}
