import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { setMailAddress } from '#modules/directory'
import { BODIES, type Caller, filled, operationsIn } from './api-town.ts'
import { openSite, type Site } from './browser.ts'
import { crawl, type Form, formKind, type Page, sendForm, tagsIn } from './crawl.ts'
import { readMail } from './read-mail.ts'
import type { Browser } from './signed-in.ts'
import { agreementOf } from './small-town.ts'
import { NOORDDIJK, until } from './town.ts'
import { type WorkedTown, workIn } from './worked-town.ts'

/** What a page would run, were it ever anything but text. */
const MARKUP =
  '"><script>__mark()</script><img src=x onerror=__mark()><svg onload=__mark()>\'`</textarea></title>]]>--><b>__mark'
const LINK = 'javascript:__mark()//https://evil.example'
const TURNED = '\u202e__mark\u2066\u200f\ufeff'
/** What a header of a mail or of an answer would break on. */
const LINES = '__mark\r\nBcc: evil@example.org\r\n\r\n<script>__mark()</script>'
const TEXTS = [MARKUP, LINK, TURNED, LINES]

/** What comes back only where something was not made text of. */
const LIVE = /<script>__mark|<img src=x onerror|<svg onload=__mark|<b>__mark/i

/** Where an address stands, and so could run what begins with `javascript:`. */
function liveLinks(html: string): string[] {
  const addresses = ['a', 'form', 'link', 'img', 'button', 'iframe', 'object', 'area'].flatMap(
    (tag) =>
      tagsIn(html, tag).flatMap(({ own }) =>
        ['href', 'src', 'action', 'formaction', 'data'].flatMap((name) => own.get(name) ?? []),
      ),
  )
  return addresses.filter((address) => /^\P{L}*(javascript|vbscript|data:text)/iu.test(address))
}

