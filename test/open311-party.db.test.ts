import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import sql from 'sql-template-tag'
import { askAgain, findForeignRequest } from '#modules/delivery'
import { createKey, type Open311Settings, setEndpoint, setMailAddress } from '#modules/directory'
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
      const confirmed = await town.app.http.request(
        `/api/v1/cases/${(await town.case(case_id)).number}/verifications`,
        {
          method: 'POST',
          headers: { ...(await deskOf(town)), 'content-type': 'application/json' },
          body: JSON.stringify({ by: 'reporter', outcome: 'confirmed' }),
        },
      )
      assert.equal(confirmed.status, 201, await confirmed.text())
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

describe('a token', () => {
  test('is followed until it has become an id', async () => {
    await using it = await reached({ odd: ['token'] })
    const id = await it.lamp()
    await until('the token is kept', async () => (await it.row(id))?.token != null)
    assert.equal((await it.town.assignment(id)).delivered_at, null)
    await again(it)
    await until('it is there', isThere(it, id))
    await until('it is received', async () => (await it.town.assignment(id)).delivered_at !== null)
    assert.equal(it.party.requests.length, 1)
  })
})

describe('an answer that was lost', () => {
  test('is looked up by its marker, and makes no second request', async () => {
    await using it = await reached({ odd: ['answer-lost'] })
    const id = await it.lamp()
    await until('it has failed', hasFailed(it))
    await again(it)
    await until('it is there', isThere(it, id))
    assert.equal(it.party.requests.length, 1)
    assert.equal((await it.row(id))?.foreign_id, 'P-1')
  })

  test('that is not found waits for a person, who may have it sent again', async () => {
    await using it = await reached({ odd: ['answer-lost', 'no-descriptions'] })
    const id = await it.lamp()
    await until('it has failed', hasFailed(it))
    await again(it)
    await until('it waits for a person', async () =>
      (await outcomes(it)).includes('waits-for-person'),
    )
    assert.equal(it.party.requests.length, 1)
    const { case_id } = await it.town.assignment(id)
    await until('the desk knows', async () =>
      (await it.town.case(case_id)).desk.includes('delivery-stuck'),
    )
    town24(it)
    await settledFor(100)
    assert.equal(it.party.requests.length, 1, 'it is not sent again by itself')
    const { worker, wake } = it.town.app
    await worker.write({}, (query) => askAgain(query, { municipality: NOORDDIJK, assignment: id }))
    await worker.write({}, (query) =>
      query(sql`
        update platform.outbox set due_at = ${new Date(it.town.clock()).toISOString()}
        where ordering_key = ${id}`),
    )
    wake.ring('outbox')
    await until('it is there', isThere(it, id))
    assert.equal(it.party.requests.length, 2)
  })

  test('that is not found is sent again where the party shows all it has', async () => {
    await using it = await reached({
      odd: ['answer-lost', 'no-descriptions'],
      repeats: 'when-not-found',
    })
    const id = await it.lamp()
    await until('it has failed', hasFailed(it))
    await again(it)
    await until('it is there', isThere(it, id))
  })
})

describe('what changes on our side', () => {
  test('goes as an update, and a repeat that is known already has arrived', async () => {
    await using it = await reached({ has_updates: true, odd: ['repeats-refused'] })
    const id = await it.lamp()
    await until('it is there', isThere(it, id))
    await until('it is received', async () => (await it.town.assignment(id)).delivered_at !== null)
    const { case_id } = await it.town.assignment(id)
    await withdraw(it, case_id)
    await until('it is told', () => it.party.updates.length === 1)
    const [told] = it.party.updates
    assert.deepEqual([told?.service_request_id, told?.status], ['P-1', 'CANCELLED'])
    await until('it is noted', async () => (await it.row(id))?.is_followed === false)
    await it.town.app.worker.write({}, (query) =>
      query(sql`
        update platform.outbox set delivered_at = null, due_at = ${new Date(it.town.clock()).toISOString()}
        where ordering_key = ${id} and type like '%withdrawn%'`),
    )
    it.town.app.wake.ring('outbox')
    await until('the repeat counts as arrived', async () => {
      const [row] = await it.town.app.worker.read({}, (query) =>
        query<{ n: number }>(sql`
          select count(*)::int as n from platform.outbox
          where ordering_key = ${id} and delivered_at is null`),
      )
      return row?.n === 0
    })
    assert.equal(it.party.updates.length, 1)
  })

  test('is told by mail where the server takes no updates, else by a person', async () => {
    await using it = await reached()
    const id = await it.lamp()
    await until('it is there', isThere(it, id))
    await until('it is received', async () => (await it.town.assignment(id)).delivered_at !== null)
    const { case_id } = await it.town.assignment(id)
    await withdraw(it, case_id)
    await until('it is left to a person', async () =>
      (await outcomes(it)).includes('left-to-person'),
    )
    const { worker, vault } = it.town.app
    const address = 'werk@lichtwerk.example'
    await setMailAddress(worker, vault, { organisation: 'lichtwerk', address, locale: 'nl' })
    const other = await it.lamp('L9')
    await until('the other is there', isThere(it, other))
    await until('received', async () => (await it.town.assignment(other)).delivered_at !== null)
    await withdraw(it, (await it.town.assignment(other)).case_id)
    await until('a mail says so', async () => (await it.town.mails()).length > 0)
    assert.equal((await it.town.mails()).at(-1)?.includes(address), true)
  })
})

