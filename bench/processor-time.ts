import { readFile } from 'node:fs/promises'
import pg from 'pg'

/** Ticks a second in /proc: 100 on every Linux that people run. */
const TICKS = 100

/**
 * What the processes of a PostgreSQL that are there now have worked since they began, in seconds; undefined where the
 * system does not tell.
 */
export async function postgresWorked_s(superuserUrl: string): Promise<number | undefined> {
  if (process.platform !== 'linux') return undefined
  const client = new pg.Client({ connectionString: superuserUrl })
  await client.connect()
  const { rows } = await client.query<{ pid: number }>('select pid from pg_stat_activity')
  await client.end()
  const worked = await Promise.all(rows.map(({ pid }) => workedBy_s(pid)))
  return worked.reduce((sum, one) => sum + one, 0)
}

async function workedBy_s(pid: number): Promise<number> {
  // One that ended meanwhile worked for next to nothing.
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)
  // The name, in brackets, may hold spaces: the fields are counted from behind it.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ') ?? []
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / TICKS
}
