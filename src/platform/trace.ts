import { AsyncLocalStorage } from 'node:async_hooks'
import { drawBytes } from './random.ts'

/** Where a piece of work stands in a trace: W3C Trace Context level 1 (https://www.w3.org/TR/trace-context-1/). */
export type Trace = {
  /** 32 lowercase hex digits, the same along the whole chain of calls. */
  readonly traceId: string
  /** 16 lowercase hex digits: this step. */
  readonly spanId: string
  readonly isSampled: boolean
  /** What other vendors along the way keep for themselves; handed on as it came. */
  readonly state?: string
}

const VERSION_00 = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/
/** A higher version may carry more after a dash; its first four fields mean the same (section 4.3). */
const HIGHER_VERSION = /^(?!ff|00)[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(?:-.*)?$/

/** No sender has to be given more room than this (section 3.3.1.5). */
const STATE_LIMIT = 512

/** The caller's step, or nothing when the header is not valid: then one's own trace is begun (section 3.2). */
export function parseTraceparent(header: string | undefined): Trace | undefined {
  if (header === undefined) return undefined
  const [, traceId, spanId, flags] = VERSION_00.exec(header) ?? HIGHER_VERSION.exec(header) ?? []
  if (traceId === undefined || spanId === undefined || flags === undefined) return undefined
  if (/^0+$/.test(traceId) || /^0+$/.test(spanId)) return undefined
  return { traceId, spanId, isSampled: (Number.parseInt(flags, 16) & 1) === 1 }
}

export function formatTraceparent(trace: Trace): string {
  return `00-${trace.traceId}-${trace.spanId}-${trace.isSampled ? '01' : '00'}`
}

/** A new step: under the caller's when `traceparent` is valid, else the first of a trace of its own. */
export function beginTrace(traceparent?: string, tracestate?: string): Trace {
  const caller = parseTraceparent(traceparent)
  const spanId = nonZeroHex(8)
  if (caller === undefined) return { traceId: nonZeroHex(16), spanId, isSampled: true }
  const isKept = tracestate !== undefined && tracestate !== '' && tracestate.length <= STATE_LIMIT
  return { ...caller, spanId, ...(isKept ? { state: tracestate } : {}) }
}

const current = new AsyncLocalStorage<Trace>()

/** Runs `work` so that every log line and outgoing call within it knows where it belongs. */
export function withinTrace<T>(trace: Trace, work: () => T): T {
  return current.run(trace, work)
}

export function currentTrace(): Trace | undefined {
  return current.getStore()
}

function nonZeroHex(bytes: number): string {
  const drawn = drawBytes(bytes)
  // All zeroes means "invalid" in the standard.
  if (drawn.every((byte) => byte === 0)) drawn[bytes - 1] = 1
  return drawn.toString('hex')
}