describe('what the party says', () => {
  test('is taken by words of its own that the agreement explains; what nobody explains is kept and shown', async () => {
    await using it = await reached()
    const id = await it.lamp()
    await until('it is there', isThere(it, id))
    await until('it is received', async () => (await it.town.assignment(id)).delivered_at !== null)
    it.party.setStatus('P-1', 'wacht op kabelploeg', { notes: 'bel Jan op 0612345678' })
    await it.poll()
    const kept = await it.row(id)
    assert.deepEqual([kept?.word, kept?.meaning], ['wacht op kabelploeg', null])
    assert.doesNotMatch(kept?.notes ?? '', /0612345678/)
    assert.equal((await it.town.assignment(id)).status, 'offered')
    it.party.setStatus('P-1', 'action_scheduled', {
      expected_ms: Date.parse('2026-06-20T10:00:00+02:00'),
    })
    await it.poll()
    const planned = await it.town.assignment(id)
    assert.deepEqual([planned.status, planned.planned_on], ['planned', '2026-06-20'])
    it.party.setStatus('P-1', 'Gereed')
    await it.poll()
    assert.equal((await it.town.assignment(id)).status, 'done')
  })

  test('ends as not ours, and somebody else is asked', async () => {
    await using it = await reached({ has_updates: true })
    const id = await it.lamp()
    await until('it is there', isThere(it, id))
    await until('it is received', async () => (await it.town.assignment(id)).delivered_at !== null)
    it.party.update('P-1', 'not_councils_responsibility')
    await it.poll()
    const { status, case_id } = await it.town.assignment(id)
    assert.equal(status, 'not-ours')
    assert.equal((await it.town.case(case_id)).assignments.at(-1)?.organisation, 'nachtlicht')
  })

  test('what cannot be an answer yet is not forgotten, however long that takes', async () => {
    await using it = await reached({ has_updates: true })
    const { town, party } = it
    const id = await it.lamp()
    await until('it is there', isThere(it, id))
    await until('it is received', async () => (await town.assignment(id)).delivered_at !== null)
    party.update('P-1', 'Investigating')
    await it.poll()
    const { case_id } = await town.assignment(id)
    const { number } = await town.case(case_id)
    const raised = await town.app.http.request(`/api/v1/cases/${number}/danger-raisings`, {
      method: 'POST',
      headers: { ...(await deskOf(town)), 'content-type': 'application/json' },
      body: JSON.stringify({ reason: 'bare wires' }),
    })
    assert.equal(raised.status, 201, await raised.text())
    party.update('P-1', 'not_councils_responsibility')
    party.setStatus('P-1', 'closed')
    await it.poll()
    assert.equal((await it.row(id))?.refusal, 'make-safe-first')
    for (let quarters = 0; quarters < 3; quarters++) {
      town.pass(15 * 60_000)
      await it.poll()
    }
    await town.answer(id, { answer: 'made-safe' })
    // At the first look the word that it is safe may still be on its way to the party.
    for (let looks = 0; looks < 3 && (await it.row(id))?.is_followed; looks++) await it.poll()
    assert.equal((await town.assignment(id)).status, 'not-ours')
  })

  test('a duplicate that is closed there is not said to be done', async () => {
    await using it = await reached({ has_updates: true })
    const id = await it.lamp()
    await until('it is there', isThere(it, id))
    await until('it is received', async () => (await it.town.assignment(id)).delivered_at !== null)
    it.party.update('P-1', 'DUPLICATE')
    it.party.setStatus('P-1', 'closed')
    for (let looks = 0; looks < 3; looks++) await it.poll()
    assert.equal((await it.town.assignment(id)).status, 'offered')
    assert.equal((await it.row(id))?.word, 'DUPLICATE')
  })

  test('a bare closed counts at the second look, where its update does not come', async () => {
    await using it = await reached({ has_updates: true })
    const id = await it.lamp()
    await until('it is there', isThere(it, id))
    await until('it is received', async () => (await it.town.assignment(id)).delivered_at !== null)
    it.party.setStatus('P-1', 'closed')
    await it.poll()
    assert.equal((await it.town.assignment(id)).status, 'offered')
    await it.poll()
    assert.equal((await it.town.assignment(id)).status, 'done')
  })

  test('while its server is away it is asked later and later, and nothing is lost', async () => {
    await using it = await reached()
    const id = await it.lamp()
    await until('it is there', isThere(it, id))
    await until('it is received', async () => (await it.town.assignment(id)).delivered_at !== null)
    it.party.setStatus('P-1', 'closed')
    it.party.odd.add('html-error')
    await it.poll()
    await until('it is in the log', async () => (await outcomes(it)).includes('failed'))
    it.party.odd.clear()
    it.town.pass(3_600_000)
    await until('it is done', async () => (await it.town.assignment(id)).status === 'done')
  })
})

