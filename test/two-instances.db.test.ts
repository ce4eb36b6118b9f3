import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import type { App } from '../src/app.ts'
import { openBalancer } from './balancer.ts'
import { type RunningProgram, startProgram } from './program.ts'
import { openReports } from './reports-under-load.ts'
import { openTestDatabase, type TestDatabase } from './rig.ts'
import { openSampleTown } from './sample-town.ts'
import { until } from './town.ts'
import type { openReceiver } from './webhook-receiver.ts'

const TOWN = 'GM9901'
const CLIENTS = 8
const KILLS = 6
const RESTARTS = 2
/** Sixty times what the balancer needs to see that a process leaves. */
const DRAINING = { ROLES: 'serve,work', DRAIN_S: '3' }
/** Of one destination at most this many are under way when its process is killed. */
const MOST_TWICE = 64

describe('two processes of every role on one database', () => {
  const stack = new AsyncDisposableStack()
  let database: TestDatabase
  let app: App
  let receiver: Awaited<ReturnType<typeof openReceiver>>
  let balancer: Awaited<ReturnType<typeof openBalancer>>
  let reports: Awaited<ReturnType<typeof openReports>>
  let running: RunningProgram[] = []

  before(async () => {
    database = stack.use(await openTestDatabase())
    const town = stack.use(await openSampleTown(database, TOWN))
    app = town.app
    receiver = town.receiver
    balancer = stack.use(await openBalancer())
    reports = await openReports(app, TOWN)
    running = [await begin(), await begin()]
  })
  after(() => stack.disposeAsync())

  async function begin(): Promise<RunningProgram> {
    const program = stack.use(await startProgram(database, { env: DRAINING }))
    await balancer.add(program.base)
    return program
  }

  const clients = (isOver: () => boolean) =>
    Array.from({ length: CLIENTS }, async () => {
      while (!isOver()) if (!(await reports.report(balancer.base, isOver))) await delay(20)
    })

  it('restarted by turns, fail no request', async () => {
    let isOver = false
    const all = clients(() => isOver)
    for (let restart = 0; restart < RESTARTS; restart++) {
      const next = await begin()
      const [oldest, ...others] = running
      assert.ok(oldest)
      await until('it had answered some', () => balancer.carriedBy(oldest.base) > 0)
      await delay(300)
      assert.deepEqual(await oldest.stop('SIGTERM'), [0, null], 'it ends in order')
      assert.ok(balancer.carriedBy(oldest.base) > 0, 'it had answered some')
      balancer.remove(oldest.base)
      running = [...others, next]
    }
    await until('many got through', () => reports.acknowledged.size > 200)
    isOver = true
    await Promise.all(all)
    assert.deepEqual(balancer.failed, [])
    assert.ok(reports.acknowledged.size > 200, `only ${reports.acknowledged.size} got through`)
    assert.equal(await reports.checkDeliveries(receiver), 0, 'and no message came twice')
    await reports.checkSignals()
  })

  it('killed by turns under load, lose nothing, double nothing, and hand over what the other had begun', async () => {
    let isOver = false
    const all = clients(() => isOver)
    for (let kill = 0; kill < KILLS; kill++) {
      await delay(200 + Math.random() * 500)
      const [oldest, ...others] = running
      assert.ok(oldest)
      assert.deepEqual(await oldest.stop('SIGKILL'), [null, 'SIGKILL'])
      await delay(200 + Math.random() * 300)
      balancer.remove(oldest.base)
      running = [...others, await begin()]
    }
    isOver = true
    await Promise.all(all)
    await reports.settle(balancer.base)
    await reports.checkSignals()
    const twice = await reports.checkDeliveries(receiver)
    assert.ok(twice <= KILLS * MOST_TWICE, `${twice} messages came twice, under their own id`)
  })
})
