import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import sql from 'sql-template-tag'
import {
  type Answer,
  completePiece,
  fingerprints,
  listAssignments,
  MOST_CASES,
  rebuildCases,
} from '#modules/cases'
import type { Query } from '#platform/database'
import { type Border, openBorder } from './border-cabinet.ts'
import { NOORDDIJK, until } from './town.ts'

const ROWS = 12
const COLUMNS = 19
const NOT_OURS: Answer = { answer: 'not-ours', reason: 'other' }

describe('a town whose cases an older version wrote', () => {
  const stack = new AsyncDisposableStack()
  let town: Border
  let whole: Awaited<ReturnType<typeof fingerprints>>

  const write = <T>(work: (query: Query) => Promise<T>) =>
    town.app.pool.write({ tenant: NOORDDIJK }, work)
  const pictures = () => write((query) => fingerprints(query, NOORDDIJK))
  const piece = () => completePiece(town.app.pool, NOORDDIJK)

  async function completeAll(): Promise<number[]> {
    const pieces: number[] = []
    for (let cases = await piece(); cases !== undefined; cases = await piece()) pieces.push(cases)
    return pieces
  }

  before(async () => {
    town = stack.use(await openBorder())
    for (let row = 0; row < ROWS; row++)
      for (let column = 0; column < COLUMNS; column++)
        await town.town.report({
          category: 'litter',
          place: { lon: 5.001 + column * 0.0009, lat: 52.001 + row * 0.0015 },
        })
    await town.noordGoesOut()
    await town.zuidGoesOut()
    const work = await write((query) =>
      listAssignments(query, { of: { municipality: NOORDDIJK }, most: 12 }),
    )
    for (const { id } of work.slice(0, 10)) await town.town.answer(id, NOT_OURS)
    whole = await pictures()
    for (const { table, rows } of whole)
      if (table !== 'cases.publications') assert.ok(rows > 0, `${table} has no rows`)
  })
  after(() => stack.disposeAsync())

  /** As the version before leaves what it writes: it knows neither the columns nor the tables. */
  async function leaveAsBefore(query: Query, caseId?: string): Promise<void> {
    const own = caseId ?? null
    await query(sql`
      update cases.cases set segment = null, cabinet = null, switching_area = null,
        cluster_unit = null, cluster = null, is_swallowed = false,
        projection = null, projected_version = null
      where ${own}::uuid is null or id = ${own}::uuid`)
    await query(sql`
      delete from cases.wrongful_reports where ${own}::uuid is null or case_id = ${own}::uuid`)
    await query(
      sql`delete from cases.circuit_cases where ${own}::uuid is null or id = ${own}::uuid`,
    )
  }

  it('gets all rows again in pieces, by several processes of which one is at it, while it is served', async () => {
    await write(async (query) => {
      await leaveAsBefore(query)
      const gone = await fingerprints(query, NOORDDIJK)
      assert.notDeepEqual(gone, whole)
    })
    const [{ cases } = { cases: 0 }] = await write((query) =>
      query<{ cases: number }>(sql`select count(*)::int as cases from cases.cases`),
    )
    const all = await Promise.all([completeAll(), completeAll(), completeAll()])
    const sizes = all.flat().filter((size) => size > 0)
    assert.equal(
      sizes.reduce((sum, size) => sum + size, 0),
      cases,
    )
    assert.ok(sizes.length >= cases / MOST_CASES, `${sizes}`)
    assert.deepEqual(await pictures(), whole)
    // Each row knows in which transaction it was written last.
    const together = await write((query) =>
      query<{ rows: number }>(
        sql`select count(*)::int as rows from cases.cases group by xmin::text order by 1 desc`,
      ),
    )
    assert.ok((together[0]?.rows ?? 0) <= MOST_CASES, 'no transaction held more than a piece')
    assert.deepEqual(await completeAll(), [], 'nothing is left to look through')
  })

  it('holds nothing that a report waits for while it reads, and waits for its turn to write', async () => {
    await write(async (query) => {
      await leaveAsBefore(query)
      await query(sql`update cases.completed set position = 0`)
    })
    let isOver = false
    const completing = (async () => {
      while (!isOver) if ((await piece()) === undefined) isOver = true
    })()
    const reported: string[] = []
    while (!isOver || reported.length === 0) {
      const at = reported.length
      const place = { lon: 5.0015 + (at % COLUMNS) * 0.0009, lat: 52.0018 }
      reported.push((await town.town.report({ category: 'bench', place })).number)
    }
    await completing
    await completeAll()
    assert.deepEqual(await behind(), [])
    await assertSame()
  })

  it('gets what the older one writes after that, also where this one goes on with the case', async () => {
    const [task, other] = await write((query) =>
      listAssignments(query, { of: { municipality: NOORDDIJK }, statuses: ['offered'], most: 2 }),
    )
    assert(task && other)
    await completeAll()
    for (const { id } of [task, other]) await town.town.answer(id, NOT_OURS)
    // The columns stay as they were; the version and the assignment are new.
    for (const { case_id } of [task, other])
      await write(async (query) => {
        await leaveAsBefore(query, case_id)
        await query(sql`
          update cases.cases set projection = 1, projected_version = version - 1
          where id = ${case_id}::uuid`)
      })
    const answer = await town.app.cases(NOORDDIJK, {
      type: 'CorrectKind',
      caseId: other.case_id,
      kind: 'complaint',
      by: 'desk',
    })
    assert.equal(answer.status, 'accepted')
    assert.deepEqual((await behind()).toSorted(), [task.case_id, other.case_id].toSorted())
    assert.deepEqual(await completeAll(), [2])
    assert.deepEqual(await behind(), [])
    await assertSame()
  })

  it('is completed by whichever process works, from the start', async () => {
    await write(async (query) => {
      await leaveAsBefore(query)
      await query(sql`update cases.completed set position = 0`)
    })
    await using _worker = await town.town.open({ roles: ['work'] })
    await until('all is whole', async () => (await behind()).length === 0)
    await assertSame()
  })

  const behind = async () => {
    const rows = await write((query) =>
      query<{ id: string }>(
        sql`select id from cases.cases where projected_version is distinct from version`,
      ),
    )
    return rows.map(({ id }) => id)
  }

  async function assertSame(): Promise<void> {
    const compared = await write((query) => rebuildCases(query, NOORDDIJK))
    assert.deepEqual(
      compared.filter(({ isSame }) => !isSame),
      [],
    )
  }
})