const hasFailed = (it: Reached) => async () => (await outcomes(it)).includes('failed')

async function outcomes({ town }: Reached): Promise<string[]> {
  const rows = await town.app.worker.read({}, (query) =>
    query<{ outcome: string }>(sql`select outcome from delivery.attempts order by id`),
  )
  return rows.map(({ outcome }) => outcome)
}

const settledFor = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const town24 = ({ town }: Reached) => town.pass(24 * 3_600_000)

/** The desk closes the case: nobody has to do anything any more. */
async function withdraw({ town }: Reached, caseId: string): Promise<void> {
  const { number } = await town.case(caseId)
  const closed = await town.app.http.request(`/api/v1/cases/${number}/closures`, {
    method: 'POST',
    headers: { ...(await deskOf(town)), 'content-type': 'application/json' },
    body: JSON.stringify({ as: 'settled-by-desk', remark: 'talked about it' }),
  })
  assert.equal(closed.status, 201, await closed.text())
}

async function deskOf({ app, clock }: SmallTown): Promise<{ authorization: string }> {
  const token = await createKey(app.worker, {
    key: { id: randomUUID(), kind: 'desk', municipality: NOORDDIJK, label: 'desk' },
    now_ms: clock(),
  })
  return { authorization: `Bearer ${token}` }
}

describe('a clock that is set back', () => {
  const hours = (count: number) => count * 3_600_000

  test('has the server asked again, and what it said meanwhile is heard', async () => {
    await using one = await reached({ has_updates: true })
    const id = await one.lamp()
    await until('it is there', isThere(one, id))
    one.town.pass(hours(5))
    await one.poll()
    one.town.pass(-hours(4))
    const [request] = one.party.requests
    assert(request)
    one.party.update(request.id, 'in_progress')
    await until('it is heard', async () => (await one.town.assignment(id)).status === 'started')
    const [poll] = await one.town.app.worker.read({}, (query) =>
      query<{ next_at: number; updates_from: number }>(sql`
        select next_at, updates_from from delivery.foreign_polls`),
    )
    assert((poll?.next_at ?? Infinity) <= one.town.clock() + (POLL_S + 1) * 1000)
    assert((poll?.updates_from ?? Infinity) <= one.town.clock())
  })

  test('lets go what a program that was killed held', async () => {
    await using one = await reached()
    const id = await one.lamp()
    await until('it is there', isThere(one, id))
    await one.poll()
    const held = new Date(one.town.clock() + hours(6)).toISOString()
    await one.town.app.worker.write({}, (query) =>
      query(sql`update delivery.foreign_polls set leased_until = ${held}::timestamptz`),
    )
    one.town.pass(-1_000)
    await until('it is let go', async () => {
      const rows = await one.town.app.worker.read({}, (query) =>
        query(
          sql`select from delivery.foreign_polls where leased_until > ${held}::timestamptz - interval '1 s'`,
        ),
      )
      return rows.length === 0
    })
    await one.poll()
  })
})
