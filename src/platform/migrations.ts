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

export type Migration = { name: string; text: string; digest: string }

/** Every migration of every room, in the order in which they run: rooms from the ground up, then by number. */
export async function listMigrations(): Promise<Migration[]> {
  const source = fileURLToPath(new URL('..', import.meta.url))
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
 */
export async function migrate(
  ownerUrl: string,
  options: { appPassword: string; workerPassword: string; onApplied?: (name: string) => void },
): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'lantaarn migrate' })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    await ensureRole(client, 'lantaarn_app', options.appPassword)
    await ensureRole(client, 'lantaarn_worker', options.workerPassword)
    await client.query('create schema if not exists platform')
    await client.query(`create table if not exists platform.migrations (
      name text primary key, digest text not null, applied_at timestamptz not null default now())`)
    const { rows } = await client.query('select name, digest from platform.migrations')
    const applied = new Map<string, string>(rows.map((row) => [row.name, row.digest]))
    for (const migration of await listMigrations()) {
      const digest = applied.get(migration.name)
      if (digest === migration.digest) continue
      if (digest !== undefined)
        throw new Error(`migration ${migration.name} was changed after it ran`)
      await apply(client, migration)
      options.onApplied?.(migration.name)
    }
  } finally {
    await client.end()
  }
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('begin')
  try {
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