describe('what people type', () => {
  let site: Site
  let worked: WorkedTown
  let desk: Browser
  let administrator: Browser
  let officer: Browser
  before(async () => {
    site = await openSite()
    worked = { ...(await workIn(site.api)), [Symbol.asyncDispose]: async () => undefined }
    desk = await worked.comeAs('desk')
    administrator = await worked.comeAs('administrator')
    officer = await worked.comeAs('privacy-officer')
  })
  after(() => site[Symbol.asyncDispose]())

  /** How often it came back as text. */
  let escaped = 0

  function check(what: string, type: string, text: string) {
    if (/json|event-stream/.test(type)) return
    assert.doesNotMatch(text, LIVE, what)
    if (type.includes('html')) assert.deepEqual(liveLinks(text), [], what)
    escaped += text.split(/&lt;script&gt;__mark|\\u003cscript\\u003e__mark/).length - 1
  }

  const pagesOf = (browser: Browser): Promise<Page[]> => {
    const { everybody, desk: sits, administration, account } = worked.addresses
    const own = browser.jar.size > 0 ? [...sits, ...administration, ...account] : []
    return crawl(browser, [...everybody, ...own])
  }

  /** What a field of this kind takes, so that the others of its form reach somebody. */
  const fitting: Readonly<Record<string, string>> = {
    email: 'somebody@example.org',
    date: '2027-01-15',
    tel: '0318-123456',
    number: '5',
    password: 'a long enough password',
  }

  function filledIn(form: Form, name: string, text: string): Record<string, string> {
    return Object.fromEntries(
      form.fields.flatMap((one): [string, string][] => {
        if (one.name === name) return [[one.name, text]]
        if (!one.isTyped || one.value !== '') return []
        return [[one.name, fitting[one.type] ?? 'some words']]
      }),
    )
  }

  it('into any field of any form is taken or refused, and comes back as text', async () => {
    let typed = 0
    const seen = new Set<string>()
    for (const browser of [worked.anybody(), desk, administrator]) {
      const pages = await pagesOf(browser)
      for (const form of pages.flatMap(({ forms }) => forms)) {
        const kind = formKind(form)
        if (seen.has(kind) || form.action.startsWith('/sign-out')) continue
        seen.add(kind)
        for (const { name, isTyped } of form.fields)
          for (const text of isTyped ? [...TEXTS, 'a\u0000b', '\ud800'] : []) {
            const fields = filledIn(form, name, text)
            const told = await sendForm(browser, form, { fields })
            assert(told.status < 500, `${kind} ${name}: ${told.status}`)
            assert.doesNotMatch(told.headers.get('location') ?? '', /^(javascript|\/\/)/i)
            check(`${kind} ${name}`, told.headers.get('content-type') ?? '', told.text)
            typed += 1
          }
      }
    }
    assert(typed > 150, `${typed} fields were typed into`)
    assert(escaped > 20, `it came back ${escaped} times`)
  })

  it('into any text of the API is taken or refused, as a program may tell it', async () => {
    const document = await site.api.document()
    const { lamp, asked } = worked.cases
    const assignment = await site.api.assignmentOf(lamp.caseId)
    const reporters = await site.api.get(`/cases/${lamp.number}/reporters`, { as: 'desk' })
    const names = {
      case: lamp.number,
      assignment: assignment.id,
      agreement: 'lighting',
      draft: 'next-year',
      reporter: reporters.json.items[0].reporter,
      signal: asked.signalId,
      kind: 'question',
      step: 'received',
      locale: 'nl',
      area: 'centrum',
      asset: 'lamp-1',
      ...Object.fromEntries(
        ['photo', 'role', 'key', 'session', 'invitation'].map((name) => [
          name,
          '01890000-0000-7000-8000-000000000000',
        ]),
      ),
    }
    let written = 0
    for (const { path, method, operation } of operationsIn(document)) {
      const body = BODIES[operation.operationId]
      if (body === undefined) continue
      for (const at of textsIn(body))
        for (const text of TEXTS)
          for (const as of ['administrator', 'desk', 'party', 'public'] satisfies Caller[]) {
            const told = await site.api.call(
              method.toUpperCase(),
              `${filled(path, names)}${as === 'public' || as === 'party' ? `?municipality=${NOORDDIJK}` : ''}`,
              {
                as,
                body: withText(body, at, text),
                headers: { 'if-match': `"${assignment.revision}"` },
              },
            )
            if ([401, 403].includes(told.status)) continue
            assert(told.status < 500, `${operation.operationId} ${at.join('.')}: ${told.text}`)
            assert.match(told.headers.get('content-type') ?? '', /json/)
            assert.equal(told.headers.get('x-content-type-options'), 'nosniff')
            written += 1
          }
    }
    assert(written > 150, `${written} texts were written`)
  })

  it('stands afterwards on every page, feed and answer as nothing but text', async () => {
    escaped = 0
    let looked = 0
    for (const browser of [worked.anybody(), desk, administrator, officer])
      for (const { path, type, text, status } of await pagesOf(browser)) {
        assert(status < 500, `${path}: ${status}`)
        check(path, type, text)
        looked += 1
      }
    assert(looked > 60, `${looked} pages were looked at`)
    assert(escaped > 10, `it came back ${escaped} times`)
    for (const path of [
      'requests.xml',
      'services.xml',
      `requests/${worked.cases.lamp.number}.xml`,
    ]) {
      const answer = await site.api.app.http.request(
        `/open311/v2/${NOORDDIJK}/${path}?extensions=true`,
      )
      assert.equal(answer.status, 200, path)
      const type = answer.headers.get('content-type') ?? ''
      assert.match(type, /xml/)
      assert.equal(answer.headers.get('x-content-type-options'), 'nosniff')
      check(path, type, await answer.text())
    }
  })

  it('runs nothing in a browser, wherever it is shown', async () => {
    const visitors: [Browser | undefined, string[]][] = [
      [undefined, worked.addresses.everybody.filter((path) => !path.includes('.atom'))],
      [desk, worked.addresses.desk],
      [
        administrator,
        [...worked.addresses.administration.slice(0, 4), ...worked.addresses.account],
      ],
    ]
    for (const [signedIn, addresses] of visitors) {
      await using one = await site.visit('/health/live')
      const { page, context } = one
      const cookies = [...(signedIn?.jar ?? [])].map(([name, value]) => ({
        name,
        value,
        url: site.origin,
      }))
      await context.addCookies(cookies)
      const caught: string[] = []
      page.on('dialog', (dialog) => {
        caught.push(`asks ${dialog.message()}`)
        void dialog.dismiss()
      })
      await page.exposeFunction('__tell', (what: string) => caught.push(what))
      await page.addInitScript(`
        window.__mark = () => window.__tell('ran')
        document.addEventListener('securitypolicyviolation', (event) =>
          window.__tell('against the policy: ' + event.violatedDirective + ' ' + event.blockedURI))`)
      for (const address of addresses) {
        const answer = await page.goto(`${site.origin}${address}`, { waitUntil: 'load' })
        assert((answer?.status() ?? 500) < 500, address)
        await page.locator('h1').first().waitFor()
        const live = await page.evaluate(
          `document.querySelectorAll('script:not([nonce]):not([src]), [onerror], [onload], a[href^="javascript:"], img[src="x"]').length`,
        )
        assert.deepEqual([address, live, caught], [address, 0, []])
      }
    }
  })

  it('is text in every mail, and makes no header of it', async () => {
    const { town } = site.api
    const { worker, vault } = town.app
    const address = { organisation: 'lichtwerk', address: 'werk@lichtwerk.example' }
    await setMailAddress(worker, vault, { ...address, locale: 'nl' })
    await town.enter([
      agreementOf({
        id: 'lighting',
        title: MARKUP.slice(0, 100),
        party: 'lichtwerk',
        categories: ['lighting'],
        scope: { managers: ['noorddijk'] },
        reach: { channel: 'email', shareDescriptionOn: 'public task' },
      }),
    ])
    const askAbout = async (asset: string, email: string) => {
      const asked = await town.report({
        category: 'lamp-out',
        asset,
        words: { description: MARKUP },
        contact: { email, firstName: LINES, lastName: MARKUP },
      })
      const { id, revision } = await site.api.assignmentOf(asked.caseId)
      const put = { answer: 'question', question: `${MARKUP} ${LINES}` }
      assert.equal((await site.api.answer(id, revision, put)).status, 201)
    }
    // Once in the texts of mails that were typed over before, and once in those that the program has.
    await askAbout('L11', 'curious@example.org')
    const invited = { address: 'colleague@example.org', role: 'desk' }
    assert.equal((await administrator.post('/api/v1/invitations', invited)).status, 201)
    await using working = await town.open({ roles: ['work'] })
    assert(working)
    town.pass(60_000)
    const mailsTo = async (to: string) =>
      (await town.mails()).filter((raw) => readMail(raw).to.includes(to))
    await until(
      'what was received and the question are mailed in the texts that were typed',
      async () => (await mailsTo('curious@example.org')).length >= 2,
    )
    const { json: texts } = await administrator.get('/api/v1/templates?limit=200')
    const typed = texts.items.filter((one: { isDefault: boolean }) => !one.isDefault)
    assert(typed.length > 0, 'the texts of mails were typed over')
    for (const { kind, locale } of typed) {
      const { status } = await administrator.request(
        'DELETE',
        `/api/v1/templates/${kind}/${locale}`,
      )
      assert.equal(status, 200)
    }
    await askAbout('L12', 'asked@example.org')
    town.pass(60_000)
    await until('the question is mailed', async () => {
      const own = await mailsTo('asked@example.org')
      return own.some((raw) => /which|vraag|question/i.test(readMail(raw).subject + htmlOf(raw)))
    })
    await until('the task is mailed', async () => (await mailsTo('werk@')).length > 0)
    await until('the invitation is mailed', async () => (await mailsTo('colleague@')).length > 0)
    escaped = 0
    for (const raw of await town.mails()) {
      const mail = readMail(raw)
      assert(!mail.headers.has('bcc'), mail.subject)
      assert.doesNotMatch(mail.subject, /\n/)
      check(mail.subject, 'text/html', htmlOf(raw))
    }
    assert(escaped > 0, 'what was typed is in a mail that is read as a page')
  })
})

/** The part of a mail that a reader of mail shows as a page. */
function htmlOf(raw: string): string {
  const boundary = /boundary="?([^";\r\n]+)"?/.exec(raw)?.[1]
  const parts = boundary === undefined ? [] : raw.split(`--${boundary}`)
  const part = parts.find((one) => /^content-type: text\/html/im.test(one)) ?? ''
  const at = part.indexOf('\r\n\r\n')
  const [head, body] = [part.slice(0, at), part.slice(at + 4)]
  if (/base64/i.test(head)) return Buffer.from(body, 'base64').toString()
  if (!/quoted-printable/i.test(head)) return body
  const bytes = body
    .replaceAll('=\r\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString()
}

type Path = (string | number)[]

/** Where the texts of a body stand. */
function textsIn(value: unknown, at: Path = []): Path[] {
  if (typeof value === 'string') return [at]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, one]) => textsIn(one, [...at, name]))
}

function withText(body: unknown, [name, ...rest]: Path, text: string): unknown {
  if (name === undefined) return text
  if (Array.isArray(body))
    return body.map((one, i) => (i === Number(name) ? withText(one, rest, text) : one))
  const own = body as Record<string, unknown>
  return { ...own, [name]: withText(own[name], rest, text) }
}
