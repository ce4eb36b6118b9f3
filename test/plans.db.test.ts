import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import pg from 'pg'
import sql, { type Sql } from 'sql-template-tag'
import { readWithin } from '#journal'
import { listAssignments, listCases, listPhotos, listPublished } from '#modules/cases'
import { openPool, type Pool, type Query } from '#platform/database'
import { claim } from '#platform/outbox-lease'
import { openVault } from '#platform/vault'
import { readCaseMap } from '../src/modules/cases/map-queries.ts'
import { listWaiting } from '../src/modules/cases/need-queries.ts'
import { listKnownFiles, listUnanswered } from '../src/modules/cases/photo-queries.ts'
import {
  findCandidates,
  findGathering,
  findGivenAway,
  findRepeats,
} from '../src/modules/cases/queries.ts'
import { openTestDatabase, type TestDatabase } from './rig.ts'

const ROWS = 24_000
const OURS = 'GM9801'
/** A cell of resolution 7 where the generated cases lie. */
const CELL = '871969714ffffff'
const HOLDER = '00000000-0000-0000-0000-000000000001'

type Plan = {
  'Node Type': string
  'Index Name'?: string
  'Index Cond'?: string
  'Relation Name'?: string
  Plans?: Plan[]
}

let database: TestDatabase
let owner: pg.Client
let app: Pool
let worker: Pool

/** Eight towns with three thousand cases each: few enough to make in a second, too many to read one by one. */
const generate = (rows: number) => [
  `insert into cases.cases (municipality, id, number, version, status, category, visibility, priority, lon, lat, cell,
     areas, asset_id, is_asset_uncertain, is_history, signals, desk, is_at_desk, needs_person, contested, opened_at, updated_at, has_threat)
   select 'GM980' || i % 8, gen_random_uuid(), 'n' || ${rows} || '-' || i, 1, (array['open', 'closed'])[1 + i % 2], 'category-' || i % 20,
     'public', 'normal', 5, 52, 600000000000 + i % 3000, jsonb_build_array('town', 'area-' || i % 60), case when i % 3 = 0 then 'asset-' || i % 5000 end,
     false, false, 1, '[]', i % 50 = 0, i % 50 = 0, 0, now() - i * interval '1 minute', now(), false
   from generate_series(1, ${rows}) i`,
  `insert into cases.signals (municipality, id, case_id, source, source_id, received_at, channel, category)
   select municipality, gen_random_uuid(), id, 'public', 'source-' || number, opened_at, 'rest', category
   from cases.cases`,
  `insert into cases.assignments (municipality, id, case_id, number, status, category, organisation, agreement,
     agreement_version, decision_id, waits_for, informed, revision, party_by, offered_at, opened_at)
   select municipality, gen_random_uuid(), id, 1, 'offered', category, 'party-' || length(number) % 7, 'a', 1,
     gen_random_uuid(), '[]', '[]', 1, '[]', opened_at, opened_at
   from cases.cases`,
  `insert into cases.photos (municipality, id, case_id, signal_id, key_id, digest, file, thumbnail, width, height, bytes,
     created_at)
   select municipality, gen_random_uuid(), id, gen_random_uuid(), 'k', 'd', 'f' || number, 't' || number, 1, 1, 1, opened_at
   from cases.cases`,
  `insert into cases.publications (municipality, id, case_id, publication_id, has_text, photos, published_at, is_withdrawn)
   select municipality, gen_random_uuid(), id, gen_random_uuid(), true, '[]', opened_at, false
   from cases.cases`,
  `insert into platform.outbox (tenant, id, destination, ordering_key, sequence, type, body, created_at, due_at, delivered_at)
   select municipality, gen_random_uuid(), 'party-' || version % 7, id::text, 1, 'x', '{}', opened_at, opened_at,
     case when is_at_desk then null else now() end
   from cases.cases`,
  `insert into journal.events (municipality, position, stream, version, type, type_version, occurred_at, body, digest)
   select municipality, row_number() over (partition by municipality order by opened_at), 'case/' || id, 1,
     (array['CaseDone', 'DeskNeeded'])[1 + length(number) % 2], 1, opened_at, '{}', ''
   from cases.cases`,
]

