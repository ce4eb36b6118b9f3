/** One kind of error of one room; its name is the last part of the problem's `type`. */
export type ProblemDefinition = {
  status: 400 | 401 | 403 | 404 | 409 | 412 | 413 | 428 | 429 | 500 | 503
  title: string
}
export type Catalogue = Readonly<Record<string, ProblemDefinition>>

/** A detail of invalid input: where, and what is wrong there. */
export type InputFault = { in: string; path: string; message: string }

/** Errors that no room owns. */
export const HTTP_PROBLEMS = {
  'input-invalid': { status: 400, title: 'The request is not valid' },
  'key-missing': { status: 401, title: 'This needs an API key' },
  'key-wrong': { status: 401, title: 'This API key is not known, or has ended' },
  'not-allowed': { status: 403, title: 'This API key may not do this' },
  'not-found': { status: 404, title: 'There is nothing here' },
  'body-too-large': { status: 413, title: 'The body is larger than is allowed' },
  'rate-exceeded': { status: 429, title: 'Too many requests in a short time' },
  fault: { status: 500, title: 'Something went wrong on our side' },
  'database-unreachable': { status: 503, title: 'The database cannot be reached now' },
} as const satisfies Catalogue

/** An answer by RFC 9457. `detail` is for people; other members are for programs. */
export function problemOf<Problems extends Catalogue>(
  catalogue: Problems,
  name: keyof Problems & string,
  members: { detail?: string } & Record<string, unknown> = {},
): Response {
  const { status, title } = catalogue[name] as ProblemDefinition
  const { detail = title, ...rest } = members
  return new Response(
    JSON.stringify({ type: `/problems/${name}`, status, title, detail, ...rest }),
    { status, headers: { 'content-type': 'application/problem+json' } },
  )
}
