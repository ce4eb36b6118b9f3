import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, describe, it } from 'node:test'
import sql from 'sql-template-tag'
import { readAll } from '#journal'
import { OFFICE_KINDS } from '#modules/directory'
import { enterKindAddress } from '../src/composition/enter-kind-address.ts'
import { type ApiTown, openApiTown, type Told } from './api-town.ts'
import { NOORDDIJK, openTown, until, ZUIDDIJK } from './town.ts'

const HERE = `municipality=${NOORDDIJK}`
const PLACE = { lon: 5.0131313, lat: 52.0117171 }
const ASKED = { kind: 'question', description: 'when does the pool open, xyzzy' }

function refused(told: Told, status: number, name: string): void {
  assert.deepEqual([told.status, told.json.type], [status, `/problems/${name}`], told.text)
}

async function eventsOf({ app }: Pick<ApiTown, 'app'>, caseId: string) {
  const events: { type: string; data: Record<string, unknown> }[] = []
  await app.pool.read({ tenant: NOORDDIJK }, async (query) => {
    for await (const { stream, type, data } of readAll(query, NOORDDIJK))
      if (stream === `case/${caseId}`) events.push({ type, data: data as Record<string, unknown> })
  })
  return events
}

describe('what is no fault', () => {
  let api: ApiTown
  before(async () => {
    api = await openApiTown({ roles: ['web'] })
  })
  after(() => api[Symbol.asyncDispose]())

  const send = (body: object, own: Parameters<ApiTown['post']>[1] = {}) =>
    api.post(`/signals?${HERE}`, { body, ...own })
  const staffSees = async (number: string) =>
    (await api.get(`/cases/${number}`, { as: 'desk' })).json

  for (const [kind, office, word] of [
    ['question', 'Klantcontact', 'vraag'],
    ['complaint', 'Klachtencommissie', 'klacht'],
    ['compliment', 'Communicatie', 'compliment'],
    ['damage-claim', 'Verzekeringen', 'schadeclaim'],
  ] as const)
    it(`goes to the office of its kind with its date of receipt: ${kind}`, async () => {
      const told = await send({ kind, description: `about ${kind}` })
      assert.equal(told.status, 201, told.text)
      const sentence = `Uw ${word} is op dinsdag 9 juni 2026 ontvangen en doorgestuurd naar ${office}.`
      assert.deepEqual([told.json.sentence, told.json.kind], [sentence, kind])
      const seen = await staffSees(told.json.number)
      assert.deepEqual(
        [seen.status, seen.closedAs, seen.kind, seen.forwardedTo, seen.steps, seen.atDesk],
        ['closed', 'forwarded', kind, office, [], []],
      )
      const events = await eventsOf(api, seen.id)
      assert.deepEqual(
        events.map(({ type }) => type),
        ['SignalReceived', 'SignalForwarded', 'CaseClosed'],
      )
      assert.equal(events[1]?.data.receivedOn, '2026-06-09')
    })

  it('is received on the day that it is in the Netherlands', async () => {
    await using town = await openTown({ at: '2026-06-10T00:30:00+02:00' })
    const { number } = await town.report({
      category: '',
      kind: 'question',
      words: { description: 'x' },
    })
    const [, forwarded] = await eventsOf(town, (await town.case(number)).id)
    assert.equal(forwarded?.data.receivedOn, '2026-06-10')
  })

  it('leaves the figures, the lists and Open311 as they were', async () => {
    await api.town.report({ category: 'lamp-out', asset: 'L9' })
    const publicly = async () => [
      (await api.get(`/cases?${HERE}&limit=200`)).json.items,
      (await api.get(`/cases?${HERE}&kind=question`)).json.items,
      (await api.get(`/cases?${HERE}&area=centrum`)).json.items,
      await (await api.app.http.request(`/open311/v2/${NOORDDIJK}/requests.json`)).json(),
      await (
        await api.app.http.request(`/open311/v2/${NOORDDIJK}/servicerequestupdates.json`)
      ).text(),
    ]
    const counted = async () =>
      Promise.all(
        (['public', 'desk'] as const).map(
          async (as) => (await api.get(`/figures?${HERE}`, { as })).json,
        ),
      )
    const [listed, figures] = [await publicly(), await counted()]
    for (const kind of OFFICE_KINDS) {
      const told = await send({ kind, description: 'x', category: 'litter', place: PLACE })
      assert.equal(told.status, 201, told.text)
      const { number } = told.json
      const asked = await api.app.http.request(`/open311/v2/${NOORDDIJK}/requests/${number}.json`)
      assert.equal(asked.status, 404, 'by its number neither')
    }
    assert.deepEqual(await publicly(), listed)
    assert.deepEqual(await counted(), figures)
    const byStaff = await api.get('/cases?kind=question&kind=request', { as: 'desk' })
    const kinds: string[] = byStaff.json.items.map((one: { kind: string }) => one.kind)
    assert(kinds.includes('question') && kinds.includes('request') && !kinds.includes('fault'))
  })

  it('is not told in the stream of changes', async () => {
    const reader = (await api.request('GET', `/changes?${HERE}`)).body?.getReader()
    await reader?.read()
    const next = reader?.read()
    await send({ ...ASKED, description: 'is this told' })
    const { number } = await api.town.report({ category: 'lamp-out', asset: 'L10' })
    const told = new TextDecoder().decode((await next)?.value)
    await reader?.cancel()
    const numbers = [...told.matchAll(/"number":"([^"]+)"/g)].map(([, one]) => one)
    assert.deepEqual([...new Set(numbers)], [number])
  })

  it('shows whoever has its number how it stands, and no more', async () => {
    const body = {
      ...ASKED,
      category: 'litter',
      place: PLACE,
      contact: { email: 'jo@example.org' },
    }
    const { number } = (await send(body)).json
    for (const as of ['public', 'integrator', 'stranger'] as const) {
      const query = as === 'integrator' ? '' : `?${HERE}`
      const { status, text, json } = await api.get(`/cases/${number}${query}`, { as })
      assert.equal(status, 200, text)
      for (const mark of ['xyzzy', 'litter', '5.0131', '52.0117', 'centrum', 'jo@example'])
        assert(!text.includes(mark), `${as} reads ${mark}`)
      assert.deepEqual([json.kind, json.visibility], ['question', 'status-only'])
    }
    const page = await (await api.app.http.request(`/${NOORDDIJK}/cases/${number}`)).text()
    assert.match(page, /<h1>Vraag<\/h1>/)
    assert.match(page, /doorgestuurd naar Klantcontact/)
    assert.match(page, /Vraag ontvangen/)
    for (const mark of ['xyzzy', 'litter', 'Waarheen', 'id="who"', 'id="when"', 'id="where"'])
      assert(!page.includes(mark), mark)
    const seen = await staffSees(number)
    assert.deepEqual(seen.category.id, 'litter')
    assert.equal(seen.descriptions[0].text, ASKED.description)
  })

  it('joins nothing and nothing joins it, in whatever order they come', async () => {
    const place = { lon: 5.0231313, lat: 52.0117171 }
    const about = { category: 'litter', place, description: 'bags' }
    const numbers: string[] = []
    for (const kind of ['complaint', 'fault', 'complaint', 'question', 'question'])
      numbers.push(
        (await send({ ...about, kind, description: `${numbers.length} bags` })).json.number,
      )
    assert.equal(new Set(numbers).size, 5)
    const joined = (await send({ ...about, description: 'more bags' })).json.number
    assert.equal(joined, numbers[1], 'a fault joins the fault')
  })

  it('waits visibly at the desk where no office is named, until the desk sent it on', async () => {
    const told = await send({ kind: 'request', description: 'a parking place for my wheelchair' })
    const { number, sentence } = told.json
    assert.match(
      sentence,
      /^Uw verzoek is op dinsdag 9 juni 2026 ontvangen en ligt bij het meldpunt/,
    )
    const waiting = await staffSees(number)
    assert.deepEqual([waiting.status, waiting.atDesk], ['open', ['no-address']])
    const listed = (await api.get('/cases?atDesk=true', { as: 'desk' })).json.items
    assert(listed.some((one: { number: string }) => one.number === number))
    const overrule = { agreement: 'litter', reason: 'they can' }
    refused(
      await api.post(`/cases/${number}/overrulings`, { as: 'desk', body: overrule }),
      409,
      'case-is-no-fault',
    )
    const settled = await api.post(`/cases/${number}/desk-settlements`, {
      as: 'desk',
      body: { reason: 'no-address' },
    })
    assert.equal(settled.status, 201, settled.text)
    assert.deepEqual(
      [settled.json.status, settled.json.closedAs, settled.json.forwardedTo],
      ['closed', 'forwarded', undefined],
    )
    assert.equal(
      settled.json.line,
      'Uw verzoek is op dinsdag 9 juni 2026 ontvangen en doorgestuurd.',
    )
  })

  it('goes to the office that was named since, when the desk sends it on', async () => {
    const { number } = (await send({ kind: 'request', description: 'a tree in my street' })).json
    const body = { office: 'Vergunningen', email: 'vergunning@noorddijk.example' }
    const put = await api.call('PUT', '/kind-addresses/request', { as: 'administrator', body })
    assert.equal(put.status, 200, put.text)
    await api.post(`/cases/${number}/desk-settlements`, {
      as: 'desk',
      body: { reason: 'no-address' },
    })
    const seen = await staffSees(number)
    assert.deepEqual([seen.closedAs, seen.forwardedTo], ['forwarded', 'Vergunningen'])
    const next = (await send({ kind: 'request', description: 'another tree' })).json
    assert.match(next.sentence, /doorgestuurd naar Vergunningen\.$/)
  })

  it('is closed by the desk with a reason of its own as well', async () => {
    const at = `/signals?municipality=${ZUIDDIJK}`
    const { number } = (await api.post(at, { body: ASKED })).json
    const closed = await api.post(`/cases/${number}/closures`, {
      as: 'zuiddijkDesk',
      body: { as: 'settled-by-desk', remark: 'answered by telephone' },
    })
    assert.equal(closed.status, 201)
    assert.match(closed.json.line, /ontvangen\. De gemeente heeft het afgehandeld\.$/)
  })

  it('of a confidential category is not there for anybody but staff', async () => {
    const told = await send({
      kind: 'complaint',
      category: 'nuisance',
      description: 'y',
      place: PLACE,
    })
    const { number } = told.json
    for (const as of ['public', 'party'] as const)
      refused(await api.get(`/cases/${number}?${HERE}`, { as }), 404, 'case-not-found')
    assert.equal((await staffSees(number)).visibility, 'confidential')
    const events = await eventsOf(api, (await staffSees(number)).id)
    assert(!JSON.stringify(events).includes(String(PLACE.lon)), 'and its place in no journal')
  })

  it('has no danger, whatever its category', async () => {
    const told = await send({
      kind: 'question',
      category: 'mast-hit',
      asset: 'L4',
      description: 'who pays',
    })
    assert.equal((await staffSees(told.json.number)).priority, 'normal')
  })
})