const TABLES = [
  'cases.cases',
  'cases.cells',
  'cases.signals',
  'cases.assignments',
  'cases.photos',
  'cases.publications',
  'platform.outbox',
  'journal.events',
]

async function fill(owner: pg.Client, rows: number): Promise<void> {
  for (const name of TABLES) await owner.query(`alter table ${name} no force row level security`)
  for (const statement of generate(rows)) await owner.query(statement)
  for (const name of TABLES) await owner.query(`alter table ${name} force row level security`)
}

before(async () => {
  database = await openTestDatabase()
  owner = new pg.Client(database.ownerUrl)
  await owner.connect()
  await fill(owner, ROWS)
  await owner.query('vacuum analyze')
  const options = { size: 1, onError: assert.ifError }
  app = openPool({ url: database.appUrl, ...options })
  worker = openPool({ url: database.workerUrl, ...options })
})
after(async () => {
  await Promise.all([app.close(), worker.close(), owner.end()])
  await database[Symbol.asyncDispose]()
})

/** The plans of all that `work` asks, made by the planner of the role that asks it. */
async function plansOf(pool: Pool, work: (query: Query) => Promise<unknown>): Promise<Plan[]> {
  const plans: Plan[] = []
  await pool.write({ tenant: pool === app ? OURS : '' }, async (query) => {
    const explain = async (statement: Sql) => {
      const [row] = await query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
        sql`explain (format json) ${statement}`,
      )
      if (row) plans.push(row['QUERY PLAN'][0].Plan)
      return []
    }
    await work(explain as Query)
  })
  assert(plans.length > 0)
  return plans
}

function scansOf(plan: Plan): Plan[] {
  const own = plan['Relation Name'] !== undefined || plan['Index Name'] !== undefined ? [plan] : []
  return [...own, ...(plan.Plans ?? []).flatMap(scansOf)]
}

function nodesOf(plan: Plan): string[] {
  return [plan['Node Type'], ...(plan.Plans ?? []).flatMap(nodesOf)]
}

/** Every table is reached through an index whose first condition is the tenant. */
function assertByTenant(plans: readonly Plan[], column: string): void {
  const scans = plans.flatMap(scansOf)
  assert(scans.length > 0)
  for (const scan of scans) {
    assert.notEqual(scan['Node Type'], 'Seq Scan', JSON.stringify(scan))
    const condition = scan['Index Cond']
    if (scan['Node Type'] !== 'Bitmap Heap Scan')
      assert.match(String(condition), new RegExp(`\\b${column} = `), JSON.stringify(scan))
  }
}

const CATEGORIES = Array.from({ length: 20 }, (_, i) => `category-${i}`)

const signal = {
  signalId: 'x',
  received_ms: 0,
  channel: 'rest',
  source: 'public',
  sourceId: 'source-n8',
  isFingerprint: true,
  category: 'category-1',
  areas: [],
  isAssetUncertain: false,
  textDigest: 'x',
}

