import { monitorEventLoopDelay } from 'node:perf_hooks'

export type Turns = {
  p999_ms: number
  worst_ms: number
  /** The longest that this thread itself worked between two turns: what others do on the machine is not in it. */
  worked_ms: number
}

/** How long the event loop was held up, from now until it is asked. */
export function watchTurns(): () => Turns {
  const delays = monitorEventLoopDelay({ resolution: 1 })
  let worked_us = 0
  let last = process.threadCpuUsage()
  const timer = setInterval(() => {
    const { user, system } = process.threadCpuUsage(last)
    worked_us = Math.max(worked_us, user + system)
    last = process.threadCpuUsage()
  }, 1)
  delays.enable()
  return () => {
    delays.disable()
    clearInterval(timer)
    const [p999_ns, worst_ns] = [delays.percentile(99.9), delays.max]
    return { p999_ms: p999_ns / 1e6, worst_ms: worst_ns / 1e6, worked_ms: worked_us / 1000 }
  }
}
