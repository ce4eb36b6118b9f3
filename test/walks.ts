import assert from 'node:assert/strict'
import { followCodeOf } from '#modules/cases'
import { addressDigest, findSubscriberOf } from '#modules/subscriptions'
import { PASSWORD } from './signed-in.ts'
import { NOORDDIJK } from './town.ts'
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
import type { Walker } from './walker.ts'
import { ACCOUNT_WALKS, MORE_WALKS } from './walks-more.ts'

const { entries } = Object

async function sent({ at, page, site }: Walker) {
  const number = (await at('.ticket .number').textContent()) ?? ''
  const { json } = await site.api.get(`/cases/${number}`, { as: 'desk' })
  assert(page.url().endsWith('/klaar'))
  return json
}

async function done(walker: Walker, of: number) {
  const { api } = walker.site
  const told = await api.town.report({ category: 'tree', place: placeOf(of, walker) })
  const { id } = await api.assignmentOf(told.caseId)
  await api.town.answer(id, { answer: 'done', next: [] })
  return { ...told, code: followCodeOf(api.app.vault, NOORDDIJK, told.signalId) }
}

async function verificationOf({ site }: Walker, number: string): Promise<string> {
  return (await site.api.get(`/cases/${number}?municipality=${NOORDDIJK}`)).json.verification
}

/** Opens a part of the desk's page of a case, and is in its form. */
async function partOf(walker: Walker, does: string) {
  const form = `form:has(input[name=do][value="${does}"])`
  const part = walker.page.locator('details', { has: walker.page.locator(form) }).last()
  if ((await part.getAttribute('open')) === null)
    await walker.press(part.locator('summary').first())
  return form
}

