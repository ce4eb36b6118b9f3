import { type OpenAPIHono, type RouteConfig, z } from '@hono/zod-openapi'
import type { Operation } from './operation.ts'
import type { Catalogue, ProblemDefinition } from './problem.ts'

const Problem = z
  .looseObject({
    type: z.string().openapi({ example: '/problems/case-not-found' }),
    status: z.int(),
    title: z.string(),
    detail: z.string(),
    faults: z
      .array(z.object({ in: z.string(), path: z.string(), message: z.string() }))
      .optional()
      .openapi({ description: 'Everything that is wrong with the input, all at once.' }),
  })
  .openapi('Problem')

const JSON_TYPE = 'application/json'

/** What an operation is in the document beside its literal. */
export type Around = {
  /** Of every operation of its kind, such as the tenant. */
  query: z.ZodObject
  security: Record<string, string[]>[]
  problems: Catalogue
}

/** Writes one operation into the router's OpenAPI document. */
export function documentOperation<Caller>(
  router: OpenAPIHono,
  operation: Operation<Caller>,
  around: Around,
): void {
  const { method, path, operationId, tag, summary, description, body, parameters } = operation
  const media = { ...(body && { [JSON_TYPE]: body }), ...operation.media }
  const content = Object.fromEntries(
    Object.entries(media).map(([type, schema]) => [type, { schema }]),
  )
  router.openAPIRegistry.registerPath({
    method,
    path,
    operationId,
    tags: [tag],
    summary,
    ...(description === undefined ? {} : { description }),
    security: around.security,
    request: {
      params: parameters.path,
      query: parameters.query.extend(around.query.shape),
      headers: parameters.headers,
      ...(Object.keys(content).length > 0 ? { body: { required: true, content } } : {}),
    },
    responses: {
      ...successes(operation),
      ...refusals({ ...around.problems, ...operation.problems }),
    },
  } as RouteConfig)
}

const WITHOUT_BODY: ReadonlySet<string> = new Set(['204', '304'])

function successes<Caller>({ success, answer, contentType, answerHeaders }: Operation<Caller>) {
  const headers = Object.fromEntries(
    Object.entries({ 'API-Version': 'The version of the API.', ...answerHeaders }).map(
      ([name, description]) => [name, { description, schema: { type: 'string' } }],
    ),
  )
  const content = { [contentType ?? JSON_TYPE]: { schema: answer } }
  return Object.fromEntries(
    Object.entries(success).map(([status, description]) => [
      status,
      WITHOUT_BODY.has(status) ? { description, headers } : { description, headers, content },
    ]),
  )
}

/** One response a status, whose description names every problem that it can be. */
function refusals(problems: Catalogue) {
  const byStatus = Map.groupBy(Object.entries(problems), ([, { status }]) => status)
  return Object.fromEntries(
    [...byStatus].map(([status, entries]) => [
      status,
      {
        description: entries.map(describe).join('\n'),
        content: { 'application/problem+json': { schema: Problem } },
        'x-problems': entries.map(([name]) => name).sort(),
      },
    ]),
  )
}

function describe([name, { title }]: [string, ProblemDefinition]): string {
  return `- \`${name}\`: ${title}`
}
