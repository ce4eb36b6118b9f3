import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { readdir, utimes } from 'node:fs/promises'
import path from 'node:path'
import { after, before, describe, it } from 'node:test'
import sql from 'sql-template-tag'
import { verifyChain } from '#journal'
import { filesOf, listPhotos, sweepPhotos } from '#modules/cases'
import { destroyKeys } from '#platform/vault'
import { destroyCaseWords } from '../src/composition/destroy-personal-data.ts'
import { createReportSignal } from '../src/composition/report-signal.ts'
import { type ApiTown, type Caller, openApiTown } from './api-town.ts'
import { jpegOf, photoOf } from './pictures.ts'
import { NOORDDIJK } from './town.ts'

const DAY_MS = 86_400_000

const rowsOf = ({ app }: ApiTown, caseId: string) =>
  app.pool.read({ tenant: NOORDDIJK }, (query) => listPhotos(query, NOORDDIJK, caseId))

/** Sends a photo as the party of an assignment. */
async function sendPhoto(
  api: ApiTown,
  assignment: string,
  {
    as = 'party',
    body,
    query = '',
  }: { as?: Caller; body?: Uint8Array<ArrayBuffer> | string; query?: string } = {},
) {
  const response = await api.app.http.request(`/api/v1/assignments/${assignment}/photos${query}`, {
    method: 'POST',
    headers: {
      'content-type': 'image/jpeg',
      ...(as === 'public' ? {} : { authorization: `Bearer lk_of_${as}` }),
    },
    body: body ?? (await jpegOf()),
  })
  const { status, headers } = response
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape.
  const json: any = await response.json()
  return { status, headers, json }
}

