import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, it } from 'node:test'
import { HOUR_MS, openSubscriberTown, type SubscriberTown } from './subscriber-town.ts'
import { NOORDDIJK, until } from './town.ts'
import { openReceiver, type Received } from './webhook-receiver.ts'

type Options = { answer?: (received: Received) => number }

/** Noorddijk, and a system of somebody else that follows it. */
async function openFollowed(options: Options = {}) {
  await using stack = new AsyncDisposableStack()
  const receiver = stack.use(await openReceiver(options))
  // Receivers look at the clock on the wall.
  const town = stack.use(await openSubscriberTown({ at: new Date().toISOString() }))
  const opened = stack.move()
  return {
    town,
    receiver,
    async make(filter: object = {}, name = 'system') {
      const { url } = receiver.endpoint(name, `whsec_${Buffer.alloc(24, 1).toString('base64')}`)
      const told = await town.post('/webhooks', { as: 'integrator', body: { url, filter } })
      assert.equal(told.status, 201, told.text)
      receiver.endpoint(name, told.json.secret)
      return told.json.id as string
    },
    changes: () => receiver.received.filter(({ event }) => !event.type.includes('.test.')),
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  }
}

const statusOf = async (town: SubscriberTown, id: string) => {
  const { json } = await town.get('/webhooks', { as: 'integrator' })
  return json.items.find((one: { id: string }) => one.id === id)
}

/** An endpoint that looks at no signature: the town is at another time than it is. */
async function openFarEnd() {
  const events: { type: string; subject: string }[] = []
  const far = {
    url: '',
    isUp: true,
    changes: () => events.filter(({ type }) => !type.includes('.test.')),
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      server.close()
    },
  }
  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = []
    for await (const piece of request) pieces.push(piece as Buffer)
    if (far.isUp) events.push(JSON.parse(Buffer.concat(pieces).toString()))
    response.writeHead(far.isUp ? 204 : 503).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  far.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  return far
}

/** The clock of the town goes with that on the wall, which receivers look at. */
const walk = (town: SubscriberTown, ahead_ms = 0) =>
  town.town.at(new Date(Date.now() + ahead_ms).toISOString())

/** The first attempt may have come before the secret was known; then the next is waited for. */
const active = (town: SubscriberTown, id: string) =>
  until('the endpoint is proved', async () => {
    walk(town)
    return (await statusOf(town, id))?.status === 'active'
  })

