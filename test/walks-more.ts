import assert from 'node:assert/strict'
import { jpegOf } from './pictures.ts'
import { codeNow, makeAccount, PASSWORD, signIn } from './signed-in.ts'
import { NOORDDIJK, until } from './town.ts'
import { withAuthenticator } from './virtual-authenticator.ts'
import {
  asAccount,
  asDesk,
  DESK,
  HEARD,
  IN,
  lampOf,
  mailOf,
  placeOf,
  REPORT,
  SEND,
  type Walk,
} from './walk-steps.ts'

const ADMINISTRATION = `${IN}/administration`

/** What goes by another way than most: by a street, with a photo, as somebody who only follows; and the desk's own. */
export const MORE_WALKS: Readonly<Record<string, Walk>> = {
  async 'a report by a street, and which lamp in it'(w) {
    await w.open(`${REPORT}/waar?category=lamp-out`)
    await w.fill(w.at('input[name=q]'), 'dijkstr')
    await w.lead(w.at('search form button, form.finder button'), /q=dijkstr/)
    await w.lead(w.at('main a[href*="lon="]', /Dijkstraat/), /lon=/)
    await w.lead(
      w.at('.actions--of-map button, form:has([name=lon]) button[type=submit]'),
      /bekend/,
    )
    await w.lead(w.at('main form button[type=submit]'), /\/(versturen|bekend)\?.*asset=lamp/)
  },
  async 'a report with a photo'(w) {
    await w.open(
      `${REPORT}/versturen?category=tree&lon=5.0${w.gait.hasScripts ? 34 : 38}&lat=52.015`,
    )
    const file = { name: 'tree.jpg', mimeType: 'image/jpeg', buffer: await jpegOf() }
    await w.at('input[type=file]').setInputFiles(file)
    if (w.gait.hasScripts) await w.at('.thumbs img').waitFor()
    await w.lead(w.at(SEND), /\/klaar$/)
    const number = (await w.at('.ticket .number').textContent()) ?? ''
    const { json } = await w.site.api.get(`/cases/${number}`, { as: 'desk' })
    assert.equal(json.descriptions[0].photos.length, 1)
  },
  async 'following a case by mail'(w) {
    const { number } = await w.site.api.town.report({ category: 'tree', place: placeOf(10, w) })
    await w.open(`${IN}/cases/${number}`)
    await w.lead(w.at('main a[href*="/volgen?case="]'), /\/volgen\?/)
    await w.fill(w.at('main input[name=email]'), mailOf('case', w))
    await w.lead(w.at('form:has([name=email]) button[type=submit]'), /\/gevraagd/)
  },
  async 'the desk: taking in a report'(w) {
    await asDesk(w, `${DESK}/intake`)
    await w.pick(w.at('select[name=category]'), 'lamp-out')
    await w.press(w.at('details.part summary'))
    await w.fill(w.at('input[name=asset]'), lampOf(6, w))
    await w.fill(w.at('input[name=lastName]'), 'Jansen')
    await w.hear(w.at('button[name=do][value=send]'), 'main .outcome a')
    const number = (await w.at('main .outcome a').getAttribute('href'))?.split('/').at(-1) ?? ''
    const { json } = await w.site.api.get(`/cases/${number}`, { as: 'desk' })
    assert.equal(json.asset.publicNumber, lampOf(6, w))
  },
  async 'the desk: what another does'(w) {
    const { number } = await w.site.api.town.report({ category: 'strange', place: placeOf(11, w) })
    await asDesk(w, `${DESK}/cases/${number}`)
    const body = { as: 'settled-by-desk', remark: 'already done' }
    const closed = await w.site.api.post(`/cases/${number}/closures`, { as: 'desk', body })
    assert.equal(closed.status, 201, closed.text)
    if (!w.gait.hasScripts) await w.open(`${DESK}/cases/${number}`)
    await until(
      'the page says so',
      async () => !(await w.at('input[name=do][value=close]').count()),
    )
  },
}