describe('evidence', () => {
  let api: ApiTown
  let assignment: Awaited<ReturnType<ApiTown['assignmentOf']>>
  before(async () => {
    api = await openApiTown()
    const { caseId } = await api.town.report({ category: 'lamp-out', asset: 'L1' })
    assignment = await api.assignmentOf(caseId)
  })
  after(() => api[Symbol.asyncDispose]())

  const statusOf = async (href: string, as: Caller) => {
    const on = as === 'public' || as === 'party' || as === 'stranger'
    const { pathname, searchParams } = new URL(href, 'http://here')
    if (!on) searchParams.delete('municipality')
    const { status } = await api.get(`${pathname.slice('/api/v1'.length)}?${searchParams}`, { as })
    return status
  }

  it('goes along with an answer: sent first, then named, with where and when', async () => {
    const query = '?lon=5.0021&lat=52.0051&takenAt=2026-06-09T09:58:00%2B02:00'
    const sent = await sendPhoto(api, assignment.id, { query })
    assert.equal(sent.status, 201)
    assert.equal(sent.headers.get('location'), sent.json.href)
    const photos = [sent.json.id]
    const own = { headers: { 'idempotency-key': 'with-photo' } }
    const answered = await api.answer(
      assignment.id,
      assignment.revision,
      { answer: 'accepted', photos },
      own,
    )
    assert.equal(answered.status, 201)
    assert.deepEqual(answered.json.photos, [
      { ...sent.json, place: { lon: 5.0021, lat: 52.0051 }, takenAt: '2026-06-09T07:58:00.000Z' },
    ])
    assert.deepEqual(answered.json.details, {})
    const again = await api.answer(
      assignment.id,
      assignment.revision,
      { answer: 'accepted', photos },
      own,
    )
    assert.deepEqual([again.status, again.json.id], [200, answered.json.id])
    const other = await api.answer(assignment.id, assignment.revision, { answer: 'accepted' }, own)
    assert.equal(other.json.type, '/problems/idempotency-key-reused')
    const listed = await api.get(`/assignments/${assignment.id}/answers`, { as: 'desk' })
    assert.deepEqual(listed.json.items[0].photos, answered.json.photos)
    const read = await api.get(`/cases/${assignment.case_id}`, { as: 'desk' })
    assert.deepEqual(
      read.json.evidence.map(({ id }: { id: string }) => id),
      photos,
    )
  })

  it('stands in the journal as an id and a digest', async () => {
    const [event] = await api.app.pool.read({ tenant: NOORDDIJK }, (query) =>
      query<{ body: string }>(sql`
        select body from journal.events
        where municipality = ${NOORDDIJK} and type = 'AssignmentAnswered'`),
    )
    const { photos, ...rest } = JSON.parse(event?.body ?? '').details
    assert.deepEqual(rest, {})
    assert.deepEqual(Object.keys(photos[0]).toSorted(), ['digest', 'id'])
    assert(!event?.body.includes('5.0021'))
  })

  it('is sent by the party of the assignment and by nobody else', async () => {
    for (const as of ['stranger', 'team', 'zuiddijkDesk'] as const)
      assert([403, 404].includes((await sendPhoto(api, assignment.id, { as })).status), as)
    assert.equal(
      (await sendPhoto(api, assignment.id, { as: 'desk' })).json.type,
      '/problems/not-allowed',
    )
    assert.equal((await sendPhoto(api, assignment.id, { as: 'public' })).status, 401)
  })

  it('is sent by the desk for a party that it tells by telephone', async () => {
    const { caseId } = await api.town.report({
      category: 'bench',
      place: { lon: 5.011, lat: 52.011 },
    })
    const { id } = await api.assignmentOf(caseId)
    assert.equal((await sendPhoto(api, id, { as: 'desk' })).status, 201)
  })

  it('that is no photo, half a place or too much is one clear problem', async () => {
    const problem = async (options: Parameters<typeof sendPhoto>[2]) => {
      const { status, json } = await sendPhoto(api, assignment.id, options)
      return [status, json.type.slice('/problems/'.length)]
    }
    assert.deepEqual(await problem({ body: '#!/bin/sh' }), [400, 'photo-unreadable'])
    assert.deepEqual(await problem({ body: '' }), [400, 'photo-unreadable'])
    assert.deepEqual(await problem({ query: '?lon=5' }), [400, 'input-invalid'])
    assert.deepEqual(await problem({ query: '?lon=5&lat=91' }), [400, 'input-invalid'])
    const large = Buffer.alloc(15 * 1_048_576 + 1)
    assert.deepEqual(await problem({ body: large }), [413, 'photo-too-large'])
  })

  it('of another assignment, or of nobody, is not taken for an answer', async () => {
    const { caseId } = await api.town.report({ category: 'lamp-out', asset: 'L4' })
    const other = await api.assignmentOf(caseId)
    const { json } = await sendPhoto(api, other.id)
    const now = await api.town.assignment(assignment.id)
    for (const id of [json.id, '01890000-0000-7000-8000-000000000000']) {
      const body = { answer: 'started', photos: [id] }
      const told = await api.answer(assignment.id, now.revision, body)
      assert.deepEqual([told.status, told.json.type], [400, '/problems/photo-unknown'])
    }
    const twice = { answer: 'started', photos: [json.id, json.id] }
    assert.equal((await api.answer(other.id, other.revision, twice)).status, 400)
  })

  it('is read by the staff and its party, and a photo of a report by a party with a ground', async () => {
    const { caseId } = await api.town.report({
      category: 'lamp-out',
      asset: 'L7',
      photos: [await photoOf()],
    })
    const own = await api.assignmentOf(caseId)
    const evidence = (await sendPhoto(api, own.id)).json.href
    const read = await api.get(`/cases/${caseId}`, { as: 'desk' })
    const reported = read.json.descriptions[0].photos[0].href
    const shared = await api.get(`/assignments/${own.id}`, { as: 'party' })
    assert.equal(shared.json.shared.photos[0].href, reported)
    for (const href of [evidence, reported]) {
      assert.equal(await statusOf(href, 'desk'), 200)
      assert.equal(await statusOf(href, 'administrator'), 200)
      assert.equal(await statusOf(href, 'party'), 200)
      for (const as of [
        'public',
        'integrator',
        'stranger',
        'zuiddijkDesk',
        'zuiddijkIntegrator',
      ] as const)
        assert.equal(await statusOf(href, as), 404, as)
    }
    // Whoever gave it back sees it no more, save what it sent itself.
    await api.answer(own.id, own.revision, { answer: 'not-ours', reason: 'other' })
    assert.equal(await statusOf(reported, 'party'), 404)
    assert.equal(await statusOf(evidence, 'party'), 200)
  })

  it('is not read by a party whose agreement names no ground', async () => {
    const { caseId } = await api.town.report({
      category: 'litter',
      place: { lon: 5.015, lat: 52.015 },
      photos: [await photoOf()],
    })
    const read = await api.get(`/cases/${caseId}`, { as: 'desk' })
    const { href } = read.json.descriptions[0].photos[0]
    const { pathname, search } = new URL(href, 'http://here')
    const told = await api.get(`${pathname.slice('/api/v1'.length)}${search}`, { as: 'team' })
    assert.equal(told.status, 404)
  })
})

