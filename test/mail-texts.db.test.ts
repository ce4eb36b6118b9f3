import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { readAll } from '#journal'
import { type ApiTown, openApiTown } from './api-town.ts'
import { readMail } from './read-mail.ts'
import { NOORDDIJK, until } from './town.ts'

const OWN = { subject: 'Eigen onderwerp {number}', text: 'Eigen tekst voor {number}.\n\n{link}' }
const RECEIVED = '/templates/received/nl'

let api: ApiTown
before(async () => {
  api = await openApiTown()
})
after(() => api[Symbol.asyncDispose]())

const put = (path: string, body: unknown, as: 'administrator' | 'desk' = 'administrator') =>
  api.call('PUT', path, { as, body })
const textIn = async (kind: string, locale: string) => {
  const { json } = await api.get('/templates', { as: 'desk' })
  return json.items.find(
    (one: { kind: string; locale: string }) => one.kind === kind && one.locale === locale,
  )
}

async function eventsOf(stream: string) {
  const events = await api.app.pool.read({ tenant: NOORDDIJK }, (query) =>
    Array.fromAsync(readAll(query, NOORDDIJK)),
  )
  return events.filter((one) => one.stream === stream)
}

describe('the texts of mails', () => {
  it('begin as the program has them, for every step in both languages', async () => {
    const { json, status } = await api.get('/templates', { as: 'administrator' })
    assert.equal(status, 200)
    assert.equal(json.items.length, 26)
    for (const one of json.items) assert.equal(one.isDefault, true)
    const page = await api.get('/templates?limit=5', { as: 'desk' })
    assert.equal(page.json.items.length, 5)
    const next = await api.get(`/templates?limit=50&cursor=${page.json.next}`, { as: 'desk' })
    assert.equal(next.json.items.length, 21)
  })

  it('are written by the administrator, with who and when in a stream of their own', async () => {
    const told = await put(RECEIVED, OWN)
    assert.equal(told.status, 200)
    const { subject, text, isDefault, changedAt } = told.json
    assert.deepEqual({ subject, text, isDefault }, { ...OWN, isDefault: false })
    assert.equal(changedAt, new Date(api.town.clock()).toISOString())
    assert.equal((await put(RECEIVED, OWN)).status, 200)
    const events = await eventsOf('mail-text/received/nl')
    assert.deepEqual(
      events.map(({ type, version }) => [type, version]),
      [['MailTextReplaced', 1]],
      'the same again is no change',
    )
    const { by, ...data } = (events[0]?.data ?? {}) as Record<string, unknown>
    assert.deepEqual(data, { kind: 'received', locale: 'nl', ...OWN })
    assert.match(String(by), /^key\//)
    assert.equal((await textIn('received', 'en')).isDefault, true)
  })

  it('are used by the next mail, also of another process, and given back to the program', async () => {
    await put(RECEIVED, OWN)
    await using _ = await api.town.open({ roles: ['work'] })
    const next = async (asset: string) => {
      const before = (await api.town.mails()).length
      const contact = { email: 'ann@example.org' }
      const { number } = await api.town.report({ category: 'lamp-out', asset, contact })
      await until(`a mail about ${number}`, async () => {
        api.app.wake.ring('outbox')
        return (await api.town.mails()).length > before
      })
      const mail = (await api.town.mails())
        .map(readMail)
        .find((one) => one.subject.includes(number))
      assert(mail, `a mail about ${number}`)
      return { number, ...mail }
    }
    const own = await next('L4')
    assert.equal(own.subject, `Eigen onderwerp ${own.number}`)
    assert.match(own.text, /^Eigen tekst voor GM\S+\.\n\nhttp.*\/solved\/ll_/)
    assert.match(own.text, /-- \nU krijgt deze mail[\s\S]*\/stop/)
    const back = await api.call('DELETE', RECEIVED, { as: 'administrator' })
    assert.deepEqual([back.status, back.json.isDefault], [200, true])
    assert.equal((await api.call('DELETE', RECEIVED, { as: 'administrator' })).status, 200)
    assert.match((await next('L5')).subject, /^Wij hebben uw melding/)
    const types = (await eventsOf('mail-text/received/nl')).map(({ type }) => type)
    assert.equal(types.at(-1), 'MailTextRestored')
    assert.equal(types.filter((one) => one === 'MailTextRestored').length, 1)
  })

  it('are shown with an example before they are kept; nothing is kept or sent by it', async () => {
    const events = (await eventsOf('mail-text/done/en')).length
    const body = { subject: 'About {number}', text: '{outcome} {category} {by} {link}' }
    const path = '/templates/done/en/previews'
    const { status, json } = await api.post(path, { as: 'administrator', body })
    assert.equal(status, 200)
    assert.match(json.subject, /^About GM9801-26-000123$/)
    assert.match(json.text, /says that the work is done\. Street light is out .* June 2026 http/)
    assert.match(json.text, /No more mail about this report\?/)
    assert.equal((await textIn('done', 'en')).isDefault, true)
    assert.equal((await eventsOf('mail-text/done/en')).length, events)
  })

  it('that cannot be used get one clear 400, and the text stays as it was', async () => {
    const before = await textIn('received', 'nl')
    const bad = { subject: 'a\r\nBcc: x@example.org', text: '{naam}' }
    for (const told of [
      await put(RECEIVED, bad),
      await api.post(`${RECEIVED}/previews`, { as: 'administrator', body: bad }),
    ]) {
      assert.equal(told.status, 400)
      assert.equal(told.json.type, '/problems/template-invalid')
      assert.match(told.json.detail, /subject has more than one line.*\{naam\}.*\{link\}/)
      assert.deepEqual(
        told.json.faults.map(({ path, fault }: Record<string, string>) => [path, fault]),
        [
          ['subject', 'not-one-line'],
          ['text', 'placeholder-unknown'],
          ['text', 'placeholder-missing'],
          ['text', 'placeholder-missing'],
        ],
      )
    }
    for (const body of [
      {},
      { subject: 1, text: 'x' },
      { ...OWN, more: 1 },
      { ...OWN, text: 'a\0b' },
    ])
      assert.equal((await put(RECEIVED, body)).json.type, '/problems/input-invalid')
    assert.deepEqual(await textIn('received', 'nl'), before)
  })

  it('that do not exist are not there', async () => {
    for (const path of [
      '/templates/nothing/nl',
      '/templates/received/de',
      '/templates/RECEIVED/nl',
    ]) {
      assert.equal((await put(path, OWN)).status, 404)
      assert.equal((await api.call('DELETE', path, { as: 'administrator' })).status, 404)
    }
  })

  it('are changed by nobody but the administrator of this very municipality', async () => {
    assert.equal((await put(RECEIVED, OWN, 'desk')).status, 403)
    const by = { as: 'administrator', body: OWN } as const
    assert.equal((await api.call('PUT', `${RECEIVED}?municipality=GM9802`, by)).status, 403)
    assert.equal((await api.call('PUT', RECEIVED, { body: OWN })).status, 401)
    const { json } = await api.get('/templates', { as: 'zuiddijkDesk' })
    assert(json.items.every(({ isDefault }: { isDefault: boolean }) => isDefault))
  })

  it('that two change at once end as one of both, with an event of each', async () => {
    const bodies = Array.from({ length: 6 }, (_, i) => ({
      ...OWN,
      subject: `Number {number} ${i}`,
    }))
    const path = '/templates/planned/nl'
    const told = await Promise.all(bodies.map((body) => put(path, body)))
    assert(told.every(({ status }) => status === 200))
    const events = await eventsOf('mail-text/planned/nl')
    assert.deepEqual(
      events.map(({ version }) => version),
      [1, 2, 3, 4, 5, 6],
    )
    const last = (events.at(-1)?.data ?? {}) as { subject?: string }
    assert.equal((await textIn('planned', 'nl')).subject, last.subject)
  })
})
