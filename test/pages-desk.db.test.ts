import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { ensureWebBuild } from '../src/composition/web-build.ts'
import { type ApiTown, openApiTown } from './api-town.ts'
import { NOORDDIJK } from './town.ts'

const DESK = `/${NOORDDIJK}/desk`
const TODAY = `${DESK}/today`
const KEY = 'lk_of_desk'
const SECRET_PLACE = { lon: 5.0123457, lat: 52.0109873 }

let api: ApiTown
before(async () => {
  await ensureWebBuild(() => undefined)
  api = await openApiTown({ roles: ['web'] })
})
after(() => api[Symbol.asyncDispose]())

type Sent = { cookie?: string; form?: Record<string, string>; headers?: Record<string, string> }

async function send(path: string, { cookie, form, headers = {} }: Sent = {}) {
  const response = await api.app.http.request(path, {
    ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
    headers: { ...(cookie ? { cookie } : {}), ...headers },
  })
  const { status } = response
  return {
    status,
    headers: response.headers,
    text: (await response.text()).replaceAll('<!-- -->', ''),
  }
}

async function signIn(key = KEY): Promise<string> {
  const { status, headers } = await send(`${DESK}/sign-in`, { form: { key } })
  assert.equal(status, 303)
  return (headers.get('set-cookie') ?? '').split(';')[0] ?? ''
}

const tokenIn = (text: string) => /name="formToken" value="([^"]+)"/.exec(text)?.[1] ?? ''

/** Signs in, opens the case at the desk, and sends one of its forms. */
async function act(number: string, fields: Record<string, string>) {
  const cookie = await signIn()
  const path = `${DESK}/cases/${number}`
  const { text } = await send(path, { cookie })
  const answer = await send(path, { cookie, form: { formToken: tokenIn(text), ...fields } })
  return { before: text, ...answer }
}

const readAs = async (number: string) => (await api.get(`/cases/${number}`, { as: 'desk' })).json

