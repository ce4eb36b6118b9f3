import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import sql from 'sql-template-tag'
import { crawl, type Form, formKind, openPage, sendForm } from './crawl.ts'
import type { Browser } from './signed-in.ts'
import { NOORDDIJK } from './town.ts'
import { openWorkedTown, type WorkedTown } from './worked-town.ts'

/** What anybody may send without having signed in; every other form brings back what its page gave it. */
const OPEN =
  /^\/(preferences|sign-in(\/code)?|forgotten-password|new-password\/[^/]+|invitation\/[^/]+|GM\d{4}\/(melden\/(versturen|anders|ook\/[^/]+)|volgen(\/.+)?|work\/.+|follow|solved\/.+|answer\/.+|duty\/.+|desk\/sign-in))(\?|$)/

/** Who together are offered every form that there is; web-roles.db.test.ts sees that no role is offered another. */
const WHO = ['desk', 'administrator', 'privacy-officer', 'crew'] as const

const TOKEN = 'formToken'

const FOREIGN = [
  { origin: 'https://evil.example', 'sec-fetch-site': undefined },
  { origin: 'null', 'sec-fetch-site': undefined },
  { origin: 'http://localhost.evil.example', 'sec-fetch-site': undefined },
  { origin: undefined, 'sec-fetch-site': 'cross-site' },
  { origin: undefined, 'sec-fetch-site': 'same-site' },
  { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' },
  { origin: 'https://evil.example', 'sec-fetch-site': 'none' },
]

describe('a form of the pages', () => {
  let worked: WorkedTown
  before(async () => {
    worked = await openWorkedTown()
  })
  after(() => worked[Symbol.asyncDispose]())

  /** All that a form could change, in both towns and of every account. */
  async function state(): Promise<string> {
    const { app } = worked.api
    const town = await app.pool.read({ tenant: NOORDDIJK }, (query) =>
      query(sql`
        select position, epoch, encode(digest, 'hex') as digest,
          (select count(*) from vault.boxes) as boxes, (select count(*) from platform.outbox) as outbox
        from journal.heads where municipality = ${NOORDDIJK}`),
    )
    const accounts = await app.worker.read({}, (query) =>
      query(sql`
        select (select count(*) from identity.sessions) as sessions, (select count(*) from identity.accounts) as accounts,
          (select count(*) from identity.passkeys) as passkeys, (select count(*) from identity.second_factors) as factors,
          (select md5(string_agg(p::text, ',' order by p::text)) from identity.sign_ins p) as passwords,
          (select count(*) from directory.api_keys) as keys`),
    )
    return JSON.stringify([town, accounts])
  }

  /** The forms of every page that this browser can come to, one of each kind. */
  async function formsOf(browser: Browser): Promise<Form[]> {
    const { everybody, desk, administration, account } = worked.addresses
    const pages = await crawl(browser, [
      ...everybody,
      ...desk,
      ...administration,
      ...account,
      '/sign-out',
    ])
    const posts = pages.flatMap(({ forms }) => forms).filter(({ method }) => method === 'post')
    return [...new Map(posts.map((form) => [formKind(form), form])).values()]
  }

  const tokenField = ({ fields }: Form) => fields.find(({ name }) => name === TOKEN)

  it('of whoever has not signed in is refused when it comes from another site', async () => {
    const browser = worked.anybody()
    const forms = await formsOf(browser)
    const before = await state()
    const pages = new Set(
      forms.map(({ action }) => action.split('?')[0]?.replace(/(ll_|GM\d{4}-).*/, '…')),
    )
    assert(pages.size >= 10, [...pages].join(' '))
    for (const form of forms)
      for (const headers of FOREIGN) {
        const { status } = await sendForm(browser, form, { headers })
        assert.equal(status, 403, `${formKind(form)} ${JSON.stringify(headers)}`)
      }
    assert.equal(await state(), before, 'nothing was changed')
  })

  it('of whoever has signed in is refused from another site, without its token, and with that of somebody else', async () => {
    const seen = new Set<string>()
    const page = await openPage(await worked.comeAs('desk'), '/account/password')
    const otherToken = page.forms.flatMap((form) => tokenField(form)?.value ?? [])[0] ?? ''
    for (const role of WHO) {
      const own = await worked.comeAs(role)
      const forms = await formsOf(own)
      const before = await state()
      for (const form of forms) {
        const kind = formKind(form)
        if (seen.has(kind)) continue
        seen.add(kind)
        const token = tokenField(form)
        assert(
          token !== undefined || OPEN.test(form.action),
          `${kind} says from which page it comes`,
        )
        for (const headers of FOREIGN) {
          const { status } = await sendForm(own, form, { headers })
          assert.equal(status, 403, `${kind} as ${role} ${JSON.stringify(headers)}`)
        }
        if (token === undefined) continue
        assert(otherToken.length >= 20 && otherToken !== token.value, 'each has a token of its own')
        for (const wrong of ['', otherToken, 'x'.repeat(token.value.length), `${token.value}x`])
          for (const headers of [{}, { origin: undefined, 'sec-fetch-site': undefined }]) {
            const fields = { [token.name]: wrong }
            const { status } = await sendForm(own, form, { fields, headers })
            assert([401, 403].includes(status), `${kind} as ${role} with ${wrong}: ${status}`)
          }
        const missing = { ...form, fields: form.fields.filter((one) => one !== token) }
        const { status } = await sendForm(own, missing)
        assert([401, 403].includes(status), `${kind} as ${role} without a token: ${status}`)
      }
      assert.equal(await state(), before, `nothing was changed as ${role}`)
    }
    assert(seen.size >= 40, `${seen.size} kinds of forms were found`)
  })

  it('that is none, is cut off or is too long gets a page that says so, and changes nothing', async () => {
    const own = await worked.comeAs('administrator')
    const forms = [...(await formsOf(worked.anybody())), ...(await formsOf(own))]
    const before = await state()
    const seen = new Set<number>()
    for (const form of forms) {
      // A mail reader's own button sends what it likes (RFC 8058): the link says all.
      if (form.action.endsWith('/stop')) continue
      const long = new URLSearchParams({ [form.fields[0]?.name ?? 'text']: 'a'.repeat(100_000) })
      const answers = [
        await own.request('POST', form.action, { to: '/' }),
        await own.request('POST', form.action, 'cut off', {
          'content-type': 'multipart/form-data; boundary=x',
        }),
        ...(form.fields.some(({ isFile }) => isFile) ? [] : [await own.send(form.action, long)]),
      ]
      for (const { status, text } of answers) {
        assert(status < 500, `${formKind(form)}: ${status}`)
        // A choice of language is no page.
        if ([400, 413].includes(status) && form.action !== '/preferences')
          assert.match(text, /<h1/, formKind(form))
        seen.add(status)
      }
    }
    assert.equal(await state(), before, 'nothing was changed')
    assert(seen.has(400) && seen.has(413), [...seen].join(' '))
  })

  it('leads to no other site, whatever is asked of it', async () => {
    const browser = await worked.comeAs('desk')
    const targets = [
      'https://evil.example/',
      '//evil.example',
      '/\\evil.example',
      '/.//evil.example',
      '/..//evil.example',
      '/%2e//evil.example',
      '/x/..//evil.example',
      'javascript:alert(1)',
      '\t//evil.example',
      '/\t/evil.example',
      'http:evil.example',
    ]
    const origin = worked.api.app.identity.origin()
    for (const to of targets) {
      const sent = await browser.send('/preferences', new URLSearchParams({ to, language: 'en' }))
      const signIn = await browser.get(`/sign-in?${new URLSearchParams({ next: to })}`)
      for (const { headers, text } of [sent, signIn]) {
        const location = headers.get('location')
        if (location !== null)
          assert.equal(
            new URL(location, `${origin}/preferences`).origin,
            origin,
            `${to} → ${location}`,
          )
        assert.doesNotMatch(
          text,
          /(?:href|value|action|data-next)="(?:https?:)?[/\\]{2}evil|="javascript:/,
          to,
        )
      }
    }
  })
})
