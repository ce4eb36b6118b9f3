import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import type { App } from '../src/app.ts'
import { startProgram } from './program.ts'
import { openReports } from './reports-under-load.ts'
import { openTestDatabase, type TestDatabase } from './rig.ts'
import { openSampleTown } from './sample-town.ts'
import { until } from './town.ts'
import type { openReceiver } from './webhook-receiver.ts'

const TOWN = 'GM9901'
const KILLS = 20
const CLIENTS = 8
/** That got through each time, however slow the machine is. */
const MIN_REPORTS = 10

describe('the program is killed under load, 20 times at random', () => {
  const stack = new AsyncDisposableStack()
  let database: TestDatabase
  let app: App
  let receiver: Awaited<ReturnType<typeof openReceiver>>

  before(async () => {
    database = stack.use(await openTestDatabase())
    const town = stack.use(await openSampleTown(database, TOWN))
    app = town.app
    receiver = town.receiver
  })
  after(() => stack.disposeAsync())

  it('and loses no acknowledged signal, doubles none, and delivers every assignment under one id', async () => {
    const reports = await openReports(app, TOWN)
    for (let kill = 0; kill < KILLS; kill++) {
      await using program = await startProgram(database)
      let isOver = false
      const clients = Array.from({ length: CLIENTS }, () =>
        reports.report(program.base, () => isOver),
      )
      const before = reports.acknowledged.size
      await delay(150 + Math.random() * 700)
      await until('some got through', () => reports.acknowledged.size > before + MIN_REPORTS)
      await program.stop('SIGKILL')
      isOver = true
      await Promise.all(clients)
    }
    await using program = await startProgram(database)
    await reports.settle(program.base)
    const { size } = reports.acknowledged
    assert.ok(size > 200, `only ${size} reports got through`)
    await reports.checkSignals()
    await reports.checkDeliveries(receiver)
    assert.deepEqual(await program.stop('SIGINT'), [0, null], 'and it still ends in order')
  })
})
