import { readFileSync } from 'node:fs'

/**
 * A name for a running process that no later process gets: its number alone is given out again after a restart.
 * Nothing when there is no such process (or only its unburied remains).
 */
export function processIdentity(pid: number): string | undefined {
  if (process.platform !== 'linux') return hasProcess(pid) ? `${pid}` : undefined
  try {
    // The second field is the program's name in brackets, and may itself hold brackets and spaces.
    const fields = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ').at(-1)?.split(' ') ?? []
    const [state] = fields
    const startedAt_ticks = fields[19]
    if (state === 'Z' || state === 'X') return undefined
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').slice(0, 8)
    return `${pid}-${startedAt_ticks}-${boot}`
  } catch {
    return undefined
  }
}

export function isProcessAlive(identity: string): boolean {
  return processIdentity(Number.parseInt(identity, 10)) === identity
}

function hasProcess(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