describe('a system that follows the public changes', () => {
  it('is sent a test event, and then every change in order of each case, signed', async () => {
    await using followed = await openFollowed()
    const { town, receiver, changes } = followed
    const before = await town.town.report({ category: 'lamp-out', asset: 'L1' })
    const id = await followed.make()
    await active(town, id)
    assert.equal(receiver.received[0]?.event.type, 'nl.lantaarn.subscription.test.v1')
    const { number, caseId } = await town.town.report({ category: 'lamp-out', asset: 'L3' })
    const assignment = await town.assignmentOf(caseId)
    await town.town.answer(assignment.id, { answer: 'accepted' })
    await town.town.answer(assignment.id, { answer: 'done', next: [] })
    const own = () => changes().filter(({ event }) => event.subject === number)
    const types = () => own().map(({ event }) => event.type)
    await until('all of it came', () => types().includes('nl.lantaarn.case-done.v1'))
    assert.deepEqual(types(), [
      'nl.lantaarn.case-opened.v1',
      'nl.lantaarn.case-handed-over.v1',
      ...(types().includes('nl.lantaarn.case-received.v1') ? ['nl.lantaarn.case-received.v1'] : []),
      'nl.lantaarn.case-accepted.v1',
      'nl.lantaarn.case-done.v1',
    ])
    assert(!JSON.stringify(changes()).includes(`case-opened.v1","subject":"${before.number}`))
    for (const { id: webhookId, event } of changes()) {
      assert.equal(webhookId, event.id)
      assert.equal(event.source, `urn:nld:gemeente:${NOORDDIJK}:systeem:lantaarn`)
    }
    assert.equal(new Set(changes().map((one) => one.id)).size, changes().length)
    assert((await statusOf(town, id)).deliveredAt)
  })

  it('gets only what its filter names', async () => {
    await using followed = await openFollowed()
    const { town, changes } = followed
    const id = await followed.make({
      areas: ['centrum'],
      categories: ['lighting'],
      types: ['CaseOpened'],
    })
    await active(town, id)
    await town.town.report({ category: 'litter', place: { lon: 5.01, lat: 52.01 } })
    await town.town.report({ category: 'lamp-out', asset: 'L61' })
    const { number } = await town.town.report({ category: 'lamp-out', asset: 'L3' })
    await until('it came', () => {
      walk(town)
      return changes().length > 0
    })
    await town.settled()
    assert.deepEqual(
      changes().map(({ event }) => [event.subject, event.type]),
      [[number, 'nl.lantaarn.case-opened.v1']],
    )
  })

  it('is sent nothing of what is confidential', async () => {
    await using followed = await openFollowed()
    const { town, changes } = followed
    await active(town, await followed.make())
    await town.town.report({ category: 'nuisance', place: { lon: 5.01, lat: 52.01 } })
    await town.town.report({ category: 'lamp-out', asset: 'L3' })
    await until('the other came', () => changes().length > 0)
    assert(!JSON.stringify(changes()).includes('nuisance'))
  })

  it('tries again what was not taken, holding up no other case', async () => {
    let refused = ''
    await using followed = await openFollowed({
      answer: ({ event }) => {
        if (event.type.includes('.test.')) return 204
        refused ||= event.subject
        return event.subject === refused && isBroken ? 500 : 204
      },
    })
    let isBroken = true
    const { town, changes } = followed
    await active(town, await followed.make({ types: ['CaseOpened'] }))
    for (const asset of ['L1', 'L3', 'L5']) await town.town.report({ category: 'lamp-out', asset })
    await until('the others came', () => changes().length === 2)
    isBroken = false
    await until('the first came, too', () => {
      walk(town)
      return changes().length === 3
    })
    assert.equal(new Set(changes().map(({ event }) => event.subject)).size, 3)
  })

  it('stops after a day of failure, visibly, and goes on from there when it is resumed', async () => {
    await using far = await openFarEnd()
    await using town = await openSubscriberTown()
    const body = { url: far.url, filter: { types: ['CaseOpened', 'CaseHandedOver'] } }
    const made = await town.post('/webhooks', { as: 'integrator', body })
    const { id } = made.json
    const passing = (what: string, by_ms: number, isSo: () => boolean | Promise<boolean>) =>
      until(what, () => {
        town.town.pass(by_ms)
        return isSo()
      })
    const status = async () => (await statusOf(town, id)).status
    await passing('it is proved', 1_000, async () => (await status()) === 'active')
    const first = await town.town.report({ category: 'lamp-out', asset: 'L1' })
    await passing('the first came', 1_000, () => far.changes().length === 2)
    far.isUp = false
    const second = await town.town.report({ category: 'lamp-out', asset: 'L3' })
    const waits = async () =>
      (await town.get('/waiting-messages?limit=200', { as: 'desk' })).json.items.filter(
        ({ type }: { type: string }) => type === 'nl.lantaarn.subscription.change.v1',
      )
    await passing('it waits to be tried again', 1_000, async () => (await waits()).length > 0)
    for (const { kind, organisation, webhook } of await waits())
      assert.deepEqual(
        [kind, organisation, webhook],
        ['webhook', undefined, id],
        'no party is named',
      )
    await passing('it stopped', HOUR_MS, async () => (await status()) === 'stopped')
    const stopped = await statusOf(town, id)
    assert.equal(stopped.lastError, 'answered 503')
    assert(stopped.stoppedAt && stopped.failingSince)
    const atDesk = async () => (await town.get('/desk-needs', { as: 'desk' })).json.stoppedWebhooks
    assert.equal(await atDesk(), 1, 'the desk sees it without having to look for it')
    const third = await town.town.report({ category: 'lamp-out', asset: 'L5' })
    far.isUp = true
    const path = `/webhooks/${id}/resumptions`
    assert.equal((await town.post(path, { as: 'integrator' })).status, 201)
    const again = await town.post(path, { as: 'integrator' })
    assert.deepEqual([again.status, again.json.type], [409, '/problems/webhook-not-stopped'])
    assert.equal(await atDesk(), 0)
    await passing('all came', 1_000, () => far.changes().length >= 6)
    await town.settled()
    assert.equal(far.changes().length, 6)
    assert.deepEqual(
      far
        .changes()
        .slice(0, 2)
        .map(({ subject }) => subject),
      [first.number, first.number],
    )
    // One case waits for no other: in order is what happened to each.
    for (const { number } of [first, second, third])
      assert.deepEqual(
        far.changes().flatMap(({ type, subject }) => (subject === number ? [type] : [])),
        ['nl.lantaarn.case-opened.v1', 'nl.lantaarn.case-handed-over.v1'],
      )
  })

  it('is neither lost nor doubled by processes that end half-way', async () => {
    await using followed = await openFollowed()
    const { town, changes } = followed
    await active(town, await followed.make({ types: ['CaseOpened'] }))
    const numbers: string[] = []
    for (let lamp = 1; lamp <= 12; lamp += 2) {
      await using _second = await town.town.open({ roles: ['work'] })
      numbers.push((await town.town.report({ category: 'lamp-out', asset: `L${lamp}` })).number)
    }
    await until('all came', () => {
      walk(town)
      return changes().length >= numbers.length
    })
    assert.deepEqual(
      changes()
        .map(({ event }) => event.subject)
        .sort(),
      numbers.sort(),
    )
  })

  it('is gone with its secret once it is removed', async () => {
    await using followed = await openFollowed()
    const { town, changes } = followed
    const id = await followed.make()
    await active(town, id)
    assert.equal(
      (await town.call('DELETE', `/webhooks/${id}`, { as: 'administrator' })).status,
      200,
    )
    await town.town.report({ category: 'lamp-out', asset: 'L1' })
    await town.settled()
    assert.equal(changes().length, 0)
    assert.equal((await town.call('DELETE', `/webhooks/${id}`, { as: 'integrator' })).status, 404)
    assert.deepEqual(await town.rows('select to_jsonb(w) as row from subscriptions.webhooks w'), [])
  })
})

