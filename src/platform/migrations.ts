import { createHash } from 'node:crypto'
import { glob, readFile } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'

const ROOMS = [
  'platform',
  'journal',
  'modules/directory',
  'modules/identity',
  'modules/places',
  'modules/categories',
  'modules/agreements',
  'modules/duty',
  'modules/cases',
  'modules/things',
  'modules/delivery',
  'modules/subscriptions',
]

/** Any number that no other program on this database uses for an advisory lock. */
const LOCK = 7_221_500_311
/** Each process holds a lock of this class, shared, on the number of migrations that it knows. */
const LEVEL_CLASS = 722_150
/** Takes away what only older versions use: it waits until none of them runs. */
const CONTRACT = '.contract.sql'
/** Makes indexes on tables that may be large, while others write to them. */
const CONCURRENT = '.concurrently.sql'
const LOOK_EVERY_MS = 100
/** Who waits for a table longer than this holds up everybody that comes after: better to let them go first. */
const LOCK_TIMEOUT = '2s'
const MOST_LOCK_TRIES = 30

const SOURCE = fileURLToPath(new URL('..', import.meta.url))

export type Migration = { name: string; text: string; digest: string }

/** Every migration of every room, in the order in which they run: rooms from the ground up, then by number. */
export async function listMigrations(source = SOURCE): Promise<Migration[]> {
  const found: Migration[] = []
  for (const room of ROOMS) {
    const files: string[] = []
    for await (const file of glob(`${room}/migrations/*.sql`, { cwd: source })) files.push(file)
    for (const file of files.sort()) {
      const text = await readFile(`${source}/${file}`, 'utf8')
      found.push({ name: file, text, digest: createHash('sha256').update(text).digest('hex') })
    }
  }
  return found
}

/**
 * Brings the database to the present schema, as its owner, each migration in a transaction of its own.
 * Makes the two roles that the program serves as. Refuses when a migration that ran was changed since.
 *
 * It may run while processes of the version before are serving: what it adds they do not see. What it takes away
 * stands in files that end in `.contract.sql`, which wait until no process of an older version is connected, and which
 * an older version refuses to come back behind. Indexes on a table that has rows already stand in files that end in
 * `.concurrently.sql`, one statement after another and in no transaction: nobody who writes waits for them.
 */
export async function migrate(
  ownerUrl: string,
  options: {
    appPassword: string
    workerPassword: string
    onApplied?: (name: string) => void
    /** A contracting migration waits for processes of an older version. */
    onWaiting?: (name: string) => void
    source?: string
  },
): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'lantaarn migrate' })
  await client.connect()
  try {
    await becomeOnly(client)
    await ensureRole(client, 'lantaarn_app', options.appPassword)
    await ensureRole(client, 'lantaarn_worker', options.workerPassword)
    await client.query('create schema if not exists platform')
    await client.query(`create table if not exists platform.migrations (
      name text primary key, digest text not null, applied_at timestamptz not null default now())`)
    const { rows } = await client.query('select name, digest from platform.migrations')
    const applied = new Map<string, string>(rows.map((row) => [row.name, row.digest]))
    const known = await listMigrations(options.source)
    refuseNewer(known, applied)
    const isWaiting = await isOlderVersionConnected(client, known.length)
    for (const migration of inOrder(known)) {
      const digest = applied.get(migration.name)
      if (digest === migration.digest) continue
      if (digest !== undefined)
        throw new Error(`migration ${migration.name} was changed after it ran`)
      if (isWaiting && isContract(migration.name)) {
        options.onWaiting?.(migration.name)
        continue
      }
      await applyBetweenOthers(client, migration)
      options.onApplied?.(migration.name)
    }
  } finally {
    await client.end()
  }
}

/**
 * One migrates at a time. Whoever waits asks again and again: a statement that waits has a snapshot, and an index that
 * is made beside those who write is made after all older snapshots are gone.
 */
async function becomeOnly(client: pg.Client): Promise<void> {
  for (;;) {
    const { rows } = await client.query('select pg_try_advisory_lock($1) as is_ours', [LOCK])
    if (rows[0].is_ours) return
    await delay(LOOK_EVERY_MS)
  }
}

const isContract = (name: string): boolean => name.endsWith(CONTRACT)

/** What adds comes first, in every room. */
const inOrder = (all: readonly Migration[]): readonly Migration[] =>
  all.toSorted((a, b) => Number(isContract(a.name)) - Number(isContract(b.name)))

