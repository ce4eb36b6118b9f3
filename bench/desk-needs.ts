import { loadavg } from 'node:os'
import pg from 'pg'
import { type ApiTown, openApiTown } from '../test/api-town.ts'
import { openTestServer } from '../test/rig.ts'
import { NOORDDIJK } from '../test/town.ts'
import { quantile, type Row } from './row.ts'

const OPEN_CASES = 100_000
const NEEDS = 1_000
const AT_MOST_MS = 100
const ROUNDS = 100

const QUESTIONS = [
  ['the first page', '/desk-needs'],
  ['two hundred', '/desk-needs?limit=200'],
  ['one reason', '/desk-needs?reason=no-agreement'],
  ['what is to be told', '/desk-needs?reason=to-call-back&reason=to-write'],
] as const

/** What waits at the desk of a town with very much open, asked through the API as the role that serves. */
export async function benchDeskNeeds(): Promise<Row[]> {
  await using server = await openTestServer()
  process.env.LANTAARN_TEST_DATABASE ??= server.url
  await using api = await openApiTown()
  await writeOpenCases(api)
  const timed: { name: string; p50_ms: number; p95_ms: number }[] = []
  for (const [name, path] of QUESTIONS) {
    const times: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const from_ms = performance.now()
      const { status, json } = await api.get(path, { as: 'desk' })
      times.push(performance.now() - from_ms)
      if (status !== 200 || json.total !== NEEDS)
        throw new Error(`${path}: ${status}, ${json.total} of ${NEEDS} wait`)
    }
    times.sort((a, b) => a - b)
    timed.push({ name, p50_ms: quantile(times, 0.5), p95_ms: quantile(times, 0.95) })
  }
  const slowest = timed.toSorted((a, b) => b.p95_ms - a.p95_ms)[0]
  const told = timed.map(
    ({ name, p50_ms, p95_ms }) => `${name} ${p50_ms.toFixed(0)}/${p95_ms.toFixed(0)}`,
  )
  return [
    {
      what: `what waits at the desk (${slowest?.name}), p95`,
      figure: slowest?.p95_ms ?? Number.NaN,
      unit: 'ms',
      limit: AT_MOST_MS,
      limitIs: 'at most',
      note: `${OPEN_CASES.toLocaleString('en')} open cases, ${NEEDS.toLocaleString('en')} of them wait; load ${loadavg()[0]?.toFixed(1)} on this machine; p50/p95 of each: ${told.join(', ')}`,
    },
  ]
}

/** Straight into the read table: one in a hundred waits, for each reason alike. */
async function writeOpenCases({ town }: ApiTown): Promise<void> {
  const owner = new pg.Client(town.database.ownerUrl)
  await owner.connect()
  try {
    await owner.query('alter table cases.cases no force row level security')
    await owner.query(
      `insert into cases.cases (municipality, id, number, version, status, category, visibility, priority, lon, lat,
         areas, is_asset_uncertain, is_history, signals, desk, is_at_desk, to_tell, needs_person, contested, opened_at,
         updated_at, has_threat)
       select $1, gen_random_uuid(), $1 || '-25-' || lpad(i::text, 6, '0'), 1, 'open', (array['bench', 'litter', 'strange'])[1 + i % 3],
         'public', 'normal', 5.01, 52.01, '["centrum"]', false, false, 1,
         case when i % 200 = 0 then '["no-agreement"]'::jsonb else '[]' end, i % 200 = 0,
         case when i % 200 = 100
           then jsonb_build_array(jsonb_build_object('signalId', gen_random_uuid(), 'by', 'call-back', 'steps', '["done"]'::jsonb))
           else '[]' end,
         i % 100 = 0, 0, now() - i * interval '1 minute', now(), false
       from generate_series(1, $2::int) i`,
      [NOORDDIJK, OPEN_CASES],
    )
    await owner.query('alter table cases.cases force row level security')
    await owner.query('vacuum analyze cases.cases')
  } finally {
    await owner.end()
  }
}
