import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { listMigrations, type Migration } from '#platform/migrations'

/** What towns ran already holds a large table for as long as it takes. A new name on this list is a mistake. */
const RAN_ALREADY = [
  'platform/migrations/002_timers.sql',
  'journal/migrations/002_events_by_time.sql',
  'modules/directory/migrations/005_boundaries.sql',
  'modules/directory/migrations/006_key_scopes.sql',
  'modules/categories/migrations/002_category_versions.sql',
  'modules/agreements/migrations/003_ends.sql',
  'modules/cases/migrations/011_map.sql',
  'modules/cases/migrations/013_ends.sql',
  'modules/cases/migrations/014_area_sets.sql',
  'modules/cases/migrations/017_desk.sql',
  // Its table is as new to every town as itself.
  'modules/subscriptions/migrations/003_news_of.sql',
]

/** What takes as long as there are rows, in a table that may have many: one that the same file did not make. */
const SLOW: readonly { what: string; of: RegExp }[] = [
  { what: 'makes an index', of: /^create (?:unique )?index \w+ on ([\w.]+)/ },
  { what: 'checks every row', of: /^alter table (?:only )?([\w.]+) .*\bset not null/ },
  { what: 'writes every row anew', of: /^alter table ([\w.]+) .*\b(?:type|stored|primary key)\b/ },
  {
    what: 'checks every row',
    of: /^alter table ([\w.]+) .*\badd (?:constraint|check)(?!.* not valid)/,
  },
]

/** As many rows as another table has, whatever table they come to stand in. */
const FILLS =
  /^(?:with .*?)?(?:insert into (?!.*\bvalues\b)|update |delete from |alter table (?=.* no force row))([\w.]+)/
/** A default that is computed for each row writes every row anew. */
const COMPUTED = /^alter table ([\w.]+) .*\badd column [^,]* default \w+\(/

function slowIn({ name, text }: Migration): string[] {
  const statements = text
    .replace(/--.*$/gm, '')
    .split(/;\s*(?:\n|$)/)
    .map((one) => one.trim().replace(/\s+/g, ' ').toLowerCase())
  const made = new Set(
    statements.flatMap((one) => /^create table (?:if not exists )?([\w.]+)/.exec(one)?.[1] ?? []),
  )
  return statements.flatMap((one) =>
    FILLS.test(one)
      ? [`${name} goes through the rows for ${FILLS.exec(one)?.[1]}`]
      : [...SLOW, { what: 'writes every row anew', of: COMPUTED }].flatMap(({ what, of }) => {
          const [, table] = of.exec(one) ?? []
          return table === undefined || made.has(table) ? [] : [`${name} ${what} of ${table}`]
        }),
  )
}

describe('a migration runs while a town is served', async () => {
  const all = await listMigrations()

  test('so that none but those that ran already holds a table for longer than a moment', () => {
    const slow = all.filter(({ name }) => !RAN_ALREADY.includes(name)).flatMap(slowIn)
    assert.deepEqual(slow, [])
    assert(all.length > RAN_ALREADY.length)
  })

  test('and those that ran already are known by what they hold', () => {
    const found = all.filter((one) => slowIn(one).length > 0).map(({ name }) => name)
    assert.deepEqual(found, RAN_ALREADY)
  })

  for (const text of [
    'create index more_by_id on cases.cases (municipality)',
    'update cases.cases set kind = null',
    'insert into cases.cells select 1 from cases.cases',
    'alter table cases.cases alter column kind set not null',
    'alter table cases.cases alter column kind type int',
    'alter table cases.cases add constraint known check (kind <> 1)',
    'alter table cases.cases add column made_at timestamptz not null default now()',
  ])
    test(`so that this would be told: ${text}`, () => {
      assert.equal(slowIn({ name: 'new', text: `-- why\n${text};\n`, digest: '' }).length, 1)
    })

  test('but not of a table that the same file makes', () => {
    const text = 'create table cases.more (id int);\ncreate index more_by_id on cases.more (id);\n'
    assert.deepEqual(slowIn({ name: 'new', text, digest: '' }), [])
  })
})
