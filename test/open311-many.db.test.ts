import assert from 'node:assert/strict'
import { test } from 'node:test'
import sql from 'sql-template-tag'
import { setEndpoint } from '#modules/directory'
import { type Asset, importPlaces } from '#modules/places'
import { openOpen311Party } from './open311-party.ts'
import { agreementOf } from './small-town.ts'
import { NOORDDIJK, openTown, until } from './town.ts'

/** One more than twenty lists of twenty: what is followed beyond that waits for the next round. */
const TASKS = 421
const A_ROUND = 400
const POLL_S = 60
/** Longer than what is read again each time. */
const BETWEEN_MS = 20 * 60_000
const WITHIN_MS = 240_000

const LAMPS = Array.from(
  { length: TASKS },
  (_, n): Asset => ({
    id: `many-${n}`,
    type: 'lamp-post',
    publicNumber: `V${n}`,
    place: [5.001 + (n % 30) * 0.0006, 52.001 + Math.floor(n / 30) * 0.0011],
    owner: 'noorddijk',
    manager: 'noorddijk',
  }),
)

test('of more tasks than a round asks of none waits for ever, and no word is lost', async () => {
  await using town = await openTown({ roles: ['work'] })
  await using party = await openOpen311Party(town.clock, { format: 'json' })
  const { app } = town
  await setEndpoint(app.worker, app.vault, {
    organisation: 'lichtwerk',
    kind: 'open311',
    url: party.url,
    secret: party.api_key,
    open311: { format: 'json', poll_s: POLL_S, has_updates: true, repeats: 'never' },
  })
  await importPlaces(
    { pool: app.pool, committer: app.committer, municipality: NOORDDIJK },
    { areas: [], assets: LAMPS, source: 'many lamps' },
  )
  const services = [
    {
      category: 'lighting',
      serviceCode: 'LAMP',
      attributes: [{ code: 'POLE', field: 'asset-number' as const }],
    },
  ]
  await town.enter([
    agreementOf({
      id: 'lighting',
      party: 'lichtwerk',
      categories: ['lighting'],
      scope: { managers: ['noorddijk'] },
      reach: { channel: 'open311', open311: { services } },
    }),
  ])
  for (let from = 0; from < TASKS; from += 60)
    await Promise.all(
      LAMPS.slice(from, from + 60).map(({ id }) =>
        town.report({ category: 'lamp-out', asset: id }),
      ),
    )

  const count = async (where: ReturnType<typeof sql>) => {
    const [row] = await app.worker.read({}, (query) =>
      query<{ rows: number }>(sql`
        select count(*)::int as rows from delivery.foreign_requests where ${where}`),
    )
    return row?.rows ?? 0
  }
  const nextRound = async () => {
    const [row] = await app.worker.read({}, (query) =>
      query<{ at: number }>(sql`select next_at as at from delivery.foreign_polls`),
    )
    return row?.at
  }
  async function poll(): Promise<void> {
    const before = await nextRound()
    town.pass(BETWEEN_MS)
    await until('a round is over', async () => (await nextRound()) !== before, WITHIN_MS)
  }
  await until(
    'the party has them all',
    async () => (await count(sql`foreign_id is not null`)) === TASKS,
    WITHIN_MS,
  )

  // Each says it once, as an update alone: whoever misses that never hears it.
  for (const { id } of party.requests) party.update(id, 'closed')
  await poll()
  assert.equal(await count(sql`looked_at is not null`), A_ROUND)
  assert.equal(await count(sql`not is_followed`), A_ROUND)
  await poll()
  assert.equal(await count(sql`looked_at is null or is_followed`), 0)
  const done = await app.pool.read({ tenant: NOORDDIJK }, (query) =>
    query<{ rows: number }>(sql`
      select count(*)::int as rows from cases.assignments
      where status = 'done' and municipality = ${NOORDDIJK}`),
  )
  assert.equal(done[0]?.rows, TASKS)
  assert.equal(new Set(party.requests.map(({ form }) => form.get('attribute[POLE]'))).size, TASKS)
})