describe('the desk', () => {
  it('leads whoever has not signed in to where they can, and shows nothing', async () => {
    const { number } = await api.town.report({ category: 'strange', place: SECRET_PLACE })
    for (const path of [TODAY, `${DESK}/cases/${number}`]) {
      for (const cookie of [
        '',
        'desk=nonsense',
        `desk=${Buffer.alloc(80).toString('base64url')}`,
      ]) {
        const { status, text, headers } = await send(path, { cookie })
        assert.equal(status, 303)
        const next = encodeURIComponent(path)
        assert.equal(headers.get('location'), `/sign-in?next=${next}`)
        assert.doesNotMatch(text, /strange/)
      }
    }
    const { text } = await send(`/sign-in?next=${encodeURIComponent(TODAY)}`)
    assert.match(text, new RegExp(`href="${DESK}/key"`))
    assert.match((await send(`${DESK}/key`)).text, /<label for="key">/)
  })

  it('refuses a key that is wrong, empty, of a party or of another municipality', async () => {
    for (const [key, status] of [
      ['', 401],
      ['lk_wrong', 401],
      ['lk_of_party', 403],
      ['lk_of_zuiddijkDesk', 403],
      ['not\r\na key', 401],
    ] as const) {
      const answer = await send(`${DESK}/sign-in`, { form: { key } })
      assert.equal(answer.status, status, key)
      assert.match(answer.text, /role="alert"/)
      assert.doesNotMatch(answer.headers.get('set-cookie') ?? '', /desk=\w/)
      if (key !== '') assert(!answer.text.includes(key))
    }
  })

  it('keeps the key sealed in a cookie for this desk alone', async () => {
    const { headers } = await send(`${DESK}/sign-in`, { form: { key: KEY } })
    const cookie = headers.get('set-cookie') ?? ''
    assert.match(cookie, /HttpOnly/)
    assert.match(cookie, /SameSite=Strict/)
    assert.match(cookie, /Path=\/GM9801\/desk/)
    assert(!Buffer.from(cookie.slice(5), 'base64url').includes(KEY))
    const own = cookie.split(';')[0] ?? ''
    assert(!(await send(TODAY, { cookie: own })).text.includes(KEY))
    assert.equal((await send('/GM9802/desk/today', { cookie: own })).status, 303)
  })

  it('ends a session after a working day, and tells what was typed', async () => {
    const { number } = await api.town.report({ category: 'bench', place: SECRET_PLACE })
    const cookie = await signIn()
    const { text } = await send(TODAY, { cookie })
    api.town.pass(8 * 3_600_000)
    const form = {
      formToken: tokenIn(text),
      do: 'close',
      as: 'settled-by-desk',
      remark: 'we <called>',
    }
    const late = await send(`${DESK}/cases/${number}`, { cookie, form })
    assert.equal(late.status, 401)
    assert.match(late.text, /Log opnieuw in[\s\S]*we &lt;called&gt;/)
    assert.equal((await readAs(number)).status, 'open')
  })

  it('lists what waits, the oldest first, with its reason in words and counts', async () => {
    const older = await api.town.report({ category: 'container-full', asset: 'container-1' })
    api.town.pass(60_000)
    const newer = await api.town.report({ category: 'playground', place: SECRET_PLACE })
    const { text } = await send(TODAY, { cookie: await signIn() })
    assert(text.includes(older.number) && text.includes(newer.number))
    assert.match(text, /Wacht op uw akkoord\s*(<!-- -->)?\s*<span class="count">1</)
    assert.match(text, /Afspraak staat stil\.<\/strong>/)
    const paused = await send(`${TODAY}?reason=paused&lang=en`, { cookie: await signIn() })
    assert(paused.text.includes(newer.number) && !paused.text.includes(older.number))
    assert.match(paused.text, /Agreement is paused\.<\/strong>/)
  })

  it('shows what people wrote as text, also of what is confidential', async () => {
    const words = { description: '<script>xyzzy</script>' }
    const report = { category: 'nuisance', place: SECRET_PLACE, words }
    const { number } = await api.town.report(report)
    const { status, text } = await send(`${DESK}/cases/${number}`, { cookie: await signIn() })
    assert.equal(status, 200)
    assert(text.includes('&lt;script&gt;xyzzy'))
    assert.doesNotMatch(text, /<script>xyzzy/)
  })

  it('takes a form only with its own token and from its own pages', async () => {
    const { number } = await api.town.report({ category: 'tree', asset: 'L8' })
    const cookie = await signIn()
    const csrf = tokenIn((await send(TODAY, { cookie })).text)
    const other = tokenIn((await send(TODAY, { cookie: await signIn() })).text)
    assert.notEqual(csrf, other)
    const form = { do: 'close', as: 'settled-by-desk', remark: 'stays here' }
    const path = `${DESK}/cases/${number}`
    for (const sent of [
      { form },
      { form: { ...form, formToken: other } },
      { form: { ...form, formToken: csrf }, headers: { 'sec-fetch-site': 'cross-site' } },
    ]) {
      const { status, text } = await send(path, { cookie, ...sent })
      assert.equal(status, 403)
      if (!sent.headers) assert.match(text, /niet meer geldig[\s\S]*stays here/)
    }
    assert.equal((await send(`${DESK}/sign-out`, { cookie, form: {} })).status, 403)
    assert.equal((await readAs(number)).status, 'open')
  })
})

