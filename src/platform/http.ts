import { OpenAPIHono } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { findClients, type TrustedProxies } from './client-address.ts'
import type { Log } from './log.ts'
import type { Metrics } from './metrics.ts'
import { API_BASE, API_VERSION } from './operation.ts'
import { HTTP_PROBLEMS, type InputFault, problemOf } from './problem.ts'
import { limitRate } from './rate-limit.ts'
import { beginTrace, currentTrace, formatTraceparent, withinTrace } from './trace.ts'

export type HttpOptions = {
  log: Log
  metrics: Metrics
  maxBody_bytes: number
  /** What may be larger than any other body, since it is read as it comes in; who reads it counts. */
  uploads: {
    /** What its length may say at most; undefined of what is no upload. */
    most_bytesOf: (method: string, path: string, contentType: string) => number | undefined
  }
  /** Whose word is taken for who called. */
  trustedProxies: TrustedProxies
  /** How writing requests are counted. */
  rate: Parameters<typeof limitRate>[0]
  /** Whether this process is about to stop: then no connection is kept for a next request. */
  isLeaving: () => boolean
  /** Whether a fault is the database being away, which passes. */
  isPassing: (error: Error) => boolean
}

const SECURITY_HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
}

/** An application with what every request needs: a trace, limits, headers, and errors in one form. */
export function createHttp(options: HttpOptions): OpenAPIHono {
  const { log } = options
  const app = createRouter()
  app.use(traced(options))
  app.use(findClients(options.trustedProxies))
  app.use(limitRate(options.rate))
  app.use(limitBody(options))
  app.notFound(() => problemOf(HTTP_PROBLEMS, 'not-found'))
  app.onError((error) => {
    const isPassing = options.isPassing(error)
    log.error({ err: error }, isPassing ? 'the database cannot be reached' : 'a request failed')
    options.metrics.errors.inc({ where: 'http' })
    const trace = currentTrace()
    return problemOf(HTTP_PROBLEMS, isPassing ? 'database-unreachable' : 'fault', {
      ...(trace === undefined ? {} : { traceId: trace.traceId }),
    })
  })
  return app
}

/** A router whose invalid input is one 400 with every fault in it. */
export function createRouter(): OpenAPIHono {
  return new OpenAPIHono({
    defaultHook: (result) => {
      if (result.success) return undefined
      const faults: InputFault[] = result.error.issues.map((issue) => ({
        in: result.target,
        path: issue.path.join('.'),
        message: issue.message,
      }))
      const [first] = faults
      return problemOf(HTTP_PROBLEMS, 'input-invalid', {
        detail: first ? `${first.path || first.in}: ${first.message}` : 'The request is not valid.',
        faults,
      })
    },
  })
}

function traced({ log, metrics, isLeaving }: HttpOptions): MiddlewareHandler {
  return (c, next) => {
    const trace = beginTrace(c.req.header('traceparent'), c.req.header('tracestate'))
    return withinTrace(trace, async () => {
      const started_ms = performance.now()
      await next()
      for (const [name, value] of Object.entries(SECURITY_HEADERS))
        if (!c.res.headers.has(name)) c.res.headers.set(name, value)
      c.res.headers.set('traceparent', formatTraceparent(trace))
      if (isLeaving()) c.res.headers.set('connection', 'close')
      if (c.req.path.startsWith(`${API_BASE}/`)) c.res.headers.set('api-version', API_VERSION)
      const lasted_ms = performance.now() - started_ms
      const { method } = c.req
      metrics.requests.observe({ method, status: String(c.res.status) }, lasted_ms / 1000)
      const line = {
        method,
        path: c.req.path,
        status: c.res.status,
        lasted_ms: Math.round(lasted_ms),
      }
      if (c.res.status >= 500) log.error(line, 'answered')
      else log.debug(line, 'answered')
    })
  }
}

/** Hono's own limit makes a stream of every body to see whether there is one; a length that is given is enough. */
function limitBody({ maxBody_bytes: most_bytes, uploads }: HttpOptions): MiddlewareHandler {
  const tooLarge = (most: number) =>
    problemOf(HTTP_PROBLEMS, 'body-too-large', {
      detail: `The body may have at most ${most} bytes.`,
    })
  const limit = bodyLimit({ maxSize: most_bytes, onError: () => tooLarge(most_bytes) })
  return async (c, next) => {
    const length = Number(c.req.header('content-length'))
    const contentType = c.req.header('content-type') ?? ''
    const mostOfUpload = uploads.most_bytesOf(c.req.method, c.req.path, contentType)
    if (mostOfUpload !== undefined) return length > mostOfUpload ? tooLarge(mostOfUpload) : next()
    const isGiven = length <= most_bytes && c.req.header('transfer-encoding') === undefined
    return isGiven ? next() : limit(c, next)
  }
}