/** What a newer version took away, this one would look for in vain. */
function refuseNewer(known: readonly Migration[], applied: ReadonlyMap<string, string>): void {
  const names = new Set(known.map(({ name }) => name))
  const newer = [...applied.keys()].find((name) => isContract(name) && !names.has(name))
  if (newer !== undefined)
    throw new Error(`this database is of a newer version, which ran ${newer}: start that version`)
}

/** How many migrations this version knows: what a process holds while it is connected (see `holdLevel`). */
export async function schemaLevel(): Promise<number> {
  return (await listMigrations()).length
}

/** Says for as long as this connection lives that a process of this version is there. */
export async function holdLevel(client: pg.ClientBase, level: number): Promise<void> {
  await client.query('select pg_advisory_lock_shared($1, $2)', [LEVEL_CLASS, level])
}

async function isOlderVersionConnected(client: pg.Client, level: number): Promise<boolean> {
  const { rows } = await client.query(
    `select from pg_locks
     where locktype = 'advisory' and classid = $1 and objsubid = 2 and objid::int8 < $2
       and database = (select oid from pg_database where datname = current_database())
     limit 1`,
    [LEVEL_CLASS, level],
  )
  return rows.length > 0
}

/** A table that somebody works on is waited for in short turns. */
async function applyBetweenOthers(client: pg.Client, migration: Migration): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await (migration.name.endsWith(CONCURRENT) ? applyBeside : apply)(client, migration)
    } catch (error) {
      const { code } = (error as Error).cause as { code?: string }
      // lock_not_available, deadlock_detected
      if ((code !== '55P03' && code !== '40P01') || tries === MOST_LOCK_TRIES) throw error
      await delay(50 + Math.random() * 200)
    }
  }
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(`set local lock_timeout = '${LOCK_TIMEOUT}'`)
    await client.query(migration.text)
    await client.query('insert into platform.migrations (name, digest) values ($1, $2)', [
      migration.name,
      migration.digest,
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`migration ${migration.name} failed: ${(error as Error).message}`, {
      cause: error,
    })
  }
}

const INDEX = /^create index concurrently (\w+) on (\w+)\./

/** An index whose making broke off stays behind, and serves nobody: it is made anew. */
async function applyBeside(client: pg.Client, { name, text, digest }: Migration): Promise<void> {
  try {
    for (const statement of statementsOf(text)) {
      const [, index, schema] = INDEX.exec(statement) ?? []
      if (index === undefined) throw new Error(`"${statement}" makes no index beside others`)
      const own = `${schema}.${index}`
      const { rows } = await client.query(
        'select indisvalid as is_whole from pg_index where indexrelid = to_regclass($1)',
        [own],
      )
      if (rows[0]?.is_whole) continue
      if (rows[0]) await client.query(`drop index concurrently ${own}`)
      await client.query(statement)
    }
    await client.query('insert into platform.migrations (name, digest) values ($1, $2)', [
      name,
      digest,
    ])
  } catch (error) {
    throw new Error(`migration ${name} failed: ${(error as Error).message}`, { cause: error })
  }
}

const statementsOf = (text: string): string[] =>
  text
    .replace(/--.*$/gm, '')
    .split(';')
    .map((one) => one.trim().replace(/\s+/g, ' '))
    .filter(Boolean)

async function ensureRole(client: pg.Client, name: string, password: string): Promise<void> {
  const { rows } = await client.query('select 1 from pg_roles where rolname = $1', [name])
  const role = pg.escapeIdentifier(name)
  const secret = pg.escapeLiteral(password)
  if (rows.length === 0) await client.query(`create role ${role} login password ${secret}`)
  else await alterRole(client, `alter role ${role} login password ${secret}`)
  const { rows: database } = await client.query('select current_database() as name')
  await client.query(
    `grant connect on database ${pg.escapeIdentifier(database[0].name)} to ${role}`,
  )
}

const MOST_TRIES = 50

/** Roles are of the whole server, our lock of one database: another database's migration may be at the same role. */
async function alterRole(client: pg.Client, statement: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return void (await client.query(statement))
    } catch (error) {
      const isRaced = (error as Error).message === 'tuple concurrently updated'
      if (!isRaced || tries === MOST_TRIES) throw error
      await delay(20)
    }
  }
}