describe('what came as a fault and is none', () => {
  let api: ApiTown
  before(async () => {
    api = await openApiTown({ roles: ['web'] })
  })
  after(() => api[Symbol.asyncDispose]())
  const correct = (number: string, kind = 'question', as: 'desk' | 'zuiddijkDesk' = 'desk') =>
    api.post(`/cases/${number}/kind-corrections`, { as, body: { kind } })

  it('is withdrawn from whoever has not begun, forwarded, and gone from public', async () => {
    const { number, caseId } = await api.town.report({ category: 'lamp-out', asset: 'L1' })
    const told = await correct(number)
    assert.equal(told.status, 201, told.text)
    assert.deepEqual(
      [told.json.kind, told.json.closedAs, told.json.forwardedTo],
      ['question', 'forwarded', 'Klantcontact'],
    )
    assert.equal((await api.assignmentOf(caseId)).status, 'withdrawn')
    const { items } = (await api.get(`/cases?${HERE}`)).json
    assert(!items.some((one: { number: string }) => one.number === number))
    const shown = await api.get(`/cases/${number}?${HERE}`)
    assert(!/lamp-1|centrum/.test(shown.text), 'its place is gone from sight')
    refused(await correct(number), 409, 'case-not-open')
  })

  it('stays a fault where somebody began, somebody else told it too, or it is dangerous', async () => {
    const begun = await api.town.report({ category: 'lamp-out', asset: 'L2' })
    await api.town.answer((await api.assignmentOf(begun.caseId)).id, { answer: 'started' })
    refused(await correct(begun.number), 409, 'work-has-begun')
    const twice = await api.town.report({ category: 'lamp-out', asset: 'L3' })
    await api.town.report({ category: 'lamp-out', asset: 'L3', words: { description: 'me too' } })
    refused(await correct(twice.number), 409, 'case-reported-again')
    const hit = await api.town.report({ category: 'mast-hit', asset: 'L4' })
    refused(await correct(hit.number), 409, 'make-safe-first')
    refused(await correct('GM9801-26-999999'), 404, 'case-not-found')
    refused(await correct(begun.number, 'question', 'zuiddijkDesk'), 404, 'case-not-found')
    refused(await correct(begun.number, 'fault'), 400, 'input-invalid')
  })

  it('waits at the desk where no office is named, and is corrected once', async () => {
    const { number } = await api.town.report({
      category: 'strange',
      place: { lon: 5.03, lat: 52.01 },
    })
    const told = await correct(number, 'request')
    assert.deepEqual([told.json.status, told.json.atDesk], ['open', ['no-address']])
    refused(await correct(number), 409, 'case-is-no-fault')
  })
})

