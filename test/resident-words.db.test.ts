import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type ApiTown, openApiTown } from './api-town.ts'
import { openMailTown } from './mail-town.ts'
import { NOORDDIJK } from './town.ts'

const HERE = `municipality=${NOORDDIJK}`

let api: ApiTown
let lamps = 0
before(async () => {
  api = await openApiTown()
})
after(() => api[Symbol.asyncDispose]())

async function reported(own: object) {
  lamps += 1
  const body = { category: 'lamp-out', asset: `L${lamps}`, ...own }
  const told = await api.post(`/signals?${HERE}`, { body })
  assert.equal(told.status, 201, told.text)
  const { number } = told.json
  const { json } = await api.get(`/cases/${number}`, { as: 'desk' })
  return { number, caseId: json.id, description: json.descriptions.at(-1) }
}
const publish = (number: string, body: object) =>
  api.post(`/cases/${number}/publications`, { as: 'desk', body })

describe('what a moderator sees of what somebody wrote', () => {
  it('marks what looks personal, and proposes the words without it', async () => {
    const description = 'Bel 06-12345678 over de lamp, BSN 111222333'
    const { number, description: told } = await reported({ description, mayPublish: true })
    const marked = told.marks.map((one: { kind: string; from: number; to: number }) => [
      one.kind,
      description.slice(one.from, one.to),
    ])
    assert.deepEqual(marked, [
      ['phone', '06-12345678'],
      ['bsn', '111222333'],
    ])
    assert.equal(told.proposal, 'Bel █████ over de lamp, BSN █████')
    assert.equal(told.mayPublish, true)
    const { text } = await api.get(`/cases/${number}?${HERE}`)
    for (const secret of ['06-12345678', '111222333', 'marks', 'mayPublish'])
      assert(!text.includes(secret), secret)
  })

  it('has no mark where nothing is personal, and no consent where none was asked', async () => {
    const { description } = await reported({ description: 'paal 4711 is donker' })
    assert.deepEqual(
      [description.marks, description.proposal, description.mayPublish, description.hasThreat],
      [undefined, undefined, undefined, undefined],
    )
  })
})

describe('releasing words', () => {
  it('refuses what the sender does not let be shown, words and photos alike', async () => {
    const { number, description } = await reported({ description: 'donker', mayPublish: false })
    const told = await publish(number, { signal: description.signal, text: 'donker' })
    assert.deepEqual([told.status, told.json.type], [409, '/problems/consent-refused'])
    const { json } = await api.get(`/cases/${number}?${HERE}`)
    assert.equal(json.published, undefined)
  })

  it('refuses words that hold something personal, until somebody has looked at them', async () => {
    const text = 'bel 0318-123456, het nummer op de kast'
    const { number, description } = await reported({ description: text, mayPublish: true })
    const own = { signal: description.signal, text }
    const refused = await publish(number, own)
    assert.deepEqual([refused.status, refused.json.type], [409, '/problems/personal-data-in-words'])
    assert.equal((await publish(number, { ...own, text: description.proposal })).status, 201)
    assert.equal((await publish(number, { ...own, isChecked: true })).status, 201)
    const { json } = await api.get(`/cases/${number}?${HERE}`)
    assert.equal(json.published[0].text, text)
  })

  it('never releases a threat, also where somebody has looked', async () => {
    const { number, description } = await reported({ description: 'x', mayPublish: true })
    const text = 'dan sla ik jullie in elkaar'
    const told = await publish(number, { signal: description.signal, text, isChecked: true })
    assert.deepEqual([told.status, told.json.type], [409, '/problems/threat-in-words'])
  })
})

describe('a threat in a report', () => {
  it('warns whoever has the assignment, and tells it to nobody else', async () => {
    const { number, caseId, description } = await reported({
      description: 'als het niet snel klaar is kom ik met een knuppel',
    })
    assert.equal(description.hasThreat, true)
    const { id } = await api.assignmentOf(caseId)
    const told = await api.get(`/assignments/${id}`, { as: 'party' })
    assert.equal(told.json.case.hasThreat, true)
    for (const path of [`/cases/${number}`, '/cases', `/cases/${number}/decisions`]) {
      const { text } = await api.get(`${path}?${HERE}`)
      assert(!/threat|knuppel/i.test(text), path)
    }
  })

  it('warns whoever has it already when a later report threatens, under a new revision, once', async () => {
    const { number, caseId } = await reported({ description: 'donker' })
    const before = await api.assignmentOf(caseId)
    const assetOf = (await api.get(`/cases/${number}?${HERE}`)).json.asset.id
    for (const words of ['ik weet waar jullie wonen', 'ik maak je af']) {
      const body = { category: 'lamp-out', asset: assetOf, description: words }
      assert.equal((await api.post(`/signals?${HERE}`, { body })).json.number, number)
    }
    const after = await api.assignmentOf(caseId)
    assert.equal(after.revision, before.revision + 1)
    const told = await api.get(`/assignments/${after.id}`, { as: 'party' })
    assert.equal(told.json.case.hasThreat, true)
    const late = await api.answer(after.id, before.revision, { answer: 'accepted' })
    assert.equal(late.status, 412)
  })

  it('stands at the head of the mail to a party without software, and never in its subject', async () => {
    await using town = await openMailTown()
    const description = 'I know where you live'
    await town.report({ category: 'lamp-out', asset: 'L3', words: { description } })
    const [mail] = await town.mailed(1)
    assert.match(mail?.text ?? '', /^Let op: in een melding hierover wordt iemand bedreigd/)
    assert.doesNotMatch(mail?.subject ?? '', /bedreig/i)
  })
})