const RESIDENT: Readonly<Record<string, Walk>> = {
  async 'a report by words and the number on the pole'(w) {
    await w.open(REPORT)
    await w.fill(w.at('input[name=q]'), 'lamp')
    await w.lead(w.at('form:has([name=q]) button'), /q=lamp/)
    await w.lead(w.at('#found + .choices .choice, .choice', 'lamp-out'), /\/waar\?/)
    await w.fill(w.at('input[name=asset]'), lampOf(1, w))
    await w.lead(w.at('form:has([name=asset]) button[type=submit]'), /\/versturen\?/)
    await w.fill(w.at('textarea[name=description]'), 'donker')
    await w.fill(w.at('input[name=email]'), mailOf('words', w))
    await w.lead(w.at(SEND), /\/klaar$/)
    assert.equal((await sent(w)).descriptions[0].text, 'donker')
  },
  async 'a report by category, from the code on the pole'(w) {
    await w.open(`${IN}/paal/${lampOf(2, w)}`)
    await w.lead(w.at('.choice', 'lighting'), /in=lighting/)
    await w.lead(w.at('.choice', 'lamp-out'), /\/(bekend|versturen)\?/)
    if (/\/bekend/.test(w.page.url())) await w.lead(w.at('.actions a.button'), /\/versturen\?/)
    await w.lead(w.at(SEND), /\/klaar$/)
    assert.equal((await sent(w)).asset.publicNumber, lampOf(2, w))
  },
  async 'danger, which is called first'(w) {
    await w.open(`${REPORT}/bekend?category=mast-hit&asset=${lampOf(3, w)}`)
    assert.equal(await w.at('.notice--danger a').getAttribute('href'), 'tel:112')
    assert.equal(await w.page.locator('main .button:not(.button--quiet)').count(), 1)
    await w.lead(w.at('.actions a.button--quiet'), /\/versturen\?/)
    await w.lead(w.at(SEND), /\/klaar$/)
    assert.equal((await sent(w)).priority, 'danger')
  },
  async 'a question, which is no fault'(w) {
    await w.open(`${REPORT}/anders`)
    await w.lead(w.at('.choice[href$="kind=question"]'), /kind=question/)
    await w.fill(w.at('textarea[name=description]'), 'wanneer wordt er gemaaid?')
    await w.fill(w.at('input[name=email]'), mailOf('question', w))
    await w.lead(w.at(SEND), /\/klaar$/)
    assert.equal((await sent(w)).kind, 'question')
  },
  async 'me too'(w) {
    const asset = lampOf(4, w)
    const { number } = await w.site.api.town.report({ category: 'lamp-out', asset })
    await w.open(`${IN}/cases/${number}`)
    await w.lead(w.at('main a[href*="/melden/ook/"]'), /\/melden\/ook\//)
    await w.lead(w.at(SEND), /\/klaar$/)
    assert.equal((await sent(w)).signals, 2)
  },
  async 'following by number and code, and saying that it is solved'(w) {
    const { number, code } = await done(w, 1)
    await w.open(`${IN}/follow`)
    await w.fill(w.at('main input[name=number]'), number)
    await w.fill(w.at('input[name=code]'), code)
    await w.lead(w.at('form:has([name=code]) button'), /\/solved\//)
    await w.hear(w.at('button[name=outcome][value=confirmed]'), HEARD)
    assert.equal(await verificationOf(w, number), 'confirmed')
  },
  async 'saying that it is not solved'(w) {
    const { number, signalId } = await done(w, 2)
    await w.open(`${IN}/solved/${w.site.api.linkTo(signalId, 1, { kind: 'report' })}`)
    await w.fill(w.at('textarea[name=remark]'), 'nog steeds scheef')
    await w.hear(w.at('button[name=outcome][value=contested]'), HEARD)
    assert.equal(await verificationOf(w, number), 'contested')
  },
  async 'disagreeing with what will not be done'(w) {
    const { api } = w.site
    const { number, signalId } = await api.town.report({ category: 'tree', place: placeOf(3, w) })
    const body = { as: 'will-not-be-done', because: 'within-norm', remark: 'seen it' }
    await api.post(`/cases/${number}/closures`, { as: 'desk', body })
    await w.open(`${IN}/solved/${api.linkTo(signalId, 1, { kind: 'report' })}`)
    await w.fill(w.at('textarea[name=remark]'), 'de stam is hol')
    await w.hear(w.at('button[name=outcome][value=contested]'), HEARD)
    assert.equal((await api.town.case(number)).status, 'open')
  },
  async 'following a neighbourhood by mail, and stopping'(w) {
    const { vault, pool } = w.site.api.app
    const email = mailOf('area', w)
    await w.open(`${IN}/buurt`)
    await w.lead(w.at('main a[href$="/buurt/centrum"]'), /\/buurt\/centrum$/)
    await w.lead(w.at('main a[href*="/volgen?area="]'), /\/volgen\?/)
    await w.fill(w.at('main input[name=email]'), email)
    await w.lead(w.at('form:has([name=email]) button[type=submit]'), /\/gevraagd/)
    const digest = addressDigest(vault, NOORDDIJK, email)
    const subject = await pool.read({ tenant: NOORDDIJK }, (query) =>
      findSubscriberOf(query, NOORDDIJK, digest),
    )
    const token = w.site.api.linkTo(subject ?? '', 1, { kind: 'subscriber' })
    await w.open(`${IN}/volgen/${token}`)
    await w.hear(w.at('button[name=do][value=confirm]'), HEARD)
    await w.hear(w.at('form[action$="/stop"] button'), 'h1')
    const told = await w.site.api.call('GET', '/subscriptions', { token })
    assert.deepEqual(told.json.items ?? [], [])
  },
  async 'the map by its list'(w) {
    const { number } = await w.site.api.town.report({ category: 'tree', place: placeOf(4, w) })
    await w.open(`${IN}/map`)
    await w.lead(w.at(`main a[href*="${number}"]`), new RegExp(`/cases/${number}$`))
    assert.match((await w.at('main').textContent()) ?? '', new RegExp(number))
  },
  async 'the answer of a party without software'(w) {
    const { api } = w.site
    const asset = lampOf(5, w)
    const { caseId } = await api.town.report({ category: 'lamp-out', asset })
    const { id, revision } = await api.assignmentOf(caseId)
    await w.open(`${IN}/answer/${api.linkTo(id, revision)}`)
    await w.choose(w.at('input[name=answer][value=accepted]'))
    await w.fill(w.at('form.answer input[name=name]'), 'Marijke')
    await w.lead(w.at('form:has([name=answer]) button[type=submit]'), /told=answered/)
    assert.equal((await api.assignmentOf(caseId)).status, 'accepted')
  },
}

const OFFICE: Readonly<Record<string, Walk>> = {
  async 'the desk: what waits, closed with a reason'(w) {
    const place = placeOf(5, w)
    const { number } = await w.site.api.town.report({ category: 'strange', place })
    await asDesk(w, `${DESK}/today?reason=no-agreement`)
    await w.lead(w.at(`main a[href*="${number}"]`), new RegExp(`/cases/${number}$`))
    const form = await partOf(w, 'close')
    await w.fill(w.at(`${form} textarea[name=remark]`), 'geregeld met de buren')
    await w.hear(w.at(`${form} button[type=submit]`), '.outcome')
    assert.equal((await w.site.api.town.case(number)).status, 'closed')
  },
  async 'the desk: overruled with a reason'(w) {
    const place = placeOf(6, w)
    const { number, caseId } = await w.site.api.town.report({ category: 'strange', place })
    await asDesk(w, `${DESK}/cases/${number}`)
    const form = await partOf(w, 'give')
    const choice = w.at(`${form} [name=agreement]`)
    const value = await w
      .at(`${form} [name=agreement] option:not([value=""])`)
      .getAttribute('value')
    await w.pick(choice, value ?? '')
    await w.fill(w.at(`${form} textarea[name=why]`), 'zij zijn er toch')
    await w.hear(w.at(`${form} button[type=submit]`), '.outcome')
    assert.equal((await w.site.api.assignmentOf(caseId)).agreement, value)
  },
  async 'the desk: joined with another, and split off again'(w) {
    const { town } = w.site.api
    const into = await town.report({ category: 'bench', place: placeOf(7, w) })
    const other = await town.report({ category: 'litter', place: placeOf(7, w) })
    await asDesk(w, `${DESK}/cases/${other.number}`)
    const form = await partOf(w, 'join')
    await w.fill(w.at(`${form} input[name=into]`), into.number)
    await w.lead(w.at(`${form} button[type=submit]`), new RegExp(into.number))
    await w.open(`${DESK}/cases/${other.number}`)
    await w.hear(w.at('main button', other.number), '.outcome')
    assert.equal((await town.case(other.number)).status, 'open')
  },
  async 'the desk: what everybody may read'(w) {
    const words = { description: 'De bank is stuk.' }
    const { number } = await w.site.api.town.report({
      category: 'bench',
      place: placeOf(8, w),
      words,
    })
    await asDesk(w, `${DESK}/cases/${number}`)
    const form = await partOf(w, 'publish')
    await w.fill(w.at(`${form} textarea[name=text]`), 'De bank is stuk')
    await w.hear(w.at('button[form^=publish-]'), '.outcome')
    const { json } = await w.site.api.get(`/cases/${number}?municipality=${NOORDDIJK}`)
    assert.equal(json.published[0].text, 'De bank is stuk')
  },
  async 'the desk: telling a reporter who gets no mail'(w) {
    const body = {
      category: 'bench',
      place: placeOf(9, w),
      channel: 'counter',
      tellBy: 'letter',
      onBehalfOf: { lastName: 'Jansen', postalAddress: 'Dijk 1' },
    }
    const { json } = await w.site.api.post('/signals', { as: 'desk', body })
    await asDesk(w, `${DESK}/cases/${json.number}`)
    await w.hear(w.at('button[name=as][value=told]'), '.outcome')
    const needs = await w.site.api.get('/desk-needs?reason=to-write', { as: 'desk' })
    const left = needs.json.items.filter((one: { case: { number: string } }) => {
      return one.case.number === json.number
    })
    assert.deepEqual(left, [])
  },
  async 'an account by invitation, signing in and out'(w) {
    const { invitations } = w.site.api.app.identity
    const address = mailOf('invited', w)
    const asked = { address, role: { role: 'desk' }, by: 'test' } as const
    await w.open(`/invitation/${(await invitations.invite(NOORDDIJK, asked)).token}`)
    await w.fill(w.at('#field-name'), 'Noor')
    await w.fill(w.at('#field-password'), PASSWORD)
    await w.lead(w.at('form:has(#field-name) button[type=submit]'), /\/sign-in/)
    await w.fill(w.at('#field-address'), address)
    await w.fill(w.at('#field-password'), PASSWORD)
    await w.lead(w.at('form:has(#field-password) button[type=submit]'), /\/account/)
    await w.lead(
      w.at('main a[href="/sign-out"], main a', /uitloggen|log ?out|sign out/i),
      /sign-out/,
    )
    await w.lead(w.at('main form button[type=submit]'), /\/(sign-in)?(\?|$)/)
    await w.open('/account')
    assert.match(w.page.url(), /\/sign-in/)
  },
  async 'administration: a key, an invitation'(w) {
    await asAccount(w, 'administrator')
    const base = `${IN}/administration`
    await w.open(`${base}/keys`)
    await w.fill(w.at('#field-label'), mailOf('key', w))
    const year = new Date(w.site.api.town.clock()).getFullYear() + 1
    // A field for a day is typed into as it reads, which differs between languages: its value is what counts.
    await w.at('#field-expires').fill(`${year}-01-15`)
    await w.choose(w.at('input[name=actions][value=report]'))
    await w.hear(w.at('form:has(#field-label) button[type=submit]'), '.outcome .code')
    if (w.gait.screen === 'phone') await w.press(w.at('.page-menu summary'))
    await w.lead(w.at('.page-menu a[href$="/invitations"]'), /\/invitations/)
    await w.fill(w.at('#field-address'), mailOf('colleague', w))
    await w.hear(w.at('form:has(#field-address) button[type=submit]'), '.outcome')
    const waiting = await w.site.api.app.identity.invitations.list(NOORDDIJK)
    assert(waiting.some(({ address }) => address === mailOf('colleague', w)))
  },
  async 'administration: the text of a mail'(w) {
    await asAccount(w, 'administrator')
    await w.open(`${DESK}/templates`)
    await w.lead(w.at('main a[href$="/received/nl"]'), /\/received\/nl/)
    await w.fill(w.at('input[name=subject]'), `Ontvangen {number} ${w.gait.language}`)
    await w.hear(w.at('button[name=do][value=save]'), HEARD)
    await w.hear(w.at('button[name=do][value=restore]'), HEARD)
  },
}

/** Every walk, by what it is about. */
export const WALKS: readonly (readonly [name: string, walk: Walk])[] = [
  ...entries(RESIDENT),
  ...entries(OFFICE),
  ...entries(MORE_WALKS),
  ...entries(ACCOUNT_WALKS),
]