describe('what becomes of photos', () => {
  it('when the words of a case are destroyed, so are its photos, for ever and from the disk', async () => {
    await using api = await openApiTown()
    const { caseId, number } = await api.town.report({
      category: 'lamp-out',
      asset: 'L1',
      photos: [await photoOf()],
    })
    const { id, revision } = await api.assignmentOf(caseId)
    const sent = await sendPhoto(api, id)
    await api.answer(id, revision, { answer: 'accepted', photos: [sent.json.id] })
    const rows = await rowsOf(api, caseId)
    assert.equal(rows.length, 2)
    assert.deepEqual(await destroyCaseWords(api.app, NOORDDIJK, number, 'desk'), { signals: 1 })
    for (const name of filesOf(rows))
      assert.equal(await api.app.files.get(NOORDDIJK, name), undefined)
    for (const row of rows)
      assert.equal((await api.get(`/photos/${row.id}`, { as: 'desk' })).status, 404)
    assert.deepEqual(await rowsOf(api, caseId), [])
    const answers = await api.get(`/assignments/${id}/answers`, { as: 'desk' })
    assert.equal(answers.json.items[0].photos[0].takenAt, undefined)
    assert.deepEqual((await verifyChain(api.app.pool, NOORDDIJK)).faults, [])
  })

  it('when a key is destroyed elsewhere, a photo cannot be read, and the sweep takes its file', async () => {
    await using api = await openApiTown()
    const { caseId } = await api.town.report({
      category: 'lamp-out',
      asset: 'L1',
      photos: [await photoOf()],
    })
    const [row] = await rowsOf(api, caseId)
    assert(row)
    await api.app.pool.write({ tenant: NOORDDIJK }, (query) =>
      destroyKeys(query, NOORDDIJK, [row.key_id]),
    )
    assert.equal((await api.get(`/photos/${row.id}`, { as: 'desk' })).status, 404)
    const swept = await sweepPhotos(api.app, [NOORDDIJK], api.town.clock())
    assert.equal(swept.unreadable, 1)
    assert.equal(await api.app.files.get(NOORDDIJK, row.file), undefined)
  })

  it('when the program ends between file and commit, the sweep takes the orphan after a day, and nothing else', async () => {
    await using api = await openApiTown()
    const { caseId } = await api.town.report({
      category: 'lamp-out',
      asset: 'L1',
      photos: [await photoOf()],
    })
    const rows = await rowsOf(api, caseId)
    const ending = createReportSignal({
      ...api.app,
      clock: api.town.clock,
      newId: randomUUID,
      cases: async () => {
        throw new Error('the program ends here')
      },
    })
    const report = { category: 'lamp-out', asset: 'L3', photos: [await photoOf('#00f')] }
    const rest = {
      channel: 'rest',
      source: 'public',
      words: {},
      contact: {},
      clientAddress: '',
    } as const
    await assert.rejects(ending(NOORDDIJK, { ...rest, ...report }), /the program ends here/)
    const all = await Array.fromAsync(api.app.files.list(Date.now() + DAY_MS))
    const orphans = all.map(({ name }) => name).filter((name) => !filesOf(rows).includes(name))
    assert.equal(orphans.length, 2, 'the photo and its thumbnail')
    const fresh = await api.app.files.put(NOORDDIJK, Buffer.from('of a report on its way'))
    const old = new Date(Date.now() - 2 * DAY_MS)
    const folder = path.join(path.dirname(api.app.files.incoming), NOORDDIJK)
    for (const name of [...orphans, ...filesOf(rows)])
      await utimes(path.join(folder, name.slice(0, 2), name), old, old)
    const swept = await sweepPhotos(api.app, [NOORDDIJK], Date.now())
    assert.deepEqual(swept, { unanswered: 0, unreadable: 0, orphans: 2, brokenOff: 0 })
    for (const name of orphans) assert.equal(await api.app.files.get(NOORDDIJK, name), undefined)
    assert(await api.app.files.get(NOORDDIJK, fresh))
    for (const name of filesOf(rows)) assert(await api.app.files.get(NOORDDIJK, name))
  })

  it('evidence that no answer names is destroyed after a day; what is named stays', async () => {
    await using api = await openApiTown()
    const { caseId } = await api.town.report({ category: 'lamp-out', asset: 'L1' })
    const { id, revision } = await api.assignmentOf(caseId)
    const [named, loose] = [await sendPhoto(api, id), await sendPhoto(api, id)]
    await api.answer(id, revision, { answer: 'accepted', photos: [named.json.id] })
    api.town.pass(DAY_MS + 1)
    const swept = await sweepPhotos(api.app, [NOORDDIJK], api.town.clock())
    assert.equal(swept.unanswered, 1)
    const [row, ...others] = await rowsOf(api, caseId)
    assert.deepEqual([row?.id, others], [named.json.id, []])
    assert.equal((await api.get(`/photos/${loose.json.id}`, { as: 'party' })).status, 400)
    assert.equal((await api.get(`/photos/${loose.json.id}`, { as: 'desk' })).status, 404)
    assert.equal((await api.get(`/photos/${named.json.id}`, { as: 'desk' })).status, 200)
    assert.deepEqual(await readdir(api.app.files.incoming), [])
  })
})
