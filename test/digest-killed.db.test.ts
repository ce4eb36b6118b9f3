import assert from 'node:assert/strict'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { it } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { SMTPServer } from 'smtp-server'
import sql from 'sql-template-tag'
import { openMailTown } from './mail-town.ts'
import { type RunningProgram, startProgram } from './program.ts'
import { agreementOf } from './small-town.ts'
import { openSteppedClock } from './stepped-clock.ts'
import { NOORDDIJK, TOWN_SECRET, until } from './town.ts'

/** Past the lease of whoever was killed. */
const LEASE_OVER_MS = 31_000

type Stage = 'connected' | 'addressed' | 'read' | 'answered'

/** A relay that tells how far a mail came, and may answer no more from there on. */
async function openRelay(onStage: (stage: Stage) => boolean, isReady: () => boolean) {
  const mails: string[] = []
  const never = () => {}
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 100,
    logger: false,
    async onConnect(_, done) {
      // Held and not refused: whoever is refused comes back much later.
      while (!isReady()) await delay(20)
      return onStage('connected') ? done() : never()
    },
    onRcptTo: (_, __, done) => (onStage('addressed') ? done() : never()),
    onData(stream, _, done) {
      let raw = ''
      stream.setEncoding('utf8').on('data', (piece: string) => {
        raw += piece
      })
      stream.on('end', () => {
        mails.push(raw.replaceAll('=\r\n', ''))
        if (!onStage('read')) return
        done(null, 'taken')
        onStage('answered')
      })
    },
  })
  // Of a connection whose other end was killed.
  server.on('error', never)
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    [Symbol.asyncDispose]: () => new Promise<void>((resolve) => server.close(resolve)),
  }
}

it('a program that is killed at any stage of a digest sends the same one again, and each task is received once', async () => {
  await using town = await openMailTown({ roles: [] })
  await town.enter([
    agreementOf({
      id: 'lighting',
      party: 'lichtwerk',
      categories: ['lighting'],
      scope: { managers: ['noorddijk'] },
      reach: { channel: 'email', digest: { at: ['13:00'] } },
    }),
  ])
  const numbers: string[] = []
  for (let n = 1; n <= 8; n++)
    numbers.push((await town.report({ category: 'lamp-out', asset: `L${n}` })).number)
  await using clock = await openSteppedClock(Date.parse('2026-06-09T13:00:06+02:00'))

  const running: RunningProgram[] = []
  const reached: Stage[] = []
  let killAt: Stage | undefined
  const killed = new Set<RunningProgram>()
  await using relay = await openRelay(
    (stage) => {
      reached.push(stage)
      if (stage !== killAt) return true
      killAt = undefined
      // Two run beside one another; whichever sends, both die.
      for (const one of running.splice(0)) {
        killed.add(one)
        one.child.kill('SIGKILL')
      }
      return false
    },
    () => killAt === undefined || running.length === 2,
  )
  const env = {
    ...clock.env,
    ROLES: 'work',
    SECRET_KEY: TOWN_SECRET,
    PUBLIC_URL: 'http://localhost',
    SMTP_URL: relay.url,
  }
  const begin = () => startProgram(town.database, { env, isQuiet: true })

  for (const stage of ['connected', 'addressed', 'read', 'answered'] as const) {
    killAt = stage
    running.push(...(await Promise.all([begin(), begin()])))
    await until(`killed when ${stage}`, () => running.length === 0, 60_000)
    await Promise.all([...killed].map((one) => one.stop('SIGKILL')))
    await clock.step(LEASE_OVER_MS)
  }
  await using last = await begin()
  await until(
    'all has been received',
    async () => {
      const rows = await town.app.worker.read({}, (query) =>
        query(sql`
          select from platform.outbox
          where tenant = ${NOORDDIJK} and delivered_at is null and cancelled_at is null
            and destination like any(array['mail/%', 'gathered/%'])`),
      )
      return rows.length === 0
    },
    20_000,
  )
  assert.deepEqual(await last.stop('SIGTERM'), [0, null])

  assert.deepEqual(new Set(reached), new Set(['connected', 'addressed', 'read', 'answered']))
  assert(relay.mails.length >= 2, 'one was read before it was killed')
  const ids = relay.mails.map((mail) => /^Message-ID: (.+)$/im.exec(mail)?.[1])
  assert.equal(new Set(ids).size, 1, 'whoever reads them sees one mail')
  for (const mail of relay.mails)
    for (const number of numbers) assert(mail.includes(number), `${number} is in each`)
  const received = await town.app.pool.read({ tenant: NOORDDIJK }, (query) =>
    query<{ count: number }>(sql`
      select count(*)::int as count from journal.events
      where municipality = ${NOORDDIJK} and type = 'AssignmentDelivered'`),
  )
  assert.equal(received[0]?.count, numbers.length)
})
