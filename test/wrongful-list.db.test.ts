import assert from 'node:assert/strict'
import { describe, it, test } from 'node:test'
import fc from 'fast-check'
import sql from 'sql-template-tag'
import { listWrongfulReports } from '../src/modules/cases/wrongful-queries.ts'
import {
  type WrongfulFacts,
  type WrongfulStage,
  wrongfulStateOn,
} from '../src/modules/cases/wrongful-reports.ts'
import { openApiTown } from './api-town.ts'
import { makeAccount, signIn } from './signed-in.ts'
import { NOORDDIJK, openTown, until } from './town.ts'
import { putPriceOn, refuse } from './wrongful-town.ts'

const DAY_MS = 86_400_000

test('stands in the list as the rule says, whatever happened and on whatever day', async () => {
  await using town = await openTown()
  const stages: WrongfulStage[] = [
    'open',
    'accepted',
    'disputed',
    'upheld',
    'dropped',
    'decided-owed',
    'decided-not-owed',
  ]
  const known_ms = Date.parse('2026-03-20T12:00:00Z')
  const at = fc.integer({ min: 0, max: 20 }).map((day) => known_ms + day * DAY_MS)
  const facts = fc.record({
    stage: fc.constantFrom(...stages),
    stage_ms: at,
    contrary_ms: fc.option(at, { nil: undefined }),
    counts: fc.integer({ min: 20, max: 31 }).map((day) => `2026-03-${day}`),
    today: fc.integer({ min: 20, max: 30 }).map((day) => `2026-04-0${day % 9 || 1}`),
    days: fc.integer({ min: 1, max: 20 }),
  })
  const reached = new Set<string>()
  await town.app.pool.write({ tenant: NOORDDIJK }, async (query) => {
    await fc.assert(
      fc.asyncProperty(facts, async ({ stage, stage_ms, contrary_ms, counts, today, days }) => {
        const id = crypto.randomUUID()
        const contrary =
          contrary_ms === undefined
            ? undefined
            : { kind: 'done' as const, assignmentId: id, at_ms: contrary_ms }
        await query(sql`
          insert into cases.wrongful_reports values (${NOORDDIJK}, ${id}, ${id}, 'nobody', 'of-the-test', 1,
            'lamp-out', 'not-ours', 'other', ${new Date(known_ms).toISOString()}, ${counts}, ${stage},
            ${new Date(stage_ms).toISOString()}, ${contrary ? JSON.stringify(contrary) : null},
            ${contrary ? new Date(contrary.at_ms).toISOString() : null}, '[]')`)
        const terms = { cents: 1, findings: [], disputeWithin_days: days }
        const [row] = await listWrongfulReports(
          query,
          {
            of: { municipality: NOORDDIJK },
            id,
            today,
            priced: [{ ...terms, municipality: NOORDDIJK, agreement: 'of-the-test', version: 1 }],
          },
          { most: 1 },
        )
        const known: WrongfulFacts = {
          known_ms,
          countsFrom: counts,
          stage,
          stage_ms,
          ...(contrary && { contrary }),
        }
        const expected = wrongfulStateOn(known, terms, today)
        reached.add(expected)
        assert.equal(row?.state, expected)
      }),
      { numRuns: 400 },
    )
    await query(sql`delete from cases.wrongful_reports where agreement = 'of-the-test'`)
  })
  assert.equal(reached.size, 9, [...reached].join(', '))
})

describe('what the municipality did about a bill', () => {
  it('reaches its party as a signed CloudEvent, in order and without what anybody wrote', async () => {
    await using api = await openApiTown({ roles: ['work'] })
    await putPriceOn(api)
    const { address } = await makeAccount(api.app, NOORDDIJK, { role: 'contract-manager' })
    const manager = await signIn(api.app, address)
    const { id, path, number } = await refuse(api, 'L3')
    const remark = 'the register says that it is theirs'
    for (const body of [
      { step: 'disputed', reason: 'their-asset', remark },
      { step: 'decided', as: 'not-owed', remark },
    ]) {
      if (body.step === 'decided')
        await api.post(`${path}/replies`, { as: 'party', body: { step: 'upheld', remark } })
      const done = await manager.post(`/api/v1${path}/settlements?municipality=${NOORDDIJK}`, body)
      assert.equal(done.status, 201, done.text)
    }
    const told = () =>
      api.town.receivers
        .at('lichtwerk')
        .filter(({ event, status }) => event.type.includes('wrongful') && status === 204)
    await until('both arrived', () => told().length === 2)
    assert.deepEqual(
      told().map(({ event }) => [event.type, event.subject, event.sequence]),
      [
        ['nl.lantaarn.wrongful-report.disputed.v1', id, told()[0]?.event.sequence],
        ['nl.lantaarn.wrongful-report.decided.v1', id, told()[1]?.event.sequence],
      ],
    )
    const data = told()[1]?.event.data as unknown as Record<string, Record<string, unknown>>
    assert.deepEqual([data.wrongfulReport?.as, data.wrongfulReport?.cents], ['not-owed', 12_500])
    assert.equal(data.case?.number, number)
    assert(!JSON.stringify(told()).includes(remark))
    assert.deepEqual(api.town.receivers.faults, [])
  })
})
