import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { readHead } from '#journal'
import { followCodeOf } from '#modules/cases'
import { ensureWebBuild } from '../src/composition/web-build.ts'
import { type ApiTown, openApiTown } from './api-town.ts'
import { NOORDDIJK, type Reported } from './town.ts'

const HOME = `/${NOORDDIJK}`

let api: ApiTown
before(async () => {
  await ensureWebBuild(() => undefined)
  api = await openApiTown({ roles: ['web'] })
})
after(() => api[Symbol.asyncDispose]())

type Sent = { form?: Record<string, string>; headers?: Record<string, string> }

async function page(path: string, { form, headers = {} }: Sent = {}) {
  const response = await api.app.http.request(path, {
    headers,
    ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }),
  })
  return {
    status: response.status,
    headers: response.headers,
    text: (await response.text()).replaceAll('<!-- -->', ''),
  }
}

let lamps = 0
async function reported(own: Partial<Reported> = {}) {
  lamps += 1
  const lamp = { category: 'lamp-out', asset: `L${lamps}` }
  const told = await api.town.report(
    own.category === undefined ? { ...lamp, ...own } : (own as Reported),
  )
  const code = followCodeOf(api.app.vault, NOORDDIJK, told.signalId)
  const token = (revision = 1, more = {}) =>
    api.linkTo(told.signalId, revision, { kind: 'report', ...more })
  const path = (revision = 1) => `${HOME}/solved/${token(revision)}`
  const done = async () => {
    const { id } = await api.assignmentOf(told.caseId)
    await api.town.answer(id, { answer: 'done', next: [] })
  }
  return { ...told, code, token, path, done }
}

const position = async () =>
  (await api.app.pool.read({ tenant: NOORDDIJK }, (query) => readHead(query, NOORDDIJK)))?.position