describe('a webhook', () => {
  it('is made only with a key that is for it, and to an address outside', async () => {
    await using town = await openSubscriberTown({ canCallPrivateAddresses: false })
    const make = (url: string, as: 'integrator' | 'desk' | 'party' | 'public', filter = {}) =>
      town.post(`/webhooks?municipality=${NOORDDIJK}`, { as, body: { url, filter } })
    const good = 'https://receiver.example.org/in'
    for (const as of ['desk', 'party'] as const)
      assert.equal((await make(good, as)).status, 403, as)
    assert.equal((await make(good, 'public')).status, 401)
    for (const url of [
      'http://receiver.example.org/in',
      'https://user:secret@receiver.example.org/',
      'https://127.0.0.1/in',
      'https://[::1]/in',
      'https://10.0.0.8/in',
      'https://localhost/in',
    ]) {
      const { status, json } = await make(url, 'integrator')
      assert.deepEqual([status, json.type], [400, '/problems/webhook-address-refused'], url)
    }
    for (const filter of [{ areas: ['nowhere'] }, { categories: ['nuisance'] }, { types: ['X'] }]) {
      const { status, json } = await make(good, 'integrator', filter)
      assert.deepEqual([status, json.type], [404, '/problems/subscription-about-unknown'])
    }
    assert.equal((await make('ftp://receiver.example.org', 'integrator')).status, 400)
    for (let i = 0; i < 20; i++)
      assert.equal((await make(`${good}/${i}`, 'integrator')).status, 201)
    const { json } = await make(good, 'integrator')
    assert.equal(json.type, '/problems/webhooks-exhausted')
    const seen = await town.get('/webhooks', { as: 'integrator' })
    assert.equal(seen.json.items.length, 20)
    assert(!seen.text.includes('whsec_'))
    const elsewhere = await town.get('/webhooks', { as: 'zuiddijkIntegrator' })
    assert.deepEqual(elsewhere.json.items, [])
  })
})
