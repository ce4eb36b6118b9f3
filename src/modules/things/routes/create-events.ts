import { z } from '@hono/zod-openapi'
import { townOperation } from '#modules/directory'
import { hrefOf, type Refuse } from '#platform/operation'
import { THING_PROBLEMS } from '../problems.ts'
import { EVENT_KINDS, type EventResult } from '../thing-event.ts'
import { DeviceReportData } from './device-report.ts'

/** Reads a request as CloudEvents and takes what is in it; answers after the commit. */
export type TakeRequest = (
  caller: { municipality: string; by: string },
  headers: Readonly<Record<string, string>>,
  bytes: Uint8Array,
) => Promise<{ isBatch: boolean; results: readonly EventResult[] }>

const Event = z
  .looseObject({
    specversion: z.literal('1.0'),
    id: z.string(),
    source: z.string().openapi({ example: 'urn:nld:oin:00000001234567890000:systeem:lampen' }),
    type: z.enum(Object.keys(EVENT_KINDS) as (keyof typeof EVENT_KINDS)[]),
    time: z.iso.datetime({ offset: true }).optional(),
    datacontenttype: z.literal('application/json').optional(),
    data: DeviceReportData,
  })
  .openapi('DeviceEvent')

const Headers = z.looseObject({
  'ce-specversion': z.string().optional().openapi({ description: 'In binary mode: 1.0.' }),
  'ce-id': z.string().optional(),
  'ce-source': z.string().optional(),
  'ce-type': z.string().optional(),
  'ce-time': z.string().optional(),
})

const Result = z
  .object({
    status: z.enum(['taken', 'repeated', 'rejected']),
    source: z.string().optional(),
    id: z.string().optional(),
    outcome: z
      .enum(['reported', 'cleared', 'outdated', 'nothing-raised'])
      .optional()
      .openapi({ description: 'What it came to; of what was taken.' }),
    isTimeSuspect: z.boolean().optional().openapi({
      description: 'The clock of the sender is more than five minutes from ours.',
    }),
    case: z.object({ href: z.string(), id: z.uuid(), number: z.string() }).optional(),
    problem: z
      .object({ type: z.string(), status: z.int(), title: z.string(), detail: z.string() })
      .optional()
      .openapi({ description: 'Why it was not taken.' }),
    reject: z.uuid().optional().openapi({ description: 'Where it stands in /rejects.' }),
  })
  .openapi('EventResult')

export const createEvents = ({ takeRequest }: { takeRequest: TakeRequest }) =>
  townOperation({
    method: 'post',
    path: '/events',
    operationId: 'createEvents',
    tag: 'Things',
    summary: 'What things say of themselves: something is wrong, or over',
    description:
      'CloudEvents 1.0, one or a batch, in structured or binary mode. The answer comes after the commit; the same source and id again are the same event. What is not taken stands in /rejects. A batch of which nothing was taken answers with the problem of its first event, and all results.',
    parameters: { headers: Headers },
    media: {
      'application/cloudevents+json': Event,
      'application/cloudevents-batch+json': z.array(Event),
      'application/json': DeviceReportData,
    },
    success: {
      200: 'A result for each event of a batch, or for one that was taken before.',
      202: 'The event was taken.',
    },
    answer: z.object({ results: z.array(Result) }).openapi('EventResults'),
    problems: THING_PROBLEMS,
    async handle({ caller, headers, bytes }, refuse) {
      const { isBatch, results } = await takeRequest(caller, headers as never, bytes)
      const told = results.map((one) => resultOf(caller.municipality, one))
      const [first] = results
      if (first?.status === 'rejected' && results.every(({ status }) => status === 'rejected'))
        return refuseAll(refuse, first, isBatch ? { results: told } : {})
      const isNew = !isBatch && first?.status === 'taken'
      return { status: isNew ? 202 : 200, body: { results: told } }
    },
  })

function refuseAll(
  refuse: Refuse<typeof THING_PROBLEMS>,
  { refused, rejectId }: Extract<EventResult, { status: 'rejected' }>,
  members: object,
): Response {
  const { reason, detail } = refused
  return refuse(reason, { detail, reject: rejectId, ...members })
}

function resultOf(municipality: string, result: EventResult): z.input<typeof Result> {
  if (result.status === 'rejected') {
    const { status, refused, rejectId, source, id } = result
    const { reason, detail } = refused
    const problem = { type: `/problems/${reason}`, ...THING_PROBLEMS[reason], detail }
    return { status, source, id, problem, reject: rejectId }
  }
  const { case: found, ...rest } = result
  if (!found) return rest
  return { ...rest, case: { href: hrefOf(['cases', found.number], { municipality }), ...found } }
}
