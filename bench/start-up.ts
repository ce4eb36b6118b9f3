import { readFile } from 'node:fs/promises'
import type { Loop } from './closed-loop.ts'
import { openFolder, type Program } from './cluster.ts'
import type { ClientTask } from './open311-client.ts'
import { MUNICIPALITY, makeReports } from './reports.ts'
import type { Row } from './row.ts'
import { inOwnProcess } from './task.ts'

const FIRST_AT_MOST_S = 120
const SECOND_AT_MOST_S = 5
const MEMORY_AT_MOST_MB = 512
const MIB = 1024 * 1024
const LOAD = { connections: 32, warm_ms: 0, run_ms: 5_000 }

/** From the command to the line that says it is ready, in an empty folder and again; and what it then holds. */
export async function benchStartUp(): Promise<Row[]> {
  await using folder = await openFolder()
  const first = await folder.start()
  await first[Symbol.asyncDispose]()
  await using second = await folder.start()
  const rested = await memory_bytes(second)
  const url = `${second.url}/open311/v2/${MUNICIPALITY}/requests.json`
  const bodies = makeReports({ scale: 1, isOneParty: false })
  const task: ClientTask = { kind: 'closed', url, bodies, ...LOAD }
  const { done } = await inOwnProcess<ClientTask, Loop>('open311-client.ts', task)
  const loaded = await memory_bytes(second)
  const mib = (bytes: number) => Math.round(bytes / MIB)
  return [
    {
      what: 'first start: cluster, schema, sample town with its history',
      figure: first.startedIn_ms / 1000,
      unit: 's',
      limit: FIRST_AT_MOST_S,
      limitIs: 'at most',
    },
    {
      what: 'second start',
      figure: second.startedIn_ms / 1000,
      unit: 's',
      limit: SECOND_AT_MOST_S,
      limitIs: 'at most',
    },
    {
      what: 'memory of the program after a load',
      figure: mib(loaded),
      unit: 'MiB',
      limit: MEMORY_AT_MOST_MB,
      limitIs: 'at most',
      note: `${mib(rested)} MiB before, ${done} reports in between; PostgreSQL not counted`,
    },
  ]
}

async function memory_bytes({ pid }: Program): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]) * 1024
}
