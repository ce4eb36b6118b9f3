import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, describe, it } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import pg from 'pg'
import sql from 'sql-template-tag'
import { lockHead } from '#journal'
import { completePiece, rebuildCases } from '#modules/cases'
import { schemaLevel } from '#platform/migrations'
import type { App } from '../src/app.ts'
import { SAMPLE_CONTRACTOR, sampleKeys } from '../src/composition/sample-keys.ts'
import { openBalancer } from './balancer.ts'
import { startProgram } from './program.ts'
import { openReports } from './reports-under-load.ts'
import { openEmptyTestDatabase, type TestDatabase } from './rig.ts'
import { openSampleTown } from './sample-town.ts'
import { TEST_SECRET } from './test-app.ts'
import { until } from './town.ts'

const run = promisify(execFile)
const PROJECT = fileURLToPath(new URL('..', import.meta.url))
const TOWN = 'GM9901'
const CLIENTS = 6
const WITHIN_MS = 20_000
const DRAINING = { ROLES: 'serve,work', DRAIN_S: '1' }

/** The version that towns run now, from which they upgrade to this one. */
const previous = (await readFile(new URL('previous-version', import.meta.url), 'utf8')).trim()
const whyNoPrevious = await run('git', ['cat-file', '-e', `${previous}^{commit}`], {
  cwd: PROJECT,
}).then(
  () => false as const,
  () => `needs the history of the project, with ${previous.slice(0, 12)}`,
)

describe('a running town is upgraded from the version before', { skip: whyNoPrevious }, () => {
  const stack = new AsyncDisposableStack()
  let database: TestDatabase
  let older: string

  before(async () => {
    database = stack.use(await openEmptyTestDatabase())
    older = await mkdtemp(path.join(tmpdir(), 'lantaarn-before-'))
    stack.defer(() => rm(older, { recursive: true, force: true }))
    await unpack(older)
  })
  after(() => stack.disposeAsync())

  const levelOf = async () => {
    const client = new pg.Client(database.ownerUrl)
    await client.connect()
    const { rows } = await client.query('select count(*)::int as level from platform.migrations')
    await client.end()
    return rows[0].level as number
  }

  it('with no failed request, and nothing lost or told twice', async () => {
    const main = path.join(older, 'src/main.ts')
    const env = DRAINING
    const running = [
      stack.use(
        await startProgram(database, {
          main,
          env: { ...env, SAMPLE_TOWN: 'yes', SAMPLE_SCALE: '0.1' },
        }),
      ),
      stack.use(await startProgram(database, { main, env })),
    ]
    const { setEndpoint } = await import(path.join(older, 'src/modules/directory/index.ts'))
    const { app, receiver } = stack.use(
      await openSampleTown(database, TOWN, { isLoaded: true, setEndpoint }),
    )
    const balancer = stack.use(await openBalancer())
    for (const { base } of running) await balancer.add(base)
    const reports = await openReports(app, TOWN)
    let isOver = false
    const clients = Array.from({ length: CLIENTS }, () =>
      reports.report(balancer.base, () => isOver),
    )
    const before = 20
    await until(
      'the version before serves',
      async () => reports.acknowledged.size > before,
      WITHIN_MS,
    )
    for (const old of running) {
      const next = stack.use(await startProgram(database, { env }))
      await balancer.add(next.base)
      const carried = () => balancer.carriedBy(old.base)
      const carriedBefore = carried()
      await until(
        'both serve side by side',
        async () => {
          return carried() > carriedBefore + 5 && balancer.carriedBy(next.base) > 5
        },
        WITHIN_MS,
      )
      // The tables of both stand: this one knows no wrongful report.
      await refuse(app, old.base)
      // It knows no leaving: whoever runs it takes it out of the sharing first.
      balancer.remove(old.base)
      await delay(500)
      await old.stop('SIGTERM')
    }
    const upgraded = reports.acknowledged.size
    await until('it goes on', async () => reports.acknowledged.size > upgraded + 20, WITHIN_MS)
    isOver = true
    assert.deepEqual(await Promise.all(clients), Array(CLIENTS).fill(true))
    assert.deepEqual(balancer.failed, [])
    assert.equal(await levelOf(), await schemaLevel())
    await reports.checkSignals()
    assert.equal(await reports.checkDeliveries(receiver), 0)
    await checkRows(app)
  })
})

/** A contractor says by the process at `base` that a lamp is not its own. */
async function refuse({ pool }: Pick<App, 'pool'>, base: string): Promise<void> {
  const token = sampleKeys(TEST_SECRET).find(({ key }) => key.kind === 'party')?.token
  await until(
    'a party refuses',
    async () => {
      const [task] = await pool.read({ tenant: TOWN }, (query) =>
        query<{ id: string; revision: number }>(sql`
          select id, revision from cases.assignments
          where organisation = ${SAMPLE_CONTRACTOR} and status = 'offered'
          order by opened_at desc limit 1`),
      )
      if (!task) return false
      const { status } = await fetch(`${base}/api/v1/assignments/${task.id}/answers`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          'if-match': `"${task.revision}"`,
        },
        body: JSON.stringify({ answer: 'not-ours', reason: 'other' }),
      })
      return status === 201
    },
    WITHIN_MS,
  )
}

/** What the version before wrote, before the upgrade and during it, is as this one would have written it. */
async function checkRows({ pool }: Pick<App, 'pool'>): Promise<void> {
  const scope = { tenant: TOWN }
  await until(
    'all rows are whole',
    async () => {
      await completePiece(pool, TOWN)
      const [row] = await pool.read(scope, (query) =>
        query<{ behind: number }>(sql`
          select count(*)::int as behind from cases.cases
          where projected_version is distinct from version`),
      )
      return row?.behind === 0
    },
    WITHIN_MS,
  )
  await pool.write(scope, async (query) => {
    await lockHead(query, TOWN)
    const compared = await rebuildCases(query, TOWN)
    assert.deepEqual(
      compared.filter(({ isSame }) => !isSame),
      [],
    )
    const wrongful = compared.find(({ table }) => table === 'cases.wrongful_reports')
    assert.ok((wrongful?.rows ?? 0) >= 2, 'what was refused at the version before has its rows')
  })
}

/** The sources of the version before; packages are those that are installed here. */
async function unpack(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  const archive = path.join(folder, 'version.tar')
  const parts = ['src', 'bin', 'web', 'docs', 'package.json', 'tsconfig.json', 'test/openapi.json']
  await run('git', ['archive', '-o', archive, previous, ...parts], { cwd: PROJECT })
  await run('tar', ['-xf', archive, '-C', folder])
  await rm(archive)
  await symlink(path.join(PROJECT, 'node_modules'), path.join(folder, 'node_modules'))
}
