import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import { readStreams } from '#journal'
import { type ApiTown, openApiTown } from './api-town.ts'
import { NOORDDIJK, ZUIDDIJK } from './town.ts'

describe('a link to an assignment', () => {
  let api: ApiTown
  before(async () => {
    api = await openApiTown()
  })
  after(() => api[Symbol.asyncDispose]())

  async function lampOut(publicNumber: string) {
    const { caseId, number } = await api.town.report({
      category: 'lamp-out',
      asset: publicNumber,
      words: { description: 'words-of-a-person' },
    })
    return { ...(await api.assignmentOf(caseId)), caseNumber: number }
  }
  const answerBy = (token: string, id: string, revision: number, body: object) =>
    api.answer(id, revision, body, { token })

  it('shows it as its party sees it, and nobody else’s words than the agreement allows', async () => {
    const { id, revision } = await lampOut('L1')
    const token = api.linkTo(id, revision)
    const told = await api.get(`/assignments/${id}`, { token })
    assert.equal(told.status, 200)
    const byKey = await api.get(`/assignments/${id}`, { as: 'party' })
    assert.deepEqual(told.json, byKey.json)
    assert.equal((await api.get(`/assignments/${id}/answers`, { token })).status, 200)
    assert.equal((await api.get(`/assignments/${id.toUpperCase()}`, { token })).status, 200)
  })

  it('says what it is about, also when it has ended, and nothing to anybody else', async () => {
    const { id, revision } = await lampOut('L13')
    const at = `/answer-links?municipality=${NOORDDIJK}`
    const about = { assignment: id, revision }
    const told = await api.get(at, { token: api.linkTo(id, revision) })
    assert.deepEqual(told.json, { items: [{ ...about, isExpired: false }] })
    const ended = api.linkTo(id, revision, { expires_ms: api.town.clock() })
    const late = await api.get(at, { token: ended })
    assert.deepEqual(late.json, { items: [{ ...about, isExpired: true }] })
    assert.equal((await api.get(`/assignments/${id}`, { token: ended })).status, 401)
    for (const kind of ['report', 'duty', 'invitation'])
      assert.equal((await api.get(at, { token: api.linkTo(id, 1, { kind }) })).status, 403, kind)
    assert.equal(
      (await api.get(at, { token: api.linkTo(id, 1, { tenant: ZUIDDIJK }) })).status,
      403,
    )
    assert.equal((await api.get(at, { token: `${ended.slice(0, -2)}AA` })).status, 401)
    for (const as of ['desk', 'party', 'integrator', 'administrator'] as const)
      assert.equal((await api.get(at, { as })).status, 403, as)
    assert.equal((await api.get(at)).status, 401)
  })

  it('answers it once, with a name that stands in the vault and not in the journal', async () => {
    const { id, revision, case_id } = await lampOut('L2')
    const token = api.linkTo(id, revision)
    const body = { answer: 'accepted', name: 'Marijke Markering', remark: 'wij komen' }
    const first = await answerBy(token, id, revision, body)
    assert.equal(first.status, 201)
    assert.equal(first.json.by, 'link/lichtwerk')
    assert.equal(first.json.name, 'Marijke Markering')
    const again = await answerBy(token, id, revision, body)
    assert.equal(again.status, 412)
    const newest = await answerBy(token, id, first.json.assignment.revision, {
      ...body,
      answer: 'done',
    })
    assert.equal(newest.status, 412, 'a link answers only the revision that it was made for')
    const { json } = await api.get(`/assignments/${id}/answers`, { as: 'desk' })
    assert.deepEqual(
      json.items.map((one: { name?: string }) => one.name),
      ['Marijke Markering'],
    )
    const events = await api.app.pool.read({ tenant: NOORDDIJK }, (query) =>
      readStreams(query, NOORDDIJK, [`case/${case_id}`]),
    )
    const answered = events.find(({ type }) => type === 'AssignmentAnswered')
    assert(answered)
    const text = JSON.stringify(events)
    assert(!text.includes('Markering') && !text.includes('wij komen'))
    assert.match(JSON.stringify(answered.data), /"nameDigest":"[\w-]{43}"/)
  })

  it('takes no answer without a name', async () => {
    const { id, revision } = await lampOut('L3')
    const token = api.linkTo(id, revision)
    for (const body of [{ answer: 'accepted' }, { answer: 'accepted', name: ' ' }]) {
      const told = await answerBy(token, id, revision, body)
      assert.equal(told.status, 400)
    }
    assert.equal((await api.get(`/assignments/${id}`, { token })).json.revision, revision)
  })

  it('is good for nothing beside it: not another assignment, town, kind, case or list', async () => {
    const mine = await lampOut('L4')
    const other = await lampOut('L5')
    const token = api.linkTo(mine.id, mine.revision)
    const body = { answer: 'accepted', name: 'A' }
    const refused = async (path: string, own: object) => {
      const told = await api.get(path, own)
      assert.equal(told.status, 403, path)
      assert(!told.text.includes(other.caseNumber))
    }
    await refused(`/assignments/${other.id}`, { token })
    await refused(`/assignments/${other.id}/answers`, { token })
    await refused('/assignments', { token })
    await refused(`/cases/${mine.caseNumber}`, { token })
    await refused(`/assignments/${mine.id}?municipality=${ZUIDDIJK}`, { token })
    await refused(`/assignments/${mine.id}`, { token: api.linkTo(mine.id, 1, { kind: 'report' }) })
    assert.equal((await answerBy(token, other.id, other.revision, body)).status, 403)
    const ofZuiddijk = api.linkTo(mine.id, mine.revision, { tenant: ZUIDDIJK })
    assert.equal((await api.get(`/assignments/${mine.id}`, { token: ofZuiddijk })).status, 404)
    assert.equal((await answerBy(ofZuiddijk, mine.id, mine.revision, body)).status, 404)
    const ofNobody = api.linkTo(randomUUID(), 1)
    assert.equal((await api.get(`/assignments/${mine.id}`, { token: ofNobody })).status, 403)
  })

  it('expires, and says so; a forged one is no key', async () => {
    const { id, revision } = await lampOut('L6')
    const old = api.linkTo(id, revision, { expires_ms: api.town.clock() })
    const expired = await api.get(`/assignments/${id}`, { token: old })
    assert.equal(expired.status, 401)
    assert.equal(expired.json.type, '/problems/link-expired')
    const answer = await answerBy(old, id, revision, { answer: 'accepted', name: 'A' })
    assert.equal(answer.status, 401)
    for (const token of [`${old.slice(0, -2)}AA`, 'll_', `ll_${'A'.repeat(90)}`]) {
      const forged = await api.get(`/assignments/${id}`, { token })
      assert.equal(forged.status, 401)
      assert.equal(forged.json.type, '/problems/key-wrong')
    }
    const unknownKind = api.linkTo(id, revision, { kind: 'desk' })
    assert.equal((await api.get(`/assignments/${id}`, { token: unknownKind })).status, 401)
  })

  it('asks for a new one only where the party is reached by mail, also when it has expired', async () => {
    const { id, revision } = await lampOut('L8')
    const old = api.linkTo(id, revision, { expires_ms: api.town.clock() })
    for (const call of [{ token: old }, { as: 'desk' as const }]) {
      const told = await api.post(`/assignments/${id}/links`, call)
      assert.equal(told.status, 409)
      assert.equal(told.json.type, '/problems/link-not-given')
    }
    const other = await lampOut('L9')
    assert.equal((await api.post(`/assignments/${other.id}/links`, { token: old })).status, 403)
    assert.equal((await api.post(`/assignments/${id}/links`, { as: 'party' })).status, 403)
  })

  it('shows no place and no words once the assignment is somebody else’s', async () => {
    const { id, revision, case_id } = await lampOut('L7')
    const token = api.linkTo(id, revision)
    await api.post(`/cases/${case_id}/overrulings`, {
      as: 'desk',
      body: { agreement: 'grid', reason: 'they are there already' },
    })
    const told = await api.get(`/assignments/${id}`, { token })
    assert.equal(told.json.status, 'withdrawn')
    assert(!('place' in told.json.case) && !('shared' in told.json))
    const late = await answerBy(token, id, revision, { answer: 'accepted', name: 'A' })
    assert.equal(late.status, 409)
    assert.equal(late.json.type, '/problems/assignment-withdrawn')
  })
})
