import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import fc from 'fast-check'
import pg from 'pg'
import { listCases } from '#modules/cases'
import { openPool, type Pool } from '#platform/database'
import type { CaseFilter } from '../src/modules/cases/case-list-queries.ts'
import { SIGNAL_KINDS } from '../src/modules/cases/kinds.ts'
import { CASE_STATUSES } from '../src/modules/cases/lifecycle.ts'
import { openTestDatabase, type TestDatabase } from './rig.ts'

const OURS = 'GM9801'
const ROWS = 1_600
const BEGIN_MS = Date.parse('2026-01-01T00:00:00Z')
const AREAS = ['town', 'north', 'south', 'rare']
const CATEGORIES = ['litter', 'tree', 'nuisance', 'asphalt', 'lamp']
const VISIBILITIES = ['public', 'status-only', 'confidential'] as const

type Made = {
  id: string
  municipality: string
  opened_ms: number
  status: (typeof CASE_STATUSES)[number]
  kind: (typeof SIGNAL_KINDS)[number]
  category: string
  visibility: (typeof VISIBILITIES)[number]
  areas: string[]
  asset: string | undefined
  isAtDesk: boolean
}

/** Two towns; several cases of each moment, and whatever divides their number makes them differ. */
const MADE = Array.from({ length: ROWS }, (_, i): Made => {
  const of = <One>(all: readonly One[], n: number) => all[n % all.length] as One
  return {
    id: `${((i * 7919) % ROWS).toString(16).padStart(8, '0')}-0000-7000-8000-000000000001`,
    municipality: i % 5 === 0 ? 'GM9802' : OURS,
    opened_ms: BEGIN_MS + Math.floor(i / 4) * 60_000,
    status: of(CASE_STATUSES, Math.floor(i / 3)),
    kind: i % 4 === 0 ? of(SIGNAL_KINDS, Math.floor(i / 4)) : 'fault',
    category: of(CATEGORIES, Math.floor(i / 7)),
    visibility: of(VISIBILITIES, i % 3 === 0 ? Math.floor(i / 3) : 0),
    areas:
      i % 9 === 0 ? [] : ['town', of(['north', 'south'], i >> 1), ...(i % 400 < 3 ? ['rare'] : [])],
    asset: i % 6 === 0 ? `asset-${i % 30}` : undefined,
    isAtDesk: i % 11 === 0,
  }
})

const stack = new AsyncDisposableStack()
let database: TestDatabase
let app: Pool

before(async () => {
  database = stack.use(await openTestDatabase())
  const owner = new pg.Client(database.ownerUrl)
  await owner.connect()
  stack.defer(() => owner.end())
  await owner.query('alter table cases.cases no force row level security')
  await owner.query('alter table cases.cells no force row level security')
  await owner.query(
    `insert into cases.cases (municipality, id, number, version, status, kind, category, visibility, priority, areas,
       asset_id, is_asset_uncertain, is_history, signals, desk, is_at_desk, contested, opened_at, updated_at, has_threat)
     select r->>'municipality', (r->>'id')::uuid, r->>'id', 1, r->>'status', r->>'kind', r->>'category', r->>'visibility',
       'normal', r->'areas', r->>'asset', false, false, 1, '[]', (r->>'isAtDesk')::boolean, 0,
       to_timestamp((r->>'opened_ms')::bigint / 1000), now(), false
     from jsonb_array_elements($1::jsonb) r`,
    [JSON.stringify(MADE)],
  )
  await owner.query('alter table cases.cases force row level security')
  await owner.query('alter table cases.cells force row level security')
  app = openPool({ url: database.appUrl, size: 1, onError: assert.ifError })
  stack.defer(() => app.close())
})
after(() => stack.disposeAsync())

/** What the filter says, held against each case by itself. */
function byBruteForce(filter: CaseFilter): string[] {
  const { isStaff, confidential = [], statuses, kinds, categories, area, asset, after } = filter
  const isPlaced = area !== undefined || asset !== undefined
  const isSeen = ({ kind, visibility, category }: Made) =>
    kind === 'fault' &&
    visibility !== 'confidential' &&
    !(isPlaced && visibility === 'status-only') &&
    !confidential.includes(category)
  return MADE.filter(
    (one) =>
      one.municipality === OURS &&
      (isStaff || isSeen(one)) &&
      (!statuses || statuses.includes(one.status)) &&
      (!kinds || kinds.includes(one.kind)) &&
      (!categories || categories.includes(one.category)) &&
      (area === undefined || one.areas.includes(area)) &&
      (asset === undefined || one.asset === asset) &&
      (!filter.isAtDesk || one.isAtDesk) &&
      one.opened_ms >= (filter.opened_from_ms ?? 0) &&
      one.opened_ms <= (filter.opened_to_ms ?? Infinity) &&
      (!after || isBefore(one, after)),
  )
    .sort((a, b) => (isBefore(a, b) ? 1 : -1))
    .slice(0, filter.most)
    .map(({ id }) => id)
}

function isBefore(one: { opened_ms: number; id: string }, other: typeof one): boolean {
  if (one.opened_ms !== other.opened_ms) return one.opened_ms < other.opened_ms
  return one.id < other.id
}

const some = <One>(all: readonly One[]) => fc.uniqueArray(fc.constantFrom(...all), { minLength: 1 })
const moment = fc.integer({ min: 0, max: ROWS / 4 }).map((minute) => BEGIN_MS + minute * 60_000)
const filters: fc.Arbitrary<CaseFilter> = fc.record(
  {
    isStaff: fc.boolean(),
    most: fc.constantFrom(1, 7, 60, 400),
    confidential: fc.constantFrom([], ['nuisance'], ['nuisance', 'asphalt']),
    statuses: some(CASE_STATUSES),
    kinds: some(SIGNAL_KINDS),
    categories: some([...CATEGORIES, 'nothing']),
    area: fc.constantFrom(...AREAS, 'nowhere'),
    asset: fc.constantFrom('asset-0', 'asset-6', 'asset-1'),
    isAtDesk: fc.boolean(),
    opened_from_ms: moment,
    opened_to_ms: moment,
    after: fc.nat(ROWS - 1).map((at) => MADE[at] as Made),
  },
  { requiredKeys: ['isStaff', 'most'] },
)

describe('the list of cases', () => {
  test('under any filter it is what each case by itself says, in order', async () => {
    let found = 0
    await fc.assert(
      fc.asyncProperty(filters, async (filter) => {
        const rows = await app.read({ tenant: OURS }, (query) => listCases(query, OURS, filter))
        const expected = byBruteForce(filter)
        assert.deepEqual(
          rows.map(({ id }) => id),
          expected,
        )
        if (expected.length > 0) found += 1
      }),
      { numRuns: 600 },
    )
    assert(found > 0)
  })

  test('an area is paged through to its end, and nothing is told twice', async () => {
    const own: CaseFilter = { isStaff: true, area: 'north', most: 13 }
    const told: string[] = []
    let after: CaseFilter['after']
    for (;;) {
      const page = { ...own, ...(after && { after }) }
      const rows = await app.read({ tenant: OURS }, (query) => listCases(query, OURS, page))
      told.push(...rows.map(({ id }) => id))
      const last = rows.at(-1)
      if (!last) break
      after = { opened_ms: last.opened_at, id: last.id }
    }
    assert.deepEqual(told, byBruteForce({ ...own, most: ROWS }))
    assert(told.length > 100)
  })
})
