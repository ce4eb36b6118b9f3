import { z } from '@hono/zod-openapi'
import type { Clock } from '#kernel/clock'
import { DELIVERY_PROBLEMS } from '#modules/delivery'
import { townOperation } from '#modules/directory'
import { among } from '#platform/operation'
import { CHANNEL_KINDS } from './channels-of-town.ts'
import { STEPS } from './connection-steps.ts'
import type { TestConnection } from './test-connection.ts'

const ConnectionTest = z
  .object({
    organisation: z.string(),
    tests: z.array(
      z.object({
        kind: z.enum(CHANNEL_KINDS),
        isOk: z.boolean(),
        steps: z.array(
          z.object({
            step: z.enum(STEPS),
            isOk: z.boolean(),
            detail: z.string(),
            tookMs: z.int().optional(),
          }),
        ),
      }),
    ),
  })
  .openapi('ConnectionTest', { description: 'Each way to reach the party, and how far it came.' })

/** A party is not called more often than this because somebody of one town presses a button; no town hears of another. */
const ONCE_IN_MS = 10_000

export const createConnectionTest = ({
  testConnection,
  clock,
}: {
  testConnection: TestConnection
  clock: Clock
}) => {
  const tested = new Map<string, number>()
  return townOperation({
    method: 'post',
    path: '/channels/{organisation}/tests',
    operationId: 'createConnectionTest',
    tag: 'Deliveries',
    summary: 'Try how a party is reached',
    description:
      'Sends something that says of itself that it is a test. No case comes of it, and no figure counts it.',
    parameters: { path: z.strictObject({ organisation: z.string().min(1).max(80) }) },
    success: { 201: 'What happened, step by step.' },
    answer: ConnectionTest,
    problems: among(DELIVERY_PROBLEMS, 'channel-not-found', 'tested-just-now'),
    async handle({ caller: { municipality }, path: { organisation } }, refuse) {
      const now_ms = clock()
      for (const [one, at_ms] of tested) if (at_ms <= now_ms - ONCE_IN_MS) tested.delete(one)
      const tie = `${municipality}/${organisation}`
      if (tested.has(tie)) return refuse('tested-just-now')
      tested.set(tie, now_ms)
      const tests = await testConnection(municipality, organisation)
      if (tests.length === 0) {
        tested.delete(tie)
        return refuse('channel-not-found')
      }
      const told = tests.map(({ kind, isOk, steps }) => ({
        kind,
        isOk,
        steps: steps.map(({ step, isOk: ok, detail, took_ms: tookMs }) => ({
          step,
          isOk: ok,
          detail,
          tookMs,
        })),
      }))
      return { status: 201 as const, body: { organisation, tests: told } }
    },
  })
}