describe('the offices that answer what is no fault', () => {
  let api: ApiTown
  before(async () => {
    api = await openApiTown({ roles: ['web'] })
  })
  after(() => api[Symbol.asyncDispose]())
  const body = { office: 'Balie', email: 'balie@noorddijk.example' }
  const put = (kind: string, own: object) =>
    api.call('PUT', `/kind-addresses/${kind}`, { as: 'administrator', body, ...own })

  it('are known to everybody by name, and by address to staff', async () => {
    const publicly = await api.get(`/kind-addresses?${HERE}`)
    assert.deepEqual(
      publicly.json.items.map(({ kind, office }: { kind: string; office: string }) => [
        kind,
        office,
      ]),
      [
        ['complaint', 'Klachtencommissie'],
        ['compliment', 'Communicatie'],
        ['damage-claim', 'Verzekeringen'],
        ['question', 'Klantcontact'],
      ],
    )
    assert(!publicly.text.includes('@'))
    for (const as of ['integrator', 'party'] as const) {
      const query = as === 'party' ? `?${HERE}` : ''
      assert(!(await api.get(`/kind-addresses${query}`, { as })).text.includes('@'), as)
    }
    for (const as of ['desk', 'administrator'] as const)
      assert.match((await api.get('/kind-addresses', { as })).text, /vragen@noorddijk\.example/)
    assert.deepEqual((await api.get('/kind-addresses', { as: 'zuiddijkDesk' })).json.items, [])
  })

  it('are named by the administrator, each change once in the journal and without the address', async () => {
    const events = async () => {
      const found: string[] = []
      await api.app.pool.read({ tenant: NOORDDIJK }, async (query) => {
        for await (const { stream, version, data } of readAll(query, NOORDDIJK))
          if (stream === 'kind-address/request') found.push(`${version} ${JSON.stringify(data)}`)
      })
      return found
    }
    for (const office of ['Balie', 'Balie', 'Loket'])
      assert.equal((await put('request', { body: { ...body, office } })).status, 200)
    const [first, second, ...others] = await events()
    assert(first?.startsWith('1 ') && first.includes('"office":"Balie"') && first.includes('key/'))
    assert(second?.startsWith('2 ') && second.includes('"office":"Loket"'))
    assert.deepEqual(others, [], 'the same again changes nothing')
    assert(!`${first}${second}`.includes('@'))
  })

  it('are refused where they are not one name and one address of somebody known', async () => {
    const wrong: [object, RegExp][] = [
      [{ ...body, office: '' }, /office/],
      [{ ...body, office: 'x'.repeat(121) }, /office/],
      [{ ...body, office: 'Balie\nBcc: all@example.org' }, /office/],
      [{ ...body, email: 'balie' }, /email/],
      [{ ...body, email: 'a@b.example, c@d.example' }, /email/],
      [{ office: 'Balie' }, /email/],
      [{ ...body, organisation: 'De Balie' }, /organisation/],
      [{ ...body, more: 1 }, /more/],
    ]
    for (const [one, named] of wrong) {
      const told = await put('question', { body: one })
      refused(told, 400, 'input-invalid')
      assert.match(JSON.stringify(told.json.faults), named)
    }
    const unknown = await put('question', { body: { ...body, organisation: 'nobody-here' } })
    refused(unknown, 400, 'organisation-unknown')
    refused(await put('fault', {}), 400, 'input-invalid')
    refused(await put('question', { as: 'desk' }), 403, 'not-allowed')
    refused(await put('question', { as: 'public' }), 401, 'key-missing')
    const told = await api.get(`/kind-addresses?${HERE}`)
    assert(told.text.includes('Klantcontact'), 'nothing of it was taken')
  })
})