describe('given eight towns in one database, as the role that serves', () => {
  test('photos and what was released are found by their case, and a photo by its file', async () => {
    const vault = openVault('a secret of the plans, long enough to be one')
    const plans = await plansOf(app, async (query) => {
      const ids = Array.from({ length: 1_000 }, () => HOLDER)
      await listPublished(query, vault, OURS, ids)
      await listPhotos(query, OURS, HOLDER)
      await listKnownFiles(query, OURS, ['fn8', 'tn8'])
      await listUnanswered(query, OURS, 0)
    })
    assert.equal(plans.length, 4)
    assertByTenant(plans, 'municipality')
  })

  test('candidates to join are found by asset and by cell, in one town', async () => {
    const plans = await plansOf(app, (query) =>
      findCandidates(query, OURS, {
        assets: ['asset-9', 'asset-33'],
        categories: ['category-1'],
        cells: ['600000000001', '600000000009'],
        closedSince_ms: 0,
      }),
    )
    assertByTenant(plans, 'municipality')
    const indexes = plans.flatMap(scansOf).map((scan) => scan['Index Name'])
    assert(indexes.includes('cases_of_asset'), String(indexes))
    assert(indexes.includes('cases_open_in_cell'), String(indexes))
  })

  test('what hangs from one thing is found by it, each by an index of its own', async () => {
    const plans = await plansOf(app, (query) =>
      findGathering(query, OURS, { units: ['unit-1', 'unit-2'], closedSince_ms: 0 }),
    )
    assertByTenant(plans, 'municipality')
    const indexes = plans.flatMap(scansOf).map((scan) => scan['Index Name'])
    for (const name of ['on_segment', 'on_cabinet', 'in_switching_area', 'of_several'])
      assert(indexes.includes(`cases_${name}`), String(indexes))
  })

  test('what an agreement still has open is found by it, a piece after another', async () => {
    for (const after of [undefined, HOLDER]) {
      const where = { agreement: 'a', after, limit: 25 }
      const plans = await plansOf(app, (query) => findGivenAway(query, OURS, where))
      assertByTenant(plans, 'municipality')
      assert.equal(plans.flatMap(scansOf)[0]?.['Index Name'], 'assignments_open_under')
    }
  })

  test('repeats are found by source', async () => {
    const plans = await plansOf(app, (query) => findRepeats(query, OURS, [signal]))
    assertByTenant(plans, 'municipality')
  })

  test('a page of cases is read in order, first and further', async () => {
    const id = '00000000-0000-0000-0000-000000000000'
    for (const page of [
      {},
      { after: { opened_ms: Date.now() - 86_400_000, id } },
      { categories: ['category-1'] },
      { isAtDesk: true },
    ]) {
      const plans = await plansOf(app, (query) =>
        listCases(query, OURS, { isStaff: false, most: 50, ...page }),
      )
      assertByTenant(plans, 'municipality')
    }
  })

  test('what waits for a person is read by itself, however much is open', async () => {
    const plans = await plansOf(app, (query) => listWaiting(query, OURS))
    assertByTenant(plans, 'municipality')
    assert.equal(plans.flatMap(scansOf).at(-1)?.['Index Name'], 'cases_needing_a_person')
  })

  test('cases of one status, and of some, are read in order', async () => {
    for (const statuses of [['closed'], ['open', 'done']] as const) {
      const plans = await plansOf(app, (query) =>
        listCases(query, OURS, { isStaff: true, statuses, most: 50 }),
      )
      assertByTenant(plans, 'municipality')
    }
  })

  test('cases of an area, and of what is no fault, are read in the order of each set of areas', async () => {
    for (const [index, own] of [
      ['cases_in_area_set', { area: 'area-8' }],
      ['cases_in_area_set', { area: 'area-8', statuses: ['closed'] }],
      ['cases_in_area_set_by_category', { area: 'area-8', categories: ['category-8'] }],
      ['cases_no_fault', { kinds: ['question'] }],
      ['cases_no_fault', { kinds: ['question', 'request'], area: 'area-8' }],
    ] as const) {
      const plans = await plansOf(app, (query) =>
        listCases(query, OURS, { isStaff: true, most: 50, ...own }),
      )
      assertByTenant(plans, 'municipality')
      const scans = plans.flatMap(scansOf).filter((scan) => scan['Index Name'] === index)
      assert(
        scans.some((scan) => /area_set = /.test(String(scan['Index Cond']))),
        String(index),
      )
      const types = plans.flatMap(nodesOf)
      assert(!types.includes('Bitmap Heap Scan'), String(types))
    }
  })

  test('a map reads the counts of one town, and from those its cases', async () => {
    const filter = { isStaff: false, hidden: ['category-3'], statuses: ['open'] as const }
    const box = [5, 52, 5.02, 52.01] as const
    for (const region of [undefined, { box }, { parent: CELL }]) {
      const plans = await plansOf(app, (query) =>
        readCaseMap(query, OURS, { region, resolution: 11, filter }),
      )
      assertByTenant(plans, 'municipality')
      const indexes = plans.flatMap(scansOf).map((scan) => scan['Index Name'])
      assert(indexes.includes('cells_pkey'), String(indexes))
      assert(indexes.includes('cases_in_cell'), String(indexes))
    }
  })

  test('what happened within a time is read in order, from the start and further', async () => {
    const now_ms = Date.now()
    const within = { from_ms: now_ms - 86_400_000, to_ms: now_ms, types: ['CaseDone'], most: 50 }
    for (const after of [undefined, { occurred_ms: now_ms - 3_600_000, position: 7 }]) {
      const plans = await plansOf(app, (query) =>
        readWithin(query, OURS, { ...within, ...(after && { after }) }),
      )
      assertByTenant(plans, 'municipality')
      assert.equal(plans.flatMap(scansOf)[0]?.['Index Name'], 'events_by_time')
    }
  })

  test('a party’s own assignments are found by its name', async () => {
    const plans = await plansOf(app, (query) =>
      listAssignments(query, { of: { organisation: 'party-5' }, most: 50 }),
    )
    assertByTenant(plans, 'organisation')
  })

  test('the worker claims what is due without reading what was delivered', async () => {
    const room = new Map([['party-1', 3]])
    const plans = await plansOf(worker, (query) =>
      query(
        claim({ now_ms: Date.now(), destinations: undefined, holder: HOLDER, room, most: 100 }),
      ),
    )
    const scans = plans.flatMap(scansOf).filter((scan) => scan['Relation Name'] === 'outbox')
    assert(scans.length >= 4)
    for (const scan of scans) assert.notEqual(scan['Node Type'], 'Seq Scan', JSON.stringify(scan))
  })
})