describe('the desk acts', () => {
  it('lets go what waits, once', async () => {
    const { number } = await api.town.report({ category: 'container-full', asset: 'container-2' })
    const cookie = await signIn()
    const { text } = await send(`${DESK}/cases/${number}`, { cookie })
    const [, assignment = ''] = /name="assignment" value="([^"]+)"/.exec(text) ?? []
    assert.match(text, /Geef door aan Wijkteam Noorddijk/)
    const form = { formToken: tokenIn(text), do: 'release', assignment }
    const released = await send(`${DESK}/cases/${number}`, { cookie, form })
    assert.equal(released.headers.get('location'), `${DESK}/cases/${number}?told=released`)
    assert.match(
      (await send(`${TODAY}?told=released`, { cookie })).text,
      /role="status"[^>]*><strong>De melding is/,
    )
    const again = await send(`${DESK}/cases/${number}`, { cookie, form })
    assert.equal(again.status, 409)
    assert.match(again.text, /role="alert"[\s\S]*wacht niet meer op u/)
  })

  it('settles a reason, or tells why that cannot be', async () => {
    const told = await api.town.report({ category: 'bench', place: { lon: 5.03, lat: 52.003 } })
    const settled = await act(told.number, { do: 'settle', reason: 'tell-the-party' })
    assert.equal(settled.status, 303)
    assert.deepEqual((await readAs(told.number)).atDesk, [])
    const { number } = await api.town.report({
      category: 'strange',
      place: { lon: 5.033, lat: 52.003 },
    })
    const refused = await act(number, { do: 'settle', reason: 'no-agreement' })
    assert.equal(refused.status, 409)
    assert.match(refused.text, /Dan heeft niemand de melding/)
  })

  it('closes with a remark, and without one loses nothing', async () => {
    const { number } = await api.town.report({
      category: 'strange',
      place: { lon: 5.036, lat: 52.003 },
    })
    const form = { do: 'close', as: 'will-not-be-done', remark: ' ' }
    const refused = await act(number, form)
    assert.equal(refused.status, 400)
    assert.match(refused.text, /role="alert"[\s\S]*value="will-not-be-done" selected/)
    assert.equal((await act(number, { ...form, remark: 'too dear' })).status, 303)
    assert.equal((await readAs(number)).closedAs, 'will-not-be-done')
  })

  it('gives a case to somebody else', async () => {
    const { number } = await api.town.report({
      category: 'strange',
      place: { lon: 5.039, lat: 52.003 },
    })
    const given = await act(number, { do: 'give', agreement: 'trees', why: 'it is a tree' })
    assert.match(given.before, /<option value="trees"\s*>\s*Groenwerk: Agreement trees/)
    assert.equal(given.status, 303)
    assert.equal((await readAs(number)).parties[0].id, 'groenwerk')
  })

  it('confirms and contests what is done', async () => {
    for (const [asset, outcome, status] of [
      ['L10', 'confirmed', 'closed'],
      ['L12', 'contested', 'open'],
    ] as const) {
      const { number, caseId } = await api.town.report({ category: 'lamp-out', asset })
      await api.town.answer((await api.assignmentOf(caseId)).id, { answer: 'done', next: [] })
      const list = await send(`${DESK}/cases?status=done`, { cookie: await signIn() })
      assert(list.text.includes(number))
      const verified = await act(number, { do: 'verify', by: 'sample', outcome })
      assert.equal(verified.headers.get('location'), `${DESK}/cases/${number}?told=${outcome}`)
      assert.equal((await readAs(number)).status, status)
    }
  })

  it('signs out', async () => {
    const cookie = await signIn()
    const csrf = tokenIn((await send(TODAY, { cookie })).text)
    const { status, headers } = await send(`${DESK}/sign-out`, {
      cookie,
      form: { formToken: csrf },
    })
    assert.equal(status, 303)
    assert.match(headers.get('set-cookie') ?? '', /desk=;[\s\S]*Max-Age=0/)
  })

  it('records what the reporter replied by telephone, beside what was asked', async () => {
    const contact = { email: 'resident@example.nl' }
    const { number, caseId } = await api.town.report({
      category: 'lamp-out',
      asset: 'L14',
      contact,
    })
    const { id, revision } = await api.assignmentOf(caseId)
    const question = { answer: 'question', question: 'which <of> the two?' }
    assert.equal((await api.answer(id, revision, question)).status, 201)
    const empty = await act(number, { do: 'reply', reply: '' })
    assert.match(empty.before, /Vraag aan de melder[\s\S]*which &lt;of&gt; the two\?/)
    assert.equal(empty.status, 400)
    assert.equal((await act(number, { do: 'reply', reply: 'the left one' })).status, 303)
    assert.deepEqual((await readAs(number)).dialogue, {
      question: 'which <of> the two?',
      reply: 'the left one',
    })
    const again = await act(number, { do: 'reply', reply: 'no, the right one' })
    assert.equal(again.status, 409)
    assert.match(again.text, /Er staat geen vraag open/)
    assert.match(again.text, /the left one/)
    const { text } = await send(`/${NOORDDIJK}/cases/${number}`)
    assert.match(
      text,
      /Er is een vraag gesteld aan de melder[\s\S]*De melder heeft de vraag beantwoord/,
    )
    assert.doesNotMatch(text, /the left one|of&gt; the two/)
  })
})
