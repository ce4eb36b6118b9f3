import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import sql from 'sql-template-tag'
import { findForeignRequest } from '#modules/delivery'
import { type Open311Settings, setEndpoint } from '#modules/directory'
import { type Oddity, type Open311Party, openOpen311Party } from './open311-party.ts'
import { agreementOf } from './small-town.ts'
import { NOORDDIJK, openTown, type SmallTown, until } from './town.ts'

const POLL_S = 60

type Reached = {
  town: SmallTown
  party: Open311Party
  /** Reports a lamp and gives its task. */
  lamp(asset?: string): Promise<string>
  row(id: string): ReturnType<typeof findForeignRequest>
  /** Lets the interval of polling pass, and waits until the server was asked again and it was written down. */
  poll(): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}

/** Noorddijk, where the lamps are a party's whose own server speaks Open311. */
async function reached(
  options: { format?: 'json' | 'xml'; odd?: readonly Oddity[] } & Partial<Open311Settings> = {},
): Promise<Reached> {
  const { format = 'json', odd = [], ...settings } = options
  await using stack = new AsyncDisposableStack()
  const town = stack.use(await openTown({ roles: ['work'] }))
  const party = stack.use(await openOpen311Party(town.clock, { format }))
  for (const one of odd) party.odd.add(one)
  await setEndpoint(town.app.worker, town.app.vault, {
    organisation: 'lichtwerk',
    kind: 'open311',
    url: party.url,
    secret: party.api_key,
    open311: { format, poll_s: POLL_S, has_updates: false, repeats: 'never', ...settings },
  })
  await town.enter([
    agreementOf({
      id: 'lighting',
      party: 'lichtwerk',
      categories: ['lighting'],
      scope: { managers: ['noorddijk'] },
      reach: {
        channel: 'open311',
        shareDescriptionOn: 'public task',
        open311: {
          services: [
            {
              category: 'lighting',
              serviceCode: 'LAMP',
              attributes: [
                { code: 'POLE', field: 'asset-number' },
                { code: 'SOURCE', value: 'Noorddijk' },
              ],
            },
          ],
          statuses: { gereed: 'done' },
        },
      },
    }),
  ])
  const { app } = town
  const looked = async () => {
    const [one] = await app.worker.read({}, (query) =>
      query<{ at: number | null }>(sql`select next_at as at from delivery.foreign_polls`),
    )
    return one?.at
  }
  const opened = stack.move()
  return {
    town,
    party,
    async lamp(asset = 'L3') {
      const { number } = await town.report({
        category: 'lamp-out',
        asset,
        words: { description: 'donker sinds maandag' },
      })
      const id = (await town.case(number)).assignments.at(-1)?.id
      assert(id)
      return id
    },
    row: (id) => app.worker.read({}, (query) => findForeignRequest(query, NOORDDIJK, id)),
    async poll() {
      const before = await looked()
      town.pass((POLL_S + 1) * 1000)
      await until('the party is asked again', async () => (await looked()) !== before)
    },
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  }
}

const isThere =
  ({ row }: Reached, id: string) =>
  async () =>
    (await row(id))?.foreign_id != null

/** Once more, after the wait of the outbox. */
async function again({ town }: Reached): Promise<void> {
  town.pass(3_600_000)
}

for (const format of ['json', 'xml'] as const)
  describe(`a task for a party whose server speaks Open311, as ${format}`, () => {
    test('becomes a request there, and what comes back becomes its answers', async () => {
      await using it = await reached({ format, has_updates: true })
      const { town, party } = it
      const id = await it.lamp()
      await until('it is there', isThere(it, id))
      const [posted] = party.requests
      assert.equal(posted?.form.get('service_code'), 'LAMP')
      assert.equal(posted?.form.get('attribute[POLE]'), 'L3')
      assert.equal(posted?.form.get('attribute[SOURCE]'), 'Noorddijk')
      assert.match(posted?.form.get('description') ?? '', /donker sinds maandag/)
      await until('it is received', async () => (await town.assignment(id)).delivered_at !== null)
      party.update('P-1', 'Investigating')
      await it.poll()
      assert.equal((await town.assignment(id)).status, 'accepted')
      party.update('P-1', 'IN_PROGRESS', 'De ploeg is onderweg')
      party.update('P-1', 'fixed', 'Lamp vervangen')
      party.setStatus('P-1', 'closed')
      await it.poll()
      assert.equal((await town.assignment(id)).status, 'done')
      const told = await it.row(id)
      assert.deepEqual([told?.word, told?.meaning, told?.is_followed], ['fixed', 'done', false])
      const { case_id } = await town.assignment(id)
      assert.equal((await town.case(case_id)).status, 'done')
      const confirmed = await town.app.cases(NOORDDIJK, {
        type: 'VerifyCase',
        by: 'reporter',
        outcome: 'confirmed',
        caseId: case_id,
        source: 'public',
        heard: {},
        seals: { keys: [], boxes: [] },
      } as never)
      assert.equal(confirmed.status, 'accepted')
      assert.equal((await town.case(case_id)).closed_as, 'confirmed')
    })

    for (const odd of [
      'fractional-seconds',
      'missing-elements',
      'single-no-array',
      'wrapped',
      'wrong-charset',
      'numbers-as-ids',
      'ids-not-listed',
      'ids-ignored',
    ] as const)
      test(`is understood with ${odd}`, async () => {
        await using it = await reached({ format, odd: [odd] })
        const id = await it.lamp()
        const other = await it.lamp('L7')
        await until('both are there', isThere(it, id))
        await until('both are there', isThere(it, other))
        const foreign = (await it.row(id))?.foreign_id ?? ''
        it.party.setStatus(foreign, 'closed', { notes: 'hersteld' })
        await it.poll()
        assert.equal((await it.town.assignment(id)).status, 'done')
        assert.equal((await it.town.assignment(other)).status, 'offered')
      })

    for (const odd of [
      'xml-malformed',
      'html-error',
      'errors-with-200',
      'redirects',
      'too-long',
      'key-refused',
    ] as const)
      test(`is not lost by ${odd}, and arrives once that is over`, async () => {
        await using it = await reached({ format, odd: [odd], repeats: 'when-not-found' })
        const id = await it.lamp()
        const failures = async () => {
          const rows = await it.town.app.worker.read({}, (query) =>
            query<{ error: string }>(sql`
              select error from delivery.attempts where outcome = 'failed' order by id`),
          )
          return rows.map(({ error }) => error)
        }
        await until('it failed', async () => (await failures()).length > 0)
        assert.match((await failures())[0] ?? '', WORDS[odd])
        it.party.odd.clear()
        await again(it)
        await until('it is there', isThere(it, id))
        assert.equal(it.party.requests.length, 1)
      })
  })

const WORDS = {
  'xml-malformed': /no XML|breaks off|answered 200/,
  'html-error': /answered 502: a web page/,
  'errors-with-200': /answered 200: 400 the form was not understood/,
  redirects: /redirect to elsewhere\.example, which is not followed/,
  'too-long': /more than 5000000 bytes/,
  'key-refused': /answered 403: 403 the api_key is wrong/,
} as const
