import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import sql from 'sql-template-tag'
import { type Cell, type Rows, readSheet, writeSheet } from '#languages/sheet'
import { type ApiTown, type Caller, openApiTown } from './api-town.ts'
import { NOORDDIJK } from './town.ts'

const PATH = '/work-sheets'

describe('the open work of a party as a sheet', () => {
  let api: ApiTown
  let lamps = 0
  before(async () => {
    api = await openApiTown()
  })
  after(() => api[Symbol.asyncDispose]())

  async function asked(words = 'words-of-a-person') {
    lamps += 1
    const { caseId } = await api.town.report({
      category: 'lamp-out',
      asset: `L${lamps}`,
      words: { description: words },
    })
    return api.assignmentOf(caseId)
  }

  async function download(
    format: 'xlsx' | 'csv' = 'xlsx',
    own: { as?: Caller; token?: string; headers?: Record<string, string> } = { as: 'party' },
  ): Promise<Cell[][]> {
    const response = await api.request('GET', `${PATH}?format=${format}`, own)
    assert.equal(response.status, 200)
    assert.match(response.headers.get('content-disposition') ?? '', /^attachment/)
    const parsed = await readSheet(new Uint8Array(await response.arrayBuffer()))
    assert('rows' in parsed, JSON.stringify(parsed))
    return parsed.rows.map((row) => [...row])
  }

  async function bring(
    rows: Rows | Uint8Array<ArrayBuffer>,
    own: {
      as?: Caller
      token?: string
      headers?: Record<string, string>
      format?: 'xlsx' | 'csv'
    } = {},
  ) {
    const { format, as = 'party', token, headers = {} } = own
    const body = rows instanceof Uint8Array ? rows : writeSheet(rows, 'xlsx')
    const bearer = token ?? `lk_of_${as}`
    const query = format === undefined ? '' : `?format=${format}`
    const response = await api.app.http.request(`/api/v1${PATH}${query}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${bearer}`,
        'content-type': 'application/octet-stream',
        ...headers,
      },
      body,
    })
    return response
  }
  const results = async (response: Response) =>
    ((await response.json()) as { rows: { result: string; because?: string; words: string }[] })
      .rows

  /** The sheet with these cells filled in, in the row of this task. */
  function filled(rows: Cell[][], task: string, cells: Record<string, Cell>): Cell[][] {
    const [head = []] = rows
    const at = head.indexOf('Taak')
    return rows.map((row) => {
      if (row[at] !== task) return row
      const copy = head.map((_, i) => row[i] ?? null)
      for (const [name, value] of Object.entries(cells)) copy[head.indexOf(name)] = value
      return copy
    })
  }

  it('tells what, where in both grids, by when and with which revision, and holds no formula', async () => {
    const { id } = await asked('=HYPERLINK("https://evil.example")')
    await api.town.answer(id, { answer: 'accepted' })
    const { revision } = await api.town.assignment(id)
    const rows = await download()
    const [head = []] = rows
    const row = rows.find((one) => one.includes(id))
    assert(row)
    const cell = (name: string) => row[head.indexOf(name)]
    assert.equal(cell('Versie'), revision)
    assert.equal(cell('Object'), `L${lamps}`)
    assert.match(String(cell('Klaar op')), /^\d{2}-\d{2}-2026 \d{2}:\d{2}$/)
    assert.ok(Number(cell('RD X')) > 100_000 && Number(cell('RD Y')) > 400_000)
    assert.ok(Math.abs(Number(cell('Breedte')) - 52) < 1)
    const csv = await api.request('GET', `${PATH}?format=csv`, { as: 'party' })
    assert.doesNotMatch(await csv.text(), /(^|;|")=HYPERLINK/m)
  })

  it('comes back filled in, in another order and with answers taken one by one', async () => {
    const [one, two, three] = [await asked(), await asked(), await asked()]
    let rows = await download()
    rows = filled(rows, one.id, { Antwoord: 'Akkoord' })
    rows = filled(rows, two.id, { Antwoord: 'gepland', Datum: '31-12-2026', Opmerking: '-ladder' })
    rows = filled(rows, three.id, { Antwoord: 'gepland' })
    const turned = rows.map((row) =>
      Array.from({ length: rows[0]?.length ?? 0 }, (_, i) => row[i] ?? null).toReversed(),
    )
    const told = await results(await bring(turned))
    const counts = Object.groupBy(told, ({ result }) => result)
    assert.equal(counts.taken?.length, 2, JSON.stringify(told))
    assert.deepEqual(
      counts.refused?.map(({ because, words }) => [because, words]),
      [['date-missing', 'geweigerd: de datum ontbreekt']],
    )
    assert.equal((await api.town.assignment(one.id)).status, 'accepted')
    assert.equal((await api.town.assignment(two.id)).planned_on?.toString(), '2026-12-31')
    assert.equal((await api.town.assignment(three.id)).revision, three.revision)
    const again = await results(await bring(turned))
    assert.deepEqual(
      again.map(({ result }) => (result === 'repeated' ? 'taken' : result)),
      told.map(({ result }) => result),
    )
    assert.equal((await api.town.assignment(one.id)).revision, one.revision + 1, 'nothing changed')
  })

  it('gives the sheet back with a column of results, in the language asked for', async () => {
    const { id } = await asked()
    const rows = filled(await download('csv'), id, { Antwoord: 'klaar', Oorzaak: 'kabel' })
    const response = await bring(writeSheet(rows, 'csv'), {
      format: 'csv',
      headers: { 'accept-language': 'en' },
    })
    const parsed = await readSheet(new Uint8Array(await response.arrayBuffer()))
    assert('rows' in parsed)
    const [head = []] = parsed.rows
    const row = parsed.rows.find((one) => one.includes(id))
    assert.equal(row?.[head.indexOf('Result')], 'taken')
    const other = parsed.rows.find((one, i) => i > 0 && !one.includes(id))
    assert.equal(other?.[head.indexOf('Result')], 'not filled in')
    assert.equal((await api.town.assignment(id)).status, 'done')
  })

  it('refuses a row of before with the reason, and takes the others', async () => {
    const [old, fresh] = [await asked(), await asked()]
    let rows = await download()
    rows = filled(rows, old.id, { Antwoord: 'begonnen' })
    rows = filled(rows, fresh.id, { Antwoord: 'begonnen' })
    await api.town.answer(old.id, { answer: 'accepted' })
    const told = await results(await bring(rows))
    assert.deepEqual(
      told
        .filter(({ result }) => result !== 'unchanged')
        .map(({ result, because }) => because ?? result)
        .toSorted(),
      ['assignment-changed', 'taken'],
    )
  })

  it('is of one party alone, whoever fills in what', async () => {
    const { id } = await asked()
    const rows = filled(await download(), id, { Antwoord: 'klaar', Oorzaak: 'lamp' })
    for (const as of ['team', 'stranger'] as const) {
      const told = await results(await bring(rows, { as }))
      assert.ok(
        told.every(
          ({ result, because }) =>
            result !== 'taken' && (result === 'unchanged' || because === 'assignment-not-found'),
        ),
      )
    }
    assert.equal((await bring(rows, { as: 'integrator' })).status, 403)
    assert.equal((await api.request('GET', PATH, { as: 'public' })).status, 401)
    const stranger = await download('xlsx', { as: 'stranger' })
    assert.equal(stranger.length, 1, 'the headings alone')
    assert.equal((await api.town.assignment(id)).status, 'offered')
  })

  it('is reached by a link for all the work of a party, with a name, and by no other link', async () => {
    const { id, revision } = await asked()
    const token = api.linkTo(id, 0, { kind: 'work' })
    const rows = filled(await download('xlsx', { token }), id, { Antwoord: 'akkoord' })
    assert.equal((await bring(rows, { token })).status, 400, 'nobody says who answers')
    const headers = { 'answered-by': encodeURIComponent('Zoë de Vries') }
    const told = await results(await bring(rows, { token, headers }))
    assert.equal(told.filter(({ result }) => result === 'taken').length, 1)
    const { json } = await api.get(`/assignments/${id}/answers`, { as: 'desk' })
    assert.deepEqual([json.items[0].by, json.items[0].name], ['link/lichtwerk', 'Zoë de Vries'])
    for (const own of [
      { kind: 'assignment' },
      { kind: 'work', expires_ms: api.town.clock() - 1000 },
    ]) {
      const other = await api.request('GET', PATH, { token: api.linkTo(id, revision, own) })
      assert.ok([401, 403].includes(other.status))
    }
    const nothing = api.linkTo('0190a000-0000-7000-8000-000000000000', 0, { kind: 'work' })
    assert.equal((await api.request('GET', PATH, { token: nothing })).status, 404)
    const one = await api.get(`/assignments/${id}`, { token })
    assert.equal(one.status, 403, 'it opens the sheet and nothing else')
  })

  it('ends no danger by that link, however much other work there is', async () => {
    await using town = await openApiTown()
    const { caseId, number } = await town.town.report({ category: 'lamp-out', asset: 'L3' })
    const task = await town.assignmentOf(caseId)
    const raised = await town.post(`/cases/${number}/danger-raisings`, {
      as: 'desk',
      body: { reason: 'bare wires' },
    })
    assert.equal(raised.status, 201, raised.text)
    // A thousand newer tasks: more than one sheet holds.
    await town.app.pool.write({ tenant: NOORDDIJK }, (query) =>
      query(sql`
        insert into cases.assignments
        select (jsonb_populate_record(a, jsonb_build_object(
          'id', gen_random_uuid(), 'number', a.number + n, 'opened_at', a.opened_at + interval '1 h'))).*
        from cases.assignments a, generate_series(1, 1000) n
        where a.municipality = ${NOORDDIJK} and a.id = ${task.id}::uuid`),
    )
    const token = town.app.vault.signLink({
      kind: 'work',
      tenant: NOORDDIJK,
      subject: task.id,
      revision: 0,
      expires_ms: town.town.clock() + 60_000,
    })
    const { revision } = await town.assignmentOf(caseId)
    const rows = [
      ['Taak', 'Versie', 'Antwoord'],
      [task.id, revision, 'klaar'],
    ]
    const response = await town.app.http.request(`/api/v1${PATH}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/octet-stream',
        'answered-by': 'Bo',
      },
      body: writeSheet(rows, 'xlsx'),
    })
    const [row] = await results(response)
    assert.equal(row?.because, 'danger-on-page', JSON.stringify(row))
  })

  it('that is no sheet is refused with one clear problem', async () => {
    const cases: [Uint8Array<ArrayBuffer>, number, string][] = [
      [new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]), 400, 'sheet-unreadable'],
      [new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 400, 'sheet-protected'],
      [
        writeSheet(
          [
            ['a', 'b'],
            [1, 2],
          ],
          'csv',
        ),
        400,
        'sheet-without-columns',
      ],
      [new Uint8Array(), 400, 'sheet-without-columns'],
      [
        writeSheet(
          Array.from({ length: 1_100 }, () => ['x']),
          'xlsx',
        ),
        413,
        'sheet-too-large',
      ],
    ]
    for (const [bytes, status, problem] of cases) {
      const response = await bring(bytes)
      assert.equal(response.status, status, problem)
      const { type } = (await response.json()) as { type: string }
      assert.ok(type.endsWith(`/${problem}`), type)
    }
  })

  it('is not needed to answer several at once over the API', async () => {
    const [one, two] = [await asked(), await asked()]
    const body = {
      answers: [
        {
          assignment: one.id,
          revision: one.revision,
          idempotencyKey: 'a',
          answer: { answer: 'accepted' },
        },
        { assignment: two.id, revision: 999, answer: { answer: 'accepted' } },
        {
          assignment: one.id,
          revision: one.revision + 1,
          answer: { answer: 'started', remark: 'x' },
        },
      ],
    }
    const told = await api.post('/assignments/answers', { as: 'party', body })
    assert.deepEqual(
      told.json.results.map(
        (each: { result: string; problem?: string }) => each.problem ?? each.result,
      ),
      ['taken', 'assignment-changed', 'taken'],
    )
    const again = await api.post('/assignments/answers', { as: 'party', body })
    assert.equal(again.json.results[0].result, 'repeated')
    const many = { answers: Array(201).fill(body.answers[0]) }
    assert.equal((await api.post('/assignments/answers', { as: 'party', body: many })).status, 400)
    assert.equal((await api.post('/assignments/answers', { as: 'public', body })).status, 401)
    const other = await api.post('/assignments/answers', { as: 'stranger', body })
    assert.ok(
      other.json.results.every(
        (each: { problem: string }) => each.problem === 'assignment-not-found',
      ),
    )
  })

  it(`is that of every municipality for a key, and of ${NOORDDIJK} alone where that is named`, async () => {
    const { id } = await asked()
    const rows = await api.request('GET', `${PATH}?municipality=GM9802&format=csv`, { as: 'party' })
    assert.doesNotMatch(await rows.text(), new RegExp(id))
  })
})
