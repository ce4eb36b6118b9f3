import type { OutsideReading } from '#platform/outgoing'

/** What is looked at, in this order; a step is left out where it says nothing of this kind of channel. */
export const STEPS = [
  'endpoint',
  'name',
  'connection',
  'tls',
  'answer',
  'signature',
  'discovery',
  'services',
  'mapping',
  'test-request',
  'mail',
] as const
export type StepName = (typeof STEPS)[number]
export type Step = { step: StepName; isOk: boolean; detail: string; took_ms?: number | undefined }

/** How far a call on a connection of its own came: each step to the first that failed. */
export function stepsOfReaching(url: string, reading: OutsideReading): Step[] {
  const { hostname, protocol } = new URL(url)
  const { reached, error = '', took_ms, status } = reading
  const isName = !/^[\d.]+$|^\[/.test(hostname)
  const steps: Step[] = []
  const add = (step: StepName, at_ms: number | undefined, detail: string) => {
    const isOk = at_ms !== undefined
    steps.push({ step, isOk, detail: isOk ? detail : error, took_ms: at_ms })
    return isOk
  }
  const known = reached.address === undefined ? hostname : `${hostname}: ${reached.address}`
  // Before a name is known to a private address there is nothing to connect to.
  const isRefused = status === 0 && reached.connected_ms === undefined && error.includes('private')
  if (
    isName &&
    !add('name', isRefused ? undefined : (reached.named_ms ?? reached.connected_ms), known)
  )
    return steps
  // Without TLS anybody on the way can read along: it is said, for it is allowed.
  const how = protocol === 'http:' ? `${hostname}, http: no TLS` : hostname
  if (!add('connection', reached.connected_ms, how)) return steps
  if (protocol === 'https:' && !add('tls', reached.secured_ms, 'TLS')) return steps
  add('answer', status === 0 ? undefined : took_ms, `HTTP ${status}`)
  return steps
}
