import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import pg from 'pg'
import sql, { raw } from 'sql-template-tag'
import { openPool, type Pool, type Scope } from '#platform/database'
import { openTestDatabase, type TestDatabase } from '../../test/rig.ts'

const OURS = 'GM9801'
const THEIRS = 'GM9802'

type TenantTable = { name: string; column: string; is_forced: boolean; can_app_read: boolean }
type Column = { name: string; type: string; is_generated: boolean; is_required: boolean }

let database: TestDatabase
let owner: pg.Client
let app: Pool
let tables: TenantTable[]

before(async () => {
  database = await openTestDatabase()
  owner = new pg.Client(database.ownerUrl)
  await owner.connect()
  app = openPool({ url: database.appUrl, size: 2, onError: assert.ifError })
  tables = (await owner.query<TenantTable>(TENANT_TABLES)).rows
  await owner.query(`insert into directory.organisations values ('1', '1', 'other')`)
})
after(async () => {
  await Promise.all([app.close(), owner.end()])
  await database[Symbol.asyncDispose]()
})

const TENANT_TABLES = `
  select format('%I.%I', n.nspname, c.relname) as name, a.attname as column,
    c.relrowsecurity and c.relforcerowsecurity as is_forced,
    has_table_privilege('lantaarn_app', c.oid, 'select') as can_app_read
  from pg_catalog.pg_class c
  join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attname in ('municipality', 'tenant')
  where c.relkind in ('r', 'p') and n.nspname not like 'pg\\_%' and not a.attisdropped
  order by 1`

async function columnsOf(table: string): Promise<Column[]> {
  const { rows } = await owner.query<Column>(
    `select attname as name, format_type(atttypid, null) as type, attgenerated <> '' as is_generated,
       attnotnull as is_required
     from pg_catalog.pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
    [table],
  )
  return rows.filter((one) => !one.is_generated && one.is_required)
}

const SAMPLE: Record<string, string> = {
  text: `'1'`, // read as JSON where a text is kept as both
  uuid: 'gen_random_uuid()',
  integer: '1',
  bigint: '1',
  'double precision': '1',
  boolean: 'false',
  jsonb: `'{}'`,
  'text[]': `'{}'`,
  bytea: `'x'`,
  'timestamp with time zone': 'now()',
  date: 'current_date',
}

/** A row that satisfies every column of the table, of a tenant. */
async function insertOf(table: TenantTable, tenant: string): Promise<string> {
  const columns = await columnsOf(table.name)
  const values = columns.map(({ name, type }) => {
    if (name === table.column) return `'${tenant}'`
    const value = SAMPLE[type]
    assert(value, `a sample of ${type}`)
    return value
  })
  return `insert into ${table.name} (${columns.map(({ name }) => name).join(', ')}) values (${values.join(', ')})`
}

async function enterAsOwner(table: TenantTable, tenant: string): Promise<void> {
  await owner.query(`alter table ${table.name} no force row level security`)
  await owner.query(await insertOf(table, tenant))
  await owner.query(`alter table ${table.name} force row level security`)
}

const countIn = async (table: TenantTable, scope: Scope) => {
  const [row] = await app.read(scope, (query) =>
    query<{ n: number }>(sql`select count(*) as n from ${raw(table.name)}`),
  )
  return row?.n
}

describe('given every table that has a tenant', () => {
  test('then each forces row-level security, or the app cannot read it at all', () => {
    assert(tables.length >= 15, `only ${tables.length} tables were found`)
    const open = tables.filter((one) => one.can_app_read && !one.is_forced)
    assert.deepEqual(open, [])
  })

  test('when another tenant or none asks, then there is no row; its own tenant sees it', async () => {
    for (const table of tables.filter((one) => one.is_forced)) {
      await enterAsOwner(table, OURS)
      assert.equal(await countIn(table, { tenant: OURS }), 1, table.name)
      assert.equal(await countIn(table, { tenant: THEIRS }), 0, table.name)
      assert.equal(await countIn(table, {}), 0, table.name)
      assert.equal(await countIn(table, { tenant: '' }), 0, table.name)
    }
  })

  test('when another tenant or none enters, changes or removes a row of it, then nothing comes of it', async () => {
    for (const table of tables.filter((one) => one.is_forced)) {
      const entered = sql`${raw(await insertOf(table, OURS))}`
      for (const scope of [{ tenant: THEIRS }, {}, { organisation: '1' }]) {
        await assert.rejects(
          app.write(scope, (query) => query(entered)),
          /row-level security|permission denied/,
          table.name,
        )
        for (const change of [
          sql`delete from ${raw(table.name)}`,
          sql`update ${raw(table.name)} set ${raw(table.column)} = ${THEIRS}`,
        ])
          await app
            .write(scope, (query) => query(change))
            .catch((error: Error) => assert.match(error.message, /permission denied/))
      }
      assert.equal(await countIn(table, { tenant: OURS }), 1, table.name)
    }
  })
})

describe('given the assignments of an organisation in two municipalities', () => {
  test('when it asks, then it sees its own in both, and nothing else of them', async () => {
    const name = 'cases.assignments'
    await owner.query(`alter table ${name} no force row level security`)
    await owner.query(`delete from ${name}`)
    for (const [tenant, organisation] of [
      [OURS, 'roadworks'],
      [THEIRS, 'roadworks'],
      [THEIRS, 'lightworks'],
    ]) {
      const table = { name, column: 'municipality', is_forced: true, can_app_read: true }
      await owner.query(await insertOf(table, tenant ?? ''))
      await owner.query(
        `update ${name} set organisation = '${organisation}' where organisation = '1'
           and municipality = '${tenant}'`,
      )
    }
    await owner.query(`alter table ${name} force row level security`)
    const seen = await app.read({ organisation: 'roadworks' }, async (query) => ({
      assignments: await query<{ municipality: string }>(
        sql`select municipality from cases.assignments order by 1`,
      ),
      cases: await query(sql`select 1 from cases.cases`),
    }))
    assert.deepEqual(
      seen.assignments.map((one) => one.municipality),
      [OURS, THEIRS],
    )
    assert.deepEqual(seen.cases, [])
    await app.write({ organisation: 'roadworks' }, async (query) => {
      const changed = await query(
        sql`update cases.assignments set status = 'done' returning municipality`,
      )
      assert.deepEqual(changed, [], 'to see is not to change')
    })
  })
})
