import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { ensureWebBuild } from '../src/composition/web-build.ts'
import { type ApiTown, openApiTown } from './api-town.ts'
import { NOORDDIJK } from './town.ts'

const DESK = `/${NOORDDIJK}/desk`
const TEXTS = `${DESK}/templates`
const RECEIVED = `${TEXTS}/received/nl`

let api: ApiTown
before(async () => {
  await ensureWebBuild(() => undefined)
  api = await openApiTown({ roles: ['web'] })
})
after(() => api[Symbol.asyncDispose]())

type Sent = { cookie?: string; form?: Record<string, string> }

async function send(path: string, { cookie, form }: Sent = {}) {
  const response = await api.app.http.request(path, {
    headers: cookie === undefined ? {} : { cookie },
    ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }),
  })
  return {
    status: response.status,
    headers: response.headers,
    text: (await response.text()).replaceAll('<!-- -->', ''),
  }
}

async function signIn(as: 'administrator' | 'desk' = 'administrator'): Promise<string> {
  const { headers } = await send(`${DESK}/sign-in`, { form: { key: `lk_of_${as}` } })
  return (headers.get('set-cookie') ?? '').split(';')[0] ?? ''
}

const tokenIn = (text: string) => /name="formToken" value="([^"]+)"/.exec(text)?.[1] ?? ''

async function change(
  form: Record<string, string>,
  as: 'administrator' | 'desk' = 'administrator',
) {
  const cookie = await signIn(as)
  const csrf = tokenIn((await send(RECEIVED, { cookie })).text)
  return send(RECEIVED, { cookie, form: { formToken: csrf, ...form } })
}

describe('the texts of mails at the desk', () => {
  it('ask who looks, and stand in a list of every step in both languages', async () => {
    for (const path of [TEXTS, RECEIVED]) {
      const { status, headers, text } = await send(path)
      assert.deepEqual([status, text], [303, ''])
      assert.equal(headers.get('location'), `/sign-in?next=${encodeURIComponent(path)}`)
    }
    const cookie = await signIn()
    assert((await send(`${DESK}/today`, { cookie })).text.includes(`href="${TEXTS}"`))
    const { text } = await send(TEXTS, { cookie })
    assert.equal(text.match(/href="[^"]*\/desk\/templates\/[a-z-]+\/(nl|en)"/g)?.length, 26)
    assert.doesNotMatch(text, /standaardtekst|eigen tekst/i, 'only what was changed is marked')
    assert.match((await send(`${TEXTS}?lang=en`, { cookie })).text, /Mails to reporters/)
  })

  it('are shown beside what they become, before anything is kept', async () => {
    const { text } = await send(RECEIVED, { cookie: await signIn() })
    assert.match(text, /<textarea[^>]* id="text"[\s\S]*\{sentence\}/)
    assert.match(text, /id="example"[\s\S]*GM9801-26-000123[\s\S]*Voorbeeld Licht B\.V\./)
    const form = { do: 'preview', subject: 'Mijn {number}', text: 'Een & ander\r\n{number} {link}' }
    const seen = await change(form)
    assert.equal(seen.status, 200)
    assert.match(seen.text, /<strong>Mijn GM9801-26-000123<\/strong>/)
    assert.match(seen.text, /class="letter">Een &amp; ander\nGM9801/)
    assert.match(seen.text, /value="Mijn \{number\}"/)
    assert.match(
      (await send(RECEIVED, { cookie: await signIn() })).text,
      /Wij hebben uw melding \{number\}/,
    )
  })

  it('are kept and given back by the administrator', async () => {
    const saved = await change({
      do: 'save',
      subject: 'Eigen {number}',
      text: '{number}\r\n{link}',
    })
    assert.equal(saved.status, 303)
    const cookie = await signIn()
    const { text } = await send(saved.headers.get('location') ?? '', { cookie })
    assert.match(text, /role="status"(?:(?!role=)[\s\S])*De tekst is bewaard/)
    assert.match(text, /Eigen tekst · Het laatst gewijzigd op 9\sjuni\s2026/)
    const { json } = await api.get('/templates', { as: 'desk' })
    const kept = json.items.find((one: { href: string }) => one.href.includes('/received/nl'))
    assert.equal(kept.text, '{number}\n{link}')
    const back = await change({ do: 'restore', subject: '', text: '' })
    assert.equal(back.headers.get('location'), `${RECEIVED}?told=restored`)
    assert.match((await send(RECEIVED, { cookie })).text, /Standaardtekst/)
  })

  it('that cannot be used say why, and lose nothing that was typed', async () => {
    const refused = await change({ do: 'save', subject: 'Over {naam}', text: 'kept & typed' })
    assert.equal(refused.status, 400)
    assert.match(
      refused.text,
      /role="alert"[\s\S]*Onderwerp: \{naam\} kan hier niet\. Kies uit de lijst/,
    )
    assert.match(refused.text, /Tekst: \{link\} moet erin staan/)
    assert.match(refused.text, /<details open="">/)
    assert.match(refused.text, /id="subject-error"/)
    assert.match(refused.text, /kept &amp; typed<\/textarea>/)
    assert.match(refused.text, /value="Over \{naam\}"/)
    const meant = await change({ do: 'save', subject: 'Over {nummer}', text: '{number} {link}' })
    assert.match(meant.text, /Onderwerp: \{nummer\} kan hier niet\. Bedoelt u \{number\}\?/)
    const misplaced = await change({ do: 'save', subject: '{link}', text: '{number} {link}' })
    assert.doesNotMatch(misplaced.text, /Bedoelt u/, 'it exists, and is not for the subject')
    const long = await change({
      do: 'save',
      subject: 'x',
      text: `{number} {link} ${'x'.repeat(6000)}`,
    })
    assert.match(long.text, /Tekst: Dit is te lang/)
  })

  it('are not changed with the key of the desk, from another form, or without a session', async () => {
    const form = { do: 'save', subject: 'Eigen {number}', text: '{number} {link}' }
    const byDesk = await change(form, 'desk')
    assert.equal(byDesk.status, 403)
    assert.match(byDesk.text, /Alleen de beheerder[\s\S]*value="Eigen \{number\}"/)
    const forged = await change({ ...form, formToken: 'x' })
    assert.equal(forged.status, 403)
    assert.match(forged.text, /niet meer geldig/)
    const out = await send(RECEIVED, { form })
    assert.equal(out.status, 401)
    assert.match(out.text, /Eigen \{number\}/)
    const { json } = await api.get('/templates', { as: 'desk' })
    assert(json.items.every(({ isDefault }: { isDefault: boolean }) => isDefault))
  })

  it('that do not exist are not there', async () => {
    const cookie = await signIn()
    for (const path of ['/nothing/nl', '/received/de', '/%2e%2e/nl'])
      assert.equal((await send(`${TEXTS}${path}`, { cookie })).status, 404, path)
  })
})
