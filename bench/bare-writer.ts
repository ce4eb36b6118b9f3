import { randomBytes, randomUUID } from 'node:crypto'
import pg from 'pg'
import { type Loop, loop, type Pace } from './closed-loop.ts'
import { doTask } from './task.ts'

/** Rows as one report wrote them, table by table; every value as PostgreSQL writes it, or null. */
export type SampleReport = {
  rows: readonly { table: string; columns: readonly string[]; values: readonly (string | null)[] }[]
  /** What has to be another in every transaction, such as the id of the case. */
  unique: readonly string[]
  municipality: string
}

export type BareTask = Pace & { appUrl: string; samples: readonly SampleReport[] }

/**
 * The least that can be done for a report: begin, the settings of row-level security, one insert a row, the head,
 * commit; all sent at once (a pipeline), on every connection for a municipality of its own, so that no
 * transaction waits for the lock of another and all may share a flush to disk.
 */
async function bareWriter(task: BareTask): Promise<Loop> {
  const writers = await Promise.all(
    Array.from({ length: task.connections }, async (_, connection) => {
      const client = new pg.Client({
        connectionString: task.appUrl,
        pipeline: true,
      } as pg.ClientConfig)
      await client.connect()
      const municipality = `XX${String(connection).padStart(4, '0')}`
      await client.query(`select set_config('lantaarn.tenant', $1, false)`, [municipality])
      await client.query(
        `insert into journal.heads (municipality, position)
        select $1, coalesce(max(position), 0) from journal.events where municipality = $1
        on conflict (municipality) do update set position = excluded.position`,
        [municipality],
      )
      const { rows } = await client.query('select position from journal.heads')
      const position = Number(rows[0].position)
      const transactions = task.samples.map((sample) => prepare(client, sample, municipality))
      return { client, transactions, position, turn: 0 }
    }),
  )
  const result = await loop(task, async (connection) => {
    const writer = writers[connection] as (typeof writers)[number]
    const write = writer.transactions[writer.turn++ % writer.transactions.length]
    writer.position = (await write?.(writer.position)) ?? 0
  })
  await Promise.all(writers.map(({ client }) => client.end()))
  return result
}

type Part = string | ((ids: readonly string[], position: number) => string)

function prepare(client: pg.Client, sample: SampleReport, municipality: string) {
  const kinds = sample.unique.map((text) => (/^[\da-f-]{36}$/.test(text) ? 'uuid' : 'text'))
  const statements = sample.rows.map((row, at) => ({
    name: `${sample.rows.length}-${at}`,
    text: `insert into ${row.table} (${row.columns.join(', ')}) values (${row.columns.map((_, i) => `$${i + 1}`).join(', ')})`,
    row,
  }))
  const events = sample.rows.filter(({ table }) => table === 'journal.events')
  const makers = statements.map(({ row }) => {
    const offset = row.table === 'journal.events' ? events.indexOf(row) + 1 : 0
    return row.columns.map((column, i): Part | null => {
      const value = row.values[i] ?? null
      if (value === null) return null
      if (column === 'municipality' || column === 'tenant') return municipality
      if (column === 'position') return (_, position) => String(position + offset)
      return fresh(value, sample.unique)
    })
  })
  const digest = `\\x${randomBytes(32).toString('hex')}`
  return async (position: number): Promise<number> => {
    const ids = kinds.map((kind) =>
      kind === 'uuid' ? randomUUID() : randomBytes(16).toString('hex'),
    )
    const after = position + events.length
    const all = [
      client.query('begin'),
      client.query({
        name: 'scope',
        text: `select set_config('lantaarn.tenant', $1, true), set_config('lantaarn.organisation', $2, true)`,
        values: [municipality, ''],
      }),
      ...statements.map(({ name, text }, at) =>
        client.query({
          name,
          text,
          values:
            makers[at]?.map((part) => (typeof part === 'function' ? part(ids, position) : part)) ??
            [],
        }),
      ),
      client.query({
        name: 'head',
        text: 'update journal.heads set position = $1, digest = $2, epoch = 1, numbers = $3 where municipality = $4',
        values: [after, digest, `{"2026":${after}}`, municipality],
      }),
      client.query('commit'),
    ]
    const answers = await Promise.all(all)
    if (answers.at(-1)?.command !== 'COMMIT') throw new Error('a bare transaction was rolled back')
    return after
  }
}

/** The value with every id in it replaced: cut to pieces once, put together in every transaction. */
function fresh(value: string, unique: readonly string[]): Part {
  const pieces = value.split(new RegExp(`(${unique.map(RegExp.escape).join('|')})`))
  if (pieces.length === 1) return value
  const parts = pieces.map((piece) => (unique.includes(piece) ? unique.indexOf(piece) : piece))
  return (ids) => parts.map((part) => (typeof part === 'number' ? ids[part] : part)).join('')
}

if (import.meta.main) await doTask(bareWriter)
