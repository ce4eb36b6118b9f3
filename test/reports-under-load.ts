import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import sql from 'sql-template-tag'
import { verifyChain } from '#journal'
import type { App } from '../src/app.ts'
import type { openReceiver } from './webhook-receiver.ts'

const DELIVERED_WITHIN_MS = 60_000

type Sent = { key: string; body: URLSearchParams }

/** Residents who report broken lamps and litter all the time, and again with the same key where nobody answered. */
export async function openReports(
  app: App,
  town: string,
  services: readonly string[] = ['lamp-kapot', 'zwerfvuil'],
) {
  const acknowledged = new Map<string, string>()
  const unanswered: Sent[] = []
  const assets = [...(await app.towns.get(town)).assets.all()].filter(
    ({ type }) => type === 'lamp-post',
  )
  let sentTotal = 0

  function makeReport(): Sent {
    const asset = assets[Math.floor(Math.random() * assets.length)]
    assert.ok(asset)
    const service_code = services[Math.floor(Math.random() * services.length)] ?? ''
    const [long, lat] = asset.place.map((degrees) => String(degrees))
    const body = new URLSearchParams({ service_code, lat: lat ?? '', long: long ?? '' })
    body.set('description', `melding ${sentTotal++}`)
    return { key: randomUUID(), body }
  }

  /** False where nobody knows whether it arrived: the connection broke, or nobody could answer. */
  async function send(base: string, sent: Sent): Promise<boolean> {
    let answer: Response
    let text: string
    try {
      answer = await fetch(`${base}/open311/v2/${town}/requests.json`, {
        method: 'POST',
        body: sent.body,
        headers: { 'idempotency-key': sent.key },
      })
      text = await answer.text()
    } catch {
      unanswered.push(sent)
      return false
    }
    if (answer.status >= 500) {
      unanswered.push(sent)
      return false
    }
    assert.equal(answer.status, 200, text)
    const [{ service_request_id: number }] = JSON.parse(text)
    const before = acknowledged.get(sent.key)
    if (before !== undefined) assert.equal(number, before, 'a retry gives the same case')
    acknowledged.set(sent.key, number)
    return true
  }

  return {
    acknowledged,
    unanswered,
    /** One resident after another, until it is over or nobody answers; true where nothing went wrong. */
    async report(base: string, isOver: () => boolean): Promise<boolean> {
      while (!isOver()) {
        if (!(await send(base, unanswered.shift() ?? makeReport()))) return false
      }
      return true
    },
    async settle(base: string): Promise<void> {
      for (let sent = unanswered.shift(); sent; sent = unanswered.shift())
        assert.ok(await send(base, sent), 'a program that runs answers')
    },
    /** Each acknowledged report is there once, under the number that was told. */
    async checkSignals(): Promise<void> {
      const [counted] = await app.pool.read({ tenant: town }, (query) =>
        query<{ signals: number; numbers: string[] }>(sql`
          select count(*) as signals, array_agg(distinct c.number) as numbers
          from cases.signals s join cases.cases c on c.id = s.case_id
          where s.source = 'public'`),
      )
      assert.equal(counted?.signals, acknowledged.size, 'each signal is there once')
      assert.deepEqual(counted?.numbers.sort(), [...new Set(acknowledged.values())].sort())
      assert.deepEqual((await verifyChain(app.pool, town)).faults, [])
    },
    /** Every assignment reached its party, under one id. Answers how often one came a second time. */
    async checkDeliveries(receiver: Awaited<ReturnType<typeof openReceiver>>): Promise<number> {
      const began_ms = Date.now()
      let pending: { id: string }[] = []
      do {
        await delay(100)
        pending = await app.pool.read({ tenant: town }, (query) =>
          query<{ id: string }>(sql`
            select a.id from cases.assignments a join cases.cases c on c.id = a.case_id
            where not c.is_history and a.status = 'offered' and a.delivered_at is null`),
        )
      } while (pending.length > 0 && Date.now() - began_ms < DELIVERED_WITHIN_MS)
      assert.equal(pending.length, 0, `${pending.length} assignments were not delivered in time`)
      const offers = receiver.received.filter(({ event }) => event.type.includes('.offered.'))
      const ids = new Map<string, Set<string>>()
      for (const { id, event } of offers)
        ids.set(event.subject, (ids.get(event.subject) ?? new Set()).add(id))
      const offered = await app.pool.read({ tenant: town }, (query) =>
        query<{ id: string }>(sql`
          select a.id from cases.assignments a join cases.cases c on c.id = a.case_id
          where not c.is_history and a.offered_at is not null`),
      )
      assert.ok(offered.length > 50)
      for (const { id } of offered) assert.equal(ids.get(id)?.size, 1, `assignment ${id}`)
      assert.deepEqual(receiver.refused, [])
      return offers.length - new Set(offers.map(({ id }) => id)).size
    },
  }
}