/** A connection keeps a plan that it made in the first hour of a town, for all that the town reports later. */
describe('a plan that was made while there was next to nothing', () => {
  let young: TestDatabase
  let keeper: pg.Client
  let pool: Pool
  before(async () => {
    young = await openTestDatabase()
    keeper = new pg.Client(young.ownerUrl)
    await keeper.connect()
    pool = openPool({ url: young.appUrl, size: 1, onError: assert.ifError })
  })
  after(async () => {
    await Promise.all([pool.close(), keeper.end()])
    await young[Symbol.asyncDispose]()
  })

  /** How many cases are looked at, in the table or by an index of it. */
  function looksAt(ask: (query: Query) => Promise<unknown>): Promise<number> {
    return pool.write({ tenant: OURS }, async (query) => {
      const count = async () => {
        const [row] = await query<{ rows: number }>(sql`
          select (seq_tup_read + coalesce(idx_tup_fetch, 0))::int4 as rows
          from pg_stat_xact_user_tables where schemaname = 'cases' and relname = 'cases'`)
        return row?.rows ?? Number.NaN
      }
      const before = await count()
      await ask(query)
      return (await count()) - before
    })
  }

  /** One case in each town, all of them with an object. */
  const [FIRST = ''] = generate(8).map((one) => one.replace('i % 3 = 0', 'true'))
  /** Of the three thousand that the town comes to have. */
  const MOST_LOOKED_AT = 50

  const LOOKUPS: Readonly<Record<string, (query: Query) => Promise<unknown>>> = {
    'cases to join': (query) =>
      findCandidates(query, OURS, {
        assets: ['asset-9'],
        categories: CATEGORIES,
        cells: [],
        closedSince_ms: 0,
      }),
    'cases to join, by their cell': (query) =>
      findCandidates(query, OURS, {
        assets: [],
        categories: CATEGORIES,
        cells: ['600000000001', '600000000009'],
        closedSince_ms: 0,
      }),
    'cases of what hangs together': (query) =>
      findGathering(query, OURS, { units: ['unit-1'], closedSince_ms: 0 }),
    'signals that came before': (query) => findRepeats(query, OURS, [signal]),
  }

  test('finds what is asked for later, too, without going through the town', async () => {
    await keeper.query('alter table cases.cases no force row level security')
    await keeper.query('alter table cases.cells no force row level security')
    await keeper.query(FIRST)
    await keeper.query('analyze')
    // From the sixth time on a connection has one plan for all that is asked.
    for (let time = 0; time < 8; time++)
      for (const lookUp of Object.values(LOOKUPS)) await looksAt(lookUp)
    await fill(keeper, ROWS)
    for (const [name, lookUp] of Object.entries(LOOKUPS)) {
      const looked = await looksAt(lookUp)
      assert(looked < MOST_LOOKED_AT, `${name}: ${looked} cases`)
    }
  })
})
