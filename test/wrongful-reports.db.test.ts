import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import sql from 'sql-template-tag'
import { completePiece, rebuildCases } from '#modules/cases'
import { destroyCaseWords } from '../src/composition/destroy-personal-data.ts'
import { type ApiTown, openApiTown } from './api-town.ts'
import { photoOf } from './pictures.ts'
import { type Browser, makeAccount, signIn } from './signed-in.ts'
import { agreementOf } from './small-town.ts'
import { NOORDDIJK, ZUIDDIJK } from './town.ts'
import { putPriceOn, refuse } from './wrongful-town.ts'

const DAY_MS = 86_400_000

describe('a report that proved not to be a party’s', () => {
  let api: ApiTown
  let manager: Browser
  let approver: Browser
  before(async () => {
    api = await openApiTown()
    await putPriceOn(api)
    await api.town.enter([
      agreementOf({ id: 'bins', party: 'groenwerk', categories: ['bench'], rank: 3 }),
    ])
    const sign = async (own: Parameters<typeof makeAccount>[2]) =>
      signIn(api.app, (await makeAccount(api.app, NOORDDIJK, own)).address)
    manager = await sign({ role: 'contract-manager' })
    approver = await sign({ role: 'approver', upTo_cents: 12_499 })
  })
  after(() => api[Symbol.asyncDispose]())

  const refused = (asset: string) => refuse(api, asset)
  const read = async (path: string) => {
    const { json, status, text } = await api.get(path, { as: 'desk' })
    assert.equal(status, 200, text)
    return json
  }
  const settle = (path: string, body: object, by = manager) =>
    by.post(`/api/v1${path}/settlements?municipality=${NOORDDIJK}`, body)
  const reply = (path: string, body: object, as: 'party' | 'stranger' = 'party') =>
    api.post(`${path}/replies`, { as, body })

  it('stands on record by its answer and its agreement alone, with the price then agreed', async () => {
    const { id, number, path } = await refused('L1')
    const one = await read(path)
    assert.equal(one.id, id)
    assert.deepEqual(
      [one.state, one.owes, one.cents, one.vat, one.reason],
      ['open', 'undecided', 12_500, 'excluded', 'not-our-asset'],
    )
    assert.deepEqual(one.agreement.id, 'lighting')
    assert.deepEqual([one.case.number, one.party.id], [number, 'lichtwerk'])
    assert.equal(one.remark, 'It is the cable.')
    assert.match(one.because.nl, /Betwisten kan tot en met/)
    assert.match(one.why.nl, /Lichtwerk/)
    assert.deepEqual(one.allowed, ['accepted', 'disputed'])
    const list = await read('/wrongful-reports')
    assert(list.items.some((item: { id: string }) => item.id === id))
    assert.deepEqual(list.items[0].remark, undefined)
    assert.deepEqual(list.sums, [
      {
        municipality: NOORDDIJK,
        party: { id: 'lichtwerk', name: 'Lichtwerk B.V.' },
        state: 'open',
        owes: 'undecided',
        reports: 1,
        cents: 12_500,
      },
    ])
  })

  it('also counts when what was found was not the party’s, where the agreement names that cause', async () => {
    const passed = async (asset: string, cause: string) => {
      const { caseId } = await api.town.report({ category: 'lamp-out', asset })
      const task = await api.assignmentOf(caseId)
      await api.answer(task.id, task.revision, { answer: 'accepted' })
      const now = await api.assignmentOf(caseId)
      const body = { answer: 'passed-on', cause, next: ['cable-disconnect'] }
      const { status, text } = await api.answer(now.id, now.revision, body)
      assert.equal(status, 201, text)
      return api.get(`/wrongful-reports/${task.id}`, { as: 'desk' })
    }
    const cable = await passed('L2', 'cable')
    assert.deepEqual([cable.json.answer, cable.json.reasonInWords.nl], ['passed-on', 'kabelschade'])
    assert.equal((await passed('L3', 'lamp')).status, 404)
  })

  it('is none where the agreement has no price', async () => {
    const { caseId } = await api.town.report({
      category: 'bench',
      place: { lon: 5.01, lat: 52.01 },
    })
    const task = await api.assignmentOf(caseId)
    await api.app.cases(NOORDDIJK, {
      type: 'AnswerAssignment',
      seals: { keys: [], boxes: [] },
      given: {
        assignmentId: task.id,
        answerId: crypto.randomUUID(),
        answer: { answer: 'not-ours', reason: 'other' },
        by: 'groenwerk',
        expectedRevision: task.revision,
      },
    })
    const found = await api.get(`/wrongful-reports/${task.id}`, { as: 'desk' })
    assert.equal(found.json.type, '/problems/wrongful-report-not-found')
    const step = await settle(`/wrongful-reports/${task.id}`, { step: 'accepted' })
    assert.equal(step.status, 404)
  })

  it('is accepted by a contract manager, and by an approver no higher than their amount', async () => {
    const { path } = await refused('L4')
    const above = await settle(path, { step: 'accepted' }, approver)
    assert.deepEqual(
      [above.status, above.json.type],
      [403, '/problems/wrongful-report-above-amount'],
    )
    const accepted = await settle(path, { step: 'accepted' })
    assert.equal(accepted.status, 201, accepted.text)
    assert.deepEqual([accepted.json.state, accepted.json.owes], ['accepted', 'owed'])
    assert.match(accepted.json.steps[0].by, /^account\//)
    assert.equal(accepted.json.steps[0].cents, 12_500)
    const again = await settle(path, { step: 'disputed', reason: 'other', remark: 'no' })
    assert.equal(again.json.type, '/problems/wrongful-step-not-allowed')
    assert.deepEqual([again.json.state, again.json.allowed], ['accepted', []])
    const seen = await api.get(path, { as: 'party' })
    assert.equal(seen.json.steps[0].by, 'municipality')
  })

  it('is disputed with proof, upheld with proof, and decided at last', async () => {
    const { path, number } = await refused('L5')
    const form = new FormData()
    const body = {
      step: 'disputed',
      reason: 'their-asset',
      remark: 'The mast is yours: see the plate.',
    }
    form.append('settlement', JSON.stringify(body))
    form.append('photo', new File([new Uint8Array((await photoOf()).image)], 'plate.jpg'))
    const cookie = [...manager.jar].map((one) => one.join('=')).join('; ')
    const sent = await api.app.http.request(
      `/api/v1${path}/settlements?municipality=${NOORDDIJK}`,
      {
        method: 'POST',
        body: form,
        headers: {
          cookie,
          origin: 'http://localhost',
          'sec-fetch-site': 'same-origin',
          'idempotency-key': 'one',
        },
      },
    )
    const disputed = (await sent.json()) as Awaited<ReturnType<typeof read>>
    assert.equal(sent.status, 201, JSON.stringify(disputed))
    assert.equal(disputed.state, 'disputed')
    const [step] = disputed.steps
    assert.equal(step.remark, body.remark)
    assert.equal(step.photos.length, 1)
    const photo = await api.request('GET', step.photos[0].href.slice('/api/v1'.length), {
      as: 'party',
    })
    assert.equal(photo.status, 200, 'its party sees the proof')
    await photo.body?.cancel()

    const early = await settle(path, { step: 'decided', as: 'not-owed', remark: 'no answer' })
    assert.equal(early.json.type, '/problems/party-may-still-answer')
    assert.equal(
      (await reply(path, { step: 'upheld' })).status,
      400,
      'without proof it is no answer',
    )
    const upheld = await reply(path, { step: 'upheld', remark: 'The plate is of before 2019.' })
    assert.equal(upheld.status, 201, upheld.text)
    assert.deepEqual([upheld.json.state, upheld.json.allowed], ['upheld', ['dropped']])
    assert.equal(upheld.json.steps[0].remark, body.remark)
    const decided = await settle(path, {
      step: 'decided',
      as: 'not-owed',
      remark: 'The register says yours.',
    })
    assert.equal(decided.status, 201, decided.text)
    assert.deepEqual(
      [decided.json.state, decided.json.owes, decided.json.allowed],
      ['decided-not-owed', 'not-owed', []],
    )
    assert.equal(
      (await reply(path, { step: 'dropped' })).json.type,
      '/problems/wrongful-step-not-allowed',
    )

    const facts = await read(`/cases/${number}/facts`)
    assert(facts.items.some(({ type }: { type: string }) => type === 'WrongfulReportDecided'))
    const before = await read(`/cases/${number}`)
    assert.equal(Date.parse(before.updatedAt ?? before.openedAt) <= api.town.clock(), true)
  })

  it('is taken once under one Idempotency-Key', async () => {
    const { path } = await refused('L6')
    await settle(path, { step: 'disputed', reason: 'their-task', remark: 'it is in your contract' })
    const options = { as: 'party' as const, headers: { 'idempotency-key': 'k1' } }
    const first = await api.post(`${path}/replies`, {
      ...options,
      body: { step: 'upheld', remark: 'no' },
    })
    const second = await api.post(`${path}/replies`, {
      ...options,
      body: { step: 'upheld', remark: 'no' },
    })
    assert.deepEqual([first.status, second.status], [201, 200])
    assert.equal(second.json.steps.length, 2)
    const other = await api.post(`${path}/replies`, { ...options, body: { step: 'dropped' } })
    assert.equal(other.json.type, '/problems/idempotency-key-reused')
  })

  it('is not said to be taken where the same key was used for something else', async () => {
    const { path } = await refused('L14')
    const cookie = [...manager.jar].map((one) => one.join('=')).join('; ')
    const dispute = async (reason: string) => {
      const sent = await api.app.http.request(
        `/api/v1${path}/settlements?municipality=${NOORDDIJK}`,
        {
          method: 'POST',
          body: JSON.stringify({ step: 'disputed', reason, remark: 'look at the plate' }),
          headers: {
            cookie,
            origin: 'http://localhost',
            'content-type': 'application/json',
            'sec-fetch-site': 'same-origin',
            'idempotency-key': 'k2',
          },
        },
      )
      const { type } = (await sent.json()) as { type?: string }
      return [sent.status, type]
    }
    assert.deepEqual(await dispute('their-task'), [201, undefined])
    assert.deepEqual(await dispute('their-task'), [200, undefined])
    assert.equal((await dispute('their-area'))[1], '/problems/idempotency-key-reused')
  })

  it('stands by silence after the days of the agreement, and can be disputed on the last of them', async () => {
    const last = await refused('L7')
    const silent = await refused('L8')
    api.town.pass(14 * DAY_MS)
    const disputed = await settle(last.path, {
      step: 'disputed',
      reason: 'other',
      remark: 'just in time',
    })
    assert.equal(disputed.status, 201, disputed.text)
    api.town.pass(DAY_MS)
    const one = await read(silent.path)
    assert.deepEqual([one.state, one.owes], ['accepted-by-silence', 'owed'])
    assert.match(one.because.en, /^Not disputed until /)
    const late = await settle(silent.path, {
      step: 'disputed',
      reason: 'other',
      remark: 'too late',
    })
    assert.equal(late.json.type, '/problems/dispute-too-late')
    // The party did not answer the other in time.
    api.town.pass(14 * DAY_MS)
    const decided = await settle(last.path, {
      step: 'decided',
      as: 'not-owed',
      remark: 'no answer came',
    })
    assert.equal(decided.status, 201, decided.text)
    const dropped = await reply(silent.path, { step: 'dropped', remark: 'it was ours' })
    assert.deepEqual([dropped.status, dropped.json.state], [201, 'dropped'])
  })

  it('is not owed when the same party does the work after all, unless it upholds it against that', async () => {
    const { path, caseId, number } = await refused('L9')
    const body = { agreement: 'lighting', reason: 'the register says that it is theirs' }
    const overruled = await api.post(`/cases/${number}/overrulings`, { as: 'desk', body })
    assert.equal(overruled.status, 201, overruled.text)
    const given = await read(path)
    assert.deepEqual([given.state, given.contrary.kind], ['refuted-by-facts', 'given-again'])
    const task = await api.assignmentOf(caseId)
    await api.answer(task.id, task.revision, { answer: 'done', next: [] })
    const done = await read(path)
    assert.deepEqual(
      [done.state, done.owes, done.contrary.kind],
      ['refuted-by-facts', 'not-owed', 'done'],
    )
    assert.match(done.because.nl, /toch gedaan/)
    const upheld = await reply(path, { step: 'upheld', remark: 'we did it as a favour' })
    assert.deepEqual([upheld.status, upheld.json.state], [201, 'upheld'])
  })

  it('counts its days anew when the party refuses once more', async () => {
    const { path, caseId, number } = await refused('L10')
    api.town.pass(20 * DAY_MS)
    assert.equal((await read(path)).state, 'accepted-by-silence')
    const body = { agreement: 'lighting', reason: 'look again' }
    await api.post(`/cases/${number}/overrulings`, { as: 'desk', body })
    const task = await api.assignmentOf(caseId)
    await api.answer(task.id, task.revision, { answer: 'not-ours', reason: 'other' })
    assert.equal((await read(path)).state, 'open')
    assert.equal((await read(`/wrongful-reports/${task.id}`)).state, 'open')
  })

  it('is seen and answered by its own party alone, and by no other municipality', async () => {
    const { path, id } = await refused('L11')
    const municipality = `?municipality=${NOORDDIJK}`
    assert.equal((await api.get(path, { as: 'party' })).status, 200)
    for (const as of ['stranger', 'team', 'zuiddijkDesk'] as const)
      assert.equal((await api.get(path, { as })).status, 404, as)
    const strange = await reply(path, { step: 'dropped' }, 'stranger')
    assert.equal(strange.json.type, '/problems/wrongful-report-not-found')
    const list = await api.get('/wrongful-reports', { as: 'stranger' })
    assert.deepEqual(list.json, { items: [], sums: [] })
    const own = await api.get('/wrongful-reports?limit=200', { as: 'party' })
    assert(own.json.items.some((item: { id: string }) => item.id === id))
    const elsewhere = await makeAccount(api.app, ZUIDDIJK, { role: 'contract-manager' })
    const other = await signIn(api.app, elsewhere.address)
    const body = { step: 'accepted' }
    const there = `/api/v1${path}/settlements?municipality=${ZUIDDIJK}`
    assert.equal((await other.post(there, body)).status, 404)
    assert.equal((await other.post(`/api/v1${path}/settlements${municipality}`, body)).status, 403)
  })

  it('is for each role what the table of access says', async () => {
    const { path } = await refused('L12')
    const municipality = `?municipality=${NOORDDIJK}`
    for (const [role, sees, settles] of [
      ['desk', 200, 403],
      ['contract-manager', 200, 400],
      ['approver', 200, 400],
      ['administrator', 200, 403],
      ['inspector', 403, 403],
      ['moderator', 403, 403],
      ['alderman', 403, 403],
    ] as const) {
      const own = role === 'approver' ? { role, upTo_cents: 1 } : { role }
      const { address } = await makeAccount(api.app, NOORDDIJK, own)
      const browser = await signIn(api.app, address)
      assert.equal((await browser.get(`/api/v1${path}${municipality}`)).status, sees, role)
      const tried = await browser.post(`/api/v1${path}/settlements${municipality}`, { step: 'x' })
      assert.equal(tried.status, settles, `${role}: ${tried.text}`)
      const replied = await browser.post(`/api/v1${path}/replies${municipality}`, {
        step: 'dropped',
      })
      assert.equal(replied.status, 403, role)
    }
    for (const [role, sees, replies] of [
      ['planner', 200, 201],
      ['crew', 403, 403],
    ] as const) {
      const { address } = await makeAccount(api.app, NOORDDIJK, { role, organisation: 'lichtwerk' })
      const browser = await signIn(api.app, address)
      assert.equal((await browser.get(`/api/v1${path}${municipality}`)).status, sees, role)
      const replied = await browser.post(`/api/v1${path}/replies${municipality}`, {
        step: 'dropped',
      })
      assert.equal(replied.status, replies, `${role}: ${replied.text}`)
    }
    assert.equal((await api.get(path)).status, 401)
  })

  it('is listed by party, agreement, state and period, a page at a time, with its sums', async () => {
    const all = await read('/wrongful-reports?limit=200')
    const total = all.sums.reduce((sum: number, one: { reports: number }) => sum + one.reports, 0)
    assert.equal(all.items.length, total)
    const paged: string[] = []
    let cursor: string | undefined = ''
    while (cursor !== undefined) {
      const more: string = cursor === '' ? '' : `&cursor=${cursor}`
      const page: { items: { id: string }[]; next?: string } = await read(
        `/wrongful-reports?limit=3${more}`,
      )
      paged.push(...page.items.map(({ id }) => id))
      cursor = page.next
    }
    assert.deepEqual(
      paged,
      all.items.map(({ id }: { id: string }) => id),
    )
    const owed = await read('/wrongful-reports?state=accepted&state=accepted-by-silence')
    assert(owed.items.length > 0)
    assert(owed.items.every(({ owes }: { owes: string }) => owes === 'owed'))
    assert.deepEqual(owed.sums, all.sums, 'the sums are of every state')
    assert.deepEqual((await read('/wrongful-reports?party=groenwerk')).items, [])
    assert.deepEqual((await read('/wrongful-reports?agreement=grid')).items, [])
    const day = all.items.at(-1).knownAt.slice(0, 10)
    const first = await read(`/wrongful-reports?from=${day}&to=${day}`)
    assert.deepEqual(first.items, [], 'the end of a period is not in it')
    const later = await read(
      `/wrongful-reports?from=${all.items[0].knownAt.slice(0, 10)}&limit=200`,
    )
    assert(later.items.length > 0 && later.items.length < all.items.length)
  })

  it('leaves as a sheet for the bookkeeping, without what anybody wrote', async () => {
    const sheet = await api.get('/wrongful-report-sheets', {
      as: 'desk',
      headers: { 'accept-language': 'nl' },
    })
    assert.equal(sheet.status, 200)
    const [head, ...rows] = sheet.text.trim().split('\r\n')
    assert.match(head ?? '', /^\uFEFF?Gemeente;Melding;Taak;Partij/)
    const all = await read('/wrongful-reports?limit=200')
    assert.equal(rows.length, all.items.length)
    assert(!sheet.text.includes('It is the cable'))
    const own = await api.get('/wrongful-report-sheets?format=xlsx', { as: 'party' })
    assert.equal(
      own.headers.get('content-type'),
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    )
  })

  it('is made again from the journal, which holds no word of it; its words and photos can be destroyed', async () => {
    const { path, number } = await refused('L13')
    const remark = 'A secret that nobody may read in the journal'
    await settle(path, { step: 'disputed', reason: 'other', remark })
    const compared = await api.app.pool.write({ tenant: NOORDDIJK }, (query) =>
      rebuildCases(query, NOORDDIJK),
    )
    const own = compared.find(({ table }) => table === 'cases.wrongful_reports')
    assert(own && own.rows > 10, JSON.stringify(own))
    assert.deepEqual(
      compared.filter(({ isSame }) => !isSame),
      [],
    )
    const [found] = await api.app.worker.read({}, (query) =>
      query<{ n: number }>(sql`
        select count(*) as n from journal.events where body like '%A secret that%'`),
    )
    assert.equal(found?.n, 0)
    assert.equal((await read(path)).steps[0].remark, remark)
    await destroyCaseWords(api.app, NOORDDIJK, number, 'test')
    const after = await read(path)
    assert.equal(after.steps[0].remark, undefined)
    assert.equal(after.remark, undefined)
    assert.equal(after.state, 'disputed')
  })

  it('is there of what parties answered before it was kept apart, as the journal would tell it', async () => {
    const { pool } = api.town.app
    const scope = { tenant: NOORDDIJK }
    const read = () =>
      pool.read(scope, (query) =>
        query<{ row: string }>(sql`
          select w::text as row from cases.wrongful_reports w
          where municipality = ${NOORDDIJK} order by id`),
      )
    const before = await read()
    assert(before.length > 4, `only ${before.length}`)
    assert(before.some(({ row }) => row.includes('cable')))
    await pool.write(scope, async (query) => {
      await query(sql`delete from cases.wrongful_reports where municipality = ${NOORDDIJK}`)
      await query(sql`update cases.cases set projection = null where municipality = ${NOORDDIJK}`)
    })
    while ((await completePiece(pool, NOORDDIJK)) !== undefined);
    assert.deepEqual(await read(), before)
  })
})