/** What every page of ours keeps to. */
function checkPage(text: string): void {
  assert.equal(text.match(/<h1/g)?.length, 1)
  assert.doesNotMatch(text, /<script|style="/)
  const levels = [...text.matchAll(/<h(\d)/g)].map(([, level]) => Number(level))
  levels.forEach((level, i) => {
    assert(level <= (levels[i - 1] ?? level) + 1, `headings ${levels}`)
  })
  for (const [, id] of text.matchAll(/<(?:input|textarea|select) id="([^"]+)"/g))
    assert(text.includes(`for="${id}"`), `${id} has a label`)
  for (const [, ids = ''] of text.matchAll(/aria-(?:describedby|labelledby)="([^"]+)"/g))
    for (const id of ids.split(' ')) assert(text.includes(`id="${id}"`), `${id} is there`)
}

describe('the page of a link in a mail', () => {
  it('asks with two buttons whether it is solved, and says how it stands', async () => {
    const { number, path, done } = await reported({ contact: { email: 'ann@example.org' } })
    const early = await page(path())
    assert.equal(early.status, 200)
    assert.match(early.text, /De partij is nog niet klaar\. Daarna vragen wij u hier/)
    assert.doesNotMatch(early.text, /name="outcome"/)
    await done()
    const { text, headers, status } = await page(path())
    assert.equal(status, 200)
    checkPage(text)
    assert(text.includes(number))
    assert.match(text, /lamp-out: klaar, nog niet bevestigd\./)
    assert.match(text, /<button[^>]*value="confirmed"[^>]*>Ja, het is opgelost<\/button>/)
    assert.match(text, /<button[^>]*value="contested"[^>]*>Nee, het is niet opgelost<\/button>/)
    assert.match(text, /Stuur mij geen mail meer/)
    assert.match(text, /name="robots" content="noindex"/)
    assert.equal(headers.get('cache-control'), 'no-store')
    assert.match((await page(`${path()}?lang=en`)).text, /Is it solved\?[\s\S]*Yes, it is solved/)
  })

  it('changes nothing for a program that opens every link of a mail', async () => {
    const { path, done, number } = await reported({ contact: { email: 'bob@example.org' } })
    await done()
    const before = await position()
    for (const method of ['GET', 'HEAD'])
      for (const own of [path(), `${path()}/stop`, `${path()}?outcome=confirmed`])
        assert.equal((await api.app.http.request(own, { method })).status, 200)
    assert.equal(await position(), before)
    assert.equal((await api.town.case(number)).status, 'done')
  })

  it('records a yes, thanks, and the second time says kindly that it was said', async () => {
    const { path, done, number } = await reported()
    await done()
    const said = await page(path(), { form: { outcome: 'confirmed', remark: '' } })
    assert.equal(said.status, 303)
    const thanks = await page(said.headers.get('location') ?? '')
    checkPage(thanks.text)
    assert.match(thanks.text, /role="status">(<[^>]+>)*Bedankt/)
    assert.match(thanks.text, /U hebt gezegd dat het is opgelost/)
    assert.match(thanks.text, /De melding is gesloten/)
    assert.equal((await api.town.case(number)).closed_as, 'confirmed')
    const again = await page(path(), { form: { outcome: 'contested', remark: 'changed my mind' } })
    const told = await page(again.headers.get('location') ?? '')
    assert.match(told.text, /U had dit al gezegd\. Een link werkt één keer/)
    assert.equal((await api.town.case(number)).closed_as, 'confirmed')
  })

  it('records a no with a remark that is not on the page, and opens the case again', async () => {
    const { path, done, number } = await reported()
    await done()
    const form = { outcome: 'contested', remark: 'it blinks' }
    const said = await page(path(), { form })
    const { text } = await page(said.headers.get('location') ?? '')
    assert.match(text, /Daarom is de melding weer opengezet/)
    assert.doesNotMatch(text, /blinks/)
    assert.equal((await api.town.case(number)).status, 'open')
  })

  it('takes the reply to what a party asks, once, and shows it to nobody', async () => {
    const { path, number, caseId } = await reported({ contact: { email: 'kim@example.org' } })
    const { id } = await api.assignmentOf(caseId)
    await api.answer(id, 1, { answer: 'question', question: 'which <b>lamp</b>?' })
    const { text } = await page(path())
    checkPage(text)
    assert.match(text, /Een vraag aan u[\s\S]*which &lt;b&gt;lamp/)
    assert.equal((await page(`/${NOORDDIJK}/cases/${number}`)).text.includes('which'), false)
    const empty = await page(`${path()}/reply`, { form: { reply: ' ' } })
    assert.equal(empty.status, 400)
    const sent = await page(`${path()}/reply`, { form: { reply: 'the second xyzzy' } })
    const after = await page(sent.headers.get('location') ?? '')
    assert.match(after.text, /Uw antwoord is verstuurd[\s\S]*De vraag is beantwoord/)
    assert.doesNotMatch(after.text, /xyzzy/)
    const desk = await api.get(`/cases/${number}`, { as: 'desk' })
    assert.equal(desk.json.dialogue.reply, 'the second xyzzy')
    const again = await page(`${path(2)}/reply`, { form: { reply: 'another' } })
    assert.equal(again.status, 409)
    assert.match(again.text, /intussen al beantwoord/)
  })

  it('tells whoever comes too late, and keeps what was typed', async () => {
    const { path, done, number } = await reported()
    await done()
    const body = { by: 'sample', outcome: 'contested' }
    await api.post(`/cases/${number}/verifications`, { as: 'desk', body })
    const late = await page(path(), { form: { outcome: 'confirmed' } })
    assert.equal(late.status, 409)
    checkPage(late.text)
    assert.match(late.text, /role="alert"[\s\S]*intussen weer open/)
    await done()
    const nothing = await page(path(), { form: { remark: 'stays here' } })
    assert.equal(nothing.status, 400)
    assert.match(nothing.text, /role="alert"[\s\S]*>stays here<\/textarea>/)
  })

  it('stops the mails with one button, also that of a mail reader (RFC 8058)', async () => {
    const { path } = await reported({ contact: { email: 'eve@example.org' } })
    const form = { 'List-Unsubscribe': 'One-Click' }
    const stopped = await page(`${path()}/stop`, { form })
    assert.equal(stopped.status, 200)
    checkPage(stopped.text)
    assert.match(stopped.text, /U krijgt geen mail meer over deze melding/)
    assert.doesNotMatch(stopped.text, /Stuur mij geen mail meer/)
    assert.equal((await page(`${path()}/stop`, { form: {} })).status, 200)
  })

  it('says of a link that has ended what can still be done, and of a forged one that it is not right', async () => {
    const { token, signalId } = await reported()
    const ended = token(1, { expires_ms: api.town.clock() })
    for (const [link, status, words] of [
      [ended, 410, /Deze link werkt niet meer/],
      [`${token().slice(0, -2)}AA`, 404, /Deze link klopt niet/],
      ['ll_x', 404, /Deze link klopt niet/],
      ['lk_of_desk', 404, /Deze link klopt niet/],
      ['%20%0A', 404, /Deze link klopt niet/],
      [api.linkTo(signalId, 1), 404, /Deze link klopt niet/],
      [token(1, { tenant: 'GM9802' }), 404, /Deze link klopt niet/],
    ] as const)
      for (const sent of [{}, { form: { outcome: 'confirmed' } }])
        for (const path of [`${HOME}/solved/${link}`, `${HOME}/solved/${link}/stop`]) {
          const told = await page(path, sent)
          assert.equal(told.status, status, path)
          assert.match(told.text, words)
          assert.match(told.text, /href="\/GM9801\/follow"/)
        }
    assert.equal((await page(`/GM9802/solved/${token()}`)).status, 404)
  })

  it('shows of what is confidential neither kind nor party, and lets it be judged all the same', async () => {
    const place = { lon: 5.012, lat: 52.012 }
    const { path, done, number } = await reported({ category: 'nuisance', place })
    await done()
    const { text } = await page(path())
    checkPage(text)
    assert.match(text, /Wij laten hier niet zien waar deze melding over gaat/)
    assert.doesNotMatch(text, /nuisance|Wijkteam|52\.01|\/cases\/GM/)
    await page(path(), { form: { outcome: 'confirmed' } })
    assert.equal((await api.town.case(number)).closed_as, 'confirmed')
  })
})

describe('the page for number and code', () => {
  it('leads to the report', async () => {
    const { number, code } = await reported()
    const empty = await page(`${HOME}/follow`)
    checkPage(empty.text)
    const { status, headers } = await page(`${HOME}/follow`, { form: { number, code } })
    assert.equal(status, 303)
    const { text } = await page(headers.get('location') ?? '')
    assert(text.includes(number))
    assert.match(text, /Lichtwerk B\.V\. heeft de melding gekregen/)
  })

  it('tells what is wrong in the same words for a wrong number and a wrong code, and keeps what was typed', async () => {
    const { number, code } = await reported()
    const answers = [
      await page(`${HOME}/follow`, { form: { number, code: '00000-00000' } }),
      await page(`${HOME}/follow`, { form: { number: 'GM9801-26-777777', code } }),
    ]
    for (const { status, text } of answers) {
      assert.equal(status, 404)
      checkPage(text)
      assert.match(text, /role="alert"[\s\S]*horen niet bij elkaar/)
    }
    assert(answers[0]?.text.includes(`value="${number}"`))
    const evil = await page(`${HOME}/follow`, { form: { number: '"><b>', code: '<i>' } })
    assert(evil.text.includes('value="&quot;&gt;&lt;b&gt;"'))
    assert.equal((await page(`${HOME}/follow`, { form: {} })).status, 400)
  })

  it('stops whoever guesses, with words that say how long', async () => {
    const { number } = await reported()
    let last = await page(`${HOME}/follow`)
    for (let i = 0; i < 9; i++)
      last = await page(`${HOME}/follow`, { form: { number, code: '11111-11111' } })
    assert.equal(last.status, 429)
    assert.match(last.text, /te vaak misgegaan/)
  })
})