/** One's own account, and those of others. */
export const ACCOUNT_WALKS: Readonly<Record<string, Walk>> = {
  async 'a second factor, and signing in with it'(w) {
    const address = await asAccount(w, 'desk')
    await w.open('/account/second-factor')
    await w.fill(w.at('#field-password'), PASSWORD)
    await w.hear(w.at('main form button'), '.codes')
    const secret = ((await w.at('span.code').textContent()) ?? '').replaceAll(' ', '')
    const [recovery = ''] = await w.page.locator('.codes li').allTextContents()
    await w.fill(w.at('#field-code'), codeNow(`otpauth://totp/x?secret=${secret}`))
    await w.lead(w.at('form:has(#field-code) button'), /\/account\?/)
    await w.context.clearCookies()
    await w.open('/sign-in')
    await w.fill(w.at('#field-address'), address)
    await w.fill(w.at('#field-password'), PASSWORD)
    await w.lead(w.at('form:has(#field-password) button[type=submit]'), /\/sign-in\/code/)
    await w.fill(w.at('#field-recoveryCode'), recovery)
    await w.lead(w.at('form:has(#field-recoveryCode) button[type=submit]'), /\/account$/)
  },
  async 'a passkey, where scripts run'(w) {
    await asAccount(w, 'desk')
    await w.open('/account/passkeys')
    if (!w.gait.hasScripts) {
      assert.equal(await w.at('make-passkey button').isVisible(), false)
      await w.at('noscript p').waitFor()
      return
    }
    await withAuthenticator(w.page)
    await w.fill(w.at('#field-name'), 'Laptop')
    await w.hear(w.at('make-passkey button'), HEARD)
    await w.hear(w.at('.row button', /./), HEARD)
    assert.equal(await w.page.locator('.row').count(), 0)
  },
  async 'sessions: ending that of another device'(w) {
    const address = await asAccount(w, 'desk')
    const other = await signIn(w.site.api.app, address)
    assert.equal((await other.get('/api/v1/me')).status, 200)
    await w.open('/account')
    await w.hear(w.at('.row button'), HEARD)
    assert.equal((await other.get('/api/v1/me')).status, 401)
  },
  async 'administration: a role for somebody'(w) {
    const { account } = await makeAccount(w.site.api.app, NOORDDIJK, { role: 'moderator' })
    await asAccount(w, 'administrator')
    await w.open(`${ADMINISTRATION}/people`)
    // A list of people is long: whoever types the first letters of a name is there, which differs between browsers.
    await w.at('#account').selectOption(account)
    await w.pick(w.at('#field-role'), 'inspector')
    await w.hear(w.at('section:has(#give) form .button'), HEARD)
    const held = await w.site.api.get('/roles?limit=200', { as: 'administrator' })
    const own = held.json.items.filter((one: { account: string }) => one.account === account)
    assert.deepEqual(own.map(({ role }: { role: string }) => role).toSorted(), [
      'inspector',
      'moderator',
    ])
  },
  async 'administration: who saw what of whom'(w) {
    const { api } = w.site
    const words = { description: 'dark' }
    const { number } = await api.town.report({ category: 'tree', place: placeOf(12, w), words })
    await api.get(`/cases/${number}`, { as: 'desk' })
    await asAccount(w, 'privacy-officer')
    await w.open(`${ADMINISTRATION}/processing-log`)
    const about = (await w.at('.row a').getAttribute('href')) ?? ''
    await w.lead(w.at('.row a'), /subject=/)
    const shown = await w.page
      .locator('.row a')
      .evaluateAll((links) => links.map((one) => one.getAttribute('href')))
    assert.deepEqual([...new Set(shown)], [about])
    const subject = new URLSearchParams(about).get('subject')
    assert.equal(await w.at('#field-subject').inputValue(), subject)
  },
}