/** The name of a mail ends in the id of its message, which is the same each time that it is sent. */
const UUID_AND_ENDING = 36 + '.eml'.length

/** Whoever asked gets a mail of their own. */
const toOffices = async ({ mails }: { mails: () => Promise<string[]> }) =>
  (await mails()).filter((mail) => !/^To: jo@example\.org\r?$/m.test(mail))

describe('the mail to an office', () => {
  it('says since when, what and who, once, and the journal and the outbox hold none of it', async () => {
    await using town = await openTown({ roles: ['work'] })
    const { number } = await town.report({
      category: 'litter',
      kind: 'complaint',
      place: PLACE,
      isOnBehalf: true,
      words: { description: 'your bin wagon\nwoke me', address: 'Dijkstraat 4' },
      contact: { firstName: 'Jo', lastName: 'de Vries', email: 'jo@example.org' },
    })
    await until('the mail has left', async () => (await toOffices(town)).length === 1)
    const [mail = ''] = await toOffices(town)
    for (const mark of [
      /^To: klachten@noorddijk\.example$/m,
      new RegExp(`^Subject: \\[${number}\\] Klacht, ontvangen op dinsdag 9 juni 2026$`, 'm'),
      /Plaats: 52\.0117171, 5\.0131313/,
      /Adres: Dijkstraat 4/,
      /Onderwerp: litter/,
      /your bin wagon\r?\nwoke me/,
      /Naam: Jo de Vries/,
      /jo@example\.org/,
      /een ander heeft dit ingevoerd/,
    ])
      assert.match(mail, mark)
    const kept = await town.app.worker.read({}, (query) =>
      query(sql`select body, type from platform.outbox`),
    )
    assert.match(JSON.stringify(kept), /nl\.lantaarn\.signal\.forwarded\.v1/)
    const journal: string[] = []
    await town.app.pool.read({ tenant: NOORDDIJK }, async (query) => {
      for await (const event of readAll(query, NOORDDIJK)) journal.push(JSON.stringify(event.data))
    })
    for (const mark of ['woke me', 'de Vries', 'jo@example', 'klachten@', 'Dijkstraat 4'])
      assert(!JSON.stringify(kept).includes(mark) && !journal.join().includes(mark), mark)
  })

  it('that does not arrive brings the case to the desk, closed as it is, until it does', async () => {
    const own = await mkdtemp(path.join(tmpdir(), 'lantaarn-no-mail-'))
    await using stack = new AsyncDisposableStack()
    stack.defer(() => rm(own, { recursive: true }))
    const inTheWay = path.join(own, 'box')
    await writeFile(inTheWay, 'a file where a folder should be')
    const folder = path.join(inTheWay, 'mails')
    const town = stack.use(await openTown({ roles: ['work'], mail: { folder } }))
    const { number } = await town.report({
      category: '',
      kind: 'question',
      words: { description: 'x' },
    })
    const desk = async () => (await town.case(number)).desk
    await until('five attempts have failed', async () => {
      town.pass(1_200_000)
      return (await desk()).includes('delivery-stuck')
    })
    const { status, closed_as } = await town.case(number)
    assert.deepEqual([status, closed_as], ['closed', 'forwarded'])
    await rm(inTheWay)
    // Once: a clock that runs away from what is on its way has it sent again.
    town.pass(4_000_000)
    await until('it has arrived', async () => (await desk()).length === 0)
    // What is still being written has another ending.
    const names = (await readdir(folder)).filter((name) => name.endsWith('.eml'))
    const ids = names.map((name) => name.slice(-UUID_AND_ENDING))
    assert.equal(new Set(ids).size, 1, 'once, or the very same twice')
  })

  it('names no confidential category, and gives another organisation nobody’s words', async () => {
    await using town = await openTown({ roles: ['work'] })
    await town.report({
      category: 'nuisance',
      kind: 'question',
      words: { description: 'who helps' },
    })
    await until('the first mail', async () => (await toOffices(town)).length === 1)
    const [first = ''] = await toOffices(town)
    assert(first.includes('who helps') && !first.includes('nuisance'))
    const { app } = town
    const address = {
      kind: 'damage-claim',
      office: 'Schadebureau',
      email: 'schade@lichtwerk.example',
      organisation: 'lichtwerk',
    } as const
    assert.equal(await enterKindAddress(app, NOORDDIJK, address, 'test'), 'entered')
    await town.report({
      category: '',
      kind: 'damage-claim',
      words: { description: 'my car' },
      contact: { email: 'jo@example.org' },
    })
    await until('the second mail', async () => (await toOffices(town)).length === 2)
    const second = (await toOffices(town)).find((mail) => mail.includes('schade@lichtwerk')) ?? ''
    assert(second.includes('Schadeclaim') && second.includes('meldpunt'))
    assert(!second.includes('my car') && !second.includes('jo@example'))
  })
})
