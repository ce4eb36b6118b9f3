import type { Socket } from 'node:net'
import pg from 'pg'
import type { Sql } from 'sql-template-tag'
import { parsers } from './database-parsers.ts'

export type Row = Record<string, unknown>

/** Runs one statement and gives its rows. */
export type Query = <T extends Row = Row>(statement: Sql) => Promise<T[]>

/** The connection was lost while a transaction was being committed: it may stand, or not. */
export class CommitUnsure extends Error {}

/** Whose rows a transaction may see: a tenant's, or one organisation's in every tenant. */
export type Scope = { tenant?: string; organisation?: string }

/**
 * Statements whose rows nobody needs; one that fails undoes the transaction. So does one that was sent before, and whose
 * answer nobody waited for.
 */
export type AtLast = (statements: readonly Sql[], sent?: readonly Promise<unknown>[]) => void

/** A pool of one database role; its transactions are the only way to the tables. */
export type Pool = {
  /** A transaction that cannot write and sees only its scope's rows (row-level security). */
  read<T>(scope: Scope, work: (query: Query) => Promise<T>): Promise<T>
  /** The same, where every statement sees the database as it was at the first. */
  readAtOnce<T>(scope: Scope, work: (query: Query) => Promise<T>): Promise<T>
  /**
   * A transaction that may write. It commits when `work` resolves and rolls back when it throws. What `work` hands to
   * `atLast` runs after it and goes out together with the commit, which saves waiting for an answer in between.
   */
  write<T>(scope: Scope, work: (query: Query, atLast: AtLast) => Promise<T>): Promise<T>
  /**
   * One statement that changes rows, committed in the same breath: nothing is waited for in between. It is written to
   * disk a moment later, so only for what a crash may undo, such as a lease.
   */
  writeLightly<T extends Row = Row>(scope: Scope, statement: Sql): Promise<T[]>
  /** A connection of one's own, for LISTEN or a session lock. */
  connect(): Promise<pg.PoolClient>
  close(): Promise<void>
}

const names = new Map<string, string>()

/** One name a text: the server plans each statement once per connection. */
function nameOf(text: string): string {
  let name = names.get(text)
  if (name === undefined) {
    name = `s${names.size}`
    names.set(text, name)
  }
  return name
}

export function openPool(options: {
  url: string
  size: number
  onError: (error: Error) => void
}): Pool {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.size,
    types: parsers,
    pipeline: true,
    application_name: 'lantaarn',
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  })
  pool.on('error', options.onError)
  return {
    read: (scope, work) => reading(pool, 'begin read only', scope, work),
    readAtOnce: (scope, work) =>
      reading(pool, 'begin isolation level repeatable read read only', scope, work),
    write: (scope, work) => writing(pool, scope, work),
    writeLightly: (scope, statement) => writingLightly(pool, scope, statement),
    connect: () => pool.connect(),
    close: () => pool.end(),
  }
}

type Opened = {
  client: pg.PoolClient
  query: Query
  /** Settles when the transaction has begun, which nobody waits for before asking. */
  opened: Promise<unknown>
  /** Gives the connection back; one with a fault is not handed out again. */
  release: (fault?: Error) => void
}

async function begin(pool: pg.Pool, statement: string, scope: Scope): Promise<Opened> {
  const client = await pool.connect()
  const onError = () => {} // the same error rejects the query under way; unheard it would end the program
  client.on('error', onError)
  gatherWrites(client)
  const opened = Promise.all([
    client.query(statement),
    client.query({
      name: 'scope',
      text: `select set_config('lantaarn.tenant', $1, true), set_config('lantaarn.organisation', $2, true)`,
      values: [scope.tenant ?? '', scope.organisation ?? ''],
    }),
  ])
  return {
    client,
    opened,
    async query(statement) {
      gatherWrites(client)
      const { text, values } = statement
      const { rows } = await client.query({ name: nameOf(text), text, values })
      return rows
    },
    release(fault) {
      client.off('error', onError)
      client.release(fault)
    },
  }
}

async function rollBack({ client, release }: Opened): Promise<void> {
  try {
    await client.query('rollback')
    release()
  } catch (error) {
    release(error as Error)
  }
}

/** Nobody waits for the end of what changed nothing. */
async function reading<T>(
  pool: pg.Pool,
  statement: string,
  scope: Scope,
  work: (query: Query) => Promise<T>,
): Promise<T> {
  const under = await begin(pool, statement, scope)
  try {
    const [value] = await Promise.all([work(under.query), under.opened])
    under.client.query('commit').then(() => under.release(), under.release)
    return value
  } catch (error) {
    await rollBack(under)
    throw error
  }
}

async function writing<T>(
  pool: pg.Pool,
  scope: Scope,
  work: (query: Query, atLast: AtLast) => Promise<T>,
): Promise<T> {
  const under = await begin(pool, 'begin', scope)
  const { client, query, opened, release } = under
  try {
    const last: Sql[] = []
    const unanswered: Promise<unknown>[] = []
    const atLast: AtLast = (added, sent = []) => {
      last.push(...added)
      unanswered.push(...sent)
    }
    const [value] = await Promise.all([work(query, atLast), opened])
    unanswered.push(...last.map(query))
    const [committed, ...others] = await Promise.allSettled([client.query('commit'), ...unanswered])
    checkCommit(committed, others)
    release()
    return value
  } catch (error) {
    await rollBack(under)
    throw error
  }
}

async function writingLightly<T extends Row>(
  pool: pg.Pool,
  scope: Scope,
  statement: Sql,
): Promise<T[]> {
  const under = await begin(pool, 'begin; set local synchronous_commit = off', scope)
  const { client, query, opened, release } = under
  try {
    const [rows, committed] = await Promise.allSettled([
      query<T>(statement),
      client.query('commit'),
      opened,
    ])
    checkCommit(committed, [rows])
    release()
    return (rows as PromiseFulfilledResult<T[]>).value
  } catch (error) {
    await rollBack(under)
    throw error
  }
}

/** Throws what went wrong: the error of a statement sooner than that it was rolled back for it. */
function checkCommit(
  committed: PromiseSettledResult<pg.QueryResult>,
  statements: readonly PromiseSettledResult<unknown>[],
): void {
  if (committed.status === 'rejected') throw faultOfCommit(committed.reason)
  for (const one of statements) if (one.status === 'rejected') throw one.reason
  // A failed statement turns COMMIT into ROLLBACK without an error of its own.
  if (committed.value.command !== 'COMMIT')
    throw new Error('the transaction was rolled back by the database')
}

/** What is asked in one turn of the event loop leaves in one packet; pg would send one a statement. */
function gatherWrites(client: pg.PoolClient): void {
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection
  stream.cork()
  process.nextTick(() => stream.uncork())
}

/** An error that the server answers the commit with undoes it; without an answer nobody knows. */
function faultOfCommit(error: Error): Error {
  if (error instanceof pg.DatabaseError && error.severity === 'ERROR') return error
  const cause = { cause: error }
  return new CommitUnsure('the connection was lost during the commit: it may stand or not', cause)
}
