import { type DestinationStream, type Logger, pino, stdTimeFunctions } from 'pino'
import { currentTrace } from './trace.ts'

export type Log = Logger

/** From the most to the least talkative. */
export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

/** Fields that never reach the log, wherever a careless caller puts them, two folds deep. */
const SECRET_FIELDS = [
  'authorization',
  'cookie',
  'set-cookie',
  'password',
  'secret',
  'secretKey',
  'token',
  'apiKey',
  'api_key',
  'x-api-key',
  'connectionString',
]
const SECRET_PATHS = SECRET_FIELDS.flatMap((field) =>
  ['', '*', '*.*'].map((above) => `${above}["${field}"]`),
)

/** A password inside a URL, such as a connection string in the message of a driver's error. */
const URL_PASSWORD = /([a-z][a-z0-9+.-]*:\/\/[^\s:/@]*):[^\s/@]+@/gi

/** Links and API keys, wherever they stand: who reads one in a log could use it. */
const BEARERS = /(?<![a-z_])(l[kl]_)[\w-]{12,}/g

/** JSON lines on standard output, each with the trace that it belongs to. */
export function createLog(options: { level: LogLevel }, destination?: DestinationStream): Log {
  const settings = {
    level: options.level,
    base: null,
    timestamp: stdTimeFunctions.isoTime,
    redact: { paths: SECRET_PATHS, censor: '[secret]' },
    formatters: { level: (label: string) => ({ level: label }) },
    mixin: traceFields,
    hooks: {
      streamWrite: (line: string) =>
        line.replace(URL_PASSWORD, '$1:[secret]@').replace(BEARERS, '$1[secret]'),
    },
  }
  return destination === undefined ? pino(settings) : pino(settings, destination)
}

function traceFields(): object {
  const trace = currentTrace()
  return trace === undefined ? {} : { trace_id: trace.traceId, span_id: trace.spanId }
}
