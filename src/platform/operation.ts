import { z } from '@hono/zod-openapi'
import type { Catalogue, ProblemDefinition } from './problem.ts'
import { problemOf } from './problem.ts'
import type { SentPhoto, Uploads } from './uploads.ts'

/** Under which every operation stands, with the major version. */
export const API_BASE = '/api/v1'
export const API_VERSION = '1.0.0'

export type Locale = 'nl' | 'en'

type Nothing = z.ZodObject<Record<never, never>>
type Fields = z.ZodObject
type SuccessStatus = 200 | 201 | 202 | 204 | 304

export type Request<Caller, Path, Query, Headers, Body> = {
  caller: Caller
  path: Path
  query: Query
  /** Names in lower case. */
  headers: Headers
  body: Body
  /** The body as it came, of an operation that reads it itself; empty for all others. */
  bytes: Uint8Array
  /** The same as it comes in, of an operation that says so. */
  stream: ReadableStream<Uint8Array> | null
  /** That came along, of an operation that takes them. */
  photos: readonly SentPhoto[]
  locale: Locale
  /** Of the socket; empty where there is none. */
  clientAddress: string
}

export type Result<Body> = {
  status?: Exclude<SuccessStatus, 204 | 304>
  body: Body
  headers?: Readonly<Record<string, string>>
}

/** One operation, all of it: from this literal come validation, types, the OpenAPI document and the route. */
type Literal<
  Caller,
  Path extends Fields,
  Query extends Fields,
  Headers extends Fields,
  Body extends z.ZodType,
  Answer extends z.ZodType,
  Problems extends Catalogue,
> = {
  method: 'get' | 'post' | 'put' | 'delete'
  path: string
  operationId: string
  tag: string
  summary: string
  description?: string
  parameters?: { path?: Path; query?: Query; headers?: Headers }
  body?: Body
  /** Schemas for the document, by content type: of an operation that reads its body itself, or beside JSON. */
  media?: Readonly<Record<string, z.ZodType>>
  /** Its body is larger than others may be, and is read as it comes in. */
  isStreamed?: true
  /**
   * Its body may also be a form, with the JSON in the field of this name and photos beside it. What is wrong with a
   * photo is then among its problems.
   */
  withPhotos?: { field: string; most: number; uploads: Uploads }
  /** What each status of success means. */
  success: Partial<Record<SuccessStatus, string>>
  answer: Answer
  /** Of the answer; JSON where it is absent. */
  contentType?: string
  answerHeaders?: Readonly<Record<string, string>>
  problems: Problems
  handle(
    request: Request<Caller, z.output<Path>, z.output<Query>, z.output<Headers>, z.output<Body>>,
    refuse: Refuse<Problems>,
  ): Promise<Result<z.input<Answer>> | Response>
}

export type Refuse<Problems extends Catalogue> = (
  name: keyof Problems & string,
  members?: { detail?: string; headers?: Readonly<Record<string, string>> } & Record<
    string,
    unknown
  >,
) => Response

/** An operation as the router, the document and the tests see it. */
export type Operation<Caller = never> = Omit<
  Literal<Caller, Fields, Fields, Fields, z.ZodType, z.ZodType, Catalogue>,
  'handle' | 'parameters'
> & {
  parameters: { path: Fields; query: Fields; headers: Fields }
  /** Whether it is about one tenant, which the caller names or is bound to. */
  isOfOneTenant: boolean
  handle(
    request: Request<Caller, unknown, unknown, unknown, unknown>,
    refuse: Refuse<Catalogue>,
  ): Promise<Result<unknown> | Response>
}

/** The maker of operations for one kind of caller. */
export function operationsFor<Caller>(options: { isOfOneTenant: boolean }) {
  return <
    Answer extends z.ZodType,
    Problems extends Catalogue,
    Path extends Fields = Nothing,
    Query extends Fields = Nothing,
    Headers extends Fields = Nothing,
    Body extends z.ZodType = z.ZodUndefined,
  >(
    literal: Literal<Caller, Path, Query, Headers, Body, Answer, Problems>,
  ): Operation<Caller> => {
    const { path, query, headers } = literal.parameters ?? {}
    const parameters = {
      path: path ?? z.strictObject({}),
      query: query ?? z.strictObject({}),
      headers: headers ?? z.object({}),
    }
    return { ...literal, parameters, ...options } as unknown as Operation<Caller>
  }
}

/** The entries of a catalogue that one operation answers with. */
export function among<Problems extends Catalogue, Name extends keyof Problems & string>(
  catalogue: Problems,
  ...names: readonly Name[]
): Record<Name, ProblemDefinition> {
  const chosen = {} as Record<Name, ProblemDefinition>
  for (const name of names) chosen[name] = catalogue[name] as ProblemDefinition
  return chosen
}

/** A refusal with headers of its own, such as the present ETag. */
export function refuseWith<Problems extends Catalogue>(problems: Problems): Refuse<Problems> {
  return (name, { headers = {}, ...members } = {}) => {
    const answer = problemOf(problems, name, members)
    for (const [header, value] of Object.entries(headers)) answer.headers.set(header, value)
    return answer
  }
}

/** The address of a resource, without the host: the same behind any proxy. */
export function hrefOf(
  segments: readonly string[],
  query: Readonly<Record<string, string>> = {},
): string {
  const path = segments.map(encodeURIComponent).join('/')
  const search = new URLSearchParams(query).toString()
  return `${API_BASE}/${path}${search === '' ? '' : `?${search}`}`
}
