import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { serve } from '@hono/node-server'
import sql from 'sql-template-tag'
import type { Answer } from '#modules/cases'
import { findForeignRequest } from '#modules/delivery'
import { createKey, setEndpoint } from '#modules/directory'
import { agreementOf } from './small-town.ts'
import { NOORDDIJK, openTown, until } from './town.ts'

/** Two installations: the second is that of an organisation that does work in Noorddijk, and is asked as any server is. */
for (const format of ['json', 'xml'] as const)
  test(`another installation of this program is a party, as ${format}: it is given work, and its answers come back`, async () => {
    await using theirs = await openTown()
    await using ours = await openTown({ roles: ['work'] })
    const server = serve({ fetch: theirs.app.http.fetch, port: 0, hostname: '127.0.0.1' })
    await new Promise((resolve) => server.once('listening', resolve))
    try {
      const { port } = server.address() as AddressInfo
      const secret = await createKey(theirs.app.worker, {
        key: { id: randomUUID(), kind: 'integrator', municipality: NOORDDIJK, label: 'neighbour' },
        now_ms: theirs.clock(),
      })
      await setEndpoint(ours.app.worker, ours.app.vault, {
        organisation: 'zuiddijk',
        kind: 'open311',
        url: `http://127.0.0.1:${port}/open311/v2/${NOORDDIJK}`,
        secret,
        open311: { format, poll_s: 60, has_updates: true, repeats: 'always' },
      })
      await ours.enter([
        agreementOf({
          id: 'benches-there',
          party: 'zuiddijk',
          categories: ['bench'],
          rank: 100,
          scope: { areas: ['centrum'] },
          reach: {
            channel: 'open311',
            open311: { services: [{ category: 'bench', serviceCode: 'bench', attributes: [] }] },
          },
        }),
      ])
      const [tested] = await ours.app.testConnection(NOORDDIJK, 'zuiddijk')
      assert.equal(tested?.isOk, true, JSON.stringify(tested))
      const { caseId } = await ours.report({ category: 'bench', place: { lon: 5.01, lat: 52.01 } })
      const id = (await ours.case(caseId)).assignments.at(-1)?.id ?? ''
      const row = () =>
        ours.app.worker.read({}, (query) => findForeignRequest(query, NOORDDIJK, id))
      await until('it is there', async () => (await row())?.foreign_id != null)
      await until('it is received', async () => (await ours.assignment(id)).delivered_at !== null)
      const number = (await row())?.foreign_id ?? ''
      const there = async () => {
        const task = (await theirs.case(number)).assignments.at(-1)?.id
        assert(task)
        return task
      }
      const polledAt = async () => {
        const [poll] = await ours.app.worker.read({}, (query) =>
          query<{ at: number }>(sql`select next_at as at from delivery.foreign_polls`),
        )
        return poll?.at
      }
      const said: readonly Answer[] = [
        { answer: 'accepted' },
        { answer: 'started' },
        { answer: 'done', next: [] },
      ]
      for (const answer of said) {
        theirs.pass(60_000)
        await theirs.answer(await there(), answer)
        const before = await polledAt()
        ours.pass(61_000)
        await until('they are asked', async () => (await polledAt()) !== before)
        assert.equal((await ours.assignment(id)).status, answer.answer)
      }
    } finally {
      server.close()
    }
  })
